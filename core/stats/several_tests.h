/// The level of every test whose outcome is told, and the correction for many of them at once.
#pragma once

#include <span>
#include <vector>

namespace breakeven {

/// What a p-value may be at most, corrected where there are several; one less the confidence of every interval.
inline constexpr double Significance = 0.05;

/// P-values adjusted so that one wrong rejection among all of them is as improbable as the level says: reject where the
/// adjusted value is at most the level. In the order given; each >= its own p-value, <= 1. No independence is assumed.
/// Source: Holm, A simple sequentially rejective multiple test procedure, Scandinavian Journal of Statistics 6, 1979.
std::vector<double> holmAdjusted(std::span<const double> pValues);

/// P-values adjusted so that of all rejections, on average, at most the level is wrong; where nothing is to be found,
/// one wrong rejection among all is as improbable as with Holm. What else is clear makes it easier, so that more tests
/// do not hide what a few would show. In the order given; each >= its own p-value, <= 1. For tests that are independent
/// or depend on each other positively, as ratios to a common base do. Source: Benjamini and Hochberg, Controlling the
/// false discovery rate, Journal of the Royal Statistical Society B 57, 1995; Benjamini and Yekutieli, Annals of
/// Statistics 29, 2001 (dependence).
std::vector<double> falseDiscoveryAdjusted(std::span<const double> pValues);

}  // namespace breakeven
