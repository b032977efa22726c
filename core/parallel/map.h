/// map, starmap, tryMap and reduce: a callable over a list by many workers.
///
/// Results come in input order, each written to its own place without a lock. The workers stay warm between calls. The
/// callable is called by several workers at the same time, so it must be callable as const; it may take a RandomStream&
/// as its last parameter, whose numbers depend on `seed` and the item alone, whatever the workers. A call from inside
/// another call's item runs in the worker that makes it.
///
/// With `.backend = "processes"` a crash or an endless item of the callable does not reach this process. Then the
/// callable must have no captures and the data must be plain or serialisable by cereal; the compiler refuses what it
/// can see to be neither (plain_data.h). Plain items and results travel in shared memory, others serialised.
///
/// All may be called from any thread and throw ParallelError: the lowest failed item with its text (WorkFailed,
/// TimedOut), ChildCrashed when a worker process died, Interrupted after `stop`, InvalidInput for options, Refused or
/// Internal when the results do not fit into memory or the system refuses workers.
#pragma once

#include "core/parallel/list_call.h"
#include "core/parallel/options.h"
#include "core/parallel/reduce_call.h"

#include <functional>
#include <numeric>
#include <optional>
#include <ranges>
#include <type_traits>
#include <utility>
#include <vector>

namespace breakeven {

namespace detail {

template <Feed feed, class Items, class F>
auto mapped(Items&& items, F f, const CallSettings& settings, const std::optional<Place>& place = {}) {
    using R = ResultOf<feed, F, ItemOf<Items>>;
    auto results = callList<feed, R>(indexed(std::forward<Items>(items)), std::move(f), settings, place);
    if (results.failure) throw *std::move(results.failure);
    return std::move(results.slots).take();
}

}  // namespace detail

/// f(item) for every item; nothing is returned when f returns nothing.
template <std::ranges::input_range Items, class F>
requires CallableWith<Feed::Item, F, ItemOf<Items>>
auto map(Items&& items, F f, const OptionsFor<Feed::Item, F, Items>& options = {}) {
    return detail::mapped<Feed::Item>(std::forward<Items>(items), std::move(f), settingsOf(options));
}

/// f(a, b, …) for every tuple, pair or array of arguments.
template <std::ranges::input_range Items, class F>
requires CallableWith<Feed::Arguments, F, ItemOf<Items>>
auto starmap(Items&& items, F f, const OptionsFor<Feed::Arguments, F, Items>& options = {}) {
    return detail::mapped<Feed::Arguments>(std::forward<Items>(items), std::move(f), settingsOf(options));
}

/// Like map, but an item that fails becomes an Error in its place and the others go on, all of them unless
/// `stopAfterErrors` is above 1; items that were never started say Interrupted. Throws only for options and for workers
/// that cannot be had.
template <std::ranges::input_range Items, class F>
requires CallableWith<Feed::Item, F, ItemOf<Items>>
auto tryMap(Items&& items, F f, const OptionsFor<Feed::Item, F, Items>& options = {}) {
    using R = ResultOf<Feed::Item, F, ItemOf<Items>>;
    auto settings = settingsOf(options);
    if (settings.rules.stopAfterErrors == 1) settings.rules.stopAfterErrors = JobRules::CollectAll;
    auto results = callList<Feed::Item, Marked<R>>(indexed(std::forward<Items>(items)), std::move(f), settings);
    return asResults<R>(std::move(results));
}

/// initial op transform(item) op transform(item) …, with op associative. Chunks are folded by the workers and combined
/// in input order, so for a given `chunk` the value is the same whatever the workers; "auto" is 64 chunks. An error
/// names its item; one of a worker process that died names the items of its chunk.
template <std::ranges::input_range Items, class T, class Op, class Transform = std::identity>
requires FoldsInto<T, Op, Transform, ItemOf<Items>> T
reduce(Items&& items, T initial, Op op, Transform transform = {},
       const ReduceOptions<Items, T, Op, Transform>& options = {}) {
    return foldList(indexed(std::forward<Items>(items)), std::move(initial), std::move(op), std::move(transform),
                    settingsOf(options));
}

}  // namespace breakeven
