#include "core/stats/launch_shifts.h"

#include "core/stats/median.h"
#include "core/stats/order_tests.h"

#include <cmath>
#include <cstddef>
#include <numeric>
#include <optional>
#include <set>

namespace breakeven {

namespace {

constexpr std::size_t FewestOfALaunch = 2;
constexpr std::size_t FewestShifted = 2;  ///< launches

/// How far each launch's median is from the middle of them, and how well that is known.
struct Distances {
    std::vector<double> ofLaunches;  // in their order
    double weight = 1;
};

/// Absent where not every launch has values enough.
std::optional<Distances> distancesOf(std::span<const Observation> observations, const std::set<int>& launches) {
    const std::map<int, std::vector<double>> groups = byLaunch(observations);
    Distances distances;
    double deviation = 0;
    double share = 0;  // of the variance of values, what the medians have of it
    for (const int launch : launches) {
        const auto group = groups.find(launch);
        if (group == groups.end() || group->second.size() < FewestOfALaunch) return std::nullopt;
        const double middle = median(group->second);
        for (const double value : group->second)
            deviation += std::abs(value - middle) / static_cast<double>(observations.size());
        share += 1 / static_cast<double>(group->second.size());
        distances.ofLaunches.push_back(middle);
    }
    if (!(deviation > 0)) return std::nullopt;
    distances.weight = 1 / (deviation * deviation * share);
    const double middle = std::reduce(distances.ofLaunches.begin(), distances.ofLaunches.end()) /
                          static_cast<double>(distances.ofLaunches.size());
    for (double& distance : distances.ofLaunches)
        distance -= middle;
    return distances;
}

}  // namespace

LaunchShifts launchShifts(std::span<const std::vector<Observation>> series) {
    std::set<int> launches;
    for (const std::vector<Observation>& observations : series) {
        for (const Observation& observation : observations)
            launches.insert(observation.launch);
    }
    std::vector<Distances> known;
    for (const std::vector<Observation>& observations : series) {
        if (auto distances = distancesOf(observations, launches)) known.push_back(*std::move(distances));
    }
    if (launches.size() < FewestShifted || known.size() < LaunchShifts::FewestSeries) return {};

    std::vector<double> means(launches.size());
    double weights = 0;
    for (const Distances& distances : known) {
        weights += distances.weight;
        for (std::size_t i = 0; i < means.size(); ++i)
            means[i] += distances.weight * distances.ofLaunches[i];
    }
    double common = 0;
    double apart = 0;
    for (std::size_t i = 0; i < means.size(); ++i) {
        means[i] /= weights;
        common += means[i] * means[i];
        for (const Distances& distances : known) {
            const double distance = distances.ofLaunches[i] - means[i];
            apart += distances.weight * distance * distance / weights;
        }
    }
    // The variance of the means, and what of it the series' disagreement accounts for.
    const double noise = apart / static_cast<double>(known.size() - 1);
    LaunchShifts shifts;
    shifts.told = known.size();
    if (common <= noise) return shifts;
    shifts.reliability = 1 - noise / common;
    shifts.spread = std::sqrt((common - noise) / static_cast<double>(launches.size() - 1));
    auto mean = means.begin();
    for (const int launch : launches)
        shifts.ofLaunch[launch] = shifts.reliability * *mean++;
    return shifts;
}

}  // namespace breakeven
