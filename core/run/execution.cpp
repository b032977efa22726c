#include "core/run/execution.h"

#include "core/engine/make_pool.h"
#include "core/engine/warm_runtime.h"
#include "core/os/clock.h"
#include "core/run/process_usage.h"

#include <algorithm>
#include <cmath>

namespace breakeven {

namespace {

/// The reports of all calls together.
Result<CallReport> repeat(WorkerPool& pool, const ListCall& call, const CallSpan& span) {
    if (WholeCalls* const whole = pool.wholeCalls()) return whole->carryOut(call.job, call.options, span);
    CallReport sum;
    for (std::uint64_t i = 0; i < span.iterations; ++i) {
        BREAKEVEN_TRY(const CallReport report, executeCall(pool, call.job, call.options));
        if (report.firstResult) sum.firstResult = sum.firstResult.value_or(Seconds(0)) + *report.firstResult;
    }
    return sum;
}

/// The time of another runtime's call is what its own clock says: ours has seen the request and the list travel, too.
void goByOwnClock(Execution& execution, const OwnClock& own) {
    execution.timing.wall = own.wall;
    execution.timing.cpu = own.cpu;
    execution.timing.delayed.reset();
    execution.workerCpu = Seconds(0);
    execution.waits.reset();
    execution.startup = own.startup;
    if (own.peakMemory == 0) return;
    // What this process had when it started a program counts as the program's, so less than that tells nothing.
    execution.peakMemory.reset();
    if (own.peakMemory > peakMemoryWith({})) execution.peakMemory = own.peakMemory;
}

}  // namespace

Result<Execution> executeWarm(WorkerPool& pool, const ListCall& call, std::uint64_t iterations) {
    const auto workers = pool.processes();
    const bool peakIsOwn = resetPeakMemory(workers);
    const Seconds before = cpuOf(workers);
    const std::uint64_t waitsBefore = waitsOf(workers);
    Execution execution;
    CallReport report;
    const auto calls = [&](std::uint64_t count) -> Result<void> {
        BREAKEVEN_TRY(report, repeat(pool, call, {.iterations = count}));
        return {};
    };
    BREAKEVEN_TRY(execution.timing, takeSample(calls, iterations));
    execution.firstResult = report.firstResult;
    execution.workerCpu = cpuOf(workers) - before;
    execution.waits = execution.timing.waits + waitsOf(workers) - waitsBefore;
    execution.decision = pool.decision();
    if (peakIsOwn) execution.peakMemory = peakMemoryWith(workers);
    if (report.own) goByOwnClock(execution, *report.own);
    return execution;
}

Result<Execution> executeCold(const Backend& backend, const PoolOptions& options, const ListCall& call) {
    BREAKEVEN_CHECK(askForThreads(backend, options));  // once; it is not what the runtime's own start costs
    std::unique_ptr<WorkerPool> pool;
    const bool peakIsOwn = resetPeakMemory({});
    Execution execution;
    CallReport report;
    const auto startAndCall = [&](std::uint64_t count) -> Result<void> {
        const auto begin = Clock::now();
        BREAKEVEN_TRY(pool, makePool(backend, options));
        execution.startup = Clock::now() - begin;
        BREAKEVEN_TRY(report, repeat(*pool, call, {.iterations = count, .makesPool = true}));
        return {};
    };
    BREAKEVEN_TRY(execution.timing, takeSample(startAndCall, 1));
    execution.firstResult = report.firstResult;
    if (execution.firstResult && !report.own) *execution.firstResult += *execution.startup;
    execution.decision = pool->decision();
    const auto workers = pool->processes();
    execution.workerCpu = cpuOf(workers);
    if (peakIsOwn) execution.peakMemory = peakMemoryWith(workers);
    if (report.own) goByOwnClock(execution, *report.own);
    const auto leftWarm = runtimesLeftWarm.load(std::memory_order_relaxed);
    pool.reset();
    if (runtimesLeftWarm.load(std::memory_order_relaxed) != leftWarm) execution.timing.flags.push_back("warm-runtime");
    return execution;
}

Result<Seconds> heat(WorkerPool& pool, const ListCall& call, Interval<Seconds> between) {
    constexpr double Steady = 0.05;
    const auto begin = Clock::now();
    Seconds own{0};
    Seconds before{0};  // one call in the last batch
    for (std::uint64_t batch = 1;; batch *= 2) {
        const auto batchBegin = Clock::now();
        BREAKEVEN_TRY(const CallReport report, repeat(pool, call, {.iterations = batch}));
        const auto now = Clock::now();
        const Seconds last = report.own ? report.own->wall : Seconds(now - batchBegin);
        if (report.own) own += last;
        const Seconds spent = std::max<Seconds>(now - begin, own);
        const Seconds once = last / static_cast<double>(batch);
        const bool isSteady = before > Seconds(0) && std::abs(once / before - 1) < Steady;
        const bool hasRoom = spent + 2 * last <= between.high || spent < between.low;
        if (!hasRoom || (isSteady && spent >= between.low)) return once;
        before = once;
    }
}

}  // namespace breakeven
