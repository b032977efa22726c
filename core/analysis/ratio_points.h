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
    /// of the design effect where rounds remember each other (order_tests.h); empty: known by medians only.
    std::vector<double> rounds;
    std::optional<double> spread;  ///< without rounds: standard deviation of logRatio; absent: n too small
    int launches = 0;              ///< that the rounds come from
    double launchSpread = 0;       ///< what the launches add to the standard deviation of logRatio

    /// Whether the noise is known well enough to decide.
    bool isSolid() const { return rounds.empty() ? spread.has_value() : rounds.size() >= FewestForInterval; }
};

/// The sizes at which a curve can be compared with its base, ascending.
/// Where the launches' luck shows at all sizes alike (launch_shifts.h), it is taken off the rounds, so that a size that
/// came late, to refine a break-even, stands beside the others as if all launches had measured it.
/// launchSpread: how much more the means of launches differ than their rounds explain, by one-way analysis of variance
/// (Searle, Casella and McCulloch, Variance Components, section 3.6). The ratio of the two variances is pooled over the
/// sizes of the curve, since 3 launches alone tell too little; it is never taken below 1. What launches add to all
/// sizes alike is told more sharply, since noise averages out over the sizes: the spread is no less than that, as far
/// as it is reliable. With fewer than FewestLaunches nothing is known of it, and it is 0.
std::vector<RatioPoint> ratioPoints(const Results& results, const Curve& curve);

}  // namespace breakeven
