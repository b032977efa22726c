/// Ranks of values.
#pragma once

#include <span>
#include <vector>

namespace breakeven {

/// 1 for the smallest; equal values share the mean of their ranks.
std::vector<double> midRanks(std::span<const double> values);

}  // namespace breakeven
