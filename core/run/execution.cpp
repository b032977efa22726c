#include "core/run/execution.h"

#include "core/engine/warm_runtime.h"
#include "core/os/clock.h"
#include "core/run/process_usage.h"

namespace breakeven {

namespace {

/// The reports of all calls together.
Result<CallReport> repeat(WorkerPool& pool, const ListCall& call, std::uint64_t iterations) {
    CallReport sum;
    for (std::uint64_t i = 0; i < iterations; ++i) {
        BREAKEVEN_TRY(const CallReport report, executeCall(pool, call.job, call.options));
        if (report.firstResult) sum.firstResult = sum.firstResult.value_or(Seconds(0)) + *report.firstResult;
    }
    return sum;
}

}  // namespace

Result<Execution> executeWarm(WorkerPool& pool, const ListCall& call, std::uint64_t iterations) {
    const auto workers = pool.processes();
    const Seconds before = cpuOf(workers);
    Execution execution;
    const auto calls = [&](std::uint64_t count) -> Result<void> {
        BREAKEVEN_TRY(const CallReport report, repeat(pool, call, count));
        execution.firstResult = report.firstResult;
        return {};
    };
    BREAKEVEN_TRY(execution.timing, takeSample(calls, iterations));
    execution.workerCpu = cpuOf(workers) - before;
    execution.decision = pool.decision();
    execution.peakMemory = peakMemoryWith(workers);
    return execution;
}

Result<Execution> executeCold(const Backend& backend, const PoolOptions& options, const ListCall& call) {
    std::unique_ptr<WorkerPool> pool;
    Execution execution;
    const auto startAndCall = [&](std::uint64_t count) -> Result<void> {
        const auto begin = Clock::now();
        BREAKEVEN_TRY(pool, backend.start(options));
        execution.startup = Clock::now() - begin;
        BREAKEVEN_TRY(const CallReport report, repeat(*pool, call, count));
        if (report.firstResult) execution.firstResult = *execution.startup + *report.firstResult;
        return {};
    };
    BREAKEVEN_TRY(execution.timing, takeSample(startAndCall, 1));
    execution.decision = pool->decision();
    const auto workers = pool->processes();
    execution.workerCpu = cpuOf(workers);
    execution.peakMemory = peakMemoryWith(workers);
    const auto leftWarm = runtimesLeftWarm.load(std::memory_order_relaxed);
    pool.reset();
    if (runtimesLeftWarm.load(std::memory_order_relaxed) != leftWarm) execution.timing.flags.push_back("warm-runtime");
    return execution;
}

Result<Seconds> heat(WorkerPool& pool, const ListCall& call, Seconds atLeast) {
    const auto begin = Clock::now();
    for (std::uint64_t batch = 1;; batch *= 2) {
        const auto batchBegin = Clock::now();
        BREAKEVEN_CHECK(repeat(pool, call, batch));
        const auto now = Clock::now();
        if (now - begin >= atLeast) return Seconds(now - batchBegin) / static_cast<double>(batch);
    }
}

}  // namespace breakeven
