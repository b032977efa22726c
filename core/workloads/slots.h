/// Typed slots of a list within the memory that its caller owns.
#pragma once

#include "core/base/units.h"

#include <cstddef>
#include <cstring>
#include <span>
#include <type_traits>

namespace breakeven {

/// A cache line: input and output never share one.
inline constexpr ByteCount SlotAlignment = 64;

constexpr ByteCount alignedBytes(ByteCount bytes) {
    return (bytes + SlotAlignment - 1) / SlotAlignment * SlotAlignment;
}

/// Takes `count` slots, rounded up to SlotAlignment, from the front of the memory, which must hold them.
template <class T>
std::span<T> takeSlots(std::span<std::byte>& memory, ItemCount count) {
    static_assert(std::is_trivially_copyable_v<T>);
    T* first = reinterpret_cast<T*>(memory.data());
    memory = memory.subspan(alignedBytes(count * sizeof(T)));
    return {first, count};
}

/// Fills with bytes 0xFF: a NaN for floating slots, the largest value for unsigned ones. No workload may yield it.
template <class T>
void clearSlots(std::span<T> slots) {
    std::memset(slots.data(), 0xFF, slots.size_bytes());
}

}  // namespace breakeven
