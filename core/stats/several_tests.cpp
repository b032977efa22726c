#include "core/stats/several_tests.h"

#include <algorithm>
#include <cstddef>
#include <numeric>

namespace breakeven {

namespace {

/// Places from the smallest value to the largest.
std::vector<std::size_t> ascending(std::span<const double> values) {
    std::vector<std::size_t> order(values.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::sort(order, {}, [&](std::size_t i) { return values[i]; });
    return order;
}

}  // namespace

std::vector<double> holmAdjusted(std::span<const double> pValues) {
    const std::vector<std::size_t> order = ascending(pValues);
    std::vector<double> adjusted(pValues.size());
    double largest = 0;
    for (std::size_t place = 0; place < order.size(); ++place) {
        const auto left = static_cast<double>(order.size() - place);
        largest = std::max(largest, std::min(1.0, left * pValues[order[place]]));
        adjusted[order[place]] = largest;
    }
    return adjusted;
}

std::vector<double> falseDiscoveryAdjusted(std::span<const double> pValues) {
    const std::vector<std::size_t> order = ascending(pValues);
    std::vector<double> adjusted(pValues.size());
    double smallest = 1;
    for (std::size_t place = order.size(); place-- > 0;) {
        const double part = static_cast<double>(order.size()) / static_cast<double>(place + 1);
        smallest = std::min(smallest, part * pValues[order[place]]);
        adjusted[order[place]] = smallest;
    }
    return adjusted;
}

}  // namespace breakeven
