/// The life of a worker process.
#pragma once

#include "core/engine/kernel.h"

namespace breakeven {

/// Answers the pool's messages until the pool closes its end; then the process ends. Called in a process made from the
/// zygote by a raw clone: glibc's idea of the main thread's id is stale there, so process-shared recursive and robust
/// mutexes must not be used by kernels. Threads, OpenMP and TBB work.
[[noreturn]] void runWorker(int socket, KernelFactory factory);

}  // namespace breakeven
