#include "core/parallel/workforce.h"

#include "core/parallel/init.h"
#include "core/parallel/parallel_error.h"

#include <algorithm>
#include <map>
#include <thread>
#include <tuple>

namespace breakeven {

namespace {

const Backend& knownBackend(const std::string& id) {
    if (const Backend* const backend = findBackend(id)) return *backend;
    std::string known;
    for (const Backend& backend : backends())
        known += (known.empty() ? "" : ", ") + backend.info.id;
    throw ParallelError({ErrorCode::InvalidInput, "backend: '" + id + "' is not known (" + known + ")"});
}

/// A callback may drop the last handle of its own pool: then another thread does the waiting.
void destroyWorkforce(Workforce* workforce) {
    if (workforce->isOwnThread())
        std::thread([workforce] { delete workforce; }).detach();
    else
        delete workforce;
}

struct WarmWorkforces {
    using Key = std::tuple<std::string, std::string, WorkerCount>;
    std::mutex mutex;
    std::map<Key, std::shared_ptr<Workforce>> workforces;
};

WarmWorkforces& warmWorkforces() {
    static WarmWorkforces warm;
    return warm;
}

}  // namespace

std::shared_ptr<Workforce> Workforce::start(const std::string& id, const PoolOptions& options) {
    const Backend& backend = knownBackend(id);
    std::shared_ptr<Workforce> workforce(new Workforce(backend, options), destroyWorkforce);
    if (!workforce->isLocal()) throwIfError(processesAreReady());
    workforce->m_queue = startQueue(backend, options);
    return workforce;
}

std::unique_ptr<JobQueue> Workforce::startQueue(const Backend& backend, const PoolOptions& options) {
    return std::make_unique<JobQueue>(valueOrThrow(backend.start(options)), options.workers);
}

JobQueue& Workforce::serialisingQueue() {
    if (!sharesMemory()) return *m_queue;
    const std::lock_guard lock(m_mutex);
    if (!m_serialising) m_serialising = startQueue(knownBackend("processes-pipe"), m_options);
    return *m_serialising;
}

std::vector<pid_t> Workforce::processes() const {
    auto pids = m_queue->processes();
    const std::lock_guard lock(m_mutex);
    if (m_serialising) std::ranges::copy(m_serialising->processes(), std::back_inserter(pids));
    return pids;
}

void Workforce::drain() {
    m_queue->drain();
    if (sharesMemory()) serialisingQueue().drain();
}

void Workforce::cancelAll() {
    m_queue->cancelAll();
    const std::lock_guard lock(m_mutex);
    if (m_serialising) m_serialising->cancelAll();
}

bool Workforce::isOwnThread() const {
    return (m_queue && m_queue->isOwnThread()) || (m_serialising && m_serialising->isOwnThread());
}

std::shared_ptr<Workforce> warmWorkforce(const std::string& backend, const std::string& start, WorkerCount wanted,
                                         ItemCount items) {
    auto& warm = warmWorkforces();
    const auto needed = static_cast<WorkerCount>(std::min<ItemCount>(items, static_cast<ItemCount>(wanted)));
    const std::lock_guard lock(warm.mutex);
    for (WorkerCount workers = wanted; workers >= needed; --workers)
        if (const auto found = warm.workforces.find({backend, start, workers}); found != warm.workforces.end())
            return found->second;
    auto workforce = Workforce::start(backend, {.workers = needed, .start = start});
    warm.workforces.emplace(WarmWorkforces::Key{backend, start, needed}, workforce);
    return workforce;
}

void releaseWarmWorkers() {
    auto& warm = warmWorkforces();
    std::map<WarmWorkforces::Key, std::shared_ptr<Workforce>> released;
    const std::lock_guard lock(warm.mutex);
    released.swap(warm.workforces);
}

}  // namespace breakeven
