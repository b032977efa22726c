/// Items that do what a test wants of them, with what lies in this process, pools too. A fold is the same.
#pragma once

#include "core/engine/kernel.h"

#include <functional>
#include <type_traits>
#include <utility>

namespace breakeven {

class Items final : public Kernel {
public:
    /// work: with the item's number or without.
    template <class Work>
    explicit Items(Work work) {
        if constexpr (std::is_invocable_v<Work&, ItemCount>)
            m_work = std::move(work);
        else
            m_work = [work = std::move(work)](ItemCount) mutable { work(); };
    }

    void run(ItemCount begin, ItemCount end) override {
        for (ItemCount item = begin; item < end; ++item)
            m_work(item);
    }
    void fold(ItemCount begin, ItemCount end) override { run(begin, end); }
    void combine(std::span<const ItemCount>) override {}

private:
    std::function<void(ItemCount)> m_work;
};

}  // namespace breakeven
