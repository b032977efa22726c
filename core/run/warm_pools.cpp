#include "core/run/warm_pools.h"

#include "core/engine/make_pool.h"

namespace breakeven {

std::string_view runtimeOf(std::string_view family) {
    return family == "stdpar" || family == "auto" ? "tbb" : family;
}

WarmPools::Key WarmPools::keyOf(const Backend& backend, const PoolOptions& options) {
    return {
        .family = backend.info.family, .backend = backend.info.id, .start = options.start, .workers = options.workers};
}

Result<WorkerPool*> WarmPools::get(const Backend& backend, const PoolOptions& options) {
    auto& pool = m_pools[keyOf(backend, options)];
    if (!pool) {
        BREAKEVEN_TRY(pool, makePool(backend, options));
    }
    return pool.get();
}

void WarmPools::drop(const Backend& backend, const PoolOptions& options) {
    m_pools.erase(keyOf(backend, options));
}

void WarmPools::dropRuntime(std::string_view family) {
    std::erase_if(m_pools, [&](const auto& entry) { return runtimeOf(entry.first.family) == runtimeOf(family); });
}

}  // namespace breakeven
