/// Ranks of values.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace breakeven {

struct Placed {
    double value = 0;
    std::size_t place = 0;  ///< among the values, before they were put in order
};

/// Ascending.
std::vector<Placed> inOrder(std::span<const double> values);

/// 1 for the smallest; equal values share the mean of their ranks.
std::vector<double> midRanks(std::span<const double> values);

/// The same of values that are in order already, by place. Range: each place below their count, once.
std::vector<double> midRanksOf(std::span<const Placed> ascending);

}  // namespace breakeven
