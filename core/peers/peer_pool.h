/// A pool whose calls are carried out by Python: a process of its own that lives as long as the pool.
#pragma once

#include "core/engine/call.h"
#include "core/engine/worker_pool.h"
#include "core/peers/python_process.h"

#include <memory>
#include <string>
#include <vector>

namespace breakeven {

class PeerPool final : public WorkerPool, public WholeCalls {
public:
    /// kind: a word of peer.py. Errors: those of PythonProcess::start.
    static Result<std::unique_ptr<WorkerPool>> start(const std::string& kind, const PoolOptions& options);

    /// The job needs SharedKernel. Errors: WorkFailed with the exception's text; Refused for what Python's own pool
    /// cannot do; ChildCrashed.
    Result<CallReport> carryOut(const ListJob& job, const CallOptions& options, const CallSpan& span) override;
    WholeCalls* wholeCalls() override { return this; }

    Result<void> map(const ListJob& job) override;
    void submit(const ListJob& job, Chunk chunk, Completion& completion) override;
    void killWorkers() override { m_python.kill(); }
    std::vector<pid_t> processes() const override { return m_pids; }

private:
    explicit PeerPool(PythonProcess python) : m_python(std::move(python)) {}

    PythonProcess m_python;
    std::vector<pid_t> m_pids;  ///< of Python and its workers, as of the last call
};

}  // namespace breakeven
