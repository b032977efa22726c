/// The life of a worker process.
#pragma once

#include "core/engine/kernel.h"

namespace breakeven {

/// Serves the pool that is at the other end of the socket until it is gone; then the process ends. Called in a process
/// made from the zygote by a raw clone: glibc's idea of the main thread's id is stale there, so process-shared
/// recursive and robust mutexes must not be used by kernels. Threads, OpenMP and TBB work.
[[noreturn]] void runWorker(int socket, KernelFactory factory);

}  // namespace breakeven
