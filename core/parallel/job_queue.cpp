#include "core/parallel/job_queue.h"

#include "core/parallel/job_depth.h"
#include "core/parallel/parallel_error.h"

#include <algorithm>
#include <future>
#include <stdexcept>
#include <string>
#include <system_error>
#include <utility>

namespace breakeven {

namespace {

Error terminated() {
    return {ErrorCode::Interrupted, "stopped before every item was done"};
}

/// Lets a list without rules for its items be stopped between chunks all the same.
class StoppableKernel final : public Kernel {
public:
    StoppableKernel(Kernel& inner, const std::atomic<bool>& isStopped) : m_inner(inner), m_isStopped(isStopped) {}

    void run(ItemCount begin, ItemCount end) override {
        if (m_isStopped.load(std::memory_order_relaxed)) throw std::runtime_error("stopped");
        m_inner.run(begin, end);
    }

private:
    Kernel& m_inner;
    const std::atomic<bool>& m_isStopped;
};

/// A list that its caller waits for.
class AwaitedList final : public QueuedJob {
public:
    explicit AwaitedList(const ListJob& job) : m_job(job) {}

    const ListJob& list() const override { return m_job; }
    bool begins() override { return true; }
    void ended(Result<void> outcome) override { m_outcome.set_value(std::move(outcome)); }
    bool endsQuickly() const override { return true; }

    Result<void> outcome() { return m_outcome.get_future().get(); }

private:
    const ListJob& m_job;
    std::promise<Result<void>> m_outcome;
};

}  // namespace

Result<void> runInCaller(const ListJob& job) {
    struct Outcome final : Completion {
        void chunkEnded(Chunk, Result<void> outcome) noexcept override { result = std::move(outcome); }
        Result<void> result;
    } outcome;
    runSubmitted(job, {.begin = 0, .end = job.size}, outcome);
    return std::move(outcome.result);
}

void QueuedJob::chunkEnded(Chunk chunk, Result<void> outcome) noexcept {
    m_queue->chunkEnded(*this, chunk, std::move(outcome));
}

/// Pools in this process take a second chunk per worker, so that none waits for this thread to wake. Worker processes
/// get one, since handing over to a busy one would block.
JobQueue::JobQueue(std::unique_ptr<WorkerPool> pool, WorkerCount workers, CallbackThread& callbacks)
    : m_pool(std::move(pool)),
      m_workers(workers),
      m_isLocal(m_pool->processes().empty()),
      m_limit(static_cast<std::size_t>(workers) * (m_isLocal ? 2 : 1)),
      m_needsAwait(m_pool->needsAwait()),
      m_callbacks(callbacks) {}

JobQueue::~JobQueue() {
    terminate();
    {
        Lock lock(m_mutex);
        m_changed.wait(lock, [this] { return hasNothing() && !m_isSubmitting; });
        m_isStopping = true;
        m_more.notify_all();
    }
    if (m_thread.joinable()) m_thread.join();
    m_pool.reset();  // before the rest, which a worker on its way out of chunkEnded still holds
}

Result<void> JobQueue::map(const ListJob& job) {
    if (job.size == 0) return {};
    Lock lock(m_mutex);
    // Between two jobs a thread is on its way out of the pool, which must not be asked meanwhile.
    m_changed.wait(lock, [this] { return !hasNothing() || !isInPool(); });
    if (m_isTerminated) return terminated();
    if (hasNothing()) return mapDirectly(job, lock);
    lock.unlock();
    const auto awaited = std::make_shared<AwaitedList>(job);
    enqueue(awaited, chunkItems(job.chunk, job.size, m_workers));
    return awaited->outcome();
}

Result<void> JobQueue::mapDirectly(const ListJob& job, Lock& lock) {
    m_isMapping = true;
    m_mappedControl = job.control;
    lock.unlock();
    Result<void> outcome;
    if (job.control != nullptr || job.shared != nullptr) {
        outcome = m_pool->map(job);
    } else {
        StoppableKernel stoppable(job.kernel, m_isTerminated);
        outcome = m_pool->map({.kernel = stoppable, .size = job.size, .chunk = job.chunk});
    }
    lock.lock();
    m_isMapping = false;
    m_mappedControl = nullptr;
    if (!outcome && m_isTerminated) outcome = terminated();
    submitMore(lock);
    m_changed.notify_all();
    return outcome;
}

void JobQueue::enqueue(const std::shared_ptr<QueuedJob>& job, ItemCount chunkItems) {
    Lock lock(m_mutex);
    startThreads();
    job->m_queue = this;
    job->m_chunkItems = chunkItems;
    m_live.insert(job);
    m_waiting.push_back(job.get());
    m_isTerminated ? dropWaiting(lock) : submitMore(lock);
}

bool JobQueue::isIdle() const {
    const std::lock_guard lock(m_mutex);
    return hasNothing();
}

bool JobQueue::isCallerInside() const {
    const std::lock_guard lock(m_mutex);
    const bool feeds = m_thread.get_id() == std::this_thread::get_id();
    return feeds || (m_isLocal && InsideJob::isTrue() && !hasNothing());
}

void JobQueue::drain() {
    Lock lock(m_mutex);
    m_changed.wait(lock, [this] { return hasNothing(); });
}

void JobQueue::terminate() {
    Lock lock(m_mutex);
    m_isTerminated = true;
    if (m_mappedControl != nullptr) m_mappedControl->stop();
    for (const auto& job : m_live)
        if (job->list().control != nullptr) job->list().control->stop();
    dropWaiting(lock);
    lock.unlock();
    m_pool->killWorkers();
}

void JobQueue::dropWaiting(Lock& lock) {
    while (!m_waiting.empty()) {
        QueuedJob& job = *m_waiting.front();
        m_waiting.pop_front();
        if (!begins(job)) continue;
        if (job.m_outcome) job.m_outcome = terminated();
        job.m_next = job.list().size;
        endIfOver(job, lock);
    }
}

/// Only one thread at a time is in submit; what others add meanwhile, it finds.
void JobQueue::submitMore(Lock& lock) {
    if (m_isSubmitting || m_isMapping) return;
    m_isSubmitting = true;
    while (const auto order = nextOrder(lock)) {
        if (m_needsAwait) m_more.notify_all();
        lock.unlock();
        m_pool->submit(order->job.list(), order->chunk, order->job);
        lock.lock();
    }
    m_isSubmitting = false;
    m_changed.notify_all();
}

std::optional<JobQueue::Order> JobQueue::nextOrder(Lock& lock) {
    while (m_inFlight < m_limit && !m_waiting.empty()) {
        QueuedJob& job = *m_waiting.front();
        const ListJob& list = job.list();
        if (!begins(job)) {
            m_waiting.pop_front();
            continue;
        }
        if (list.isStopped() || !job.m_outcome) job.m_next = list.size;
        const Chunk chunk{.begin = job.m_next, .end = job.m_next + std::min(job.m_chunkItems, list.size - job.m_next)};
        job.m_next = chunk.end;
        if (job.m_next == list.size) m_waiting.pop_front();
        if (chunk.begin == chunk.end) {
            endIfOver(job, lock);
            continue;
        }
        ++job.m_inFlight;
        ++m_inFlight;
        return Order{.job = job, .chunk = chunk};
    }
    return std::nullopt;
}

/// False: it was cancelled before its first chunk, and is gone.
bool JobQueue::begins(QueuedJob& job) {
    if (job.m_next > 0 || job.begins()) return true;
    m_callbacks.post([dead = std::move(m_live.extract(job.shared_from_this()).value())] {});
    m_changed.notify_all();
    return false;
}

void JobQueue::chunkEnded(QueuedJob& job, Chunk chunk, Result<void> outcome) {
    Lock lock(m_mutex);
    if (!outcome && m_isTerminated) outcome = terminated();
    if (!outcome && (job.m_outcome || chunk.begin < job.m_failedChunk)) {
        job.m_outcome = std::move(outcome);
        job.m_failedChunk = chunk.begin;
    }
    --job.m_inFlight;
    --m_inFlight;
    m_ended.fetch_add(1, std::memory_order_release);
    m_ended.notify_all();
    if (!m_waiting.empty()) m_more.notify_all();
    endIfOver(job, lock);
}

void JobQueue::endIfOver(QueuedJob& job, Lock& lock) {
    if (job.m_inFlight > 0 || job.m_next < job.list().size) return;
    auto ended = std::move(m_live.extract(job.shared_from_this()).value());
    if (job.endsQuickly()) {
        ++m_calls;
        lock.unlock();
        {
            const InsideJob inside;  // a result that is dropped may own the pool
            job.ended(std::move(job.m_outcome));
        }
        lock.lock();
        --m_calls;
        m_callbacks.post([dead = std::move(ended)] {});
    } else {
        m_callbacks.post([ended = std::move(ended)] { ended->ended(std::move(ended->m_outcome)); });
    }
    m_changed.notify_all();
}

void JobQueue::startThreads() {
    m_callbacks.start();
    if (m_thread.joinable()) return;
    try {
        m_thread = std::thread([this] { serve(); });
    } catch (const std::system_error& problem) {
        throw ParallelError(
            {ErrorCode::Internal, std::string("pool: no thread that feeds it could be started: ") + problem.what()});
    }
}

void JobQueue::serve() {
    Lock lock(m_mutex);
    for (;;) {
        submitMore(lock);
        if (m_needsAwait && m_inFlight > 0) {
            const std::uint32_t seen = m_ended.load(std::memory_order_acquire);
            m_isAwaiting = true;
            lock.unlock();
            m_pool->await(m_ended, seen);
            lock.lock();
            m_isAwaiting = false;
            m_changed.notify_all();
        } else if (m_isStopping) {
            return;
        } else {
            m_more.wait(lock);
        }
    }
}

}  // namespace breakeven
