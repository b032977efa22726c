#include "core/engine/worker_pool.h"

#include "core/engine/spin.h"
#include "core/engine/work_error.h"

namespace breakeven {

void WorkerPool::submit(const ListJob& job, Chunk chunk, Completion& completion) {
    runSubmitted(job, chunk, completion);
}

void WorkerPool::await(const std::atomic<std::uint32_t>& ended, std::uint32_t seen) {
    constexpr std::chrono::microseconds WakeUpCost{20};
    const auto changed = [&] { return ended.load(std::memory_order_acquire) != seen; };
    if (!spinUntil(changed, WakeUpCost)) ended.wait(seen, std::memory_order_acquire);
}

void runSubmitted(const ListJob& job, Chunk chunk, Completion& completion) noexcept {
    Result<void> outcome;
    try {
        job.run(chunk);
        outcome = job.outcome();
    } catch (...) {
        outcome = workError(std::current_exception());
    }
    completion.chunkEnded(chunk, std::move(outcome));
}

}  // namespace breakeven
