/// A straight line through points of known weight.
#pragma once

#include "core/base/result.h"

#include <cstddef>
#include <span>

namespace breakeven {

struct WeightedPoint {
    double x = 0;
    double y = 0;
    double weight = 1;  ///< > 0, in proportion to 1 / variance of y
};

/// y = intercept + slope * x, with the (co)variances of both.
struct LineFit {
    double intercept = 0;
    double slope = 0;
    double interceptVariance = 0;
    double slopeVariance = 0;
    double covariance = 0;
    double freedom = 1;           ///< degrees of freedom of the variances: points - 2
    double residualVariance = 0;  ///< of a point of weight 1
};

/// Weighted least squares; the variances come from the residuals, so only the proportions of the weights matter.
/// Errors: InvalidInput with fewer than 3 points, with all x the same, or with a number that is not finite.
/// Source: Draper and Smith, Applied Regression Analysis, 3rd ed., sections 1.4 and 9.2.
Result<LineFit> fitLine(std::span<const WeightedPoint> points);

}  // namespace breakeven
