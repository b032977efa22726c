#include "core/engine/backends/tbb_runtime.h"

#include "core/engine/warm_runtime.h"

#include <mutex>
#include <new>

namespace breakeven {

namespace {

/// An arena alone gets no more threads than there are CPUs, and TBB says so on stderr; a global_control lifts that. The
/// smallest of several controls wins, so all pools share one that is high enough for any worker count; each pool is
/// limited by its arena.
std::shared_ptr<tbb::global_control> liftedLimit() {
    constexpr std::size_t MostThreads = 1024;
    static std::mutex mutex;
    static std::weak_ptr<tbb::global_control> current;
    const std::lock_guard lock(mutex);
    auto limit = current.lock();
    if (!limit) {
        limit = std::make_shared<tbb::global_control>(tbb::global_control::max_allowed_parallelism, MostThreads);
        current = limit;
    }
    return limit;
}

}  // namespace

TbbRuntime::TbbRuntime(WorkerCount workers) : m_scheduler(tbb::attach{}), m_limit(liftedLimit()), m_arena(workers) {
    m_arena.initialize();
}

TbbRuntime::~TbbRuntime() {
    m_arena.terminate();
    // The limit is given up after this: on a machine with one CPU it falls to no worker at all, and TBB would wait for
    // one that never leaves.
    if (!tbb::finalize(m_scheduler, std::nothrow)) runtimesLeftWarm.fetch_add(1, std::memory_order_relaxed);
}

}  // namespace breakeven
