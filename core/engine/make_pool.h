/// How pools are made: after asking whether the system lets this process have the threads. Runtimes such as oneTBB and
/// libgomp end the program when it does not.
#pragma once

#include "core/base/result.h"
#include "core/base/units.h"
#include "core/engine/worker_pool.h"

#include <memory>

namespace breakeven {

/// Starts so many threads at the same time and ends them, unless as many have been had before: a thread takes some
/// 10 us. What is free may be gone when the runtime takes it. Thread-safe.
/// Errors: Internal "threads: 7 could not be started, only 2: … (ulimit -u and pids.max of the cgroup limit them)".
Result<void> probeThreads(WorkerCount count);

/// Errors: those of backend.start; of probeThreads, for threads beside the calling one.
Result<std::unique_ptr<WorkerPool>> makePool(const Backend& backend, const PoolOptions& options);

}  // namespace breakeven
