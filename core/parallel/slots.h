/// Slots: the preallocated places of a list's results, one per item, written by any worker without a lock.
#pragma once

#include "core/base/units.h"

#include <concepts>
#include <cstddef>
#include <new>
#include <optional>
#include <string>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

namespace breakeven {

/// How one result is kept: as itself where an empty one costs nothing, else as an optional. Not vector<bool>, whose
/// neighbours share bytes.
template <class R>
using Slot = std::conditional_t<std::default_initializable<R> && std::movable<R> && !std::is_same_v<R, bool>, R,
                                std::optional<R>>;

/// Results that say whether they are there.
template <class R>
using Marked = std::optional<std::conditional_t<std::is_void_v<R>, std::monostate, R>>;

[[noreturn]] void refuseResults(ItemCount count, std::size_t bytesOfEach, const std::string& why);

/// Before they are promised, since the kernel promises more than it has. Throws ParallelError (Refused).
void checkResultsFit(ItemCount count, std::size_t bytesOfEach);

template <class R>
class Slots {
public:
    /// Throws ParallelError (Refused) when they do not fit into memory.
    explicit Slots(ItemCount size) : m_slots(made(size)) {}

    Slot<R>* data() { return m_slots.data(); }

    /// Precondition: every slot has been written.
    std::vector<R> take() && {
        if constexpr (std::is_same_v<Slot<R>, R>) {
            return std::move(m_slots);
        } else {
            std::vector<R> results;
            results.reserve(m_slots.size());
            for (auto& slot : m_slots)
                results.push_back(*std::move(slot));
            return results;
        }
    }

    /// One result. Precondition: it has been written.
    R take(ItemCount item) {
        if constexpr (std::is_same_v<Slot<R>, R>)
            return std::move(m_slots[static_cast<std::size_t>(item)]);
        else
            return *std::move(m_slots[static_cast<std::size_t>(item)]);
    }

private:
    static std::vector<Slot<R>> made(ItemCount size) {
        checkResultsFit(size, sizeof(Slot<R>));
        try {
            return std::vector<Slot<R>>(static_cast<std::size_t>(size));
        } catch (const std::bad_alloc&) {
            refuseResults(size, sizeof(Slot<R>), "the system gives no more");
        }
    }

    std::vector<Slot<R>> m_slots;
};

/// Nothing to keep.
template <>
class Slots<void> {
public:
    explicit Slots(ItemCount) {}
    void* data() { return nullptr; }
    void take() && {}
    void take(ItemCount) {}
};

}  // namespace breakeven
