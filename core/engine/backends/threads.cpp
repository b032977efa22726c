#include "core/engine/spin.h"
#include "core/engine/work_error.h"
#include "core/engine/worker_pool.h"
#include "core/os/cpus.h"

#include <algorithm>
#include <atomic>
#include <exception>
#include <mutex>
#include <thread>

namespace breakeven {

namespace {

/// About what a parked thread's wake-up costs, so spinning is at worst twice as dear as the best choice. None when
/// there are more workers than CPUs: a spinning thread would hold up one that has work.
constexpr std::chrono::microseconds WorkerSpin{100};
constexpr std::chrono::microseconds CallerSpin{50};

/// The caller is one of the workers, so that exactly `workers` threads compute and none only waits; workers - 1 threads
/// are made. A list passes through a door: threads enter while it is open, the caller closes it once no chunk is left
/// and waits until the last has gone. A thread that wakes late finds the door shut, and nobody waits for it.
class ThreadPool final : public WorkerPool {
public:
    explicit ThreadPool(WorkerCount workers) : m_workers(workers) {
        static const WorkerCount cpus = usableCpus().count;
        m_maySpin = workers <= cpus;
        m_threads.reserve(static_cast<std::size_t>(workers - 1));
        try {
            for (WorkerCount i = 1; i < workers; ++i)
                m_threads.emplace_back([this] { serve(); });
        } catch (...) {
            stop();
            throw;
        }
    }

    ~ThreadPool() override { stop(); }

    ThreadPool(const ThreadPool&) = delete;
    ThreadPool& operator=(const ThreadPool&) = delete;

    Result<void> map(const ListJob& job) override {
        if (job.size == 0) return {};
        m_kernel = &job.kernel;
        m_size = job.size;
        m_chunk = chunkItems(job.chunk, job.size, m_workers);
        m_failure = nullptr;
        m_cursor.store(0, std::memory_order_relaxed);
        m_door.store(Open, std::memory_order_release);
        callThreads();
        work();
        leaveLast();
        if (m_failure) return workError(m_failure);
        return {};
    }

private:
    static constexpr unsigned Open = 0x8000'0000;  ///< the other bits count the threads inside

    void callThreads() {
        m_call.fetch_add(1, std::memory_order_release);
        m_call.notify_all();
    }

    void stop() {
        m_stopping.store(true, std::memory_order_relaxed);
        callThreads();
        m_threads.clear();
    }

    void serve() {
        unsigned answered = 0;
        for (;;) {
            const auto called = [&] { return m_call.load(std::memory_order_acquire) != answered; };
            if (!spinUntil(called, m_maySpin ? WorkerSpin : std::chrono::microseconds(0))) m_call.wait(answered);
            answered = m_call.load(std::memory_order_acquire);
            if (m_stopping.load(std::memory_order_relaxed)) return;
            if (!enter()) continue;
            work();
            if (m_door.fetch_sub(1, std::memory_order_acq_rel) == 1) m_door.notify_one();
        }
    }

    bool enter() {
        unsigned door = m_door.load(std::memory_order_relaxed);
        while (door & Open)
            if (m_door.compare_exchange_weak(door, door + 1, std::memory_order_acquire, std::memory_order_relaxed))
                return true;
        return false;
    }

    void leaveLast() {
        m_door.fetch_and(~Open, std::memory_order_acq_rel);
        const auto empty = [&] { return m_door.load(std::memory_order_acquire) == 0; };
        if (spinUntil(empty, m_maySpin ? CallerSpin : std::chrono::microseconds(0))) return;
        while (const unsigned inside = m_door.load(std::memory_order_acquire))
            m_door.wait(inside, std::memory_order_acquire);
    }

    void work() noexcept {
        try {
            for (;;) {
                const ItemCount begin = m_cursor.fetch_add(m_chunk, std::memory_order_relaxed);
                if (begin >= m_size) return;
                m_kernel->run(begin, std::min(m_size, begin + m_chunk));
            }
        } catch (...) {
            const std::lock_guard lock(m_failureMutex);
            if (!m_failure) m_failure = std::current_exception();
            m_cursor.store(m_size, std::memory_order_relaxed);
        }
    }

    WorkerCount m_workers;
    bool m_maySpin = false;

    // The list; written by the caller while the door is shut.
    Kernel* m_kernel = nullptr;
    ItemCount m_size = 0;
    ItemCount m_chunk = 1;
    std::exception_ptr m_failure;
    std::mutex m_failureMutex;

    // On cache lines of their own: each is written by many threads.
    alignas(64) std::atomic<ItemCount> m_cursor{0};
    alignas(64) std::atomic<unsigned> m_door{0};
    alignas(64) std::atomic<unsigned> m_call{0};
    std::atomic<bool> m_stopping{false};
    std::vector<std::jthread> m_threads;
};

Result<std::unique_ptr<WorkerPool>> startThreads(const PoolOptions& options) {
    try {
        return std::unique_ptr<WorkerPool>(std::make_unique<ThreadPool>(options.workers));
    } catch (const std::exception& problem) {
        return Error{ErrorCode::Internal, "threads: " + std::to_string(options.workers) +
                                              " workers could not be started: " + problem.what()};
    }
}

}  // namespace

Backend threadsBackend() {
    return {.info = {.id = "threads",
                     .title = "Threads",
                     .family = "threads",
                     .description = "Plain C++ threads that take chunks from a shared counter; also right for work "
                                    "that waits, with more workers than CPUs.",
                     .usesWorkers = true,
                     .needsSharedMemory = false},
            .start = startThreads};
}

}  // namespace breakeven
