#include "core/analysis/log_estimate.h"

#include "core/stats/quantiles.h"

#include <cmath>
#include <numeric>

namespace breakeven {

namespace {

double side(const LogEstimate& a, const LogEstimate& b, double Interval<double>::*end) {
    return std::hypot((*a.interval).*end - a.value, (*b.interval).*end - b.value);
}

}  // namespace

Ratio LogEstimate::ratio() const {
    return std::exp(value);
}

std::optional<Interval<Ratio>> LogEstimate::ratioInterval() const {
    if (!interval) return std::nullopt;
    return Interval<Ratio>{std::exp(interval->low), std::exp(interval->high)};
}

LogEstimate LogEstimate::operator-() const {
    LogEstimate negative{-value, {}};
    if (interval) negative.interval = {-interval->high, -interval->low};
    return negative;
}

LogEstimate logOf(double value, const std::optional<Interval<double>>& interval) {
    LogEstimate estimate{std::log(value), {}};
    if (interval && interval->low > 0) estimate.interval = {std::log(interval->low), std::log(interval->high)};
    return estimate;
}

LogEstimate logOf(const Speedup& speedup) {
    return logOf(speedup.value, speedup.interval);
}

LogEstimate operator+(const LogEstimate& a, const LogEstimate& b) {
    LogEstimate sum{a.value + b.value, {}};
    if (a.interval && b.interval) {
        sum.interval = {sum.value - side(a, b, &Interval<double>::low),
                        sum.value + side(a, b, &Interval<double>::high)};
    }
    return sum;
}

LogEstimate meanOf(std::span<const double> logs) {
    const auto count = static_cast<double>(logs.size());
    LogEstimate mean{std::accumulate(logs.begin(), logs.end(), 0.0) / count, {}};
    if (logs.size() < 2) return mean;
    double squares = 0;
    for (const double log : logs)
        squares += (log - mean.value) * (log - mean.value);
    const double reach = studentQuantile(0.975, count - 1) * std::sqrt(squares / (count - 1) / count);
    mean.interval = {mean.value - reach, mean.value + reach};
    return mean;
}

}  // namespace breakeven
