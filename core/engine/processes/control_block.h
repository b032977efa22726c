/// The control block: the memory that a pool shares with its workers. The list itself lies elsewhere.
#pragma once

#include "core/engine/chunk.h"
#include "core/engine/processes/sleepers.h"
#include "core/engine/processes/task_ring.h"
#include "core/os/memory.h"

#include <array>

namespace breakeven {

/// The list that tasks with WholeList take their chunks from. Written while no such task lives.
struct alignas(64) ListLine {
    ItemCount size = 0;
    ChunkPolicy chunk;
    WorkerCount workers = 1;
    std::atomic<std::uint32_t> inside{0};         ///< workers that work on it
    std::atomic<std::uint32_t> everyoneRings{0};  ///< not only the last inside: after a death the number is wrong
    ChunkCursor cursor;
};

/// One worker's own line.
struct alignas(64) Seat {
    std::atomic<std::uint32_t> wakeUps{0};   ///< the futex on which it sleeps
    std::atomic<std::uint32_t> readList{0};  ///< number of the last Load that it has taken from its socket
    std::atomic<Position> began{0};          ///< the own task that it began last
};

class ControlBlock {
public:
    /// Errors: InvalidInput unless there are 1 to MostWorkers workers; those of MemoryBlock.
    static Result<ControlBlock> create(WorkerCount workers);
    /// In a worker. Errors: those of MemoryBlock.
    static Result<ControlBlock> map(int fd, std::size_t workers);

    int fd() const { return m_memory.fd(); }
    ListLine& list() const { return *m_list; }
    Seat& seat(std::size_t worker) const { return m_seats[worker]; }

    /// Items of a job under a JobControl that may still fail until no further one begins, whoever runs it. A pool has
    /// Ahead jobs per worker at a time, and says which is which. Counted down by workers after they have told of an
    /// error, so that none that was counted is missing.
    std::atomic<std::int64_t>& errorsLeft(std::size_t job) const { return m_errorsLeft[job]; }
    static constexpr std::size_t Ahead = 2;

    TaskRing<std::atomic> ring() const { return m_ring; }
    Sleepers<std::atomic>& sleepers() { return m_sleepers; }

private:
    struct Layout;
    explicit ControlBlock(MemoryBlock memory) : m_memory(std::move(memory)) {}
    void bind(const Layout& layout);

    MemoryBlock m_memory;
    ListLine* m_list = nullptr;
    std::span<std::atomic<std::int64_t>> m_errorsLeft;
    std::span<Seat> m_seats;
    TaskRing<std::atomic> m_ring;
    Sleepers<std::atomic> m_sleepers;
};

/// Sleeps while the word has the value `seen`, at most for `limit`. May return early.
void sleepOn(std::atomic<std::uint32_t>& word, std::uint32_t seen, std::chrono::milliseconds limit);
void wakeSleeper(std::atomic<std::uint32_t>& word);

/// Longest sleep of anybody: after it he looks whether the others still live.
inline constexpr std::chrono::milliseconds LongestSleep{250};

}  // namespace breakeven
