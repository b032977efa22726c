/// Shelf: a folder of results, and what its owner wants to know of it.
#pragma once

#include "core/base/result.h"
#include "core/base/units.h"
#include "core/engine/disk_cache.h"

#include <chrono>
#include <cstddef>
#include <filesystem>
#include <functional>
#include <set>
#include <string>
#include <string_view>

namespace breakeven {

struct MemorySettings {
    /// Takes one line when a result could not be kept, or not be read; empty: standard error. The result is returned
    /// all the same.
    std::function<void(std::string_view)> report = {};
};

struct CachedCall {
    Seconds duration{0};                         ///< what computing took
    std::chrono::system_clock::time_point time;  ///< when that was
};

struct CacheSettings {
    std::set<std::size_t> ignore = {};  ///< numbers of arguments, from 0, that make no difference
    std::function<bool(const CachedCall&)> cacheValidation = {};  ///< false: compute anew
};

/// What every cached function of one Memory shares. Thread-safe.
class Shelf {
public:
    Shelf(const std::filesystem::path& folder, MemorySettings settings);

    /// Gives the kept result to `read`, which tells whether it could read it; or keeps what `compute` makes. True when
    /// a result is kept now; what went wrong is reported. Throws what `compute` and the validation throw.
    bool get(std::string_view group, const CacheKey& key, const CacheSettings& settings,
             const std::function<bool(std::string_view)>& read, const DiskCache::Compute& compute);

    DiskCache& disk() { return m_disk; }

private:
    void report(const Error& problem) const;

    DiskCache m_disk;
    MemorySettings m_settings;
};

}  // namespace breakeven
