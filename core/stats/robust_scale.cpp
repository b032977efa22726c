#include "core/stats/robust_scale.h"

#include "core/stats/median.h"

#include <cmath>
#include <cstddef>
#include <numbers>
#include <numeric>
#include <vector>

namespace breakeven {

std::optional<RobustScale> robustScale(std::span<const double> values) {
    constexpr double MadOfNormal = 0.6745;                        // its median absolute deviation, as a share of sigma
    const double meanOfNormal = std::sqrt(2 / std::numbers::pi);  // likewise its mean absolute deviation
    if (values.empty()) return std::nullopt;
    RobustScale scale;
    scale.median = median(values);
    if (!std::isfinite(scale.median)) return std::nullopt;
    std::vector<double> distances;
    std::vector<double> finite;
    for (const double value : values) {
        distances.push_back(std::fabs(value - scale.median));
        if (std::isfinite(value)) finite.push_back(distances.back());
    }
    scale.deviation = median(distances) / MadOfNormal;
    if (scale.deviation == 0)
        scale.deviation =
            std::accumulate(finite.begin(), finite.end(), 0.0) / static_cast<double>(finite.size()) / meanOfNormal;
    if (!std::isfinite(scale.deviation) || scale.deviation == 0) return std::nullopt;
    return scale;
}

}  // namespace breakeven
