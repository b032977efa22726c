/// WorkerPool: workers that execute lists. Backend: how to make one.
#pragma once

#include "core/base/catalog.h"
#include "core/base/result.h"
#include "core/engine/chunk.h"
#include "core/engine/kernel.h"

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <sys/types.h>

namespace breakeven {

/// One list to execute.
struct ListJob {
    Kernel& kernel;
    ItemCount size = 0;  ///< 0 is allowed and does nothing
    ChunkPolicy chunk;
    const SharedKernel* shared = nullptr;  ///< needed by backends with needsSharedMemory
};

struct PoolOptions {
    WorkerCount workers = 1;     ///< >= 1, may exceed the CPUs
    std::string start = "fork";  ///< process backends: fork or spawn
};

/// Destroying a pool leaves nothing of it: threads joined, processes reaped, runtimes finalised. That is what makes a
/// cold start cold. Not thread-safe: one caller at a time.
class WorkerPool {
public:
    virtual ~WorkerPool() = default;

    /// Executes the whole list and returns when every item is done.
    /// Errors: WorkFailed with the first exception's text; ChildCrashed naming the signal; nothing hangs.
    virtual Result<void> map(const ListJob& job) = 0;

    /// Worker processes, for accounting of CPU time and memory; empty for backends within this process.
    virtual std::vector<pid_t> processes() const { return {}; }
};

struct Backend {
    BackendInfo info;
    /// Errors: Internal when the system refuses workers.
    Result<std::unique_ptr<WorkerPool>> (*start)(const PoolOptions& options);
};

/// In the order of backends.def.
std::span<const Backend> backends();
const Backend* findBackend(std::string_view id);  ///< nullptr when unknown

}  // namespace breakeven
