/// What launches add to several series of values alike: each is a runner of its own, with memory and addresses of its
/// own. A series that one launch has measured more often than others, or alone, carries its luck.
#pragma once

#include "core/stats/observation.h"

#include <cstddef>
#include <map>
#include <span>
#include <vector>

namespace breakeven {

struct LaunchShifts {
    static constexpr std::size_t FewestSeries = 3;

    std::map<int, double> ofLaunch;  ///< to be taken off its values; they add up to 0
    double reliability = 0;          ///< share of the common luck that this takes off, in [0, 1]; 0: no shifts
    std::size_t told = 0;            ///< series that every launch has enough values of; below three nothing is known
    double spread = 0;               ///< standard deviation between launches of what they add alike
};

/// Told by the series of which every launch has at least two values: the distance of each launch's median from the
/// middle of the launches, averaged over the series, each weighted by how well it is known. What the series do not have
/// in common is noise, by which the shifts are shrunk towards 0, all the way where it explains them. No shifts from
/// fewer than three such series or two launches.
/// Source: Morris, Parametric Empirical Bayes Inference, Journal of the ASA 78, 1983.
LaunchShifts launchShifts(std::span<const std::vector<Observation>> series);

}  // namespace breakeven
