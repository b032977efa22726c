#include "core/stats/median.h"

#include "core/stats/order_tests.h"
#include "core/stats/quantiles.h"
#include "core/stats/ranks.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <vector>

namespace breakeven {

namespace {

/// From here on launches count as different, and only their number says how well the median is known.
constexpr double FullEvidence = 1.5;

using Launches = std::map<int, std::vector<double>>;

/// All values in one order, placed as if the launches stood one after the other: sorting is what takes the time.
std::vector<Placed> inOneOrder(const Launches& groups) {
    std::vector<double> pooled;
    for (const auto& [launch, group] : groups)
        pooled.insert(pooled.end(), group.begin(), group.end());
    return inOrder(pooled);
}

/// Each launch's own part of that order.
std::vector<std::vector<Placed>> ordersOf(const Launches& groups, std::span<const Placed> ascending) {
    std::vector<std::size_t> launchAt;  // by place
    std::vector<std::size_t> begins;
    std::vector<std::vector<Placed>> orders(groups.size());
    launchAt.reserve(ascending.size());
    for (const auto& [launch, group] : groups) {
        orders[begins.size()].reserve(group.size());
        begins.push_back(launchAt.size());
        launchAt.insert(launchAt.end(), group.size(), begins.size() - 1);
    }
    for (const Placed& each : ascending) {
        const std::size_t launch = launchAt[each.place];
        orders[launch].push_back({each.value, each.place - begins[launch]});
    }
    return orders;
}

double medianOfSorted(std::span<const double> sorted) {
    const std::size_t middle = sorted.size() / 2;
    return sorted.size() % 2 == 1 ? sorted[middle] : std::midpoint(sorted[middle - 1], sorted[middle]);
}

/// Mean square of the ranks between launches over that within them; 0 where each launch has one round.
double fOfRanks(const Launches& groups, std::span<const Placed> ascending) {
    const std::size_t count = ascending.size();
    const std::vector<double> ranks = midRanksOf(ascending);
    const double middle = static_cast<double>(count + 1) / 2;
    double between = 0;
    double total = 0;
    auto rank = ranks.begin();
    for (const auto& [launch, group] : groups) {
        double sum = 0;
        for (std::size_t i = 0; i < group.size(); ++i, ++rank) {
            sum += *rank - middle;
            total += (*rank - middle) * (*rank - middle);
        }
        between += sum * sum / static_cast<double>(group.size());
    }
    if (!(total > 0)) return 0;
    constexpr double Least = 1e-9;  // of the variance lies within, so that launches without any spread have an F
    const double within = std::max(total - between, Least * total);
    return between / static_cast<double>(groups.size() - 1) * static_cast<double>(count - groups.size()) / within;
}

std::optional<LaunchSpread> launchSpread(const Launches& groups, std::span<const Placed> ascending) {
    const std::size_t count = ascending.size();
    if (groups.size() < FewestLaunches) return std::nullopt;
    const double f = fOfRanks(groups, ascending);
    if (f <= 1) return std::nullopt;

    std::vector<double> weights;
    std::vector<double> medians;
    for (const auto& [launch, group] : groups) {
        weights.push_back(static_cast<double>(group.size()) / static_cast<double>(count));
        medians.push_back(median(group));
    }
    const double centre = std::inner_product(weights.begin(), weights.end(), medians.begin(), 0.0);
    double variance = 0;
    double weightSquares = 0;
    for (std::size_t i = 0; i < medians.size(); ++i) {
        variance += weights[i] * weights[i] * (medians[i] - centre) * (medians[i] - centre);
        weightSquares += weights[i] * weights[i];
    }
    const auto launches = static_cast<double>(groups.size());
    const double launchFreedom = std::max(1.0, 1 / weightSquares - 1);  // launches of unequal size count for fewer
    const double roundFreedom = static_cast<double>(count) - launches;
    const double evidence = std::min(1.0, (f - 1) / (FullEvidence - 1));
    const double freedom = 1 / (evidence / launchFreedom + (1 - evidence) / roundFreedom);
    return LaunchSpread{.error = std::sqrt(variance * launches / (launches - 1)), .freedom = std::max(1.0, freedom)};
}

/// Of independent values, asked for more than the confidence so that it holds for correlated ones.
std::optional<Interval<double>> widenedInterval(std::span<const double> ascending, double confidence, double effect) {
    const auto plain = medianInterval(ascending, confidence);
    if (!plain || effect <= 1) return plain;
    const double z = normalQuantile((1 + confidence) / 2) * std::sqrt(effect);
    const auto wider = medianInterval(ascending, 1 - 2 * normalCdf(-z));
    return wider ? *wider : Interval<double>{ascending.front(), ascending.back()};
}

}  // namespace

std::optional<Interval<std::size_t>> medianRanks(std::size_t count, double confidence) {
    if (count == 0) return std::nullopt;
    // Binomial(count, 1/2) weights from the centre outwards, relative to the central one, until they stop mattering:
    // the neighbour's weight follows by one product, the sum follows by symmetry, and nothing overflows at any count.
    constexpr double Negligible = 1e-40;
    const std::size_t centre = count / 2;
    std::vector<double> weights{1.0};  // of centre, centre - 1, …
    for (std::size_t k = centre; k > 0 && weights.back() > Negligible; --k)
        weights.push_back(weights.back() * static_cast<double>(k) / static_cast<double>(count - k + 1));
    const double half = std::accumulate(weights.rbegin(), weights.rend(), 0.0);
    const double total = count % 2 == 1 ? 2 * half : 2 * half - 1;

    // The largest rank r with P(fewer than r samples below the median) still within one tail.
    const double allowed = total * (1 - confidence) / 2;
    std::size_t rank = centre + 1 - weights.size();
    double tail = 0;
    for (auto weight = weights.rbegin(); weight != weights.rend() && tail + *weight <= allowed; ++weight) {
        tail += *weight;
        ++rank;
    }
    if (rank == 0) return std::nullopt;
    return Interval<std::size_t>{rank, count + 1 - rank};
}

double median(std::span<const double> values) {
    std::vector<double> some(values.begin(), values.end());
    const auto middle = some.begin() + static_cast<std::ptrdiff_t>(some.size() / 2);
    std::ranges::nth_element(some, middle);
    return some.size() % 2 == 1 ? *middle : std::midpoint(*std::max_element(some.begin(), middle), *middle);
}

std::optional<Interval<double>> medianInterval(std::span<const double> ascending, double confidence) {
    const auto ranks = medianRanks(ascending.size(), confidence);
    if (!ranks) return std::nullopt;
    const std::size_t low = ranks->low - 1;
    const std::size_t high = ranks->high - 1;
    if (low + 1 >= high) return Interval<double>{ascending[low], ascending[high]};
    const double outer = 1 - 2 * coinTail(low, ascending.size());
    const double inner = 1 - 2 * coinTail(low + 1, ascending.size());
    const double step = (outer - confidence) / (outer - inner);
    const auto n = static_cast<double>(ascending.size());
    const auto rank = static_cast<double>(ranks->low);
    const double share = (n - rank) * step / (rank + (n - 2 * rank) * step);
    return Interval<double>{std::lerp(ascending[low], ascending[low + 1], share),
                            std::lerp(ascending[high], ascending[high - 1], share)};
}

MedianEstimate medianEstimate(std::span<const Observation> observations, double confidence) {
    const Launches groups = byLaunch(observations);
    const std::vector<Placed> ascending = inOneOrder(groups);
    std::vector<double> sorted;
    sorted.reserve(ascending.size());
    for (const Placed& each : ascending)
        sorted.push_back(each.value);

    MedianEstimate estimate;
    estimate.value = medianOfSorted(sorted);
    estimate.count = sorted.size();
    estimate.launches = groups.size();
    if (const auto serial = serialCorrelation(ordersOf(groups, ascending)))
        estimate.serialEffect = serial->designEffect;
    estimate.interval = widenedInterval(sorted, confidence, estimate.serialEffect);
    estimate.spread = launchSpread(groups, ascending);
    if (estimate.interval && estimate.spread) {
        const double reach = estimate.spread->error * studentQuantile((1 + confidence) / 2, estimate.spread->freedom);
        estimate.interval->low = std::min(estimate.interval->low, estimate.value - reach);
        estimate.interval->high = std::max(estimate.interval->high, estimate.value + reach);
    }
    return estimate;
}

double widthFreedom(const MedianEstimate& estimate) {
    const double freedom = std::sqrt(static_cast<double>(estimate.count) / estimate.serialEffect);
    return std::max(1.0, estimate.spread ? std::min(freedom, estimate.spread->freedom) : freedom);
}

}  // namespace breakeven
