/// Two runs side by side, trial by trial: what became faster from A to B, what slower, and whether that may be said.
#pragma once

#include "core/analysis/break_even.h"
#include "core/analysis/environment_difference.h"
#include "core/analysis/trial_verdict.h"
#include "core/base/summary.h"
#include "core/experiment/results.h"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace breakeven {

struct ComparedTrial {
    Trial trial;        ///< as in A
    std::string label;  ///< the curve's label, unique over both runs
    Summary a;
    Summary b;
    Ratio ratio = 1;                          ///< median of A over median of B: above 1 when B is faster
    std::optional<Interval<Ratio>> interval;  ///< 95 %; absent: n too small in one of the runs
    bool paired = false;                      ///< from common rounds of one interleaved run
    TrialVerdict::Kind verdict = TrialVerdict::Kind::NotResolved;  ///< of B, seen from A
    double adjusted = 1;  ///< p-value, corrected for all trials; a verdict needs 0.05 at most
    std::string reason;   ///< some words, why it is not resolved; else empty
};

/// One whose times only one of the runs has: not planned in the other, or failed there.
struct UnmatchedTrial {
    Trial trial;
    std::string label;
};

struct ComparedBreakEven {
    std::string label;
    std::optional<BreakEven> a;  ///< absent: the series has none in that run
    std::optional<BreakEven> b;
};

struct RunComparison {
    std::vector<ComparedTrial> trials;  ///< in A's order of sizes, see bySize
    std::vector<UnmatchedTrial> onlyA;
    std::vector<UnmatchedTrial> onlyB;
    std::vector<ComparedBreakEven> breakEvens;
    std::vector<FactDifference> environment;
    bool environmentKnown = true;    ///< false where one of the files holds no facts, as tables do
    bool differentMachines = false;  ///< another processor, number of cores or amount of memory
    std::string pairing;             ///< one sentence: what the ratios rest on

    std::size_t count(TrialVerdict::Kind verdict) const;
};

/// Trials match when they agree in all but their id. Pairs only where both files hold the same run (run id): its
/// rounds, say with a crashed part left out, are common to both. Rounds of different runs have only their number in
/// common; there the ratio of the medians stands, with the interval that follows from both medians' intervals (MOVER,
/// log_estimate.h), which know of the launches.
///
/// Verdicts as in trial_verdict.h, from the interval and the gate, and each has to survive the correction for all
/// trials compared. The p-values take the intervals for those of a normal law. Range: gate > 0.
RunComparison compareRuns(const Results& a, const Results& b, double gate = PracticalGate);

}  // namespace breakeven
