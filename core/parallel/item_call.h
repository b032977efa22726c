/// ItemCall: how a callable is fed with one item of a list.
#pragma once

#include "core/base/random.h"
#include "core/base/units.h"

#include <concepts>
#include <functional>
#include <tuple>
#include <type_traits>
#include <utility>

namespace breakeven {

/// Where the random streams of a list begin.
struct RandomOrigin {
    std::uint64_t seed = 0;
    ItemCount firstItem = 0;  ///< number of the list's first item, for lists that are part of another

    RandomStream streamOf(ItemCount item) const { return {seed, firstItem + item}; }
};

enum class Feed {
    Item,       ///< f(item)
    Arguments,  ///< f(arguments…): the item is a tuple, pair or array of them
};

template <class Item>
concept TupleLike = requires {
    std::tuple_size<std::remove_cvref_t<Item>>::value;
};

namespace detail {

template <class F, class Item>
constexpr bool TakesArguments = false;
template <class F, TupleLike Item>
constexpr bool TakesArguments<F, Item> = []<std::size_t... I>(std::index_sequence<I...>) {
    return std::invocable<const F&, decltype(std::get<I>(std::declval<Item>()))...>;
}
(std::make_index_sequence<std::tuple_size_v<std::remove_cvref_t<Item>>>());

template <class F, class Item>
constexpr bool TakesArgumentsAndStream = false;
template <class F, TupleLike Item>
constexpr bool TakesArgumentsAndStream<F, Item> = []<std::size_t... I>(std::index_sequence<I...>) {
    return std::invocable<const F&, decltype(std::get<I>(std::declval<Item>()))..., RandomStream&>;
}
(std::make_index_sequence<std::tuple_size_v<std::remove_cvref_t<Item>>>());

}  // namespace detail

/// A callable may ask for a RandomStream& after its item or arguments; several workers call it at the same time, so it
/// is called as const.
template <Feed feed, class F, class Item>
concept CallableWith = (feed == Feed::Item &&
                        (std::invocable<const F&, Item> || std::invocable<const F&, Item, RandomStream&>)) ||
                       (feed == Feed::Arguments &&
                        (detail::TakesArguments<F, Item> || detail::TakesArgumentsAndStream<F, Item>));

/// The call for item number `index`, with its own stream of random numbers when the callable asks for one.
template <Feed feed, class F, class Item>
decltype(auto) callWith(const F& f, Item&& item, [[maybe_unused]] const RandomOrigin& random,
                        [[maybe_unused]] ItemCount index) {
    if constexpr (feed == Feed::Item) {
        if constexpr (std::invocable<const F&, Item>) {
            return std::invoke(f, std::forward<Item>(item));
        } else {
            RandomStream stream = random.streamOf(index);
            return std::invoke(f, std::forward<Item>(item), stream);
        }
    } else {
        if constexpr (detail::TakesArguments<F, Item>) {
            return std::apply(f, std::forward<Item>(item));
        } else {
            RandomStream stream = random.streamOf(index);
            return std::apply(
                [&](auto&&... arguments) { return f(std::forward<decltype(arguments)>(arguments)..., stream); },
                std::forward<Item>(item));
        }
    }
}

template <Feed feed, class F, class Item>
using ResultOf =
    std::remove_cvref_t<decltype(callWith<feed>(std::declval<const F&>(), std::declval<Item>(), RandomOrigin{}, 0))>;

}  // namespace breakeven
