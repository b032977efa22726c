#include "core/analysis/cross_check.h"

#include "core/analysis/percent.h"
#include "core/base/numbers.h"
#include "core/stats/fieller.h"
#include "core/stats/median.h"
#include "core/stats/quantiles.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <utility>
#include <vector>

namespace breakeven {

namespace {

constexpr double Reach = 100;              ///< furthest size, as a factor of the break-even
constexpr std::ptrdiff_t MostOnASide = 3;  ///< sizes
constexpr double CurvatureAllowed = 0.05;  ///< of the longer time

double parallelTime(const RatioPoint& point) {
    return point.base.count() * std::exp(-point.logRatio);
}

double longerTime(const RatioPoint& point) {
    return std::max(point.base.count(), parallelTime(point));
}

/// Half-width of the log ratio's interval; 0 when nothing is known of it.
double uncertainty(const RatioPoint& point) {
    if (const auto ranks = medianRanks(point.rounds.size()))
        return (point.rounds[ranks->high - 1] - point.rounds[ranks->low - 1]) / 2;
    return normalQuantile(0.975) * point.spread.value_or(0);
}

/// The nearest ones on either side.
std::span<const RatioPoint> pointsAround(std::span<const RatioPoint> points, double breakEven) {
    const auto isBelow = [&](const RatioPoint& point) { return static_cast<double>(point.size) < breakEven; };
    const auto isFar = [&](const RatioPoint& point) {
        const auto size = static_cast<double>(point.size);
        return size * Reach < breakEven || size > breakEven * Reach;
    };
    const auto middle = std::ranges::partition_point(points, isBelow);
    auto first = middle - std::min(MostOnASide, middle - points.begin());
    auto last = middle + std::min(MostOnASide, points.end() - middle);
    while (first != middle && isFar(*first))
        ++first;
    while (last != middle && isFar(*(last - 1)))
        --last;
    return {first, last};
}

CrossCheck refused(std::string why) {
    CrossCheck check;
    check.refusal = std::move(why);
    return check;
}

}  // namespace

CrossCheck crossCheck(std::span<const RatioPoint> points, double breakEven, Interval<double> interval) {
    const auto near = pointsAround(points, breakEven);
    if (near.size() < 3) {
        return refused("The linear model needs 3 sizes near the break-even, there are " + std::to_string(near.size()));
    }
    std::vector<WeightedPoint> gains;
    for (const RatioPoint& point : near) {
        const double serial = point.base.count();
        const double parallel = parallelTime(point);
        gains.push_back(
            {static_cast<double>(point.size), serial - parallel, 1 / (serial * serial + parallel * parallel)});
    }
    const auto line = fitLine(gains);
    if (!line) return refused("The linear model cannot be fitted to these times");
    for (std::size_t i = 0; i < near.size(); ++i) {
        const double off = std::fabs(gains[i].y - line->intercept - line->slope * gains[i].x);
        const double longer = longerTime(near[i]);
        if (off <= std::max(CurvatureAllowed * longer, uncertainty(near[i]) * parallelTime(near[i]))) continue;
        return refused("The times are not straight in the size near the break-even: at " + countItems(gains[i].x) +
                       " they are off the linear model by " + percent(off / longer) + " of the time");
    }
    const FiellerSet set = zeroOf(*line);
    if (set.kind != FiellerSet::Kind::Bounded || set.value <= 0 || set.interval.high <= 0) {
        return refused("The lines of the linear model are too parallel to meet at one size");
    }
    CrossCheck check;
    check.size = set.value;
    check.interval = {std::max(0.0, set.interval.low), set.interval.high};
    check.agrees = check.interval->low <= interval.high && interval.low <= check.interval->high;
    return check;
}

}  // namespace breakeven
