/// A positive quantity known with an uncertainty, on the log scale, where products are sums: what factors of a speed-up
/// and ratios of two runs are computed with.
#pragma once

#include "core/analysis/speedup.h"

#include <optional>
#include <span>

namespace breakeven {

struct LogEstimate {
    double value = 0;                          ///< natural logarithm
    std::optional<Interval<double>> interval;  ///< 95 %, of the logarithm; absent: not known

    Ratio ratio() const;
    std::optional<Interval<Ratio>> ratioInterval() const;
    LogEstimate operator-() const;  ///< of the reciprocal
};

/// Of a value above 0; an interval that reaches 0 is none.
LogEstimate logOf(double value, const std::optional<Interval<double>>& interval = std::nullopt);
LogEstimate logOf(const Speedup& speedup);

/// Of independent estimates. The interval's distances from the value are the root of the sum of squares of both, each
/// side for itself; absent when either has none.
/// Source: Zou and Donner, Construction of confidence limits about effect measures: a general approach, Statistics in
/// Medicine 27 (2008), known as MOVER.
LogEstimate operator+(const LogEstimate& a, const LogEstimate& b);

/// The mean of independent logarithms with Student's interval: the geometric mean of what they are the logarithms of.
/// No interval from fewer than 2. Range: not empty.
LogEstimate meanOf(std::span<const double> logs);

}  // namespace breakeven
