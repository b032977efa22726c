/// Lists and waiting that the benchmarks share.
#pragma once

#include "core/engine/worker_pool.h"
#include "core/os/memory.h"
#include "core/workloads/workload.h"
#include "tests/benchmarks/harness.h"

#include <atomic>
#include <memory>

namespace breakeven::benchmarks {

struct BoundList {
    MemoryBlock memory;
    std::unique_ptr<Workload> workload;
    SharedKernel shared;
    ItemCount size = 0;

    ListJob job(ChunkPolicy chunk = {}) const {
        return {.kernel = *workload, .size = size, .chunk = chunk, .shared = &shared};
    }
};

/// One map per iteration. The pool and the list must outlive the work.
TimedWork mapWork(WorkerPool& pool, const BoundList& list, ChunkPolicy chunk = {});

constexpr ChunkPolicy chunksOf(ItemCount count) {
    return {.kind = ChunkPolicy::Kind::Count, .count = count};
}

/// runProgram, for works in processes: starts the zygote first, so no thread may exist yet.
int runWithProcesses(const std::string& title, int argc, char** argv,
                     const std::function<Result<std::vector<Outcome>>(const Options&)>& run, KernelFactory factory);

/// Counts the ends of submitted chunks; keeps the first error.
class EndCounter final : public Completion {
public:
    void chunkEnded(Chunk chunk, Result<void> outcome) noexcept override;
    /// Waits until `count` chunks have ended in all.
    Result<void> waitFor(WorkerPool& pool, std::uint32_t count);

private:
    std::atomic<std::uint32_t> m_ended{0};
    std::atomic<bool> m_failed{false};
    Error m_error;
};

/// Every item submitted on its own, then all awaited.
Result<void> submitEach(WorkerPool& pool, const ListJob& job);

}  // namespace breakeven::benchmarks
