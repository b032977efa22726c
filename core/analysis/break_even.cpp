#include "core/analysis/break_even.h"

#include "core/analysis/curves.h"
#include "core/analysis/local_lines.h"
#include "core/analysis/ratio_resamples.h"
#include "core/analysis/speedup.h"
#include "core/stats/quantiles.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <span>
#include <utility>

namespace breakeven {

namespace {

constexpr double Infinity = std::numeric_limits<double>::infinity();

bool isFaster(double logRatio) {
    return logRatio > 0;
}

/// As log(size), from the log ratios of two neighbours of which the second is faster and the first is not.
double betweenByRatio(const RatioPoint& left, const RatioPoint& right, double before, double after) {
    return left.logSize + (right.logSize - left.logSize) * before / (before - after);
}

/// The same by the time that parallel gains, which is straight in the size.
double betweenByTime(const RatioPoint& left, const RatioPoint& right, double before, double after) {
    const double lost = left.base.count() * std::expm1(-before);
    const double gained = -right.base.count() * std::expm1(-after);
    const auto from = static_cast<double>(left.size);
    return std::log(from + (static_cast<double>(right.size) - from) * lost / (lost + gained));
}

/// Where parallel becomes faster for good, as log(size): -infinity when it is faster everywhere, infinity when nowhere.
/// No value when it is faster at some size but not at the largest: then no size can be named from which parallel pays.
struct LastCrossing {
    std::optional<double> byRatio;
    double byTime = Infinity;
    std::size_t below = 0;  // index of the last slower size before it
};

LastCrossing lastCrossing(std::span<const RatioPoint> points, std::span<const double> logRatios) {
    if (std::ranges::none_of(logRatios, isFaster)) return {Infinity, Infinity, points.size() - 1};
    if (!isFaster(logRatios.back())) return {};
    for (std::size_t i = points.size() - 1; i > 0; --i) {
        const double before = logRatios[i - 1];
        const double after = logRatios[i];
        if (isFaster(before)) continue;
        return {betweenByRatio(points[i - 1], points[i], before, after),
                betweenByTime(points[i - 1], points[i], before, after), i - 1};
    }
    return {-Infinity, -Infinity, 0};
}

std::vector<Crossing> allCrossings(std::span<const RatioPoint> points) {
    std::vector<Crossing> crossings;
    for (std::size_t i = 1; i < points.size(); ++i) {
        const double before = points[i - 1].logRatio;
        const double after = points[i].logRatio;
        if (isFaster(before) == isFaster(after)) continue;
        crossings.push_back({std::exp(betweenByRatio(points[i - 1], points[i], before, after)), isFaster(after)});
    }
    return crossings;
}

/// What 95 % of the resamples enclose, as log(size). Nothing is measured between two sizes, so half of the resamples
/// interpolate one way, half the other. A resample that is not faster at the largest size has no crossing from which
/// parallel pays: it counts as infinity.
Interval<double> resampledInterval(std::span<const RatioPoint> points, const LocalLines& lines,
                                   RatioResamples& resamples) {
    const std::vector<std::vector<double>> ratiosOfSizes = resamples.of(points);
    std::vector<double> crossings(Resamples);
    std::vector<double> logRatios(points.size());
    for (std::size_t resample = 0; resample < Resamples; ++resample) {
        for (std::size_t i = 0; i < points.size(); ++i)
            logRatios[i] = ratiosOfSizes[i][resample];
        lines.smooth(logRatios);
        const LastCrossing crossing = lastCrossing(points, logRatios);
        crossings[resample] = resample % 2 == 0 ? crossing.byRatio.value_or(Infinity) : crossing.byTime;
    }
    const auto low = crossings.begin() + TailResamples;
    const auto high = crossings.end() - 1 - TailResamples;
    std::nth_element(crossings.begin(), low, crossings.end());
    std::nth_element(low + 1, high, crossings.end());
    return {*low, *high};
}

/// What medians alone leave open: nobody knows what the noise of their sizes has in common. Drawn for each size by
/// itself it narrows the bounds; so the curves on which all sizes are at the same end of their intervals count, too.
Interval<double> joinedWithCommonNoise(Interval<double> resampled, std::span<const RatioPoint> points) {
    const auto crossingAt = [&](double quantile) {
        std::vector<double> logRatios;
        for (const RatioPoint& point : points)
            logRatios.push_back(point.logRatio + quantile * point.spread.value_or(0));
        return lastCrossing(points, logRatios);
    };
    const double quantile = normalQuantile(0.975);
    const LastCrossing earliest = crossingAt(quantile);
    const LastCrossing latest = crossingAt(-quantile);
    return {std::min({resampled.low, earliest.byRatio.value_or(Infinity), earliest.byTime}),
            std::max({resampled.high, latest.byRatio.value_or(Infinity), latest.byTime})};
}

void locate(BreakEven& breakEven, std::span<const RatioPoint> points, RatioResamples& resamples) {
    std::vector<double> logRatios;
    for (const RatioPoint& point : points)
        logRatios.push_back(point.logRatio);
    const LocalLines lines(points);
    lines.smooth(logRatios);
    const LastCrossing crossing = lastCrossing(points, logRatios);
    if (!crossing.byRatio) return;
    const bool isBetweenSizes = std::isfinite(*crossing.byRatio);
    if (isBetweenSizes) breakEven.neighbours = {points[crossing.below].size, points[crossing.below + 1].size};
    const bool isSolid = points[crossing.below].isSolid() && points.back().isSolid() &&
                         (!isBetweenSizes || points[crossing.below + 1].isSolid());
    if (!isSolid) {
        if (isBetweenSizes) breakEven.size = std::exp(*crossing.byRatio);
        return;
    }
    Interval<double> bounds = resampledInterval(points, lines, resamples);
    if (std::ranges::any_of(points, [](const RatioPoint& point) { return point.rounds.empty(); }))
        bounds = joinedWithCommonNoise(bounds, points);
    const auto [low, high] = bounds;
    if (low == high && std::isinf(low)) {
        breakEven.status = low < 0 ? BreakEvenStatus::AlwaysFaster : BreakEvenStatus::NeverInRange;
    } else if (std::isfinite(low) && std::isfinite(high) && isBetweenSizes) {
        breakEven.status = BreakEvenStatus::Resolved;
        breakEven.size = std::exp(*crossing.byRatio);
        breakEven.interval = {std::exp(low), std::exp(high)};
    } else if (std::isfinite(low) || std::isfinite(high)) {
        breakEven.interval = {std::exp(low), std::exp(high)};
    }
}

/// What is said of the whole curve must not be more than its sizes say, each with what is known of its launches and
/// rounds, nor contradict them: no break-even lies below a size that is slower, and none is bounded from above where no
/// size is faster from there on. The sizes up to which all are slower, or from which all are faster, are what is left.
void keepToTheSizes(BreakEven& breakEven, const Results& results, const Curve& curve) {
    double slowerTo = 0;  // items, whatever lies below
    double fasterFrom = Infinity;
    bool mayBeFaster = false;
    bool mayBeSlower = false;
    for (const TrialResult* result : curve.trials) {
        const auto speedup = speedupVsSerial(results, *result);
        if (!speedup || !speedup->isSolid()) continue;
        const auto size = static_cast<double>(result->trial.size);
        const auto [low, high] = *speedup->interval;
        mayBeFaster |= high > 1;
        mayBeSlower |= low < 1;
        if (high < 1) slowerTo = size;
        if (!(low > 1))
            fasterFrom = Infinity;
        else if (std::isinf(fasterFrom))
            fasterFrom = size;
    }
    const bool isOpen = std::isinf(fasterFrom) || (breakEven.interval && slowerTo > breakEven.interval->high);
    const bool isTooMuch = (breakEven.status == BreakEvenStatus::NeverInRange && mayBeFaster) ||
                           (breakEven.status == BreakEvenStatus::AlwaysFaster && mayBeSlower) ||
                           (breakEven.status == BreakEvenStatus::Resolved && isOpen);
    if (isTooMuch) {
        breakEven.status = BreakEvenStatus::NotResolved;
        breakEven.size.reset();
        if (!breakEven.interval) breakEven.interval = {slowerTo, fasterFrom};
    }
    if (!breakEven.interval || breakEven.status != BreakEvenStatus::NotResolved) return;
    breakEven.interval->low = std::max(breakEven.interval->low, slowerTo);
    if (std::isinf(fasterFrom) || breakEven.interval->high < slowerTo) breakEven.interval->high = fasterFrom;
    if (breakEven.interval->low <= 0 && std::isinf(breakEven.interval->high)) breakEven.interval.reset();
}

std::vector<BreakEven> breakEvensOf(const Results& results) {
    std::vector<BreakEven> found;
    RatioResamples resamples;
    for (const Curve& curve : curvesOf(results)) {
        if (isLoop(curve.first())) continue;  // in whatever language, it is not parallel
        const std::vector<RatioPoint> points = ratioPoints(results, curve);
        if (points.size() < 2) continue;
        BreakEven breakEven;
        breakEven.series = curve.first();
        breakEven.label = curve.label;
        breakEven.measured = {points.front().size, points.back().size};
        breakEven.crossings = allCrossings(points);
        for (const RatioPoint& point : points)
            breakEven.launches = std::max(breakEven.launches, point.launches);
        locate(breakEven, points, resamples);
        keepToTheSizes(breakEven, results, curve);
        if (breakEven.status == BreakEvenStatus::Resolved)
            breakEven.crossCheck = crossCheck(points, *breakEven.size, *breakEven.interval);
        found.push_back(std::move(breakEven));
    }
    return found;
}

}  // namespace

std::vector<BreakEven> breakEvens(const Results& results) {
    return *results.recall<std::vector<BreakEven>>([&] { return breakEvensOf(results); });
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
