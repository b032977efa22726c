/// The answer for a size of the user's own: faster or slower there, and from where it pays.
#pragma once

#include "core/analysis/break_even.h"
#include "core/experiment/results.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace breakeven {

enum class AtSizeVerdict { Faster, Slower, NotResolved };

/// What a size of the user's own would give on one series.
struct AtSize {
    Trial series;
    std::string label;  ///< the curve's label
    ItemCount size = 1;
    Ratio speedup = 1;  ///< serial / parallel, interpolated in log(size)
    std::optional<Interval<Ratio>> interval;
    AtSizeVerdict verdict = AtSizeVerdict::NotResolved;  ///< Faster, Slower: the interval is on one side of 1
    std::optional<BreakEven> breakEven;                  ///< from where it pays; absent when only one size was measured
    bool outside = false;                                ///< beyond the measured sizes: the nearest one stands in
};

/// One per parallel series that was measured at one size or more beside serial. The neighbours' intervals are
/// interpolated like their ratios. Range: size >= 1.
std::vector<AtSize> atSize(const Results& results, ItemCount size);

/// faster, slower, not-resolved.
std::string_view verdictWord(AtSizeVerdict verdict);

}  // namespace breakeven
