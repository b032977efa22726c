/// WorkerPool: workers that execute lists. Backend: how to make one.
#pragma once

#include "core/base/catalog.h"
#include "core/base/result.h"
#include "core/engine/chunk.h"
#include "core/engine/job_control.h"
#include "core/engine/kernel.h"

#include <atomic>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <sys/types.h>

namespace breakeven {

enum class Step { Run, Fold };  ///< which of a kernel's functions a job calls

/// One list to execute.
struct ListJob {
    Kernel& kernel;
    ItemCount size = 0;  ///< 0 is allowed and does nothing
    ChunkPolicy chunk;
    const SharedKernel* shared = nullptr;  ///< needed by backends with needsSharedMemory or copiesItems
    JobControl* control = nullptr;         ///< rules for single items; for Step::Run only
    Step step = Step::Run;

    /// What in-process backends call for every chunk that they hand over.
    void run(Chunk chunk_) const {
        if (control != nullptr)
            control->run(kernel, chunk_);
        else if (step == Step::Run)
            kernel.run(chunk_.begin, chunk_.end);
        else
            kernel.fold(chunk_.begin, chunk_.end);
    }
    bool isStopped() const { return control != nullptr && control->isStopped(); }
    /// What map returns when no exception has come out of run().
    Result<void> outcome() const { return control != nullptr ? control->outcome() : Result<void>(); }
};

/// Learns of the ends of submitted chunks.
class Completion {
public:
    /// Called once per submitted chunk, by any thread, the submitting one included. Must be quick and must not call the
    /// pool. WorkFailed, ChildCrashed or TimedOut as from map.
    virtual void chunkEnded(Chunk chunk, Result<void> outcome) noexcept = 0;

protected:
    ~Completion() = default;
};

struct PoolOptions {
    WorkerCount workers = 1;                 ///< >= 1, may exceed the CPUs
    std::string start = "fork";              ///< process backends: fork or spawn
    std::function<void()> initializer = {};  ///< in-process backends: run once by every worker before its first chunk
    std::string initializerRecipe = {};  ///< process backends: a kernel whose item 0 every worker runs first; or empty
    std::uint64_t recycleAfter = 0;      ///< process backends: chunks after which a worker is replaced; 0: never
};

class WholeCalls;  ///< call.h

/// Destroying a pool leaves nothing of it: threads joined, processes reaped, runtimes finalised. That is what makes a
/// cold start cold. Not thread-safe, except that submit may be called while another thread is in await.
class WorkerPool {
public:
    virtual ~WorkerPool() = default;

    /// Executes the whole list and returns when every item is done. With ChunkPolicy::Kind::Count each range handed to
    /// the kernel is exactly one chunk [k c, min(size, (k + 1) c)). Must not be called while submitted chunks run.
    /// Errors: WorkFailed with the first exception's text; ChildCrashed naming the chunk and the signal; those of
    /// JobControl::outcome; nothing hangs.
    virtual Result<void> map(const ListJob& job) = 0;

    /// Hands one chunk over and returns without waiting for it; may wait for a free worker. The pool, the job and
    /// the completion must live until chunkEnded. A chunk may wait for another pool, but not for a later chunk of its
    /// own: one worker may have both. Here: the calling thread runs it at once, as joblib does with one
    /// job.
    virtual void submit(const ListJob& job, Chunk chunk, Completion& completion);

    /// Waits until `ended`, which a completion counts up and notifies, differs from `seen`. Pools whose workers cannot
    /// report by themselves, or that gather chunks until somebody waits, do their part here. Precondition: a submitted
    /// chunk has not ended.
    virtual void await(const std::atomic<std::uint32_t>& ended, std::uint32_t seen);

    /// True when submitted chunks make progress only while a thread is in await.
    virtual bool needsAwait() const { return false; }

    /// What executeCall hands calls to as they are, instead of building them on map and submit; nullptr for pools of
    /// this engine.
    virtual WholeCalls* wholeCalls() { return nullptr; }

    /// Kills workers that are processes, whatever they run, so that a map and submitted chunks end at once, with
    /// WorkFailed; after that the pool can only be destroyed. Workers within this process finish the chunks that they
    /// run. Thread-safe.
    virtual void killWorkers() {}

    /// Worker processes, for accounting of CPU time and memory; empty for backends within this process.
    virtual std::vector<pid_t> processes() const { return {}; }

    /// What the pool decided by itself at the last map or submitted chunk, in one line for people ("tbb, chunk 512");
    /// else empty. Not while a chunk runs.
    virtual std::string decision() const { return {}; }
};

struct Backend {
    BackendInfo info;
    /// Errors: Internal when the system refuses workers.
    Result<std::unique_ptr<WorkerPool>> (*start)(const PoolOptions& options);
    bool repeats = true;  ///< a short list is executed often enough within a sample for the clock to carry it
};

/// In the order of backends.def.
std::span<const Backend> backends();
const Backend* findBackend(std::string_view id);  ///< nullptr when unknown

/// Runs a chunk and tells the completion. For pools that run submitted chunks within this process.
void runSubmitted(const ListJob& job, Chunk chunk, Completion& completion) noexcept;

}  // namespace breakeven
