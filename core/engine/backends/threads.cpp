#include "core/engine/backends/parking.h"
#include "core/engine/backends/submitted_chunk.h"
#include "core/engine/spin.h"
#include "core/engine/team.h"
#include "core/engine/worker_pool.h"
#include "core/os/cpus.h"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <thread>

namespace breakeven {

namespace {

/// About what a parked thread's wake-up costs, so spinning is at worst twice as dear as the best choice. None when
/// there are more workers than CPUs: a spinning thread would hold up one that has work.
constexpr std::chrono::microseconds WorkerSpin{100};
constexpr std::chrono::microseconds CallerSpin{50};

Error refused(WorkerCount workers, const std::exception& problem) {
    return {ErrorCode::Internal,
            "threads: " + std::to_string(workers) + " workers could not be started: " + problem.what()};
}

/// Of a list, the caller is one of the workers, so that exactly `workers` threads compute and none only waits; workers
/// - 1 threads are made. A list passes through a door: threads enter while it is open, the caller closes it once no
/// chunk is left and waits until the last has gone. A thread that wakes late finds the door shut, and nobody waits for
/// it. Submitted chunks come out of a queue. Their submitter does something else, so the first one makes one more
/// thread.
class ThreadPool final : public WorkerPool {
public:
    explicit ThreadPool(const PoolOptions& options) : m_team(options) {
        static const WorkerCount cpus = usableCpus().count;
        m_maySpin = m_team.workers() <= cpus;
        m_threads.reserve(workers());
        try {
            while (m_threads.size() < workers() - 1)
                m_threads.emplace_back([this] { serve(Lists::Taken); });
        } catch (...) {
            stop();
            throw;
        }
    }

    /// Chunks that are still in the queue are run.
    ~ThreadPool() override { stop(); }

    ThreadPool(const ThreadPool&) = delete;
    ThreadPool& operator=(const ThreadPool&) = delete;

    Result<void> map(const ListJob& job) override {
        if (job.size == 0) return {};
        JobRun run(job, m_team);
        m_job = &job;
        m_run = &run;
        m_cursor.next.store(0, std::memory_order_relaxed);
        m_door.store(Open, std::memory_order_release);
        callThreads();
        work();
        leaveLast();
        return run.outcome();
    }

    void submit(const ListJob& job, Chunk chunk, Completion& completion) override {
        if (m_threads.size() < workers()) try {
                m_threads.emplace_back([this] { serve(Lists::LeftToOthers); });
            } catch (const std::exception& problem) {
                return completion.chunkEnded(chunk, refused(m_team.workers(), problem));
            }
        while (!m_queue.push({.job = &job, .chunk = chunk, .completion = &completion}))
            m_room.park([this] { return m_queue.isHalfEmpty(); });
        m_idle.callOne();
    }

private:
    enum class Lists { Taken, LeftToOthers };

    static constexpr unsigned Open = 0x8000'0000;  ///< the other bits count the threads inside

    std::size_t workers() const { return static_cast<std::size_t>(m_team.workers()); }

    void callThreads() {
        m_call.fetch_add(1, std::memory_order_seq_cst);
        m_idle.callAll();
    }

    void stop() {
        m_stopping.store(true, std::memory_order_relaxed);
        callThreads();
        m_threads.clear();
    }

    void serve(Lists lists) {
        unsigned answered = 0;
        const auto called = [&] { return m_call.load(std::memory_order_seq_cst) != answered; };
        const auto hasWork = [&] { return called() || !m_queue.isEmpty(); };
        for (;;) {
            if (called()) {
                answered = m_call.load(std::memory_order_acquire);
                if (lists == Lists::Taken) takePart();
            }
            if (!m_queue.isEmpty()) runSubmittedChunks();
            if (m_stopping.load(std::memory_order_relaxed)) return;
            if (!spinUntil(hasWork, m_maySpin ? WorkerSpin : std::chrono::microseconds(0))) m_idle.park(hasWork);
        }
    }

    void takePart() {
        if (!enter()) return;
        work();
        if (m_door.fetch_sub(1, std::memory_order_acq_rel) == 1) m_door.notify_one();
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
        ChunkTaker taker(m_cursor, m_job->chunk, m_job->size, m_team.workers());
        while (!m_run->isOver()) {
            const auto chunk = taker.take();
            if (!chunk) return;
            m_run->run(*chunk);
        }
    }

    /// Several at once only while they are short: nobody else runs what a thread has taken.
    void runSubmittedChunks() noexcept {
        constexpr std::chrono::microseconds ShortBatch{10};
        SubmittedQueue::Batch batch;
        std::size_t most = 1;
        auto before = std::chrono::steady_clock::now();
        while (const std::size_t count = m_queue.pop(batch, most, workers())) {
            if (m_room.anyParked() && m_queue.isHalfEmpty()) m_room.callOne();
            for (std::size_t i = 0; i < count; ++i)
                m_team.runSubmitted(*batch[i].job, batch[i].chunk, *batch[i].completion);
            const auto now = std::chrono::steady_clock::now();
            most = now - before < ShortBatch ? std::min(2 * most, SubmittedQueue::MostAtOnce) : 1;
            before = now;
        }
    }

    Team m_team;
    bool m_maySpin = false;

    // The list; written by the caller while the door is shut.
    const ListJob* m_job = nullptr;
    JobRun* m_run = nullptr;

    // On cache lines of their own: each is written by many threads.
    ChunkCursor m_cursor;
    alignas(64) std::atomic<unsigned> m_door{0};
    alignas(64) std::atomic<unsigned> m_call{0};
    std::atomic<bool> m_stopping{false};
    SubmittedQueue m_queue;
    alignas(64) Parking m_idle;  ///< threads
    alignas(64) Parking m_room;  ///< a submitter that finds the queue full
    std::vector<std::jthread> m_threads;
};

Result<std::unique_ptr<WorkerPool>> startThreads(const PoolOptions& options) {
    try {
        return std::unique_ptr<WorkerPool>(std::make_unique<ThreadPool>(options));
    } catch (const std::exception& problem) {
        return refused(options.workers, problem);
    }
}

}  // namespace

Backend threadsBackend() {
    return {.info = {.id = "threads",
                     .title = "Threads",
                     .family = "threads",
                     .description = "Plain C++ threads that take chunks from a shared counter; also right for work "
                                    "that waits, with more workers than CPUs."},
            .start = startThreads};
}

}  // namespace breakeven
