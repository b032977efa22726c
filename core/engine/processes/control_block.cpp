#include "core/engine/processes/control_block.h"

#include <new>

#include <linux/futex.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

namespace breakeven {

/// Offsets of the parts. Every part is a whole number of cache lines.
struct ControlBlock::Layout {
    explicit Layout(std::size_t workers_) : workers(workers_) {}

    std::size_t workers;
    /// Enough for 100 us of tasks that take a microsecond, on few workers; what is more waits in the pool.
    std::size_t tasks = std::bit_ceil(std::max<std::size_t>(256, 4 * workers));
    std::size_t sleeperWords = (workers + 63) / 64;

    std::size_t list = 0;
    std::size_t head = list + sizeof(ListLine);
    std::size_t sleepers = head + sizeof(RingHead<std::atomic>);
    std::size_t errorsLeft = sleepers + wholeLines(sleeperWords * sizeof(std::uint64_t));
    std::size_t jobs = Ahead * workers;
    std::size_t seats = errorsLeft + wholeLines(jobs * sizeof(std::int64_t));
    std::size_t firstTask = seats + workers * sizeof(Seat);
    std::size_t bytes = firstTask + (tasks + workers) * sizeof(Task<std::atomic>);

    static constexpr std::size_t wholeLines(std::size_t size) { return (size + 63) / 64 * 64; }
};

namespace {

template <class Part>
std::span<Part> parts(const MemoryBlock& memory, std::size_t offset, std::size_t count) {
    return {std::launder(reinterpret_cast<Part*>(memory.bytes().data() + offset)), count};
}

template <class Part>
void construct(const MemoryBlock& memory, std::size_t offset, std::size_t count) {
    for (std::size_t i = 0; i < count; ++i)
        new (memory.bytes().data() + offset + i * sizeof(Part)) Part;
}

static_assert(sizeof(Task<std::atomic>) == 64 && sizeof(Seat) == 64);
static_assert(std::atomic<std::uint64_t>::is_always_lock_free && sizeof(std::atomic<std::uint64_t>) == 8);

}  // namespace

Result<ControlBlock> ControlBlock::create(WorkerCount workers) {
    if (workers < 1 || workers > static_cast<WorkerCount>(MostWorkers))
        return Error{ErrorCode::InvalidInput, "workers: " + std::to_string(workers) + " is not allowed (1 to " +
                                                  std::to_string(MostWorkers) + ")"};
    const Layout layout(static_cast<std::size_t>(workers));
    BREAKEVEN_TRY(auto memory, MemoryBlock::create(layout.bytes, Sharing::Shared));
    construct<ListLine>(memory, layout.list, 1);
    construct<RingHead<std::atomic>>(memory, layout.head, 1);
    construct<std::atomic<std::uint64_t>>(memory, layout.sleepers, layout.sleeperWords);
    construct<std::atomic<std::int64_t>>(memory, layout.errorsLeft, layout.jobs);
    construct<Seat>(memory, layout.seats, layout.workers);
    construct<Task<std::atomic>>(memory, layout.firstTask, layout.tasks + layout.workers);
    ControlBlock block(std::move(memory));
    block.bind(layout);
    return block;
}

Result<ControlBlock> ControlBlock::map(int fd, std::size_t workers) {
    const Layout layout(workers);
    BREAKEVEN_TRY(auto memory, MemoryBlock::map(fd, layout.bytes));
    ControlBlock block(std::move(memory));
    block.bind(layout);
    return block;
}

void ControlBlock::bind(const Layout& layout) {
    m_list = parts<ListLine>(m_memory, layout.list, 1).data();
    m_errorsLeft = parts<std::atomic<std::int64_t>>(m_memory, layout.errorsLeft, layout.jobs);
    m_seats = parts<Seat>(m_memory, layout.seats, layout.workers);
    m_ring = {*parts<RingHead<std::atomic>>(m_memory, layout.head, 1).data(),
              parts<Task<std::atomic>>(m_memory, layout.firstTask, layout.tasks + layout.workers), layout.workers};
    m_sleepers =
        Sleepers<std::atomic>(parts<std::atomic<std::uint64_t>>(m_memory, layout.sleepers, layout.sleeperWords));
}

void sleepOn(std::atomic<std::uint32_t>& word, std::uint32_t seen, std::chrono::milliseconds limit) {
    const timespec time{.tv_sec = limit.count() / 1000, .tv_nsec = limit.count() % 1000 * 1'000'000};
    syscall(SYS_futex, &word, FUTEX_WAIT, seen, &time, nullptr, 0);
}

void wakeSleeper(std::atomic<std::uint32_t>& word) {
    word.fetch_add(1, std::memory_order_release);
    syscall(SYS_futex, &word, FUTEX_WAKE, 1, nullptr, nullptr, 0);
}

}  // namespace breakeven
