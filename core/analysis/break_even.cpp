#include "core/analysis/break_even.h"

#include "core/analysis/curves.h"
#include "core/analysis/speedup.h"
#include "core/stats/summary.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <random>
#include <span>
#include <utility>

namespace breakeven {

namespace {

constexpr std::size_t Resamples = 2000;
constexpr std::size_t TailResamples = Resamples / 40;  // 2.5 %
constexpr std::size_t FewestRounds = 3;
constexpr std::uint64_t BootstrapSeed = 0x9E3779B97F4A7C15;
constexpr double Infinity = std::numeric_limits<double>::infinity();

/// What serial and parallel took at one size: log(serial / parallel), above 0 where parallel is faster.
struct SizePoint {
    ItemCount size = 1;
    double logSize = 0;
    double logRatio = 0;
    std::vector<double> rounds;  // ascending log ratios of the paired rounds; empty: known by medians only
};

/// A curve's sizes that can be compared with serial, ascending.
std::vector<SizePoint> comparedSizes(const Results& results, const Curve& curve) {
    std::vector<SizePoint> points;
    for (const TrialResult* result : curve.trials) {
        const TrialResult* base = comparableBaseOf(results, *result);
        if (base == nullptr) continue;
        SizePoint point;
        point.size = result->trial.size;
        point.logSize = std::log(static_cast<double>(point.size));
        for (const TimePair& pair : pairedTimes(*base, *result)) {
            const double logRatio = std::log(pair.base / pair.other);
            if (std::isfinite(logRatio)) point.rounds.push_back(logRatio);
        }
        if (point.rounds.empty()) {
            const auto speedup = speedupVsSerial(results, *result);
            if (!speedup) continue;
            point.logRatio = std::log(speedup->value);
        } else {
            std::ranges::sort(point.rounds);
            point.logRatio = median(point.rounds);
        }
        points.push_back(std::move(point));
    }
    return points;
}

/// Where parallel becomes faster, as log(size): -infinity when it is faster everywhere, infinity when nowhere. No
/// value when it is faster at small sizes only: then no size can be named from which parallel pays.
struct Crossing {
    std::optional<double> logSize;
    std::size_t below = 0;  // index of the last slower size before it
};

Crossing firstCrossing(std::span<const SizePoint> points, std::span<const double> logRatios) {
    for (std::size_t i = 0; i + 1 < points.size(); ++i) {
        const double before = logRatios[i];
        const double after = logRatios[i + 1];
        if (before > 0 || after <= 0) continue;
        const double step = points[i + 1].logSize - points[i].logSize;
        return {points[i].logSize + step * before / (before - after), i};
    }
    if (logRatios.back() > 0) return {-Infinity, 0};
    if (logRatios.front() <= 0) return {Infinity, points.size() - 1};
    return {};
}

/// Medians of resamples, as ranks into the ascending rounds. A resample with replacement of n rounds has its median
/// at the middle of n sorted random ranks, whatever the values are, so curves with equally many rounds share a draw;
/// the sizes of one curve do not, since their rounds are independent.
class MedianDraws {
public:
    struct Ranks {
        std::uint32_t low = 0;
        std::uint32_t high = 0;
    };

    const std::vector<Ranks>& of(std::size_t sizePosition, std::size_t rounds) {
        std::vector<Ranks>& draws = m_draws[{sizePosition, rounds}];
        if (draws.empty()) draw(draws, sizePosition, rounds);
        return draws;
    }

private:
    static void draw(std::vector<Ranks>& draws, std::size_t sizePosition, std::size_t rounds) {
        std::mt19937_64 generator(BootstrapSeed + sizePosition);
        std::vector<std::uint32_t> chosen(rounds);
        draws.reserve(Resamples);
        for (std::size_t i = 0; i < Resamples; ++i) {
            std::ranges::fill(chosen, 0U);
            for (std::size_t round = 0; round < rounds; ++round) {
                // Multiply-shift maps 32 random bits to [0, rounds) without a division.
                ++chosen[static_cast<std::size_t>(((generator() >> 32U) * rounds) >> 32U)];
            }
            draws.push_back({rankOf((rounds - 1) / 2, chosen), rankOf(rounds / 2, chosen)});
        }
    }

    /// The value at a position of the sorted resample, given how often each rank was chosen.
    static std::uint32_t rankOf(std::size_t position, const std::vector<std::uint32_t>& chosen) {
        std::size_t rank = 0;
        for (std::size_t seen = chosen[0]; seen <= position; seen += chosen[rank]) ++rank;
        return static_cast<std::uint32_t>(rank);
    }

    std::map<std::pair<std::size_t, std::size_t>, std::vector<Ranks>> m_draws;
};

/// Crossings of all resamples as log(size), ascending. A resample that is faster at small sizes only has no crossing
/// from which parallel pays: it counts as infinity.
std::vector<double> resampledCrossings(std::span<const SizePoint> points, MedianDraws& draws) {
    std::vector<const std::vector<MedianDraws::Ranks>*> ranks;
    for (std::size_t i = 0; i < points.size(); ++i) {
        ranks.push_back(points[i].rounds.empty() ? nullptr : &draws.of(i, points[i].rounds.size()));
    }
    std::vector<double> crossings(Resamples);
    std::vector<double> logRatios(points.size());
    for (std::size_t resample = 0; resample < Resamples; ++resample) {
        for (std::size_t i = 0; i < points.size(); ++i) {
            if (ranks[i] == nullptr) {
                logRatios[i] = points[i].logRatio;
                continue;
            }
            const auto [low, high] = (*ranks[i])[resample];
            logRatios[i] = 0.5 * (points[i].rounds[low] + points[i].rounds[high]);
        }
        crossings[resample] = firstCrossing(points, logRatios).logSize.value_or(Infinity);
    }
    std::ranges::sort(crossings);
    return crossings;
}

bool hasEnoughRounds(const Crossing& crossing, std::span<const SizePoint> points) {
    if (points[crossing.below].rounds.size() < FewestRounds) return false;
    const bool isBetweenSizes = crossing.logSize && std::isfinite(*crossing.logSize);
    return !isBetweenSizes || points[crossing.below + 1].rounds.size() >= FewestRounds;
}

void locate(BreakEven& breakEven, std::span<const SizePoint> points, MedianDraws& draws) {
    std::vector<double> logRatios;
    for (const SizePoint& point : points) logRatios.push_back(point.logRatio);
    const Crossing crossing = firstCrossing(points, logRatios);
    const bool isBetweenSizes = crossing.logSize && std::isfinite(*crossing.logSize);
    if (!crossing.logSize) return;
    if (!hasEnoughRounds(crossing, points)) {
        if (isBetweenSizes) breakEven.size = std::exp(*crossing.logSize);
        return;
    }
    const std::vector<double> crossings = resampledCrossings(points, draws);
    const double low = crossings[TailResamples];
    const double high = crossings[Resamples - 1 - TailResamples];
    if (low == high && std::isinf(low)) {
        breakEven.status = low < 0 ? BreakEvenStatus::AlwaysFaster : BreakEvenStatus::NeverInRange;
    } else if (std::isfinite(low) && std::isfinite(high) && isBetweenSizes) {
        breakEven.status = BreakEvenStatus::Resolved;
        breakEven.size = std::exp(*crossing.logSize);
        breakEven.interval = {std::exp(low), std::exp(high)};
    } else if (std::isfinite(low) || std::isfinite(high)) {
        breakEven.interval = {std::exp(low), std::exp(high)};
    }
}

double interpolated(double x, double x0, double y0, double x1, double y1) {
    return x1 > x0 ? y0 + (y1 - y0) * (x - x0) / (x1 - x0) : y0;
}

struct SpeedupAt {
    ItemCount size = 1;
    Speedup speedup;
};

AtSize interpolatedAt(ItemCount size, const SpeedupAt& left, const SpeedupAt& right) {
    const double x = std::log(static_cast<double>(size));
    const double x0 = std::log(static_cast<double>(left.size));
    const double x1 = std::log(static_cast<double>(right.size));
    const auto between = [&](Ratio y0, Ratio y1) {
        return std::exp(interpolated(x, x0, std::log(y0), x1, std::log(y1)));
    };
    AtSize answer;
    answer.size = size;
    answer.speedup = between(left.speedup.value, right.speedup.value);
    if (left.speedup.interval && right.speedup.interval) {
        answer.interval = {between(left.speedup.interval->low, right.speedup.interval->low),
                           between(left.speedup.interval->high, right.speedup.interval->high)};
    }
    answer.outside = size < left.size || size > right.size;
    return answer;
}

}  // namespace

std::vector<BreakEven> breakEvens(const Results& results) {
    std::vector<BreakEven> found;
    MedianDraws draws;
    for (const Curve& curve : curvesOf(results)) {
        if (curve.isSerial()) continue;
        const std::vector<SizePoint> points = comparedSizes(results, curve);
        if (points.size() < 2) continue;
        BreakEven breakEven;
        breakEven.series = curve.first();
        breakEven.label = curve.label;
        breakEven.measured = {points.front().size, points.back().size};
        locate(breakEven, points, draws);
        found.push_back(std::move(breakEven));
    }
    return found;
}

std::vector<AtSize> atSize(const Results& results, ItemCount size) {
    std::vector<AtSize> answers;
    for (const Curve& curve : curvesOf(results)) {
        if (curve.isSerial()) continue;
        std::vector<SpeedupAt> known;
        for (const TrialResult* result : curve.trials) {
            const auto speedup = comparableBaseOf(results, *result) ? speedupVsSerial(results, *result) : std::nullopt;
            if (speedup) known.push_back({result->trial.size, *speedup});
        }
        if (known.empty()) continue;
        auto right = std::ranges::lower_bound(known, size, {}, &SpeedupAt::size);
        if (right == known.end()) --right;
        const auto left = right == known.begin() || right->size <= size ? right : std::prev(right);
        AtSize answer = interpolatedAt(size, *left, *right);
        answer.series = curve.first();
        answer.label = curve.label;
        answers.push_back(std::move(answer));
    }
    return answers;
}

std::string_view statusWord(BreakEvenStatus status) {
    switch (status) {
        case BreakEvenStatus::Resolved: return "resolved";
        case BreakEvenStatus::AlwaysFaster: return "always-faster";
        case BreakEvenStatus::NeverInRange: return "never-in-range";
        case BreakEvenStatus::NotResolved: return "not-resolved";
    }
    return "not-resolved";
}

}  // namespace breakeven
