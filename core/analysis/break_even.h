/// The size from which parallel is faster than serial, with its uncertainty.
#pragma once

#include "core/experiment/results.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace breakeven {

enum class BreakEvenStatus { Resolved, AlwaysFaster, NeverInRange, NotResolved };

/// Rounds of a size from which its ratio can have a 95 % interval, as for the median of samples.
inline constexpr std::size_t FewestRounds = 6;

struct BreakEven {
    Trial series;       ///< its size is meaningless
    std::string label;  ///< the curve's label
    BreakEvenStatus status = BreakEvenStatus::NotResolved;
    std::optional<double> size;  ///< items, > 0; beside NotResolved it is provisional, from too few rounds
    std::optional<Interval<double>> interval;  ///< items; an end that the data leave open is 0 or infinity
    Interval<ItemCount> measured;              ///< smallest and largest size measured beside serial
};

/// One per parallel series that was measured at two sizes or more beside serial.
/// Method: per size the median log ratio over rounds; the last change from slower to faster is interpolated in
/// log(size); whole rounds are resampled (2000 bootstrap resamples, fixed seed) for a 95 % percentile interval.
/// Where a file kept no rounds, the medians' intervals stand in for them: wider than pairs would be, never narrower.
/// A status other than NotResolved needs FewestRounds at the sizes that decide it and 97.5 % of the resamples on
/// either side: an end of the measured range within reach of the noise leaves the answer open, and so does a curve
/// that is faster at some size but not at its largest.
/// Source: Efron and Tibshirani, An Introduction to the Bootstrap, chapter 13.
std::vector<BreakEven> breakEvens(const Results& results);

/// What a size of the user's own would give on one series.
struct AtSize {
    Trial series;
    std::string label;  ///< the curve's label
    ItemCount size = 1;
    Ratio speedup = 1;  ///< serial / parallel, interpolated in log(size)
    std::optional<Interval<Ratio>> interval;
    bool outside = false;  ///< beyond the measured sizes: the nearest one stands in
};

/// One per parallel series that was measured at one size or more beside serial. The neighbours' intervals are
/// interpolated like their ratios. Range: size >= 1.
std::vector<AtSize> atSize(const Results& results, ItemCount size);

/// Contract words: resolved, always-faster, never-in-range, not-resolved.
std::string_view statusWord(BreakEvenStatus status);

}  // namespace breakeven
