/// The folding behind reduce(): chunks become partial results, which are combined in input order.
#pragma once

#include "core/parallel/list_call.h"

#include <algorithm>
#include <functional>
#include <iterator>
#include <ranges>
#include <type_traits>
#include <utility>
#include <vector>

namespace breakeven {

template <class T, class Op, class Transform, class Item>
concept FoldsInto =
    std::invocable<const Transform&, Item> && std::convertible_to<std::invoke_result_t<const Transform&, Item>, T> &&
    std::convertible_to<std::invoke_result_t<const Op&, T, T>, T>;

template <class Items, class T, class Op, class Transform>
constexpr bool ReduceTravels = CallableThatTravels<Op>&& CallableThatTravels<Transform>&& std::is_empty_v<Op>&&
    std::is_empty_v<Transform>&& CanTravel<std::remove_cvref_t<ItemOf<Items>>>&& CanTravel<T>;

template <class Items, class T, class Op, class Transform>
using ReduceOptions =
    BasicReduceOptions<std::conditional_t<ReduceTravels<Items, T, Op, Transform>, AnyBackend, LocalBackend>>;

/// Within a handler: throws what it handles again, as text that names the item of a part, with the exception nested.
[[noreturn]] void failPart(ItemCount item);

/// The failure of a part as one of the list it is from. Only what failPart threw names a single item of several.
ParallelError failureInList(const ParallelError& failure, const PartsOfList& parts);

/// Folds one chunk, which is not empty.
template <class T, class Op, class Transform>
struct FoldChunk {
    [[no_unique_address]] Op op;
    [[no_unique_address]] Transform transform;

    template <class Chunk>
    T operator()(const Chunk& chunk) const {
        const auto begin = std::ranges::begin(chunk);
        auto item = begin;
        try {
            T value = std::invoke(transform, *item);
            for (++item; item != std::ranges::end(chunk); ++item)
                value = std::invoke(op, std::move(value), static_cast<T>(std::invoke(transform, *item)));
            return value;
        } catch (...) {
            failPart(static_cast<ItemCount>(item - begin));
        }
    }
};

/// The same without members, so that it can travel.
template <class T, class Op, class Transform>
struct TravellingFold {
    template <class Chunk>
    T operator()(const Chunk& chunk) const {
        return FoldChunk<T, Op, Transform>{Op{}, Transform{}}(chunk);
    }
};

/// Items per chunk: not a matter of the workers, so that neither is the rounding of a sum.
inline ItemCount foldedTogether(const ChunkPolicy& policy, ItemCount size) {
    constexpr ItemCount AutoChunks = 64;
    if (policy.kind == ChunkPolicy::Kind::Count) return policy.count;
    return std::max<ItemCount>(1, (size + AutoChunks - 1) / AutoChunks);
}

template <class Items, class T, class Op, class Transform>
T foldList(const Items& items, T initial, Op op, Transform transform, CallSettings settings) {
    using Iterator = std::ranges::iterator_t<const Items>;
    using Item = std::remove_cvref_t<std::iter_reference_t<Iterator>>;
    using Part = std::ranges::subrange<Iterator>;
    const auto size = static_cast<ItemCount>(std::ranges::size(items));
    const ItemCount step = foldedTogether(settings.chunk, size);
    std::vector<Part> parts;
    for (ItemCount begin = 0; begin < size; begin += step) {
        const auto first = std::ranges::begin(items) + static_cast<std::iter_difference_t<Iterator>>(begin);
        const auto count = static_cast<std::iter_difference_t<Iterator>>(std::min(step, size - begin));
        parts.push_back(Part(first, first + count));
    }
    settings.chunk = {.kind = ChunkPolicy::Kind::Count, .count = 1};
    settings.parts = PartsOfList{.each = step, .items = size};
    const auto combine = [&](ListResults<T> partial) {
        if (partial.failure) throw failureInList(*partial.failure, *settings.parts);
        for (T& value : std::move(partial.slots).take())
            initial = std::invoke(op, std::move(initial), std::move(value));
        return std::move(initial);
    };
    if constexpr (ReduceTravels<const Items&, T, Op, Transform>) {
        if (!placeFor(settings, parts.size()).isLocal()) {
            std::vector<std::vector<Item>> copies;
            for (const Part& part : parts)
                copies.emplace_back(part.begin(), part.end());
            return combine(callList<Feed::Item, T>(copies, TravellingFold<T, Op, Transform>{}, settings));
        }
    }
    return combine(callList<Feed::Item, T>(parts, FoldChunk<T, Op, Transform>{op, transform}, settings));
}

}  // namespace breakeven
