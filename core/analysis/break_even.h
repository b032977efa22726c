/// The size from which parallel is faster than serial, with its uncertainty.
#pragma once

#include "core/analysis/cross_check.h"
#include "core/analysis/ratio_points.h"
#include "core/experiment/results.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace breakeven {

enum class BreakEvenStatus { Resolved, AlwaysFaster, NeverInRange, NotResolved };

/// Where the median ratio of a curve changes sides.
struct Crossing {
    double size = 1;          ///< items
    bool isToFaster = false;  ///< parallel is faster above
    bool operator==(const Crossing&) const = default;
};

struct BreakEven {
    Trial series;       ///< its size is meaningless
    std::string label;  ///< the curve's label
    BreakEvenStatus status = BreakEvenStatus::NotResolved;
    std::optional<double> size;  ///< items, > 0; beside NotResolved it is provisional, from too few rounds
    std::optional<Interval<double>> interval;  ///< items; an end that the data leave open is 0 or infinity
    Interval<ItemCount> measured;              ///< smallest and largest size measured beside serial
    Interval<ItemCount> neighbours;            ///< beside size: the sizes measured on either side of it
    std::vector<Crossing> crossings;           ///< all of the curve, ascending, whether noise or not
    int launches = 0;  ///< that the rounds come from; 1: the interval holds within this launch; 0: there are no rounds
    std::optional<CrossCheck> crossCheck;  ///< beside Resolved alone
};

/// One per parallel series that was measured at two sizes or more beside serial.
/// Method: per size the median log ratio over rounds, seen together with those of sizes close by (local_lines.h), since
/// a break-even that is refined has many of them; the last change from slower to faster is interpolated in
/// log(size). Rounds and launches are resampled (ratio_resamples.h) for a 95 % percentile interval. Between two sizes
/// nothing is measured, so half of the resamples interpolate another way: by the time that is gained, which is straight
/// in the size where an overhead is paid for by a share of the work. The two part where sizes are far from each other,
/// which widens the interval, and meet as they come closer.
/// Simulated (tests/benchmarks/break_even_coverage), it covers 94 to 97 % at coarse sizes; at those that refine, 92 to
/// 95 % where launches have luck, and 96 to 99 % where they have none: a spread between launches is never estimated
/// below 0, so that noise leaves some of it, with the tails of two degrees of freedom. That is the price of holding
/// often enough where there is luck, of which three launches tell little. Where a file kept no rounds, the medians'
/// intervals stand in for them. What their noise has in common is lost with the rounds, so that the bounds enclose
/// both: what noise of each size by itself leaves open, and what is left when all sizes are at the same end of theirs.
/// A status other than NotResolved needs FewestForInterval at the sizes that decide it, of which the largest is always
/// one, and 97.5 % of the resamples on either side: an end of the measured range within reach of the noise leaves the
/// answer open, and so does a curve that is faster at some size but not at its largest. Source: Efron and Tibshirani,
/// An Introduction to the Bootstrap, chapter 13.
std::vector<BreakEven> breakEvens(const Results& results);

/// Contract words: resolved, always-faster, never-in-range, not-resolved.
std::string_view statusWord(BreakEvenStatus status);

}  // namespace breakeven
