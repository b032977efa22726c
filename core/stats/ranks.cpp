#include "core/stats/ranks.h"

#include <algorithm>
#include <cstddef>

namespace breakeven {

std::vector<double> midRanks(std::span<const double> values) {
    struct Placed {
        double value;
        std::size_t place;
    };
    std::vector<Placed> order;  // with the values, since looking each up would take longer than moving it
    order.reserve(values.size());
    for (const double value : values)
        order.push_back({value, order.size()});
    std::ranges::sort(order, {}, &Placed::value);
    std::vector<double> ranks(values.size());
    for (std::size_t begin = 0, end = 0; begin < order.size(); begin = end) {
        while (end < order.size() && order[end].value == order[begin].value)
            ++end;
        for (std::size_t i = begin; i < end; ++i)
            ranks[order[i].place] = static_cast<double>(begin + 1 + end) / 2;
    }
    return ranks;
}

}  // namespace breakeven
