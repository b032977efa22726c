/// SharedList: items and results of plain data in memory that worker processes map, so that nothing is serialised.
/// SharedVector: items that live there from the start, so that nothing is copied either.
#pragma once

#include "core/os/memory.h"
#include "core/parallel/parallel_error.h"
#include "core/parallel/remote_kernel.h"

#include <algorithm>
#include <memory>
#include <ranges>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

#include <unistd.h>

namespace breakeven {

/// Where the parts of the memory begin, in bytes.
struct SharedLayout {
    std::size_t slots = 0;
    std::size_t bytes = 0;
};

/// Errors: Refused when the sizes overflow.
Result<SharedLayout> sharedLayout(ItemCount size, std::size_t itemBytes, std::size_t slotBytes);

/// A fixed number of plain values in memory that worker processes can map: a list of items that map() with the backend
/// "processes" hands over without copying; none when it was moved from. Values start as zero bytes. Throws
/// ParallelError when memory is short.
template <PlainData T>
class SharedVector {
public:
    explicit SharedVector(std::size_t size)
        : m_block(valueOrThrow(MemoryBlock::create(
              valueOrThrow(sharedLayout(std::max<std::size_t>(1, size), sizeof(T), 0)).bytes, Sharing::Shared))),
          m_size(size) {}

    template <std::ranges::sized_range Range>
    explicit SharedVector(const Range& values) : SharedVector(std::ranges::size(values)) {
        std::ranges::copy(values, data());
    }

    SharedVector(SharedVector&& other) noexcept
        : m_block(std::move(other.m_block)), m_size(std::exchange(other.m_size, 0)) {}
    SharedVector& operator=(SharedVector&& other) noexcept {
        m_block = std::move(other.m_block);
        m_size = std::exchange(other.m_size, 0);
        return *this;
    }

    T* data() { return reinterpret_cast<T*>(m_block.bytes().data()); }
    const T* data() const { return reinterpret_cast<const T*>(m_block.bytes().data()); }
    std::size_t size() const { return m_size; }
    T* begin() { return data(); }
    T* end() { return data() + m_size; }
    const T* begin() const { return data(); }
    const T* end() const { return data() + m_size; }
    T& operator[](std::size_t i) { return data()[i]; }
    const T& operator[](std::size_t i) const { return data()[i]; }
    ForeignItems asForeign() const { return {.owner = getpid(), .fd = m_block.fd(), .bytes = m_block.bytes().size()}; }

private:
    MemoryBlock m_block;
    std::size_t m_size;
};

/// A void result has no slot.
template <class R>
constexpr std::size_t SlotBytes = sizeof(R);
template <>
inline constexpr std::size_t SlotBytes<void> = 0;

template <Feed feed, class Item, class F, class R>
using MappedKernel = ListKernel<feed, const Item*, F, R, R>;

/// Maps the items that another process owns. Errors: Internal when they are gone.
Result<MemoryBlock> mapForeign(const ForeignItems& items);

template <Feed feed, class Item, class F, class R>
std::unique_ptr<MappedKernel<feed, Item, F, R>> bindShared(F f, const RandomOrigin& random, std::byte* items,
                                                           std::byte* slots) {
    return std::make_unique<MappedKernel<feed, Item, F, R>>(reinterpret_cast<const Item*>(items), std::move(f),
                                                            reinterpret_cast<R*>(slots), random);
}

template <Feed feed, class Item, class F, class R>
Result<std::unique_ptr<Kernel>> makeShared(std::string_view payload, std::span<std::byte> memory) {
    const auto sent = deserialise<Payload>(payload);
    const bool areForeign = sent.items.fd >= 0;
    BREAKEVEN_TRY(const SharedLayout layout, sharedLayout(sent.size, areForeign ? 0 : sizeof(Item), SlotBytes<R>));
    if (memory.size() < layout.bytes) return Error{ErrorCode::Internal, "processes: the list's memory is too small"};
    MemoryBlock foreign;
    if (areForeign) {
        BREAKEVEN_TRY(foreign, mapForeign(sent.items));
    }
    std::byte* const items = areForeign ? foreign.bytes().data() : memory.data();
    return std::unique_ptr<Kernel>(std::make_unique<NamingKernel>(
        bindShared<feed, Item, F, R>(callableAt<F>(sent.function), sent.random, items, memory.data() + layout.slots),
        std::move(foreign)));
}

/// The recipe for workers that map the list. Errors: those of placeOf.
template <Feed feed, class Item, class F, class R>
Result<std::string> sharedRecipe(const F& f, const RandomOrigin& random, ItemCount size, const ForeignItems& items) {
    BREAKEVEN_TRY(const std::ptrdiff_t place, placeOfCallable(f));
    std::string payload;
    serialise(Payload{.random = random, .size = size, .function = place, .items = items}, payload);
    return writeThunk(&makeShared<feed, Item, F, R>, payload);
}

}  // namespace breakeven
