#include "core/run/execution.h"

#include "core/os/clock.h"
#include "core/run/process_usage.h"

namespace breakeven {

namespace {

Result<void> repeat(WorkerPool& pool, const ListJob& job, std::uint64_t iterations) {
    for (std::uint64_t i = 0; i < iterations; ++i)
        BREAKEVEN_CHECK(pool.map(job));
    return {};
}

}  // namespace

Result<Execution> executeWarm(WorkerPool& pool, const ListJob& job, std::uint64_t iterations) {
    const auto workers = pool.processes();
    const Seconds before = cpuOf(workers);
    Execution execution;
    BREAKEVEN_TRY(execution.timing,
                  takeSample([&](std::uint64_t count) { return repeat(pool, job, count); }, iterations));
    execution.workerCpu = cpuOf(workers) - before;
    execution.peakMemory = peakMemoryWith(workers);
    return execution;
}

Result<Execution> executeCold(const Backend& backend, const PoolOptions& options, const ListJob& job) {
    std::unique_ptr<WorkerPool> pool;
    Execution execution;
    const auto startAndMap = [&](std::uint64_t count) -> Result<void> {
        const auto begin = Clock::now();
        BREAKEVEN_TRY(pool, backend.start(options));
        execution.startup = Clock::now() - begin;
        return repeat(*pool, job, count);
    };
    BREAKEVEN_TRY(execution.timing, takeSample(startAndMap, 1));
    const auto workers = pool->processes();
    execution.workerCpu = cpuOf(workers);
    execution.peakMemory = peakMemoryWith(workers);
    return execution;
}

Result<Seconds> heat(WorkerPool& pool, const ListJob& job, Seconds atLeast) {
    const auto begin = Clock::now();
    for (std::uint64_t batch = 1;; batch *= 2) {
        const auto batchBegin = Clock::now();
        BREAKEVEN_CHECK(repeat(pool, job, batch));
        const auto now = Clock::now();
        if (now - begin >= atLeast) return Seconds(now - batchBegin) / static_cast<double>(batch);
    }
}

}  // namespace breakeven
