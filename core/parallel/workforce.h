/// Workforce: the workers behind a pool or a call.
#pragma once

#include "core/engine/worker_pool.h"
#include "core/parallel/job_queue.h"

#include <memory>
#include <mutex>
#include <string>
#include <vector>

namespace breakeven {

/// Throws ParallelError (InvalidInput), naming those there are.
const Backend& knownBackend(const std::string& id);

/// Thread-safe.
class Workforce {
public:
    /// Throws ParallelError: InvalidInput for an unknown backend, or for a process backend when breakeven::init was not
    /// called; else the error of Backend::start. Its last owner may be anybody, its own workers included.
    static std::shared_ptr<Workforce> start(
        const std::string& backend, const PoolOptions& options,
        std::shared_ptr<CallbackThread> callbacks = std::make_shared<CallbackThread>());

    /// Workers are threads of this process.
    bool isLocal() const { return m_backend->info.isLocal(); }
    /// Workers are processes that can map a list.
    bool sharesMemory() const { return m_backend->info.needsSharedMemory; }

    JobQueue& queue() { return *m_queue; }

    /// For lists that go to worker processes serialised. With the backend processes these workers are started at the
    /// first use, beside those that share memory; else it is queue().
    JobQueue& serialisingQueue();

    WorkerCount workers() const { return m_options.workers; }
    std::vector<pid_t> processes() const;

    CallbackThread& callbacks() { return *m_callbacks; }

    /// Returns when nothing waits or runs, callbacks included. Precondition: the caller is not inside.
    void drain();

    /// Returns at once; see JobQueue::terminate.
    void terminate();

    /// Whether the calling thread may be one that has to come back before this is idle: one of
    /// JobQueue::isCallerInside, or the one that runs callbacks.
    bool isCallerInside() const;

private:
    Workforce(const Backend& backend, PoolOptions options, std::shared_ptr<CallbackThread> callbacks)
        : m_backend(&backend), m_options(std::move(options)), m_callbacks(std::move(callbacks)) {}
    std::unique_ptr<JobQueue> startQueue(const Backend& backend);
    JobQueue* serialisingQueueIfThere() const;

    const Backend* m_backend;
    PoolOptions m_options;
    std::shared_ptr<CallbackThread> m_callbacks;
    std::unique_ptr<JobQueue> m_queue;
    mutable std::mutex m_mutex;
    std::unique_ptr<JobQueue> m_serialising;
    bool m_isTerminated = false;
};

/// The workers that map() and its like use. They stay warm for the next call and end with the program, or with
/// releaseWarmWorkers. `wanted` workers, or fewer when there are fewer items: then a power of two, so that lists of all
/// lengths leave less than twice the wanted workers beside those. Throws like Workforce::start.
std::shared_ptr<Workforce> warmWorkforce(const std::string& backend, const std::string& start, WorkerCount wanted,
                                         ItemCount items);

/// Ends the workers that earlier calls of map() and its like have left; calls that run are not disturbed.
void releaseWarmWorkers();

}  // namespace breakeven
