/// A pool whose calls a program of the user's carries out: it is started anew for each execution of the list.
#pragma once

#include "core/engine/call.h"
#include "core/engine/worker_pool.h"

#include <memory>

namespace breakeven {

class CommandPool final : public WorkerPool, public WholeCalls {
public:
    static Result<std::unique_ptr<WorkerPool>> start(const PoolOptions& options);

    /// The job needs SharedKernel, for the recipe alone. Its kernel is told the output by unpack, as one 64-bit hash.
    /// Errors: WorkFailed for an exit code that is not 0 and for a time that the program should have told; ChildCrashed
    /// naming the signal; TimedOut; Refused for a workload that is no program.
    Result<CallReport> carryOut(const ListJob& job, const CallOptions& options, const CallSpan& span) override;
    WholeCalls* wholeCalls() override { return this; }

    Result<void> map(const ListJob& job) override;
    void submit(const ListJob& job, Chunk chunk, Completion& completion) override;
};

}  // namespace breakeven
