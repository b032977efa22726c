/// The answer for a size of the user's own: faster or slower there, and from where it pays.
#pragma once

#include "core/analysis/break_even.h"
#include "core/analysis/trial_verdict.h"
#include "core/experiment/results.h"

#include <optional>
#include <string>
#include <vector>

namespace breakeven {

/// What a size of the user's own would give on one series.
struct AtSize {
    Trial series;
    std::string label;  ///< the curve's label
    ItemCount size = 1;
    Ratio speedup = 1;                        ///< serial / parallel, interpolated in log(size)
    std::optional<Interval<Ratio>> interval;  ///< 95 %
    /// At a measured size as it was judged there, with all other trials; between sizes as one trial more, and where the
    /// break-even says the same as the interval, without regard to the others; beyond them nobody has looked.
    TrialVerdict::Kind verdict = TrialVerdict::Kind::NotResolved;
    std::string reason;                  ///< some words, why it is not resolved; empty where it is, and outside
    std::optional<BreakEven> breakEven;  ///< from where it pays; absent when only one size was measured
    bool outside = false;                ///< beyond the measured sizes: the nearest one stands in
};

/// One per parallel series that was measured at one size or more beside serial. Range: size >= 1.
/// Method: between two sizes the same as of a break-even (break_even.h): the ratios that it sees there, in the same
/// resamples, half of them interpolated as log ratios in log(size), half by times that are straight in the size. So
/// above a break-even's interval the answer is faster, and between the two sizes around it, below it, slower. Where the
/// base waited for a CPU, the interval reaches down by its waiting, as that of a trial does (speedup.h). Simulated with
/// an overhead that a share of the work pays for, at decades of sizes, it covers 95 to 96 %.
std::vector<AtSize> atSize(const Results& results, ItemCount size);

}  // namespace breakeven
