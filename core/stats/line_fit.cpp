#include "core/stats/line_fit.h"

#include <cmath>

namespace breakeven {

Result<LineFit> fitLine(std::span<const WeightedPoint> points) {
    if (points.size() < 3) return Error{ErrorCode::InvalidInput, "line: there are fewer than 3 points"};
    double weights = 0;
    double x = 0;
    double y = 0;
    for (const WeightedPoint& point : points) {
        if (!std::isfinite(point.x) || !std::isfinite(point.y) || !std::isfinite(point.weight) || point.weight <= 0)
            return Error{ErrorCode::InvalidInput, "line: a point is not finite or its weight is not above 0"};
        weights += point.weight;
        x += point.weight * point.x;
        y += point.weight * point.y;
    }
    x /= weights;
    y /= weights;
    double xx = 0;
    double xy = 0;
    for (const WeightedPoint& point : points) {
        xx += point.weight * (point.x - x) * (point.x - x);
        xy += point.weight * (point.x - x) * (point.y - y);
    }
    if (!(xx > 0)) return Error{ErrorCode::InvalidInput, "line: all points have the same x"};

    LineFit fit;
    fit.slope = xy / xx;
    fit.intercept = y - fit.slope * x;
    fit.freedom = static_cast<double>(points.size() - 2);
    for (const WeightedPoint& point : points) {
        const double residual = point.y - fit.intercept - fit.slope * point.x;
        fit.residualVariance += point.weight * residual * residual / fit.freedom;
    }
    fit.slopeVariance = fit.residualVariance / xx;
    fit.interceptVariance = fit.residualVariance * (1 / weights + x * x / xx);
    fit.covariance = -x * fit.slopeVariance;
    return fit;
}

}  // namespace breakeven
