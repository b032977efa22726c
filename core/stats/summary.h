/// Summary statistics of independent samples. Pure functions; order of samples does not matter.
#pragma once

#include "core/base/result.h"
#include "core/base/summary.h"

#include <cstddef>
#include <optional>
#include <span>

namespace breakeven {

/// Ranks (1-based, low < high) of the order statistics that enclose the median with at least the given confidence;
/// absent when no pair does (n < 6 at 95 %). Exact for any continuous distribution: the count below the median is
/// Binomial(n, 1/2). Source: David and Nagaraja, Order Statistics, 3rd ed., section 7.1.
/// Range: confidence in (0, 1).
std::optional<Interval<std::size_t>> medianRanks(std::size_t count, double confidence = 0.95);

/// Middle value, mean of the two middle ones for even counts. Range: values not empty.
double median(std::span<const double> values);

/// Errors: InvalidInput when samples is empty or holds a value that is not finite.
Result<Summary> summarise(std::span<const Seconds> samples, double confidence = 0.95);

}  // namespace breakeven
