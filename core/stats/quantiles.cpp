#include "core/stats/quantiles.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numbers>

namespace breakeven {

namespace {

double polynomial(const auto& coefficients, double x) {
    double value = 0;
    for (const double coefficient : coefficients)
        value = value * x + coefficient;
    return value;
}

/// Lentz's method on the continued fraction of I_x(a, b); converges fast for x < (a + 1) / (a + b + 2).
double betaFraction(double a, double b, double x) {
    constexpr double Tiny = 1e-300;
    constexpr int MostTerms = 500;
    const auto away = [](double value) { return std::fabs(value) < Tiny ? Tiny : value; };
    double c = 1;
    double d = 1 / away(1 - (a + b) * x / (a + 1));
    double fraction = d;
    for (int m = 1; m <= MostTerms; ++m) {
        const double even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
        d = 1 / away(1 + even * d);
        c = away(1 + even / c);
        fraction *= d * c;
        const double odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
        d = 1 / away(1 + odd * d);
        c = away(1 + odd / c);
        fraction *= d * c;
        if (std::fabs(d * c - 1) < std::numeric_limits<double>::epsilon()) break;
    }
    return fraction;
}

double studentDensity(double t, double freedom) {
    const double scale = std::lgamma((freedom + 1) / 2) - std::lgamma(freedom / 2);
    return std::exp(scale - (freedom + 1) / 2 * std::log1p(t * t / freedom)) / std::sqrt(freedom * std::numbers::pi);
}

}  // namespace

double normalCdf(double z) {
    return std::erfc(-z / std::numbers::sqrt2) / 2;
}

double normalQuantile(double probability) {
    constexpr std::array A{2.5090809287301226727e+3, 3.3430575583588128105e+4, 6.7265770927008700853e+4,
                           4.5921953931549871457e+4, 1.3731693765509461125e+4, 1.9715909503065514427e+3,
                           1.3314166789178437745e+2, 3.3871328727963666080e+0};
    constexpr std::array B{
        5.2264952788528545610e+3, 2.8729085735721942674e+4, 3.9307895800092710610e+4, 2.1213794301586595867e+4,
        5.3941960214247511077e+3, 6.8718700749205790830e+2, 4.2313330701600911252e+1, 1.0};
    constexpr std::array C{7.74545014278341407640e-4, 2.27238449892691845833e-2, 2.41780725177450611770e-1,
                           1.27045825245236838258e+0, 3.64784832476320460504e+0, 5.76949722146069140550e+0,
                           4.63033784615654529590e+0, 1.42343711074968357734e+0};
    constexpr std::array D{
        1.05075007164441684324e-9, 5.47593808499534494600e-4, 1.51986665636164571966e-2, 1.48103976427480074590e-1,
        6.89767334985100004550e-1, 1.67638483018380384940e+0, 2.05319162663775882187e+0, 1.0};
    constexpr std::array E{2.01033439929228813265e-7, 2.71155556874348757815e-5, 1.24266094738807843860e-3,
                           2.65321895265761230930e-2, 2.96560571828504891230e-1, 1.78482653991729133580e+0,
                           5.46378491116411436990e+0, 6.65790464350110377720e+0};
    constexpr std::array F{
        2.04426310338993978564e-15, 1.42151175831644588870e-7, 1.84631831751005468180e-5, 7.86869131145613259100e-4,
        1.48753612908506148525e-2,  1.36929880922735805310e-1, 5.99832206555887937690e-1, 1.0};
    constexpr double Centre = 0.425;  // on either side of 1/2
    constexpr double FarOut = 5;      // of the root of -log(tail)
    const double q = probability - 0.5;
    if (std::fabs(q) <= Centre) {
        const double r = Centre * Centre - q * q;
        return q * polynomial(A, r) / polynomial(B, r);
    }
    const double r = std::sqrt(-std::log(std::min(probability, 1 - probability)));
    const double z = r <= FarOut ? polynomial(C, r - 1.6) / polynomial(D, r - 1.6)
                                 : polynomial(E, r - FarOut) / polynomial(F, r - FarOut);
    return std::copysign(z, q);
}

double incompleteBeta(double a, double b, double x) {
    if (x <= 0) return 0;
    if (x >= 1) return 1;
    const double front =
        std::exp(std::lgamma(a + b) - std::lgamma(a) - std::lgamma(b) + a * std::log(x) + b * std::log1p(-x));
    if (x < (a + 1) / (a + b + 2)) return front * betaFraction(a, b, x) / a;
    return 1 - front * betaFraction(b, a, 1 - x) / b;
}

double studentTwoSided(double t, double freedom) {
    if (std::isinf(freedom)) return 2 * normalCdf(-std::fabs(t));
    return incompleteBeta(freedom / 2, 0.5, freedom / (freedom + t * t));
}

double studentQuantile(double probability, double freedom) {
    if (probability == 0.5) return 0;
    if (std::isinf(freedom)) return normalQuantile(probability);
    // Newton's steps from the normal quantile never overshoot: it is nearer to 0, and the law is concave beyond it.
    constexpr int MostSteps = 100;
    const double tail = std::min(probability, 1 - probability);
    double t = -normalQuantile(tail);
    for (int step = 0; step < MostSteps; ++step) {
        const double missing = (studentTwoSided(t, freedom) / 2 - tail) / studentDensity(t, freedom);
        t += missing;
        if (std::fabs(missing) <= 1e-10 * t) break;
    }
    return probability > 0.5 ? t : -t;
}

double coinTail(std::size_t successes, std::size_t count) {
    if (successes >= count) return 1;
    const auto k = static_cast<double>(successes);
    return incompleteBeta(static_cast<double>(count) - k, k + 1, 0.5);
}

}  // namespace breakeven
