/// The zygote: a small process forked before any thread exists, from which workers are forked. A fork after a runtime
/// has made threads can hang for ever; from the zygote it cannot, and it costs the same at any size of the parent.
#pragma once

#include "core/base/result.h"
#include "core/engine/kernel.h"
#include "core/os/descriptor.h"

#include <sys/types.h>

namespace breakeven {

/// Call once, first thing in main, from the main thread, before any other thread exists. The zygote and all workers
/// die with this process. Errors: Internal.
Result<void> startZygote(KernelFactory factory);

/// True after startZygote succeeded in this process.
bool zygoteRuns();

/// A worker process: a child of this process (reap it), speaking on one end of a socket pair.
struct WorkerProcess {
    pid_t pid = -1;
    Descriptor pidFd;
    Descriptor socket;
};

/// Errors: Internal "processes: no zygote (call startZygote first in main)", or what the system said.
Result<WorkerProcess> forkWorker();

}  // namespace breakeven
