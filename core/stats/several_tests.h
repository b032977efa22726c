/// Correction for many tests at once.
#pragma once

#include <span>
#include <vector>

namespace breakeven {

/// P-values adjusted so that one wrong rejection among all of them is as improbable as the level says: reject where the
/// adjusted value is at most the level. In the order given; each >= its own p-value, <= 1. No independence is assumed.
/// Source: Holm, A simple sequentially rejective multiple test procedure, Scandinavian Journal of Statistics 6, 1979.
std::vector<double> holmAdjusted(std::span<const double> pValues);

}  // namespace breakeven
