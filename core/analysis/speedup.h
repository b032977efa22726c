/// Speed-up and efficiency on both bases: the serial run, and the same backend at one worker.
#pragma once

#include "core/experiment/results.h"
#include "core/base/summary.h"

#include <optional>

namespace breakeven {

struct Speedup {
    Ratio value = 1;                          ///< base time / trial time
    std::optional<Interval<Ratio>> interval;  ///< absent: n too small
    Seconds base{0};                          ///< median time of the base
    bool paired = true;                       ///< from paired rounds; false: from two medians
};

/// Median, interval and spread of a trial's samples; absent when it has none.
std::optional<Summary> summaryOf(const TrialResult& result);

/// Against the serial trial of the same workload, parameters and size. Absent when either has no samples.
std::optional<Speedup> speedupVsSerial(const Results& results, const TrialResult& result);

/// Against the same series at one worker. Absent when that was not measured.
std::optional<Speedup> selfSpeedup(const Results& results, const TrialResult& result);

/// Speed-up per worker; 1 is ideal.
Ratio efficiency(Ratio speedup, WorkerCount workers);

}  // namespace breakeven
