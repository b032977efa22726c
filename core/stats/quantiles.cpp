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

/// Relative error 1.15e-9 at most.
double roughNormalQuantile(double p) {
    constexpr std::array A{-3.969683028665376e+01, 2.209460984245205e+02,  -2.759285104469687e+02,
                           1.383577518672690e+02,  -3.066479806614716e+01, 2.506628277459239e+00};
    constexpr std::array B{-5.447609879822406e+01, 1.615858368580409e+02,  -1.556989798598866e+02,
                           6.680131188771972e+01,  -1.328068155288572e+01, 1.0};
    constexpr std::array C{-7.784894002430293e-03, -3.223964580411365e-01, -2.400758277161838e+00,
                           -2.549732539343734e+00, 4.374664141464968e+00,  2.938163982698783e+00};
    constexpr std::array D{7.784695709041462e-03, 3.224671290700398e-01, 2.445134137142996e+00, 3.754408661907416e+00,
                           1.0};
    constexpr double Tail = 0.02425;
    if (p > 0.5) return -roughNormalQuantile(1 - p);
    if (p < Tail) {
        const double q = std::sqrt(-2 * std::log(p));
        return polynomial(C, q) / polynomial(D, q);
    }
    const double q = p - 0.5;
    return q * polynomial(A, q * q) / polynomial(B, q * q);
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
    const double z = roughNormalQuantile(probability);
    const double density = std::exp(-z * z / 2) / std::sqrt(2 * std::numbers::pi);
    const double step = (normalCdf(z) - probability) / density;
    return z - step / (1 + z * step / 2);
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
