/// Parallel and delayed, after Python's joblib.
///
///     auto roots = breakeven::Parallel({.workers = 8, .verbose = 5})(breakeven::delayed(f), items);
///
/// Parallel takes any backend and only what can travel to another process; ThreadParallel takes any callable and
/// backends within this process. The workers are those of map() and stay warm between calls.
#pragma once

#include "core/parallel/imap.h"
#include "core/parallel/map.h"

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <ranges>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace breakeven {

/// A callable that is called by workers, once per item. An item that is a tuple, pair or array becomes the arguments of
/// a callable that does not take it as it is.
template <class F>
struct Delayed {
    [[no_unique_address]] F f;
};

template <class F>
Delayed<F> delayed(F f) {
    return {std::move(f)};
}

template <class BackendName>
struct BasicParallelOptions {
    int workers = 1;              ///< joblib's n_jobs: 1 computes in the calling thread, -1 uses all usable CPUs
    BackendName backend = "tbb";  ///< as `breakeven-cli list backends` names them
    int verbose = 0;              ///< lines of progress: 0 none, 1 to 10 more and more, above 10 all; from 50 on on
                                  ///< standard output instead of standard error
    InFlightOption preDispatch = "2*n_jobs";  ///< batches handed over whose results have not come back; see below
    ChunkOption batchSize = "auto";           ///< items of a batch: a count, "auto" or "pool"; see BatchSize
    Seconds deadline{0};                      ///< longest time of one item from its own start; 0: none
    std::uint64_t seed = 0;                   ///< of the items' random streams
    const char* start = "fork";               ///< process backends: fork or spawn
    std::function<void(std::string_view)> output = {};  ///< takes the lines instead
};

template <bool travels>
class BasicParallel {
    template <class F, class Item>
    static constexpr Feed feedOf = CallableWith<Feed::Item, F, Item> ? Feed::Item : Feed::Arguments;

    template <class F, class Items>
    static constexpr bool accepts =
        CallableWith<feedOf<F, detail::StreamItem<Items>>, F, detail::StreamItem<Items>> &&
        (!travels || CallThatTravels<feedOf<F, detail::StreamItem<Items>>, F, detail::StreamItem<Items>>);

    using BackendName = std::conditional_t<travels, AnyBackend, LocalBackend>;

public:
    using Settings = BasicParallelOptions<BackendName>;

    /// Throws ParallelError (InvalidInput).
    explicit BasicParallel(const Settings& settings = {})
        : m_settings(settingsOf(BasicStreamOptions<BackendName>{.workers = settings.workers,
                                                                .backend = settings.backend,
                                                                .chunk = settings.batchSize,
                                                                .inFlight = settings.preDispatch,
                                                                .deadline = settings.deadline,
                                                                .seed = settings.seed,
                                                                .start = settings.start})),
          m_verbose{.verbose = settings.verbose, .output = settings.output} {}

    /// All results, in input order. Throws ParallelError for the first item that failed, and what reading the input
    /// throws.
    ///
    /// An input whose items can be reached by number, and of known length, is there already: without verbose it goes to
    /// the workers as map() takes it, chunks of batchSize and no limit. Any other input, and with verbose every one, is
    /// read batch by batch: preDispatch batches ahead of the results that have come back. joblib counts items there,
    /// which is the same for its batches of one.
    template <class F, std::ranges::viewable_range Items>
    requires(accepts<F, Items>) auto operator()(Delayed<F> delayed, Items&& items) const {
        constexpr Feed feed = feedOf<F, detail::StreamItem<Items>>;
        if constexpr (Indexed<std::remove_reference_t<Items>>)
            if (m_verbose.verbose <= 0)
                return detail::mapped<feed>(std::forward<Items>(items), std::move(delayed.f), m_settings);
        return allResults(flow(std::move(delayed.f), std::forward<Items>(items), StreamOrder::Completion));
    }

    /// Results one by one, in input order: joblib's return_as="generator". The lines come from the thread that pulls,
    /// so a batch counts as done when its first result is pulled; joblib tells of batches whose results still wait.
    template <class F, std::ranges::viewable_range Items>
    requires(accepts<F, Items>) auto generator(Delayed<F> delayed, Items&& items) const {
        return Stream(flow(std::move(delayed.f), std::forward<Items>(items), StreamOrder::Input));
    }

    /// Results as they are ready: return_as="generator_unordered".
    template <class F, std::ranges::viewable_range Items>
    requires(accepts<F, Items>) auto generatorUnordered(Delayed<F> delayed, Items&& items) const {
        return Stream(flow(std::move(delayed.f), std::forward<Items>(items), StreamOrder::Completion));
    }

private:
    template <class F, class Items>
    auto flow(F f, Items&& items, StreamOrder order) const {
        constexpr Feed feed = feedOf<F, detail::StreamItem<Items>>;
        ItemCount size = detail::UnknownSize;
        if constexpr (std::ranges::sized_range<Items>) size = static_cast<ItemCount>(std::ranges::size(items));
        return detail::flowOf<feed>(std::forward<Items>(items), std::move(f), m_settings,
                                    placeFor(m_settings, size).workforce, order, m_verbose);
    }

    CallSettings m_settings;
    VerboseOptions m_verbose;
};

using Parallel = BasicParallel<true>;
using ThreadParallel = BasicParallel<false>;

}  // namespace breakeven
