/// Times submitted chunks where they are run.
#pragma once

#include "core/engine/worker_pool.h"
#include "core/os/clock.h"

#include <atomic>
#include <cstdint>

#include <time.h>

namespace breakeven {

inline Seconds timeOf(clockid_t clock) {
    timespec time{};
    clock_gettime(clock, &time);
    return Seconds(static_cast<double>(time.tv_sec) + 1e-9 * static_cast<double>(time.tv_nsec));
}

/// One chunk at a time travels to a worker in this; its time is known when it is no longer under way. The submitting
/// thread calls everything but run and chunkEnded.
class TimedChunk final : public Kernel, public Completion {
public:
    bool isUnderWay() const { return m_isUnderWay.load(std::memory_order_acquire); }

    /// The rest: not while it is under way.
    void submitTo(WorkerPool& pool, const ListJob& job, Chunk chunk, Completion& completion) {
        m_job = &job;
        m_completion = &completion;
        m_kernel = 0;
        m_isUnderWay.store(true, std::memory_order_relaxed);
        pool.submit(m_list, chunk, *this);
    }

    /// Whether this job's chunks have been timed.
    bool knows(const ListJob& job) const { return job.kernel.id() == m_kernel && job.step == m_step; }

    /// Of a chunk of the job that is known.
    Seconds estimate(Chunk chunk) const { return m_perItem * static_cast<double>(chunk.end - chunk.begin); }

    /// A chunk of the job that is known took so long.
    void follow(Chunk chunk, Seconds taken) {
        m_last = taken;
        m_perItem = taken / static_cast<double>(chunk.end - chunk.begin);
    }

    Seconds last() const { return m_last; }   ///< of the chunk that was timed last
    bool waited() const { return m_waited; }  ///< the last that travelled did not compute but waited

    void run(ItemCount begin, ItemCount end) override {
        const Seconds cpuBegin = timeOf(CLOCK_THREAD_CPUTIME_ID);
        const auto wallBegin = Clock::now();
        m_job->run({begin, end});
        follow({begin, end}, Clock::now() - wallBegin);
        m_waited = timeOf(CLOCK_THREAD_CPUTIME_ID) - cpuBegin < m_last / 2;
        m_kernel = m_job->kernel.id();
        m_step = m_job->step;
    }

    void chunkEnded(Chunk chunk, Result<void> outcome) noexcept override {
        if (outcome) outcome = m_job->outcome();
        Completion& completion = *m_completion;
        m_isUnderWay.store(false, std::memory_order_release);
        completion.chunkEnded(chunk, std::move(outcome));
    }

private:
    ListJob m_list{.kernel = *this, .chunk = {}};
    const ListJob* m_job = nullptr;
    Completion* m_completion = nullptr;
    std::atomic<bool> m_isUnderWay{false};

    std::uint64_t m_kernel = 0;  ///< its id; 0: nothing is known
    Step m_step = Step::Run;
    Seconds m_perItem{0};
    Seconds m_last{0};
    bool m_waited = false;
};

}  // namespace breakeven
