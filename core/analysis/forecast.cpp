#include "core/analysis/forecast.h"

#include "core/base/calls.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace breakeven {

namespace {

struct Point {
    double size = 0;
    double seconds = 0;
};

/// Measured, smaller than the trial; ascending. Of trials that a plan holds twice the faster counts.
std::vector<Point> smallerOf(const Trial& trial, const Plan& plan, const Results& results) {
    std::vector<Point> points;
    for (const Trial& other : plan.trials) {
        if (other.size >= trial.size || !sameSeries(other, trial)) continue;
        const TrialResult* const result = results.find(other.id);
        if (result == nullptr || result->samples.empty()) continue;
        const auto fastest = std::ranges::min(result->samples, {}, &Sample::seconds).seconds;
        points.push_back({.size = static_cast<double>(other.size), .seconds = fastest.count()});
    }
    std::ranges::sort(points, {}, [](const Point& point) { return std::pair(point.size, point.seconds); });
    const auto repeats = std::ranges::unique(points, {}, &Point::size);
    points.erase(repeats.begin(), repeats.end());
    return points;
}

bool goesItemByItem(const Trial& trial) {
    const auto call = parseCall(trial.call);
    return call && (*call == Call::Apply || *call == Call::ApplyAsync || trial.chunk == "1");
}

}  // namespace

std::optional<Seconds> forecastOf(const Trial& trial, const Plan& plan, const Results& results) {
    const auto points = smallerOf(trial, plan, results);
    const auto size = static_cast<double>(trial.size);
    if (points.empty()) return std::nullopt;
    const Point& last = points.back();
    if (points.size() == 1) {
        if (!goesItemByItem(trial)) return std::nullopt;
        return Seconds(last.seconds * size / last.size);
    }
    const Point& before = points[points.size() - 2];
    const double perItem = std::max(0.0, (last.seconds - before.seconds) / (last.size - before.size));
    return Seconds(last.seconds + perItem * (size - last.size));
}

}  // namespace breakeven
