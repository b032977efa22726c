/// Pools that live through a block, shared by trials that need the same one.
#pragma once

#include "core/engine/worker_pool.h"

#include <map>
#include <memory>
#include <string>
#include <string_view>

namespace breakeven {

/// Families that share a runtime share its threads: parallel algorithms and auto run on oneTBB too.
std::string_view runtimeOf(std::string_view family);

class WarmPools {
public:
    /// The pool, started when it does not live. Errors: those of Backend::start.
    Result<WorkerPool*> get(const Backend& backend, const PoolOptions& options);

    void drop(const Backend& backend, const PoolOptions& options);

    /// A runtime is only gone when its last pool is: what a cold start of this family asks for.
    void dropRuntime(std::string_view family);

private:
    struct Key {
        std::string family;
        std::string backend;
        std::string start;
        WorkerCount workers = 1;
        auto operator<=>(const Key&) const = default;
    };
    static Key keyOf(const Backend& backend, const PoolOptions& options);

    std::map<Key, std::unique_ptr<WorkerPool>> m_pools;
};

}  // namespace breakeven
