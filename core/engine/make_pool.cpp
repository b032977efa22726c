#include "core/engine/make_pool.h"

#include "core/engine/core_budget.h"

#include <atomic>
#include <exception>
#include <latch>
#include <string>
#include <thread>
#include <vector>

namespace breakeven {

Result<void> probeThreads(WorkerCount count) {
    static std::atomic<WorkerCount> most{0};
    if (count <= most.load(std::memory_order_relaxed)) return {};
    std::latch allAreThere(1);
    std::vector<std::jthread> threads;
    Result<void> outcome;
    try {
        threads.reserve(static_cast<std::size_t>(count));
        for (WorkerCount i = 0; i < count; ++i)
            threads.emplace_back([&] { allAreThere.wait(); });
        most.store(count, std::memory_order_relaxed);  // whoever else stores has had as many, too
    } catch (const std::exception& problem) {
        outcome = Error{ErrorCode::Internal, "threads: " + std::to_string(count) + " could not be started, only " +
                                                 std::to_string(threads.size()) + ": " + problem.what() +
                                                 " (ulimit -u and pids.max of the cgroup limit them)"};
    }
    allAreThere.count_down();
    threads.clear();
    return outcome;
}

Result<void> askForThreads(const Backend& backend, const PoolOptions& options) {
    if (!backend.info.isLocal() || !backend.info.usesWorkers) return {};
    return probeThreads(nestedWorkers(options.workers) - 1);
}

Result<std::unique_ptr<WorkerPool>> makePool(const Backend& backend, const PoolOptions& options) {
    BREAKEVEN_CHECK(askForThreads(backend, options));
    return backend.start(options);
}

}  // namespace breakeven
