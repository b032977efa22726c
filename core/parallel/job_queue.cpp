#include "core/parallel/job_queue.h"

#include <algorithm>
#include <future>
#include <utility>

namespace breakeven {

namespace {

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
JobQueue::JobQueue(std::unique_ptr<WorkerPool> pool, WorkerCount workers)
    : m_pool(std::move(pool)),
      m_workers(workers),
      m_limit(static_cast<std::size_t>(workers) * (m_pool->processes().empty() ? 2 : 1)),
      m_needsAwait(m_pool->needsAwait()) {}

JobQueue::~JobQueue() {
    cancelAll();
    {
        const std::lock_guard lock(m_mutex);
        m_isStopping = true;
        m_changed.notify_all();
    }
    if (m_thread.joinable()) m_thread.join();
}

Result<void> JobQueue::map(const ListJob& job) {
    if (job.size == 0) return {};
    Lock lock(m_mutex);
    if (!isIdle()) {
        lock.unlock();
        const auto awaited = std::make_shared<AwaitedList>(job);
        enqueue(awaited, chunkItems(job.chunk, job.size, m_workers));
        return awaited->outcome();
    }
    m_isMapping = true;
    lock.unlock();
    auto outcome = m_pool->map(job);
    lock.lock();
    m_isMapping = false;
    submitMore(lock);
    m_changed.notify_all();
    return outcome;
}

void JobQueue::enqueue(const std::shared_ptr<QueuedJob>& job, ItemCount chunkItems) {
    Lock lock(m_mutex);
    job->m_queue = this;
    job->m_chunkItems = chunkItems;
    m_live.insert(job);
    m_waiting.push_back(job.get());
    startThread();
    submitMore(lock);
    if (m_needsAwait) m_changed.notify_all();
}

void JobQueue::post(std::function<void()> function) {
    const std::lock_guard lock(m_mutex);
    m_functions.push_back(std::move(function));
    startThread();
    m_changed.notify_all();
}

void JobQueue::drain() {
    Lock lock(m_mutex);
    m_changed.wait(lock, [&] { return isIdle(); });
}

void JobQueue::cancelAll() {
    Lock lock(m_mutex);
    const auto live = m_live;
    m_waiting.clear();
    for (const auto& job : live) {
        if (job->list().control != nullptr) job->list().control->stop();
        if (job->m_next < job->list().size && job->m_outcome)
            job->m_outcome = Error{ErrorCode::Interrupted, "stopped before every item was done"};
        job->m_next = job->list().size;
    }
    for (const auto& job : live)
        endIfOver(*job, lock);
    m_changed.notify_all();
}

/// Only one thread at a time is in submit; what others add meanwhile, it finds.
void JobQueue::submitMore(Lock& lock) {
    if (m_isSubmitting || m_isMapping) return;
    m_isSubmitting = true;
    while (const auto order = nextOrder(lock)) {
        lock.unlock();
        m_pool->submit(order->job.list(), order->chunk, order->job);
        lock.lock();
    }
    m_isSubmitting = false;
}

std::optional<JobQueue::Order> JobQueue::nextOrder(Lock& lock) {
    while (m_inFlight < m_limit && !m_waiting.empty()) {
        QueuedJob& job = *m_waiting.front();
        const ListJob& list = job.list();
        if (job.m_next == 0 && !job.begins()) {
            m_waiting.pop_front();
            m_live.erase(job.shared_from_this());
            m_changed.notify_all();
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

void JobQueue::chunkEnded(QueuedJob& job, Chunk chunk, Result<void> outcome) {
    Lock lock(m_mutex);
    if (!outcome && (job.m_outcome || chunk.begin < job.m_failedChunk)) {
        job.m_outcome = std::move(outcome);
        job.m_failedChunk = chunk.begin;
    }
    --job.m_inFlight;
    --m_inFlight;
    m_ended.fetch_add(1, std::memory_order_release);
    m_ended.notify_all();
    if (!m_waiting.empty()) m_changed.notify_all();
    endIfOver(job, lock);
}

void JobQueue::endIfOver(QueuedJob& job, Lock& lock) {
    if (job.m_inFlight > 0 || job.m_next < job.list().size) return;
    const auto kept = m_live.extract(job.shared_from_this());
    if (!kept) return;
    if (!job.endsQuickly()) {
        m_functions.push_back([ended = kept.value()] { ended->ended(std::move(ended->m_outcome)); });
    } else {
        ++m_calls;
        lock.unlock();
        job.ended(std::move(job.m_outcome));
        lock.lock();
        --m_calls;
    }
    m_changed.notify_all();
}

void JobQueue::callNextFunction(Lock& lock) {
    ++m_calls;
    {
        const auto function = std::move(m_functions.front());
        m_functions.pop_front();
        lock.unlock();
        function();
    }
    lock.lock();
    --m_calls;
    m_changed.notify_all();
}

void JobQueue::startThread() {
    if (!m_thread.joinable()) m_thread = std::thread([this] { serve(); });
}

void JobQueue::serve() {
    Lock lock(m_mutex);
    for (;;) {
        submitMore(lock);
        if (!m_functions.empty()) {
            callNextFunction(lock);
        } else if (m_needsAwait && m_inFlight > 0) {
            const std::uint32_t seen = m_ended.load(std::memory_order_acquire);
            lock.unlock();
            m_pool->await(m_ended, seen);
            lock.lock();
        } else if (m_isStopping && m_live.empty()) {
            return;
        } else {
            m_changed.wait(lock);
        }
    }
}

}  // namespace breakeven
