/// What is known of a curve's ratio to serial at each of its sizes. Break-evens are found on these.
#pragma once

#include "core/analysis/curves.h"
#include "core/base/units.h"
#include "core/experiment/results.h"
#include "core/stats/median.h"

#include <cstddef>
#include <optional>
#include <vector>

namespace breakeven {

/// What serial and parallel took at one size.
struct RatioPoint {
    ItemCount size = 1;
    double logSize = 0;
    Seconds base{0};      ///< median time of the base, > 0
    double logRatio = 0;  ///< log(serial / parallel), median over the rounds: above 0 where parallel is faster
    /// Ascending log ratios of the paired rounds, less what their launches add, farther from their median by the root
    /// of the design effect where rounds of the curve remember each other; empty: known by medians only.
    std::vector<double> rounds;
    std::optional<double> spread;  ///< without rounds: standard deviation of logRatio; absent: n too small
    int launches = 0;              ///< that the rounds come from
    double launchSpread = 0;       ///< what the launches add to the standard deviation of logRatio, at all sizes alike
    double ownSpread = 0;          ///< the same, at this size on its own
    double ownFreedom = 1;         ///< degrees of freedom that ownSpread is known with, >= 1

    /// Whether the noise is known well enough to decide.
    bool isSolid() const { return rounds.empty() ? spread.has_value() : rounds.size() >= FewestForInterval; }
};

/// The sizes at which a curve can be compared with its base, ascending.
/// Where the launches' luck shows at all sizes alike (launch_shifts.h), it is taken off the rounds, so that a size that
/// came late, to refine a break-even, stands beside the others as if all launches had measured it.
/// What launches add is parted as in a two-way analysis of variance with interaction (Searle, Casella and McCulloch,
/// Variance Components, section 3.6 and chapter 4): launchSpread at all sizes alike, as launch_shifts.h tells it;
/// ownSpread how much more the means of launches differ at a size than its rounds and that explain, the ratio of the
/// variances pooled over the sizes, since 3 launches alone tell too little, and only as far as it is reliable. Where
/// fewer than three sizes were measured by all launches the two cannot be parted, and all of it counts as alike. With
/// fewer than FewestLaunches nothing is known of either, and they are 0.
/// Whether rounds remember each other (order_tests.h) is asked of all sizes together, each with its launches: of many
/// small tests some would always say so, and lenient ones most.
std::vector<RatioPoint> ratioPoints(const Results& results, const Curve& curve);

}  // namespace breakeven
