/// The kernels of worker processes, and the recipes by which a worker makes them.
#pragma once

#include "core/os/memory.h"
#include "core/parallel/list_kernel.h"
#include "core/parallel/thunk.h"

#include <cstring>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include <sys/types.h>

namespace breakeven {

/// Items that lie in another process's memory file.
struct ForeignItems {
    pid_t owner = 0;
    int fd = -1;  ///< in the owner; -1: there are none
    std::size_t bytes = 0;
};

/// What a worker must know besides the types.
struct Payload {
    RandomOrigin random = {};
    ItemCount size = 0;           ///< lists in shared memory: items
    std::ptrdiff_t function = 0;  ///< function pointers: the place
    ForeignItems items = {};      ///< lists in shared memory: where the items are when not with the results
};

/// Errors: those of placeOf.
template <CallableThatTravels F>
Result<std::ptrdiff_t> placeOfCallable([[maybe_unused]] const F& f) {
    if constexpr (FunctionPointer<F>)
        return placeOf(reinterpret_cast<AnyFunction>(f));
    else
        return std::ptrdiff_t{0};
}

template <CallableThatTravels F>
F callableAt([[maybe_unused]] std::ptrdiff_t place) {
    if constexpr (FunctionPointer<F>)
        return reinterpret_cast<F>(functionAt(place));
    else
        return F{};
}

/// Says which item failed, since exceptions reach the other process as text alone: "item 17: …".
class NamingKernel final : public Kernel {
public:
    /// items: memory that the inner kernel reads from; kept mapped.
    explicit NamingKernel(std::unique_ptr<FailingKernel> inner, MemoryBlock items = {})
        : m_items(std::move(items)), m_inner(std::move(inner)) {}

    void run(ItemCount begin, ItemCount end) override;
    void pack(Side side, ItemCount begin, ItemCount end, std::string& bytes) const override {
        m_inner->pack(side, begin, end, bytes);
    }
    void unpack(Side side, ItemCount begin, ItemCount end, std::string_view bytes) override {
        m_inner->unpack(side, begin, end, bytes);
    }

private:
    MemoryBlock m_items;
    std::unique_ptr<FailingKernel> m_inner;
};

/// Takes the item off the front of such a text; absent when there is none.
std::optional<ItemCount> takeItemName(std::string& text);

/// Holds the items of one chunk: they come serialised, are run, and their results go back serialised.
template <Feed feed, class Item, class F, class R>
class RemoteKernel final : public FailingKernel {
public:
    RemoteKernel(F f, RandomOrigin random) : m_f(std::move(f)), m_random(random) {}

    void unpack(Side, ItemCount begin, ItemCount end, std::string_view bytes) override {
        m_begin = begin;
        m_items.clear();
        m_results.clear();
        for (ItemCount i = begin; i < end; ++i)
            m_items.push_back(deserialise<Item>(bytes));
        m_results.resize(m_items.size());
    }

    void run(ItemCount begin, ItemCount end) override {
        const InsideJob inside;
        ItemCount i = begin;
        try {
            for (; i < end; ++i)
                runItem(i);
        } catch (...) {
            m_failure.record(i, std::current_exception());
            throw;
        }
    }

    void pack(Side, ItemCount begin, ItemCount end, std::string& bytes) const override {
        for (ItemCount i = begin; i < end; ++i) {
            const auto& result = m_results.at(static_cast<std::size_t>(i - m_begin));
            serialise<bool>(result.has_value(), bytes);
            if constexpr (!std::is_void_v<R>)
                if (result) serialise<R>(*result, bytes);
        }
    }

private:
    void runItem(ItemCount i) {
        const auto number = static_cast<std::size_t>(i - m_begin);
        const Item& item = m_items.at(number);
        if constexpr (std::is_void_v<R>) {
            callWith<feed>(m_f, item, m_random, i);
            m_results.at(number).emplace();
        } else {
            m_results.at(number).emplace(callWith<feed>(m_f, item, m_random, i));
        }
    }

    F m_f;
    RandomOrigin m_random;
    ItemCount m_begin = 0;
    std::vector<Item> m_items;
    std::vector<std::optional<std::conditional_t<std::is_void_v<R>, std::monostate, R>>> m_results;
};

template <Feed feed, class Item, class F, class R>
Result<std::unique_ptr<Kernel>> makeRemote(std::string_view payload, std::span<std::byte>) {
    const auto sent = deserialise<Payload>(payload);
    return std::unique_ptr<Kernel>(std::make_unique<NamingKernel>(
        std::make_unique<RemoteKernel<feed, Item, F, R>>(callableAt<F>(sent.function), sent.random)));
}

/// The recipe for workers that get their items serialised. Errors: those of placeOf.
template <Feed feed, class Item, class F, class R>
Result<std::string> remoteRecipe(const F& f, const RandomOrigin& random) {
    BREAKEVEN_TRY(const std::ptrdiff_t place, placeOfCallable(f));
    std::string payload;
    serialise(Payload{.random = random, .function = place}, payload);
    return writeThunk(&makeRemote<feed, Item, F, R>, payload);
}

}  // namespace breakeven
