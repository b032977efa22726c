#include "core/analysis/break_even.h"

#include "core/analysis/curves.h"
#include "core/analysis/speedup.h"
#include "core/stats/summary.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <numeric>
#include <random>
#include <span>
#include <utility>

namespace breakeven {

namespace {

constexpr std::size_t Resamples = 2000;
constexpr std::size_t TailResamples = Resamples / 40;  // 2.5 %
constexpr double NormalQuantile = 1.959964;            // 97.5 %
constexpr std::uint64_t BootstrapSeed = 0x9E3779B97F4A7C15;
constexpr double Infinity = std::numeric_limits<double>::infinity();

/// What serial and parallel took at one size: log(serial / parallel), above 0 where parallel is faster.
struct SizePoint {
    ItemCount size = 1;
    double logSize = 0;
    double logRatio = 0;
    std::vector<double> rounds;    // ascending log ratios of the paired rounds; empty: known by medians only
    std::optional<double> spread;  // without rounds: standard deviation of logRatio; absent: n too small
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
            if (const auto& interval = speedup->interval; interval && interval->low > 0) {
                point.spread = std::log(interval->high / interval->low) / (2 * NormalQuantile);
            }
        } else {
            std::ranges::sort(point.rounds);
            point.logRatio = median(point.rounds);
        }
        points.push_back(std::move(point));
    }
    return points;
}

/// Where parallel becomes faster for good, as log(size): -infinity when it is faster everywhere, infinity when nowhere.
/// No value when it is faster at some size but not at the largest: then no size can be named from which parallel pays.
struct Crossing {
    std::optional<double> logSize;
    std::size_t below = 0;  // index of the last slower size before it
};

Crossing lastCrossing(std::span<const SizePoint> points, std::span<const double> logRatios) {
    const auto isFaster = [](double logRatio) { return logRatio > 0; };
    if (std::ranges::none_of(logRatios, isFaster)) return {Infinity, points.size() - 1};
    if (!isFaster(logRatios.back())) return {};
    for (std::size_t i = points.size() - 1; i > 0; --i) {
        const double before = logRatios[i - 1];
        const double after = logRatios[i];
        if (isFaster(before)) continue;
        const double step = points[i].logSize - points[i - 1].logSize;
        return {points[i - 1].logSize + step * before / (before - after), i - 1};
    }
    return {-Infinity, 0};
}

/// Medians of resamples, as ranks into the ascending rounds. Curves with equally many rounds share a draw, since the
/// ranks do not depend on the values; the sizes of one curve do not, since their rounds are independent.
class MedianDraws {
public:
    struct Ranks {
        std::size_t low = 0;
        std::size_t high = 0;
    };

    const std::vector<Ranks>& of(std::size_t sizePosition, std::size_t rounds) {
        std::vector<Ranks>& draws = m_draws[{sizePosition, rounds}];
        if (draws.empty()) draw(draws, sizePosition, rounds);
        return draws;
    }

private:
    /// A resample of n rounds takes the ranks floor(n·U) of n uniform numbers. Its middle is found without drawing them
    /// all: the k-th smallest of n is Beta(k, n + 1 - k), and the next one is the smallest of the n - k above it.
    /// Source: David and Nagaraja, Order Statistics, 3rd ed., sections 2.1 and 2.5.
    static void draw(std::vector<Ranks>& draws, std::size_t sizePosition, std::size_t rounds) {
        const auto n = static_cast<double>(rounds);
        const auto k = static_cast<double>((rounds + 1) / 2);
        const auto rankOf = [&](double uniform) { return std::min(static_cast<std::size_t>(n * uniform), rounds - 1); };
        std::mt19937_64 generator(BootstrapSeed + sizePosition);
        std::gamma_distribution<double> upTo(k);
        std::gamma_distribution<double> beyond(n + 1 - k);
        std::uniform_real_distribution<double> share;
        draws.reserve(Resamples);
        for (std::size_t i = 0; i < Resamples; ++i) {
            const double before = upTo(generator);
            const double middle = before / (before + beyond(generator));
            Ranks ranks{rankOf(middle), rankOf(middle)};
            if (rounds % 2 == 0) {
                ranks.high = rankOf(1 - (1 - middle) * std::pow(share(generator), 1 / (n - k)));
            }
            draws.push_back(ranks);
        }
    }

    std::map<std::pair<std::size_t, std::size_t>, std::vector<Ranks>> m_draws;
};

/// The log ratio of one size in every resample. Without rounds it is drawn from a normal of the known spread.
std::vector<double> resampled(const SizePoint& point, std::size_t position, MedianDraws& draws) {
    std::vector<double> logRatios(Resamples, point.logRatio);
    if (!point.rounds.empty()) {
        std::ranges::transform(draws.of(position, point.rounds.size()), logRatios.begin(), [&](const auto& ranks) {
            return std::midpoint(point.rounds[ranks.low], point.rounds[ranks.high]);
        });
    } else if (point.spread) {
        std::mt19937_64 generator(BootstrapSeed + position);
        std::normal_distribution<double> noise;
        for (double& logRatio : logRatios)
            logRatio += *point.spread * noise(generator);
    }
    return logRatios;
}

/// Crossings of all resamples as log(size), ascending. A resample that is not faster at the largest size has no
/// crossing from which parallel pays: it counts as infinity.
std::vector<double> resampledCrossings(std::span<const SizePoint> points, MedianDraws& draws) {
    std::vector<std::vector<double>> ratiosOfSizes;
    for (std::size_t i = 0; i < points.size(); ++i)
        ratiosOfSizes.push_back(resampled(points[i], i, draws));
    std::vector<double> crossings(Resamples);
    std::vector<double> logRatios(points.size());
    for (std::size_t resample = 0; resample < Resamples; ++resample) {
        for (std::size_t i = 0; i < points.size(); ++i)
            logRatios[i] = ratiosOfSizes[i][resample];
        crossings[resample] = lastCrossing(points, logRatios).logSize.value_or(Infinity);
    }
    std::ranges::sort(crossings);
    return crossings;
}

/// Whether a size's noise is known well enough to decide.
bool isSolid(const SizePoint& point) {
    return point.rounds.empty() ? point.spread.has_value() : point.rounds.size() >= FewestRounds;
}

void locate(BreakEven& breakEven, std::span<const SizePoint> points, MedianDraws& draws) {
    std::vector<double> logRatios;
    for (const SizePoint& point : points)
        logRatios.push_back(point.logRatio);
    const Crossing crossing = lastCrossing(points, logRatios);
    const bool isBetweenSizes = crossing.logSize && std::isfinite(*crossing.logSize);
    if (!crossing.logSize) return;
    if (!isSolid(points[crossing.below]) || (isBetweenSizes && !isSolid(points[crossing.below + 1]))) {
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
        if (isLoop(curve.first())) continue;  // in whatever language, it is not parallel
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
            const auto speedup = speedupVsSerial(results, *result);
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
        case BreakEvenStatus::Resolved:
            return "resolved";
        case BreakEvenStatus::AlwaysFaster:
            return "always-faster";
        case BreakEvenStatus::NeverInRange:
            return "never-in-range";
        case BreakEvenStatus::NotResolved:
            return "not-resolved";
    }
    return "not-resolved";
}

}  // namespace breakeven
