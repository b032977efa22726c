#include "core/analysis/ratio_resamples.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <numeric>
#include <random>

namespace breakeven {

namespace {

constexpr std::uint64_t Seed = 0x9E3779B97F4A7C15;
constexpr std::uint64_t OwnSeed = 0xC2B2AE3D27D4EB4F;
constexpr double Excess = 0.35;  ///< of a resampled median's deviation, times the root of the number of rounds

}  // namespace

/// Medians of resamples, as ranks into the ascending rounds. Curves with equally many rounds share a draw, since the
/// ranks do not depend on the values.
/// A resample of n rounds takes the ranks floor(n·U) of n uniform numbers. Its middle is found without drawing them
/// all: the k-th smallest of n is Beta(k, n + 1 - k), and the next one is the smallest of the n - k above it.
/// Source: David and Nagaraja, Order Statistics, 3rd ed., sections 2.1 and 2.5.
const std::vector<RatioResamples::Ranks>& RatioResamples::medianRanks(std::size_t position, std::size_t rounds) {
    std::vector<Ranks>& draws = m_ranks[{position, rounds}];
    if (!draws.empty()) return draws;
    const auto n = static_cast<double>(rounds);
    const auto k = static_cast<double>((rounds + 1) / 2);
    const auto rankOf = [&](double uniform) { return std::min(static_cast<std::size_t>(n * uniform), rounds - 1); };
    std::mt19937_64 generator(Seed + position);
    std::gamma_distribution<double> upTo(k);
    std::gamma_distribution<double> beyond(n + 1 - k);
    std::uniform_real_distribution<double> share;
    draws.reserve(Resamples);
    for (std::size_t i = 0; i < Resamples; ++i) {
        const double before = upTo(generator);
        const double middle = before / (before + beyond(generator));
        Ranks ranks{rankOf(middle), rankOf(middle)};
        if (rounds % 2 == 0) ranks.high = rankOf(1 - (1 - middle) * std::pow(share(generator), 1 / (n - k)));
        draws.push_back(ranks);
    }
    return draws;
}

const std::vector<double>& RatioResamples::launchLuck(int launches) {
    std::vector<double>& draws = m_luck[launches];
    if (!draws.empty()) return draws;
    std::mt19937_64 generator(Seed);
    std::student_t_distribution<double> luck(launches - 1);
    draws.resize(Resamples);
    std::ranges::generate(draws, [&] { return luck(generator); });
    return draws;
}

std::vector<double> RatioResamples::of(std::span<const RatioPoint> points, std::size_t position) {
    const RatioPoint& point = points[position];
    std::vector<double> logRatios(Resamples, point.logRatio);
    if (!point.rounds.empty()) {
        const double shrinkage = 1 / (1 + Excess / std::sqrt(static_cast<double>(point.rounds.size())));
        std::ranges::transform(medianRanks(position, point.rounds.size()), logRatios.begin(), [&](Ranks ranks) {
            const double resampled = std::midpoint(point.rounds[ranks.low], point.rounds[ranks.high]);
            return std::lerp(point.logRatio, resampled, shrinkage);
        });
        if (point.ownSpread > 0) {
            std::mt19937_64 generator(OwnSeed + position);
            std::student_t_distribution<double> own(point.ownFreedom);
            for (double& logRatio : logRatios)
                logRatio += point.ownSpread * own(generator);
        }
    } else if (point.spread) {
        std::mt19937_64 generator(Seed + position);
        std::normal_distribution<double> noise;
        for (double& logRatio : logRatios)
            logRatio += *point.spread * noise(generator);
    }
    if (point.launchSpread <= 0) return logRatios;
    const int launches = std::ranges::max(points, {}, &RatioPoint::launches).launches;
    if (launches < 2) return logRatios;
    const std::vector<double>& luck = launchLuck(launches);
    for (std::size_t i = 0; i < Resamples; ++i)
        logRatios[i] += point.launchSpread * luck[i];
    return logRatios;
}

std::vector<std::vector<double>> RatioResamples::of(std::span<const RatioPoint> points) {
    std::vector<std::vector<double>> resamples;
    resamples.reserve(points.size());
    for (std::size_t position = 0; position < points.size(); ++position)
        resamples.push_back(of(points, position));
    return resamples;
}

}  // namespace breakeven
