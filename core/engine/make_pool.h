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

/// probeThreads for those that such a pool has beside the calling one. Makes makePool's own question free.
Result<void> askForThreads(const Backend& backend, const PoolOptions& options);

/// Errors: those of backend.start and of askForThreads.
Result<std::unique_ptr<WorkerPool>> makePool(const Backend& backend, const PoolOptions& options);

}  // namespace breakeven
