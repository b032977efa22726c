/// Speed-up and efficiency on both bases: the serial run, and the same backend at one worker.
#pragma once

#include "core/base/summary.h"
#include "core/experiment/results.h"
#include "core/stats/ratio.h"

#include <cstddef>
#include <optional>
#include <vector>

namespace breakeven {

struct Speedup {
    Ratio value = 1;                          ///< base time / trial time
    std::optional<Interval<Ratio>> interval;  ///< absent: n too small
    Seconds base{0};                          ///< median time of the base
    bool paired = true;                       ///< from paired rounds; false: from two medians
    std::size_t launches = 0;                 ///< of the pairs; 1: the interval holds within this launch only
    /// Part of the base's time that it waited for a CPU: the median of the pairs, in [0, 1); 0 where no sample of it
    /// waited for 1 % of its time.
    double delayed = 0;

    /// What rests on fewer samples than an interval needs is no conclusion: it is left out, told as not resolved, or as
    /// "from few samples".
    bool isSolid() const { return interval.has_value(); }
};

/// Median, interval and spread of a trial's samples, with regard to their launches; absent when it has none.
std::optional<Summary> summaryOf(const TrialResult& result);

/// Of all samples, in the order of measuring.
std::vector<Observation> timesOf(const TrialResult& result);

/// Times that both trials took in the same round of the same launch, in the order of measuring.
std::vector<TimePair> pairedTimes(const TrialResult& base, const TrialResult& other);

/// Against the serial trial of the same workload, parameters and size. Absent when either cannot be
/// compared (isComparable).
/// Paired rounds when there are any; otherwise the ratio of the medians, with the interval that both medians'
/// intervals allow at most. Other programs that keep the base off its CPU make the trial look faster, which no pairing
/// undoes where the trial is too short to be hit: the interval then reaches down to the ratio to the base without its
/// waiting. (The trial's own waiting makes it look slower, as on the user's machine it is.)
std::optional<Speedup> speedupVsSerial(const Results& results, const TrialResult& result);

/// Against the same series at one worker. Absent when either cannot be compared.
std::optional<Speedup> selfSpeedup(const Results& results, const TrialResult& result);

/// Speed-up per worker; 1 is ideal. workers: known.
Ratio efficiency(Ratio speedup, WorkerCount workers);
std::optional<Interval<Ratio>> efficiency(const std::optional<Interval<Ratio>>& speedup, WorkerCount workers);

}  // namespace breakeven
