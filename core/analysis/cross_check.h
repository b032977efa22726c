/// A second opinion on a break-even, by another method than the one that found it.
#pragma once

#include "core/analysis/ratio_points.h"
#include "core/base/units.h"

#include <optional>
#include <span>
#include <string>

namespace breakeven {

/// The linear model's break-even: serial takes a + b·n, parallel another a + b·n, and they meet at one n.
struct CrossCheck {
    std::optional<double> size;                ///< items, > 0; absent: refused
    std::optional<Interval<double>> interval;  ///< items, 95 %, beside size; the lower end may be 0
    bool agrees = false;                       ///< the intervals of both methods overlap
    std::string refusal;                       ///< one sentence: why there is no size; else empty
};

/// Weighted least squares through the time that parallel gains at up to three sizes on either side of the break-even,
/// within a factor of 100, each time with an error in proportion to itself; the size where the line meets 0 by
/// Fieller's set (core/stats/fieller.h). Refused when there are fewer than three such sizes; when a gain is off the
/// line by more than a twentieth of the time and by more than the ratio's interval explains, since then the times are
/// not straight there, as where a cache ends; and when the lines are too parallel to meet at one size. Range: points
/// ascending.
CrossCheck crossCheck(std::span<const RatioPoint> points, double breakEven, Interval<double> interval);

}  // namespace breakeven
