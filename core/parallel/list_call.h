/// One list, one callable: chooses how the items reach the workers, executes, and hands the results over.
#pragma once

#include "core/parallel/call_settings.h"
#include "core/parallel/indexed.h"
#include "core/parallel/list_kernel.h"
#include "core/parallel/parallel_error.h"
#include "core/parallel/remote_kernel.h"
#include "core/parallel/shared_list.h"
#include "core/parallel/slots.h"

#include <algorithm>
#include <iterator>
#include <ranges>
#include <type_traits>
#include <utility>
#include <vector>

namespace breakeven {

/// Whether this call may leave the process.
template <Feed feed, class F, class Item>
concept CallThatTravels =
    CallableThatTravels<F> && CanTravel<std::remove_cvref_t<Item>> && CanTravel<ResultOf<feed, F, Item>>;

template <Feed feed, class F, class Items>
using OptionsFor = std::conditional_t<CallThatTravels<feed, F, ItemOf<Items>>, Options, LocalOptions>;

template <class Kept>
struct ListResults {
    Slots<Kept> slots;
    ListOutcome outcome;
    std::optional<ParallelError> failure;  ///< what map() throws
};

/// One Result per item of a call that kept going.
template <class R>
std::vector<Result<R>> asResults(ListResults<Marked<R>> results) {
    auto marked = std::move(results.slots).take();
    const Error reason = results.outcome.result || !results.outcome.errors.empty()
                             ? Error{ErrorCode::Interrupted, "stopped before this item was started"}
                             : results.outcome.result.error();
    std::vector<Result<R>> outcomes;
    outcomes.reserve(marked.size());
    for (auto& result : marked) {
        if (!result)
            outcomes.emplace_back(reason);
        else if constexpr (std::is_void_v<R>)
            outcomes.emplace_back();
        else
            outcomes.emplace_back(*std::move(result));
    }
    for (auto& [item, error] : results.outcome.errors)
        outcomes[static_cast<std::size_t>(item)] = std::move(error);
    return outcomes;
}

/// Kept: the result itself, or Marked<R>.
template <Feed feed, class Kept, class Iterator, class F>
class ListCall {
public:
    using Item = std::iter_reference_t<Iterator>;
    using Value = std::remove_cvref_t<Item>;
    using R = ResultOf<feed, F, Item>;

    /// The items must outlive execute().
    ListCall(Iterator items, ItemCount size, F f, const CallSettings& settings, const ForeignItems& foreign = {})
        : m_items(std::move(items)), m_size(size), m_f(std::move(f)), m_settings(settings), m_foreign(foreign) {}

    /// Throws ParallelError for what keeps the list from being executed at all.
    ListResults<Kept> execute(const Place& place) const {
        if constexpr (CallThatTravels<feed, F, Item>) {
            if constexpr (PlainData<Value> && std::is_same_v<Kept, R> && (std::is_void_v<R> || PlainData<R>))
                if (place.sharesMemory()) return inSharedMemory(place);
            if (!place.isLocal()) return serialised(place);
        }
        ListResults<Kept> results{.slots = Slots<Kept>(m_size), .outcome = {}, .failure = {}};
        ListKernel<feed, Iterator, F, R, SlotIn> kernel(m_items, m_f, results.slots.data(), m_settings.random);
        run(results, place.workforce ? &place.workforce->queue() : nullptr, kernel, nullptr);
        return results;
    }

private:
    using SlotIn = std::remove_pointer_t<decltype(std::declval<Slots<Kept>&>().data())>;

    ListResults<Kept> serialised(const Place& place) const {
        ListResults<Kept> results{.slots = Slots<Kept>(m_size), .outcome = {}, .failure = {}};
        ListKernel<feed, Iterator, F, R, SlotIn> kernel(m_items, m_f, results.slots.data(), m_settings.random);
        const SharedKernel shared{.recipe = valueOrThrow(remoteRecipe<feed, Value, F, R>(m_f, m_settings.random))};
        run(results, &place.workforce->serialisingQueue(), kernel, &shared);
        return results;
    }

    ListResults<Kept> inSharedMemory(const Place& place) const {
        const bool areForeign = m_foreign.fd >= 0;
        const SharedLayout layout = valueOrThrow(sharedLayout(m_size, areForeign ? 0 : sizeof(Value), SlotBytes<R>));
        const MemoryBlock block =
            valueOrThrow(MemoryBlock::create(std::max<std::size_t>(1, layout.bytes), Sharing::Shared));
        std::byte* const memory = block.bytes().data();
        if (!areForeign)
            std::ranges::copy(std::views::counted(m_items, static_cast<std::iter_difference_t<Iterator>>(m_size)),
                              reinterpret_cast<Value*>(memory));
        const auto kernel = bindShared<feed, Value, F, R>(m_f, m_settings.random, memory, memory + layout.slots);
        const SharedKernel shared{
            .recipe = valueOrThrow(sharedRecipe<feed, Value, F, R>(m_f, m_settings.random, m_size, m_foreign)),
            .memoryFd = block.fd(),
            .bytes = block.bytes().size()};
        ListResults<Kept> results{.slots = Slots<Kept>(m_size), .outcome = {}, .failure = {}};
        run(results, &place.workforce->queue(), *kernel, &shared);
        if constexpr (!std::is_void_v<R>)
            std::copy_n(reinterpret_cast<const R*>(block.bytes().data() + layout.slots), m_size, results.slots.data());
        return results;
    }

    void run(ListResults<Kept>& results, JobQueue* queue, FailingKernel& kernel, const SharedKernel* shared) const {
        results.outcome = breakeven::execute(
            queue, {.kernel = kernel, .size = m_size, .chunk = m_settings.chunk, .shared = shared}, m_settings);
        if (!results.outcome.result || !results.outcome.errors.empty())
            results.failure = failureOf(results.outcome, kernel);
    }

    Iterator m_items;
    ItemCount m_size;
    [[no_unique_address]] F m_f;
    const CallSettings& m_settings;
    ForeignItems m_foreign;  ///< the same items, when worker processes can map them where they are
};

template <Feed feed, class Kept, class Items, class F>
ListResults<Kept> callList(const Items& items, F f, const CallSettings& settings,
                           const std::optional<Place>& place = {}) {
    const auto size = static_cast<ItemCount>(std::ranges::size(items));
    ForeignItems foreign;
    if constexpr (requires { items.asForeign(); }) foreign = items.asForeign();
    return ListCall<feed, Kept, std::ranges::iterator_t<const Items>, F>(std::ranges::begin(items), size, std::move(f),
                                                                         settings, foreign)
        .execute(place ? *place : placeFor(settings, size));
}

}  // namespace breakeven
