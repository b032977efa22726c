/// How worker processes come to be. Forked from the zygote: a small process forked before any thread exists, because a
/// fork after a runtime has made threads can hang for ever; from the zygote it cannot, and it costs the same at any
/// size of the parent. Or spawned: this program started anew, for runtimes that need a clean image.
#pragma once

#include "core/base/result.h"
#include "core/engine/kernel.h"
#include "core/os/descriptor.h"

#include <cstddef>
#include <string_view>
#include <vector>

#include <sys/types.h>

namespace breakeven {

/// Call once, first thing in main, from the main thread, before any other thread exists. Makes the zygote; in a process
/// that startWorkers has spawned it does not return but becomes the worker. The zygote and all workers die with this
/// process; the zygote, whose place nobody can take, ignores SIGINT, SIGTERM and SIGHUP. Errors: Internal.
Result<void> startZygote(KernelFactory factory);

/// True after startZygote succeeded in this process.
bool zygoteRuns();

/// A worker process: a child of this process (reap it), which waits for its Setup on the other end of the socket.
struct WorkerProcess {
    pid_t pid = -1;
    Descriptor pidFd;
    Descriptor socket;
};

/// All or none. start: "fork" or "spawn". Thread-safe; a spawned worker dies with the calling thread.
/// Errors: InvalidInput for another start; Internal when startZygote was not called, or what the system said;
/// ChildCrashed when the zygote is gone.
Result<std::vector<WorkerProcess>> startWorkers(std::string_view start, std::size_t count);

}  // namespace breakeven
