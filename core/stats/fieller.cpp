#include "core/stats/fieller.h"

#include "core/stats/quantiles.h"

#include <algorithm>
#include <cmath>

namespace breakeven {

FiellerSet fiellerSet(const UncertainQuotient& quotient, double confidence) {
    const double t = studentQuantile((1 + confidence) / 2, quotient.freedom);
    // All q with (numerator - q * denominator)^2 <= t^2 * variance of that: a * q^2 - 2 * b * q + c <= 0.
    const double a = quotient.denominator * quotient.denominator - t * t * quotient.denominatorVariance;
    const double b = quotient.numerator * quotient.denominator - t * t * quotient.covariance;
    const double c = quotient.numerator * quotient.numerator - t * t * quotient.numeratorVariance;
    FiellerSet set;
    set.value = quotient.numerator / quotient.denominator;
    set.g = t * t * quotient.denominatorVariance / (quotient.denominator * quotient.denominator);
    const double discriminant = b * b - a * c;
    if (a == 0 || (a < 0 && discriminant < 0)) return set;
    // The root that cancels least, and the other by the product of both.
    const double root = std::sqrt(std::max(0.0, discriminant));
    const double larger = b + std::copysign(root, b);
    const double first = larger / a;
    const double second = larger == 0 ? first : c / larger;
    set.interval = {std::min(first, second), std::max(first, second)};
    set.kind = a > 0 ? FiellerSet::Kind::Bounded : FiellerSet::Kind::Outside;
    return set;
}

FiellerSet zeroOf(const LineFit& line, double confidence) {
    return fiellerSet({.numerator = -line.intercept,
                       .denominator = line.slope,
                       .numeratorVariance = line.interceptVariance,
                       .denominatorVariance = line.slopeVariance,
                       .covariance = -line.covariance,
                       .freedom = line.freedom},
                      confidence);
}

}  // namespace breakeven
