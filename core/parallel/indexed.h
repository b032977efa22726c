/// Lists as the workers need them: items that can be reached by number.
#pragma once

#include <iterator>
#include <ranges>
#include <type_traits>
#include <utility>
#include <vector>

namespace breakeven {

/// Items that can be reached by number: the range itself when it allows that, else a copy.
template <class Items>
concept Indexed = std::ranges::random_access_range<const Items> && std::ranges::sized_range<const Items>;

template <std::ranges::input_range Items>
decltype(auto) indexed(Items&& items) {
    using Range = std::remove_reference_t<Items>;
    if constexpr (Indexed<Range>) {
        return std::as_const(items);
    } else {
        std::vector<std::ranges::range_value_t<Range>> copy;
        for (auto&& item : items)
            copy.push_back(std::forward<decltype(item)>(item));
        return copy;
    }
}

template <class Items>
using ItemOf = std::iter_reference_t<decltype(std::ranges::begin(
    std::as_const(std::declval<decltype(indexed(std::declval<Items>()))&>())))>;

}  // namespace breakeven
