/// JobQueue: a WorkerPool and the jobs that wait for it. The engine's pools execute one list at a time, or single
/// chunks; here any number of threads may ask, and results find their way back.
#pragma once

#include "core/engine/worker_pool.h"
#include "core/parallel/callback_thread.h"

#include <atomic>
#include <condition_variable>
#include <deque>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>
#include <unordered_set>
#include <vector>

namespace breakeven {

class JobQueue;

/// A list that is handed over chunk by chunk. Lives until its last chunk has ended; the queue sees to that, and drops
/// it on the callback thread.
class QueuedJob : public Completion, public std::enable_shared_from_this<QueuedJob> {
public:
    QueuedJob() = default;
    QueuedJob(const QueuedJob&) = delete;
    QueuedJob& operator=(const QueuedJob&) = delete;
    virtual ~QueuedJob() = default;

    virtual const ListJob& list() const = 0;

    /// Before the first chunk. False: it was cancelled meanwhile and is dropped without a further call.
    virtual bool begins() = 0;

    /// Once, after the last chunk, or when it is dropped (Interrupted). The outcome is that of the lowest chunk that
    /// failed.
    virtual void ended(Result<void> outcome) = 0;

    /// Whether ended() may be called by a worker: it is quick and calls nothing of the user's. Else it is called on the
    /// callback thread.
    virtual bool endsQuickly() const = 0;

    void chunkEnded(Chunk chunk, Result<void> outcome) noexcept override;

private:
    friend class JobQueue;

    // Guarded by the queue's mutex.
    JobQueue* m_queue = nullptr;
    ItemCount m_chunkItems = 1;
    ItemCount m_next = 0;  ///< first item not yet handed over
    std::size_t m_inFlight = 0;
    ItemCount m_failedChunk = 0;
    Result<void> m_outcome;
};

/// Thread-safe.
class JobQueue {
public:
    /// `callbacks` must outlive it.
    JobQueue(std::unique_ptr<WorkerPool> pool, WorkerCount workers, CallbackThread& callbacks);
    ~JobQueue();  ///< terminates and waits for what runs; not from a worker

    JobQueue(const JobQueue&) = delete;
    JobQueue& operator=(const JobQueue&) = delete;

    /// Executes the whole list; returns when every item is done. Directly when the pool is idle, else chunk by chunk
    /// among the others. Errors: those of WorkerPool::map; Interrupted when terminated.
    Result<void> map(const ListJob& job);

    /// Hands the list over in chunks of `chunkItems` and returns without waiting for them. Throws ParallelError
    /// (Internal) when the system refuses a thread.
    void enqueue(const std::shared_ptr<QueuedJob>& job, ItemCount chunkItems);

    /// Returns when nothing waits or runs. Callbacks may still be to come.
    void drain();

    /// Returns at once. What has not begun is dropped, now and from now on; lists that have are stopped after the
    /// chunks that run, and worker processes are killed.
    void terminate();

    bool isIdle() const;

    /// Whether the calling thread may be one that has to come back before this is idle: the one that feeds the pool, or
    /// one within an item while there is work.
    bool isCallerInside() const;

    std::vector<pid_t> processes() const { return m_pool->processes(); }

private:
    friend class QueuedJob;
    using Lock = std::unique_lock<std::mutex>;

    struct Order {
        QueuedJob& job;
        Chunk chunk;
    };

    Result<void> mapDirectly(const ListJob& job, Lock& lock);
    void chunkEnded(QueuedJob& job, Chunk chunk, Result<void> outcome);
    void submitMore(Lock& lock);
    std::optional<Order> nextOrder(Lock& lock);
    bool begins(QueuedJob& job);
    void dropWaiting(Lock& lock);
    void endIfOver(QueuedJob& job, Lock& lock);
    void startThreads();
    void serve();
    bool hasNothing() const { return m_live.empty() && m_calls == 0 && !m_isMapping; }
    bool isInPool() const { return m_isSubmitting || m_isAwaiting; }

    std::unique_ptr<WorkerPool> m_pool;
    WorkerCount m_workers;
    bool m_isLocal;       ///< workers are threads of this process
    std::size_t m_limit;  ///< chunks with the pool at the same time
    bool m_needsAwait;
    CallbackThread& m_callbacks;

    mutable std::mutex m_mutex;
    std::condition_variable m_changed;                      ///< what others wait for
    std::condition_variable m_more;                         ///< what the own thread waits for
    std::unordered_set<std::shared_ptr<QueuedJob>> m_live;  ///< waiting or running
    std::deque<QueuedJob*> m_waiting;                       ///< with chunks to hand over; the first one has its turn
    std::size_t m_inFlight = 0;
    bool m_isMapping = false;               ///< the pool executes a whole list
    JobControl* m_mappedControl = nullptr;  ///< of that list
    bool m_isSubmitting = false;            ///< a thread is in the pool's submit
    bool m_isAwaiting = false;              ///< the own thread is in the pool's await
    int m_calls = 0;                        ///< threads in ended()
    std::atomic<bool> m_isTerminated{false};
    bool m_isStopping = false;
    std::atomic<std::uint32_t> m_ended{0};
    std::thread m_thread;
};

/// Executes the whole list in the calling thread. Errors: those of WorkerPool::map.
Result<void> runInCaller(const ListJob& job);

}  // namespace breakeven
