#include "core/analysis/ratio_points.h"

#include "core/analysis/speedup.h"
#include "core/stats/median.h"
#include "core/stats/order_tests.h"
#include "core/stats/quantiles.h"

#include <algorithm>
#include <cmath>
#include <map>
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

/// Absent when there is nothing to compare.
using KnownPoint = std::optional<std::pair<RatioPoint, LaunchVariance>>;

KnownPoint pointOf(const Results& results, const TrialResult& base, const TrialResult& result) {
    RatioPoint point;
    point.size = result.trial.size;
    point.logSize = std::log(static_cast<double>(point.size));
    const auto baseSummary = summaryOf(base);
    if (!baseSummary || baseSummary->median <= Seconds(0)) return std::nullopt;
    point.base = baseSummary->median;
    std::map<int, Launch> launches;
    std::vector<Observation> logs;
    for (const TimePair& pair : pairedTimes(base, result)) {
        const double logRatio = std::log(pair.base / pair.other);
        if (!std::isfinite(logRatio)) continue;
        point.rounds.push_back(logRatio);
        logs.push_back({logRatio, pair.launch});
        Launch& launch = launches[pair.launch];
        ++launch.count;
        launch.sum += logRatio;
        launch.squares += logRatio * logRatio;
    }
    if (point.rounds.empty()) {
        const auto speedup = speedupVsSerial(results, result);
        if (!speedup) return std::nullopt;
        point.logRatio = std::log(speedup->value);
        if (const auto& interval = speedup->interval; interval && interval->low > 0)
            point.spread = std::log(interval->high / interval->low) / (2 * normalQuantile(0.975));
        return std::pair(std::move(point), LaunchVariance());
    }
    std::ranges::sort(point.rounds);
    point.logRatio = median(point.rounds);
    if (const auto serial = serialCorrelation(logs); serial && serial->designEffect > 1)
        for (double& round : point.rounds)
            round = point.logRatio + (round - point.logRatio) * std::sqrt(serial->designEffect);
    point.launches = static_cast<int>(launches.size());
    return std::pair(std::move(point), launchVariance(launches));
}

}  // namespace

std::vector<RatioPoint> ratioPoints(const Results& results, const Curve& curve) {
    std::vector<RatioPoint> points;
    std::vector<LaunchVariance> variances;
    double excess = 0;
    double freedom = 0;
    for (const TrialResult* result : curve.trials) {
        const TrialResult* base = comparableBaseOf(results, *result);
        if (base == nullptr) continue;
        const auto known =
            result->samples.recall<KnownPoint>(base->samples, [&] { return pointOf(results, *base, *result); });
        if (!*known) continue;
        const auto& [point, variance] = **known;
        points.push_back(point);
        variances.push_back(variance);
        excess += variance.freedom * variance.excess;
        freedom += variance.freedom;
    }
    if (excess <= 0) return points;
    for (std::size_t i = 0; i < points.size(); ++i)
        points[i].launchSpread = std::sqrt(excess / freedom * std::max(0.0, variances[i].within) * variances[i].share);
    return points;
}

}  // namespace breakeven
