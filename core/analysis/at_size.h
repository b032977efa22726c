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
    Ratio speedup = 1;  ///< serial / parallel, interpolated in log(size)
    std::optional<Interval<Ratio>> interval;
    /// At a measured size as it was judged there, with all other trials; between sizes Faster or Slower where the whole
    /// interval is on that side of 1; beyond them nobody has looked.
    TrialVerdict::Kind verdict = TrialVerdict::Kind::NotResolved;
    std::string reason;                  ///< some words, why it is not resolved; empty where it is, and outside
    std::optional<BreakEven> breakEven;  ///< from where it pays; absent when only one size was measured
    bool outside = false;                ///< beyond the measured sizes: the nearest one stands in
};

/// One per parallel series that was measured at one size or more beside serial. The neighbours' intervals are
/// interpolated like their ratios. Range: size >= 1.
std::vector<AtSize> atSize(const Results& results, ItemCount size);

}  // namespace breakeven
