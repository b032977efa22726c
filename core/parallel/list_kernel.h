/// ListKernel: a typed callable over a list, as an engine's kernel. One virtual call per chunk; within a chunk the
/// compiler sees a plain loop.
#pragma once

#include "core/engine/kernel.h"
#include "core/parallel/item_call.h"
#include "core/parallel/job_depth.h"
#include "core/parallel/serialise.h"
#include "core/parallel/slots.h"

#include <exception>
#include <iterator>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <variant>

namespace breakeven {

/// The exceptions of the lowest item and of the last one that failed in this process. Thread-safe.
class ItemFailures {
public:
    struct Failure {
        ItemCount item;
        std::exception_ptr cause;
    };

    void record(ItemCount item, std::exception_ptr cause) {
        const std::lock_guard lock(m_mutex);
        m_last = Failure{item, std::move(cause)};
        if (!m_first || item < m_first->item) m_first = m_last;
    }
    std::optional<Failure> first() const {
        const std::lock_guard lock(m_mutex);
        return m_first;
    }
    std::optional<Failure> last() const {
        const std::lock_guard lock(m_mutex);
        return m_last;
    }

private:
    mutable std::mutex m_mutex;
    std::optional<Failure> m_first;
    std::optional<Failure> m_last;
};

/// Kernels of the typed functions, whatever their types.
class FailingKernel : public Kernel {
public:
    const ItemFailures& failure() const { return m_failure; }

protected:
    ItemFailures m_failure;
};

/// Stored: what a result is written to; void when there is nothing to write. Items and slots must outlive it.
template <Feed feed, class Iterator, class F, class R, class Stored>
class ListKernel : public FailingKernel {
public:
    using Reference = std::iter_reference_t<Iterator>;
    using Item = std::remove_cvref_t<Reference>;
    static constexpr bool Travels = CanTravel<Item> && CanTravel<R>;

    ListKernel(Iterator items, F f, Stored* slots, RandomOrigin random)
        : m_items(std::move(items)), m_f(std::move(f)), m_slots(slots), m_random(random) {}

    void run(ItemCount begin, ItemCount end) override {
        const InsideJob inside;
        ItemCount i = begin;
        try {
            for (Stored* const slots = m_slots; i < end; ++i) {
                if constexpr (!std::is_void_v<R>) {
                    slots[i] = callWith<feed>(m_f, item(i), m_random, i);
                } else {
                    callWith<feed>(m_f, item(i), m_random, i);
                    mark(slots, i);
                }
            }
        } catch (...) {
            m_failure.record(i, std::current_exception());
            throw;
        }
    }

    void pack([[maybe_unused]] Side side, [[maybe_unused]] ItemCount begin, [[maybe_unused]] ItemCount end,
              [[maybe_unused]] std::string& bytes) const override {
        if constexpr (Travels) {
            for (ItemCount i = begin; side == Side::Input && i < end; ++i)
                serialise<Item>(item(i), bytes);
        } else {
            Kernel::pack(side, begin, end, bytes);
        }
    }

    /// Items that failed have no result and are skipped.
    void unpack([[maybe_unused]] Side side, [[maybe_unused]] ItemCount begin, [[maybe_unused]] ItemCount end,
                [[maybe_unused]] std::string_view bytes) override {
        if constexpr (Travels) {
            for (ItemCount i = begin; side == Side::Output && i < end; ++i) {
                const bool isThere = deserialise<bool>(bytes);
                if constexpr (!std::is_void_v<R>) {
                    if (isThere) m_slots[i] = deserialise<R>(bytes);
                } else {
                    if (isThere) mark(m_slots, i);
                }
            }
        } else {
            Kernel::unpack(side, begin, end, bytes);
        }
    }

private:
    /// A void result that is to be kept.
    static void mark([[maybe_unused]] Stored* slots, [[maybe_unused]] ItemCount i) {
        if constexpr (!std::is_void_v<Stored>) slots[i] = std::monostate{};
    }
    Reference item(ItemCount i) const { return m_items[static_cast<std::iter_difference_t<Iterator>>(i)]; }

    Iterator m_items;
    [[no_unique_address]] F m_f;
    Stored* m_slots;
    RandomOrigin m_random;
};

}  // namespace breakeven
