/// Submitted chunks on their way to those who run them.
#pragma once

#include "core/engine/worker_pool.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <mutex>
#include <utility>
#include <vector>

namespace breakeven {

struct SubmittedChunk {
    const ListJob* job = nullptr;
    Chunk chunk;
    Completion* completion = nullptr;
};

/// First in, first out, lock-free; has memory from the first chunk on. One thread at a time pushes, any may pop.
class SubmittedQueue {
public:
    static constexpr std::size_t MostAtOnce = 8;
    using Batch = std::array<SubmittedChunk, MostAtOnce>;

    /// False when it is full.
    bool push(const SubmittedChunk& submitted) {
        if (!m_cells) m_cells = std::make_unique<Cell[]>(Capacity);
        const std::uint64_t tail = m_tail.load(std::memory_order_relaxed);
        if (tail - m_knownHead >= Capacity) {
            m_knownHead = m_head.load(std::memory_order_acquire);
            if (tail - m_knownHead >= Capacity) return false;
        }
        m_cells[tail % Capacity].write(submitted);
        m_tail.store(tail + 1, std::memory_order_seq_cst);
        return true;
    }

    /// Takes at least one chunk, and up to `most` while there are plenty for all `takers`, which then meet less often.
    /// Returns how many; 0 when it is empty.
    std::size_t pop(Batch& batch, std::size_t most, std::size_t takers) {
        std::uint64_t head = m_head.load(std::memory_order_acquire);
        for (;;) {
            const std::uint64_t tail = m_tail.load(std::memory_order_acquire);
            if (head == tail) return 0;
            const std::size_t count = std::clamp<std::size_t>((tail - head) / (4 * takers), 1, most);
            for (std::size_t i = 0; i < count; ++i)  // torn when another thread takes them; then the exchange fails
                batch[i] = m_cells[(head + i) % Capacity].read();
            if (m_head.compare_exchange_weak(head, head + count, std::memory_order_seq_cst, std::memory_order_acquire))
                return count;
        }
    }

    std::uint64_t count() const {
        const std::uint64_t head = m_head.load(std::memory_order_seq_cst);
        return m_tail.load(std::memory_order_seq_cst) - head;
    }
    bool isEmpty() const { return count() == 0; }
    bool isHalfEmpty() const { return count() <= Capacity / 2; }

private:
    static constexpr std::uint64_t Capacity = 2048;

    struct Cell {
        void write(const SubmittedChunk& submitted) {
            job.store(submitted.job, std::memory_order_relaxed);
            begin.store(submitted.chunk.begin, std::memory_order_relaxed);
            end.store(submitted.chunk.end, std::memory_order_relaxed);
            completion.store(submitted.completion, std::memory_order_relaxed);
        }
        SubmittedChunk read() const {
            return {.job = job.load(std::memory_order_relaxed),
                    .chunk = {begin.load(std::memory_order_relaxed), end.load(std::memory_order_relaxed)},
                    .completion = completion.load(std::memory_order_relaxed)};
        }
        std::atomic<const ListJob*> job;
        std::atomic<ItemCount> begin;
        std::atomic<ItemCount> end;
        std::atomic<Completion*> completion;
    };

    alignas(64) std::atomic<std::uint64_t> m_head{0};
    alignas(64) std::atomic<std::uint64_t> m_tail{0};
    std::uint64_t m_knownHead = 0;  ///< the pushing thread's own memory of m_head
    std::unique_ptr<Cell[]> m_cells;
};

/// For runtimes that know parallel loops only: chunks wait here until somebody waits for them. Added and taken by
/// different threads.
class GatheredChunks {
public:
    void add(const SubmittedChunk& submitted) {
        const std::lock_guard lock(m_mutex);
        m_chunks.push_back(submitted);
    }

    /// All that are there, in the order of their submission.
    std::vector<SubmittedChunk> take() {
        const std::lock_guard lock(m_mutex);
        return std::exchange(m_chunks, {});
    }

private:
    std::mutex m_mutex;
    std::vector<SubmittedChunk> m_chunks;
};

}  // namespace breakeven
