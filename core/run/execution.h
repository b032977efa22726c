/// One timed execution of a list, with what it used. The sampler times this process; here the pool's life and its
/// worker processes are added.
#pragma once

#include "core/engine/worker_pool.h"
#include "core/measure/sampler.h"

#include <optional>

namespace breakeven {

struct Execution {
    Timing timing;
    std::optional<Seconds> startup;  ///< cold only: from the start of the sample until the pool stood
    Seconds workerCpu{0};            ///< of worker processes, all iterations
    ByteCount peakMemory = 0;
};

/// Executes the list `iterations` times in a pool that lives. Errors: those of WorkerPool::map.
Result<Execution> executeWarm(WorkerPool& pool, const ListJob& job, std::uint64_t iterations);

/// Makes the pool within the timed span, executes the list once, and destroys the pool after it.
/// Errors: those of Backend::start and WorkerPool::map.
Result<Execution> executeCold(const Backend& backend, const PoolOptions& options, const ListJob& job);

/// Calls untimed, in doubling batches, until `atLeast` has passed. Returns the time of one call in the last batch.
/// Errors: those of WorkerPool::map.
Result<Seconds> heat(WorkerPool& pool, const ListJob& job, Seconds atLeast);

}  // namespace breakeven
