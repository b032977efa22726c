/// imap and imapUnordered: the results of a list one by one, as a range that is pulled.
///
///     for (double root : breakeven::imap(numbers, [](double x) { return std::sqrt(x); })) …
///
/// The input may be endless; it is read by the thread that pulls, at most `inFlight` chunks ahead. A chunk is one item
/// unless `chunk` is a count.
#pragma once

#include "core/parallel/async_call.h"
#include "core/parallel/options.h"
#include "core/parallel/stream.h"

#include <exception>
#include <iterator>
#include <limits>
#include <memory>
#include <ranges>
#include <utility>
#include <vector>

namespace breakeven {

/// Reads a list and hands it over chunk by chunk. The view must outlive it when it refers to a list of the caller's.
template <Feed feed, class View, class F>
class ListSource final : public StreamSource<ResultOf<feed, F, const std::ranges::range_value_t<View>&>> {
public:
    using Value = std::ranges::range_value_t<View>;
    using Call = AsyncCall<feed, Value, F, EveryOutcome<ResultOf<feed, F, const Value&>>>;
    using Part = StreamPart<typename Call::R>;

    ListSource(View view, F f, CallSettings settings, std::shared_ptr<Workforce> workforce)
        : m_view(std::move(view)),
          m_f(std::move(f)),
          m_settings(std::move(settings)),
          m_workforce(std::move(workforce)) {
        m_settings.rules.stopAfterErrors = JobRules::CollectAll;
    }

    std::optional<Part> submitNext(ItemCount chunk) override {
        std::vector<Value> items = read(chunk);
        if (items.empty()) return std::nullopt;
        const ItemCount first = std::exchange(m_read, m_read + items.size());
        auto state = std::make_shared<typename Call::State>(posterOf(m_workforce));
        auto settings = m_settings;
        settings.chunk = {.kind = ChunkPolicy::Kind::Count, .count = items.size()};
        settings.random.firstItem = first;
        const auto call = std::make_shared<Call>(std::move(items), m_f, settings, state, NoCallbacks);
        if (m_workforce)
            Call::enqueue(call, *m_workforce);
        else
            call->runHere();
        return Part{.results = Future(std::move(state)), .first = first};
    }

    ItemCount itemsRead() const override { return m_read; }

private:
    /// What reading throws is thrown by the call after, so that the items before it are not lost.
    std::vector<Value> read(ItemCount chunk) {
        if (m_failure) std::rethrow_exception(std::exchange(m_failure, nullptr));
        std::vector<Value> items;
        try {
            while (items.size() < chunk && advance())
                items.push_back(**m_item);
        } catch (...) {
            if (items.empty()) throw;
            m_failure = std::current_exception();
        }
        return items;
    }

    /// To the next item; false at the end. Only when that item is wanted: the input may be long in coming.
    bool advance() {
        if (!m_item)
            m_item = std::ranges::begin(m_view);
        else if (*m_item != std::ranges::end(m_view))
            ++*m_item;
        return *m_item != std::ranges::end(m_view);
    }

    static inline const Callbacks<typename EveryOutcome<typename Call::R>::Value> NoCallbacks{};

    View m_view;
    F m_f;
    CallSettings m_settings;
    std::shared_ptr<Workforce> m_workforce;
    std::optional<std::ranges::iterator_t<View>> m_item;  ///< the last one read
    std::exception_ptr m_failure;
    ItemCount m_read = 0;
};

namespace detail {

template <Feed feed, std::ranges::viewable_range Items, class F>
auto streamOf(Items&& items, F f, CallSettings settings, std::shared_ptr<Workforce> workforce, StreamOrder order) {
    using View = std::views::all_t<Items>;
    using Source = ListSource<feed, View, F>;
    const std::uint64_t limit = workforce ? settings.inFlight.limit(workforce->workers()) : 1;
    const ItemCount chunk = settings.chunk.kind == ChunkPolicy::Kind::Count ? settings.chunk.count : 1;
    return Stream<typename Source::Call::R>(
        std::make_unique<Source>(std::views::all(std::forward<Items>(items)), std::move(f), std::move(settings),
                                 std::move(workforce)),
        order, limit, chunk);
}

template <class Items>
using StreamItem = const std::ranges::range_value_t<Items>&;

template <Feed feed, class F, class Items>
using StreamOptions = std::conditional_t<CallThatTravels<feed, F, StreamItem<Items>>, Options, LocalOptions>;

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
