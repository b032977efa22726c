/// Memory: results of functions kept on disk, after Python's joblib.
///
///     breakeven::Memory cache{"dir"};
///     auto g = cache.cache("g/v1", g_impl);
///     g(2, 3);  // computed once, then read, by every process that uses the folder
///
/// C++ cannot read its own source, so the id says which function this is and in which version: change it when the
/// function or the layout of its result changes. The key is a 128-bit hash of the types of result and arguments and of
/// the arguments as core/parallel/serialise.h writes them. Equal arguments that are written differently miss:
/// containers without an order of their own, such as std::unordered_map, and plain structs whose padding differs. Two
/// callers of the same arguments compute once: the second waits. A crash of the machine may lose the latest results.
#pragma once

#include "core/parallel/cached_function.h"

#include <filesystem>
#include <memory>
#include <string>
#include <utility>

namespace breakeven {

class Memory {
public:
    /// Nothing is kept: cached functions are called each time.
    Memory() = default;

    /// Makes the folder, and one in it that holds all results. Throws ParallelError (Unwritable).
    explicit Memory(const std::filesystem::path& folder, MemorySettings settings = {})
        : m_shelf(std::make_shared<Shelf>(folder, std::move(settings))) {}

    /// Throws ParallelError (InvalidInput) for an empty id.
    template <class F>
    CachedFunction<F> cache(std::string id, F f, CacheSettings settings = {}) const {
        if (id.empty())
            throw ParallelError({ErrorCode::InvalidInput, "id: '' is not allowed (a name for the function)"});
        return {m_shelf, std::move(id), std::move(f), std::move(settings)};
    }

    /// Forgets every result in the folder; nothing else in it is touched. Throws ParallelError (Unwritable).
    void clear() const {
        if (m_shelf) throwIfError(m_shelf->disk().clear());
    }

    /// Deletes the longest unused results until the limits are kept; never happens by itself. Throws ParallelError:
    /// InvalidInput for an age below 0, Unwritable.
    void reduceSize(const CacheLimits& limits) const {
        if (m_shelf) throwIfError(m_shelf->disk().reduceSize(limits));
    }

    CacheStatistics statistics() const { return m_shelf ? m_shelf->disk().statistics() : CacheStatistics(); }

private:
    std::shared_ptr<Shelf> m_shelf;  ///< null: nothing is kept
};

}  // namespace breakeven
