/// Who of a pool's workers sleeps, in shared memory.
#pragma once

#include <atomic>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>

namespace breakeven {

/// Who sleeps: one bit per worker, so that the pool wakes as many as it needs and a death leaves nothing uncertain.
template <template <class> class Atomic>
class Sleepers {
public:
    Sleepers() = default;
    explicit Sleepers(std::span<Atomic<std::uint64_t>> bits) : m_bits(bits) {}

    /// A worker, before it sleeps: look for tasks once more after it.
    void lieDown(std::size_t worker) {
        m_bits[worker / 64].fetch_or(std::uint64_t{1} << worker % 64, std::memory_order_seq_cst);
    }
    /// A worker, or the pool for a dead one. True: it was lying.
    bool getUp(std::size_t worker) {
        const std::uint64_t bit = std::uint64_t{1} << worker % 64;
        return (m_bits[worker / 64].fetch_and(~bit, std::memory_order_seq_cst) & bit) != 0;
    }
    /// The pool, after posting.
    bool lies(std::size_t worker) const {
        return (m_bits[worker / 64].load(std::memory_order_seq_cst) >> worker % 64 & 1) != 0;
    }
    std::size_t count() const {
        std::size_t count = 0;
        for (const auto& bits : m_bits)
            count += static_cast<std::size_t>(std::popcount(bits.load(std::memory_order_seq_cst)));
        return count;
    }
    std::optional<std::size_t> getSomebodyUp() {
        for (std::size_t i = 0; i < m_bits.size(); ++i)
            while (const std::uint64_t bits = m_bits[i].load(std::memory_order_seq_cst))
                if (const auto worker = 64 * i + static_cast<std::size_t>(std::countr_zero(bits)); getUp(worker))
                    return worker;
        return std::nullopt;
    }

private:
    std::span<Atomic<std::uint64_t>> m_bits;
};

}  // namespace breakeven
