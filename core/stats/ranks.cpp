#include "core/stats/ranks.h"

#include <algorithm>

namespace breakeven {

std::vector<Placed> inOrder(std::span<const double> values) {
    std::vector<Placed> order;  // with the values, since looking each up would take longer than moving it
    order.reserve(values.size());
    for (const double value : values)
        order.push_back({value, order.size()});
    std::ranges::sort(order, {}, &Placed::value);
    return order;
}

std::vector<double> midRanks(std::span<const double> values) {
    return midRanksOf(inOrder(values));
}

std::vector<double> midRanksOf(std::span<const Placed> ascending) {
    std::vector<double> ranks(ascending.size());
    for (std::size_t begin = 0, end = 0; begin < ascending.size(); begin = end) {
        while (end < ascending.size() && ascending[end].value == ascending[begin].value)
            ++end;
        for (std::size_t i = begin; i < end; ++i)
            ranks[ascending[i].place] = static_cast<double>(begin + 1 + end) / 2;
    }
    return ranks;
}

}  // namespace breakeven
