#include "core/analysis/ratio_points.h"

#include "core/analysis/speedup.h"
#include "core/stats/launch_shifts.h"
#include "core/stats/median.h"
#include "core/stats/order_tests.h"
#include "core/stats/quantiles.h"
#include "core/stats/several_tests.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <memory>
#include <span>
#include <utility>

namespace breakeven {

namespace {

/// Rounds of one launch.
struct Launch {
    double count = 0;
    double sum = 0;
    double squares = 0;
};

/// What the rounds of one size tell about its launches.
struct LaunchVariance {
    double within = 0;   // of rounds of one launch
    double excess = 0;   // of the launches' means over what their rounds explain, in units of within; may be below 0
    double freedom = 0;  // degrees of freedom of excess; 0: nothing is told
    double share = 1;    // of the variance between launches, what is left in the middle of all rounds
};

LaunchVariance launchVariance(const std::map<int, Launch>& launches) {
    double count = 0;
    double sum = 0;
    double squaredCounts = 0;
    for (const auto& [id, launch] : launches) {
        count += launch.count;
        sum += launch.sum;
        squaredCounts += launch.count * launch.count;
    }
    LaunchVariance variance;
    variance.share = squaredCounts / (count * count);
    const double among = static_cast<double>(launches.size()) - 1;
    const double inside = count - static_cast<double>(launches.size());
    if (inside <= 0) return variance;
    double squaresAmong = 0;
    double squaresInside = 0;
    for (const auto& [id, launch] : launches) {
        const double mean = launch.sum / launch.count;
        squaresInside += launch.squares - launch.sum * mean;
        squaresAmong += launch.count * (mean - sum / count) * (mean - sum / count);
    }
    variance.within = squaresInside / inside;
    if (launches.size() < FewestLaunches || inside <= 2 || variance.within <= 0) return variance;
    // The ratio of the two is inside / (inside - 2) on average where launches have no luck.
    const double ratio = squaresAmong / among / variance.within * (inside - 2) / inside;
    variance.excess = (ratio - 1) * among / (count - squaredCounts / count);
    variance.freedom = among;
    return variance;
}

/// What one size says by itself.
struct SizeRatios {
    RatioPoint point;               // without its rounds
    std::vector<Observation> logs;  // log ratios of the rounds, in the order of measuring
    LaunchVariance variance;
};

/// Absent when there is nothing to compare.
using KnownRatios = std::optional<SizeRatios>;

KnownRatios ratiosOf(const Results& results, const TrialResult& base, const TrialResult& result) {
    SizeRatios ratios;
    RatioPoint& point = ratios.point;
    point.size = result.trial.size;
    point.logSize = std::log(static_cast<double>(point.size));
    const auto baseSummary = summaryOf(base);
    if (!baseSummary || baseSummary->median <= Seconds(0)) return std::nullopt;
    point.base = baseSummary->median;
    std::map<int, Launch> launches;
    for (const TimePair& pair : pairedTimes(base, result)) {
        const double logRatio = std::log(pair.base / pair.other);
        if (!std::isfinite(logRatio)) continue;
        ratios.logs.push_back({logRatio, pair.launch});
        Launch& launch = launches[pair.launch];
        ++launch.count;
        launch.sum += logRatio;
        launch.squares += logRatio * logRatio;
    }
    if (ratios.logs.empty()) {
        const auto speedup = speedupVsSerial(results, result);
        if (!speedup) return std::nullopt;
        point.logRatio = std::log(speedup->value);
        if (const auto& interval = speedup->interval; interval && interval->low > 0)
            point.spread = std::log(interval->high / interval->low) / (2 * normalQuantile(0.975));
        return ratios;
    }
    point.launches = static_cast<int>(launches.size());
    ratios.variance = launchVariance(launches);
    return ratios;
}

/// With the rounds, less what their launches add to them.
RatioPoint pointOf(const SizeRatios& ratios, const LaunchShifts& shifts, double serialEffect) {
    RatioPoint point = ratios.point;
    if (ratios.logs.empty()) return point;
    for (const Observation& log : ratios.logs) {
        const auto shift = shifts.ofLaunch.find(log.launch);
        point.rounds.push_back(log.value - (shift == shifts.ofLaunch.end() ? 0 : shift->second));
    }
    std::ranges::sort(point.rounds);
    point.logRatio = median(point.rounds);
    for (double& round : point.rounds)
        round = point.logRatio + (round - point.logRatio) * std::sqrt(serialEffect);
    return point;
}

/// Design effect of the rounds of all sizes, see SerialCorrelation: each launch of each size is a series of its own.
double serialEffectOf(std::span<const std::vector<Observation>> sizes) {
    std::vector<Observation> all;
    int series = 0;
    for (const std::vector<Observation>& size : sizes) {
        std::map<int, int> seriesOf;  // by launch
        for (const Observation& observation : size) {
            const auto own = seriesOf.try_emplace(observation.launch, series);
            if (own.second) ++series;
            all.push_back({observation.value, own.first->second});
        }
    }
    const auto serial = serialCorrelation(all);
    return serial && serial->pValue < Significance ? std::max(1.0, serial->designEffect) : 1;
}

}  // namespace

std::vector<RatioPoint> ratioPoints(const Results& results, const Curve& curve) {
    std::vector<std::shared_ptr<const KnownRatios>> sizes;
    std::vector<std::vector<Observation>> logs;
    double excess = 0;
    double freedom = 0;
    for (const TrialResult* result : curve.trials) {
        const TrialResult* base = comparableBaseOf(results, *result);
        if (base == nullptr) continue;
        auto known =
            result->samples.recall<KnownRatios>(base->samples, [&] { return ratiosOf(results, *base, *result); });
        if (!*known) continue;
        const LaunchVariance& variance = (*known)->variance;
        excess += variance.freedom * variance.excess;
        freedom += variance.freedom;
        logs.push_back((*known)->logs);
        sizes.push_back(std::move(known));
    }
    const LaunchShifts shifts = launchShifts(logs);
    const double evenly = shifts.ofLaunch.empty() ? 1 : 1 / static_cast<double>(shifts.ofLaunch.size());
    const bool isParted = shifts.told >= LaunchShifts::FewestSeries;
    const double pooled = freedom > 0 ? std::max(0.0, excess / freedom) : 0;
    const bool isKnown = shifts.ofLaunch.size() >= FewestLaunches;
    const double common = isParted && isKnown ? shifts.spread * shifts.spread : 0;
    const double serialEffect = serialEffectOf(logs);
    std::vector<RatioPoint> points;
    for (const auto& known : sizes) {
        points.push_back(pointOf(**known, shifts, serialEffect));
        const LaunchVariance& variance = (*known)->variance;
        RatioPoint& point = points.back();
        const double all = pooled * std::max(0.0, variance.within);
        const double left = std::lerp(variance.share, evenly, shifts.reliability);
        point.launchSpread = std::sqrt((isParted ? common : all) * left);
        if (!isParted || pooled <= 0) continue;
        const double rounds = static_cast<double>((*known)->logs.size()) / static_cast<double>(point.launches);
        const double reliability = 1 - 1 / (1 + pooled * rounds);
        point.ownSpread = std::sqrt(std::max(0.0, reliability * all - common) * variance.share);
        point.ownFreedom = freedom;
    }
    return points;
}

}  // namespace breakeven
