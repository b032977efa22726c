/// What sizes that lie close together say of each other.
#pragma once

#include "core/analysis/ratio_points.h"

#include <cstddef>
#include <span>
#include <vector>

namespace breakeven {

/// Log ratios of a curve, each as a straight line in log(size) through it and its neighbours has it. Between sizes a
/// few percent apart a curve changes less than a median of some rounds does, so that where a break-even was refined
/// each of them would tell mostly noise, and the last one by chance above or below 1 would be taken for the crossing. A
/// size that has fewer than two others within a factor of 1.3 is left as it was measured; of one with more than 64 on a
/// side the factor is that of the next one.
/// Method: locally weighted regression, the weight of a size being its number of rounds times the tricube of its
/// distance. Source: Cleveland, Robust locally weighted regression and smoothing scatterplots, JASA 74 (1979); without
/// his robust second step, since medians are robust.
class LocalLines {
public:
    /// Range: ascending. Nothing is changed of a curve some sizes of which are known without rounds.
    explicit LocalLines(std::span<const RatioPoint> points);

    /// Of the same points, in their order; any values of theirs, as of a resample.
    void smooth(std::vector<double>& logRatios) const;

    /// Each smoothed value is a sum of measured ones.
    struct Part {
        std::size_t point = 0;
        double weight = 1;
    };

    /// What the smoothed value of one point is the sum of.
    std::vector<Part> partsOf(std::size_t point) const;

private:
    std::vector<std::vector<Part>> m_parts;  // per point; empty: none is changed
};

}  // namespace breakeven
