/// imap and imapUnordered: the results of a list one by one, as a range that is pulled.
///
///     for (double root : breakeven::imap(numbers, [](double x) { return std::sqrt(x); })) …
///
/// The input may be endless; it is read by the thread that pulls, at most `inFlight` chunks ahead. A chunk is one item
/// unless `chunk` is a count.
#pragma once

#include "core/parallel/list_source.h"
#include "core/parallel/options.h"
#include "core/parallel/stream.h"

#include <limits>
#include <memory>
#include <optional>
#include <ranges>
#include <utility>

namespace breakeven {

namespace detail {

/// For workforce = null the caller computes: one chunk at a time, whose size then does not follow its time.
template <Feed feed, std::ranges::viewable_range Items, class F>
auto flowOf(Items&& items, F f, CallSettings settings, std::shared_ptr<Workforce> workforce, StreamOrder order,
            const VerboseOptions& verbose) {
    using View = std::views::all_t<Items>;
    using Source = ListSource<feed, View, F>;
    const bool isParallel = workforce != nullptr;
    std::optional<ItemCount> size;
    if constexpr (std::ranges::sized_range<Items>) size = static_cast<ItemCount>(std::ranges::size(items));
    const std::uint64_t limit = isParallel ? settings.inFlight : 1;
    if (!isParallel && settings.chunk.kind == ChunkPolicy::Kind::Auto)
        settings.chunk = {.kind = ChunkPolicy::Kind::Count, .count = 1};
    const BatchSize batch(settings.chunk, size, settings.workers);
    VerboseReport report(verbose, isParallel ? settings.workers : 1, size, limit);
    if (isParallel) report.started(settings.backend);
    return ChunkFlow<typename Source::Call::R>(
        std::make_unique<Source>(std::views::all(std::forward<Items>(items)), std::move(f), std::move(settings),
                                 std::move(workforce)),
        order, limit, batch, std::move(report));
}

template <Feed feed, std::ranges::viewable_range Items, class F>
auto streamOf(Items&& items, F f, CallSettings settings, std::shared_ptr<Workforce> workforce, StreamOrder order) {
    if (settings.chunk.kind != ChunkPolicy::Kind::Count)
        settings.chunk = {.kind = ChunkPolicy::Kind::Count, .count = 1};
    return Stream(
        flowOf<feed>(std::forward<Items>(items), std::move(f), std::move(settings), std::move(workforce), order, {}));
}

template <class Items>
using StreamItem = const std::ranges::range_value_t<Items>&;

template <Feed feed, class F, class Items>
using StreamOptions =
    BasicStreamOptions<std::conditional_t<CallThatTravels<feed, F, StreamItem<Items>>, AnyBackend, LocalBackend>>;

inline constexpr ItemCount UnknownSize = std::numeric_limits<ItemCount>::max();

}  // namespace detail

/// Results in input order. Throws ParallelError for options and for workers that cannot be had.
template <std::ranges::viewable_range Items, class F>
requires CallableWith<Feed::Item, F, detail::StreamItem<Items>>
auto imap(Items&& items, F f, const detail::StreamOptions<Feed::Item, F, Items>& options = {}) {
    const auto settings = settingsOf(options);
    auto workforce = placeFor(settings, detail::UnknownSize).workforce;
    return detail::streamOf<Feed::Item>(std::forward<Items>(items), std::move(f), settings, std::move(workforce),
                                        StreamOrder::Input);
}

/// Results as they are ready.
template <std::ranges::viewable_range Items, class F>
requires CallableWith<Feed::Item, F, detail::StreamItem<Items>>
auto imapUnordered(Items&& items, F f, const detail::StreamOptions<Feed::Item, F, Items>& options = {}) {
    const auto settings = settingsOf(options);
    auto workforce = placeFor(settings, detail::UnknownSize).workforce;
    return detail::streamOf<Feed::Item>(std::forward<Items>(items), std::move(f), settings, std::move(workforce),
                                        StreamOrder::Completion);
}

}  // namespace breakeven
