/// Shelf: a folder of results, and what its owner wants to know of it.
#pragma once

#include "core/base/result.h"
#include "core/base/units.h"
#include "core/engine/disk_cache.h"

#include <chrono>
#include <cstddef>
#include <filesystem>
#include <functional>
#include <optional>
#include <set>
#include <string>
#include <string_view>

namespace breakeven {

struct MemorySettings {
    /// Takes one line when a result could not be kept; empty: standard error. The result is returned all the same.
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

    /// The kept result, or the one of `compute`, which is kept then. Throws what `compute` throws.
    std::string get(std::string_view group, const CacheKey& key, const CacheSettings& settings,
                    const std::function<std::string()>& compute);

    DiskCache& disk() { return m_disk; }
    void report(const Error& problem) const;

private:
    std::optional<std::string> valid(std::string_view group, const CacheKey& key, const CacheSettings& settings);

    DiskCache m_disk;
    MemorySettings m_settings;
};

}  // namespace breakeven
