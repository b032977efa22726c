#include "core/parallel/workforce.h"

#include "core/engine/make_pool.h"
#include "core/parallel/init.h"
#include "core/parallel/parallel_error.h"

#include <algorithm>
#include <bit>
#include <map>
#include <string_view>
#include <tuple>

namespace breakeven {

namespace {

/// Ending workers waits for them. A thread that they wait for leaves that to the callback thread.
void destroyWorkforce(Workforce* workforce) {
    if (workforce->isCallerInside())
        workforce->callbacks().post([workforce] { delete workforce; });
    else
        delete workforce;
}

struct WarmWorkforces {
    using Key = std::tuple<std::string, std::string, WorkerCount>;
    std::mutex mutex;
    std::map<Key, std::shared_ptr<Workforce>, std::less<>> workforces;
};

WarmWorkforces& warmWorkforces() {
    static WarmWorkforces warm;
    return warm;
}

}  // namespace

const Backend& knownBackend(const std::string& id) {
    if (const Backend* const backend = findBackend(id)) return *backend;
    std::string known;
    for (const Backend& backend : backends())
        known += (known.empty() ? "" : ", ") + backend.info.id;
    throw ParallelError({ErrorCode::InvalidInput, "backend: '" + id + "' is not known (" + known + ")"});
}

std::shared_ptr<Workforce> Workforce::start(const std::string& id, const PoolOptions& options,
                                            std::shared_ptr<CallbackThread> callbacks) {
    const Backend& backend = knownBackend(id);
    std::shared_ptr<Workforce> workforce(new Workforce(backend, options, std::move(callbacks)), destroyWorkforce);
    if (!workforce->isLocal()) throwIfError(processesAreReady());
    workforce->m_queue = workforce->startQueue(backend);
    return workforce;
}

std::unique_ptr<JobQueue> Workforce::startQueue(const Backend& backend) {
    return std::make_unique<JobQueue>(valueOrThrow(makePool(backend, m_options)), m_options.workers, *m_callbacks);
}

JobQueue& Workforce::serialisingQueue() {
    if (!sharesMemory()) return *m_queue;
    const std::lock_guard lock(m_mutex);
    if (!m_serialising) m_serialising = startQueue(knownBackend("processes-pipe"));
    if (m_isTerminated) m_serialising->terminate();
    return *m_serialising;
}

JobQueue* Workforce::serialisingQueueIfThere() const {
    const std::lock_guard lock(m_mutex);
    return m_serialising.get();
}

std::vector<pid_t> Workforce::processes() const {
    auto pids = m_queue->processes();
    if (const auto* const other = serialisingQueueIfThere())
        std::ranges::copy(other->processes(), std::back_inserter(pids));
    return pids;
}

/// Callbacks may have asked for more.
void Workforce::drain() {
    bool isIdle = false;
    while (!isIdle) {
        JobQueue* const other = serialisingQueueIfThere();
        m_queue->drain();
        if (other != nullptr) other->drain();
        m_callbacks->drain();
        isIdle = m_queue->isIdle() && other == serialisingQueueIfThere() && (other == nullptr || other->isIdle());
    }
}

void Workforce::terminate() {
    m_queue->terminate();
    const std::lock_guard lock(m_mutex);
    m_isTerminated = true;
    if (m_serialising) m_serialising->terminate();
}

bool Workforce::isCallerInside() const {
    const auto* const other = serialisingQueueIfThere();
    return m_callbacks->isOwnThread() || (m_queue && m_queue->isCallerInside()) ||
           (other != nullptr && other->isCallerInside());
}

std::shared_ptr<Workforce> warmWorkforce(const std::string& backend, const std::string& start, WorkerCount wanted,
                                         ItemCount items) {
    auto& warm = warmWorkforces();
    auto needed = wanted;
    if (items < static_cast<ItemCount>(wanted))
        needed = std::min(wanted, static_cast<WorkerCount>(std::bit_ceil(items)));
    const std::lock_guard lock(warm.mutex);
    const auto found = warm.workforces.lower_bound(
        std::tuple<std::string_view, std::string_view, WorkerCount>(backend, start, needed));
    if (found != warm.workforces.end() && found->first <= std::tie(backend, start, wanted)) return found->second;
    auto workforce = Workforce::start(backend, {.workers = needed, .start = start});
    warm.workforces.emplace_hint(found, WarmWorkforces::Key{backend, start, needed}, workforce);
    return workforce;
}

void releaseWarmWorkers() {
    auto& warm = warmWorkforces();
    decltype(warm.workforces) released;
    const std::lock_guard lock(warm.mutex);
    released.swap(warm.workforces);
}

}  // namespace breakeven
