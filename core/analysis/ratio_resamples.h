/// What other runs of the same experiment might have shown: resampled log ratios, for intervals by the bootstrap.
#pragma once

#include "core/analysis/ratio_points.h"

#include <cstddef>
#include <map>
#include <span>
#include <utility>
#include <vector>

namespace breakeven {

inline constexpr std::size_t Resamples = 2000;
inline constexpr std::size_t TailResamples = Resamples / 40;  ///< 2.5 %

/// Draws whole rounds, and launches, with a fixed seed: the same points give the same resamples. Curves share the
/// draws; keep one for all of them.
class RatioResamples {
public:
    /// The median log ratio of each point in every resample: one row per point.
    /// The rounds of each size are resampled on their own, since no two sizes share a round. A launch has its luck at
    /// all sizes, so what it adds is drawn once per resample, from Student's distribution with one degree of freedom
    /// less than there are launches: 3 launches can be resampled in 10 ways only, which would miss the tails. What
    /// launches add at one size alone is drawn for each size.
    /// The median of resampled rounds varies more than that of rounds, by 13 % of 6, 9 % of 10 and 6 % of 50 normal
    /// ones (simulated) and more where tails are long; 0.35 over the root of their number is taken off. Without rounds
    /// the ratio is drawn from a normal of the known spread. Source: Efron and Tibshirani, An Introduction to the
    /// Bootstrap, chapter 13; for few clusters Davison and Hinkley, Bootstrap Methods and their Application,
    /// section 3.8.
    std::vector<std::vector<double>> of(std::span<const RatioPoint> points);

    /// The row of one point alone, the same as among all. Range: position < points.size().
    std::vector<double> of(std::span<const RatioPoint> points, std::size_t position);

private:
    struct Ranks {
        std::size_t low = 0;
        std::size_t high = 0;
    };

    const std::vector<Ranks>& medianRanks(std::size_t position, std::size_t rounds);
    const std::vector<double>& launchLuck(int launches);

    std::map<std::pair<std::size_t, std::size_t>, std::vector<Ranks>> m_ranks;
    std::map<int, std::vector<double>> m_luck;
};

}  // namespace breakeven
