/// Pool and ThreadPool: workers with the calls of Python's multiprocessing.Pool, and futures.
///
///     breakeven::Pool pool({.workers = 4, .backend = "processes"});
///     auto squares = pool.map(numbers, [](int x) { return x * x; });
///
/// A Pool takes any backend and only what can travel to another process: callables without captures, and data that is
/// plain or that cereal can serialise. A ThreadPool takes any callable and backends within this process. Both are
/// thread-safe. An item that asks a pool of threads is answered at once, by its own worker, so that no item waits for
/// another of a full pool. A thread that an item starts is not: the item must not wait for it while it uses the item's
/// pool. Callbacks run one after the other on a thread of their own and may use their pool, but must not wait for a job
/// with callbacks, since those come later. Destroying is terminate(). All calls throw ParallelError; see map.h.
#pragma once

#include "core/parallel/imap.h"
#include "core/parallel/map.h"
#include "core/parallel/pool_core.h"

#include <memory>
#include <ranges>
#include <tuple>
#include <utility>
#include <vector>

namespace breakeven {

template <bool travels>
class BasicPool {
    template <Feed feed, class F, class Item>
    static constexpr bool accepts = CallableWith<feed, F, Item> && (!travels || CallThatTravels<feed, F, Item>);

    template <class F, class... Arguments>
    static constexpr bool applies = accepts<Feed::Arguments, F, const std::tuple<Carried<Arguments>...>&>;

    template <class F, class... Arguments>
    using Applied = ResultOf<Feed::Arguments, F, const std::tuple<Carried<Arguments>...>&>;

    template <Feed feed, class F, class Items>
    using Listed = EveryResult<ResultOf<feed, F, detail::StreamItem<Items>>>;

public:
    using Settings = std::conditional_t<travels, PoolSettings, ThreadPoolSettings>;

    /// Starts the workers. Throws ParallelError: InvalidInput for settings, Internal when the system refuses workers.
    explicit BasicPool(const Settings& settings = {}) : m_core(std::make_unique<PoolCore>(settings)) {}

    /// One call, and its result. A loop of apply is not parallel: each one waits for its result.
    template <class F, class... Arguments>
    requires applies<F, Arguments...>
    auto apply(F f, Arguments&&... arguments) {
        return submit(std::move(f), std::forward<Arguments>(arguments)...).get();
    }

    template <class F, class... Arguments>
    requires applies<F, Arguments...>
    auto applyAsync(F f, Arguments&&... arguments) {
        return applyAsync({}, std::move(f), std::forward<Arguments>(arguments)...);
    }
    template <class F, class... Arguments>
    requires applies<F, Arguments...>
    auto applyAsync(const Callbacks<Applied<F, Arguments...>>& callbacks, F f, Arguments&&... arguments) {
        std::vector<std::tuple<Carried<Arguments>...>> items;
        items.emplace_back(std::forward<Arguments>(arguments)...);
        return m_core->template call<Feed::Arguments, FirstResult<Applied<F, Arguments...>>>(
            std::move(items), std::move(f), m_core->settingsOfOne(), callbacks);
    }

    template <class F, class... Arguments>
    requires applies<F, Arguments...>
    auto submit(F f, Arguments&&... arguments) {
        return applyAsync({}, std::move(f), std::forward<Arguments>(arguments)...);
    }

    /// f(item) for every item: results in input order.
    template <std::ranges::input_range Items, class F>
    requires accepts<Feed::Item, F, ItemOf<Items>>
    auto map(Items&& items, F f, const ChunkOption& chunk = "auto") {
        return listed<Feed::Item>(std::forward<Items>(items), std::move(f), chunk);
    }

    /// f(a, b, …) for every tuple, pair or array of arguments.
    template <std::ranges::input_range Items, class F>
    requires accepts<Feed::Arguments, F, ItemOf<Items>>
    auto starmap(Items&& items, F f, const ChunkOption& chunk = "auto") {
        return listed<Feed::Arguments>(std::forward<Items>(items), std::move(f), chunk);
    }

    /// A future of all results, in input order; one callback for the whole list.
    template <std::ranges::input_range Items, class F>
    requires accepts<Feed::Item, F, detail::StreamItem<Items>>
    auto mapAsync(Items&& items, F f, const ListOptions<typename Listed<Feed::Item, F, Items>::Value>& options = {}) {
        return listedAsync<Feed::Item>(std::forward<Items>(items), std::move(f), options);
    }
    template <std::ranges::input_range Items, class F>
    requires accepts<Feed::Arguments, F, detail::StreamItem<Items>>
    auto starmapAsync(Items&& items, F f,
                      const ListOptions<typename Listed<Feed::Arguments, F, Items>::Value>& options = {}) {
        return listedAsync<Feed::Arguments>(std::forward<Items>(items), std::move(f), options);
    }

    /// Results one by one in input order, or as they are ready; see Stream.
    template <std::ranges::viewable_range Items, class F>
    requires accepts<Feed::Item, F, detail::StreamItem<Items>>
    auto imap(Items&& items, F f, const StreamSettings& options = {}) {
        return streamed(std::forward<Items>(items), std::move(f), options, StreamOrder::Input);
    }
    template <std::ranges::viewable_range Items, class F>
    requires accepts<Feed::Item, F, detail::StreamItem<Items>>
    auto imapUnordered(Items&& items, F f, const StreamSettings& options = {}) {
        return streamed(std::forward<Items>(items), std::move(f), options, StreamOrder::Completion);
    }

    void close() { m_core->close(); }          ///< no more calls; what was asked for goes on
    void join() { m_core->join(); }            ///< waits for all of it, then ends the workers; only after close
    void terminate() { m_core->terminate(); }  ///< like close; stops what was asked for, ends the workers
    void restart() { m_core->restart(); }      ///< finishes what was asked for; then new workers
    void clear() { m_core->clear(); }          ///< the same, but the workers are started by the next call
    WorkerCount workers() const { return m_core->workers(); }
    std::vector<pid_t> processes() const { return m_core->processes(); }  ///< of the workers; empty for threads

private:
    template <Feed feed, class Items, class F>
    auto listed(Items&& items, F f, const ChunkOption& chunk) {
        return detail::mapped<feed>(std::forward<Items>(items), std::move(f), m_core->settings(chunk),
                                    Place{m_core->workforceFromHere()});
    }

    template <Feed feed, class Items, class F, class R>
    auto listedAsync(Items&& items, F f, const ListOptions<R>& options) {
        std::vector<std::ranges::range_value_t<Items>> kept;
        for (auto&& item : items)
            kept.push_back(std::forward<decltype(item)>(item));
        return m_core->template call<feed, Listed<feed, F, Items>>(
            std::move(kept), std::move(f), m_core->settings(options.chunk), {options.callback, options.errorCallback});
    }

    template <class Items, class F>
    auto streamed(Items&& items, F f, const StreamSettings& options, StreamOrder order) {
        auto settings = m_core->settings(options.chunk);
        settings.inFlight = options.inFlight.limit(m_core->workers());
        return detail::streamOf<Feed::Item>(std::forward<Items>(items), std::move(f), std::move(settings),
                                            m_core->workforceFromHere(), order);
    }

    std::unique_ptr<PoolCore> m_core;
};

using Pool = BasicPool<true>;
using ThreadPool = BasicPool<false>;

}  // namespace breakeven
