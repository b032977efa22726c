/// DiskCache: results on disk, found again by what they were computed from. Any number of processes may share a folder:
/// entries are written beside their place and renamed, so a reader sees a whole one or none, and a lock per key keeps
/// two from computing the same.
#pragma once

#include "core/base/result.h"
#include "core/base/units.h"
#include "core/os/descriptor.h"

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace breakeven {

/// 128 bits, XXH3 of Yann Collet's xxHash: fast, and wide enough that two keys never meet by chance. Not against
/// somebody who wants them to.
struct CacheKey {
    std::uint64_t high = 0;
    std::uint64_t low = 0;
    bool operator==(const CacheKey&) const = default;
};

CacheKey cacheKey(std::string_view bytes);
std::string textOf(const CacheKey& key);  ///< 32 hexadecimal digits

struct CacheEntry {
    std::string bytes;
    Seconds duration{0};                            ///< what computing it took
    std::chrono::system_clock::time_point created;  ///< when that was
};

/// What somebody who looks at a kept result makes of it.
enum class Verdict {
    Taken,
    Outdated,  ///< whole, but no longer wanted
    Damaged,   ///< cannot be read
};

/// How DiskCache::getOr came by a result.
struct CacheOutcome {
    bool wasComputed = false;
    bool wasDamaged = false;  ///< one was there that could not be read
    Result<void> stored = {};
};

struct CacheStatistics {
    std::uint64_t hits = 0;  ///< entries found whole
    std::uint64_t misses = 0;
    std::uint64_t stores = 0;
    std::uint64_t failedStores = 0;
    std::uint64_t corrupted = 0;  ///< entries that were there but could not be read; misses or hits too
};

/// What reduceSize leaves; an absent limit is none.
struct CacheLimits {
    std::optional<ByteCount> bytes = {};
    std::optional<std::uint64_t> items = {};
    std::optional<Seconds> age = {};  ///< since the last use
};

/// Thread-safe.
class DiskCache {
public:
    /// Makes the folder. All that the cache keeps lies in a subfolder of its own, and nothing else is ever deleted.
    /// Errors: Unwritable.
    static Result<DiskCache> open(const std::filesystem::path& folder);

    /// Held while an entry is computed. Others that want the same one wait, threads and processes alike.
    class KeyLock {
    public:
        KeyLock(KeyLock&&) noexcept = default;
        KeyLock& operator=(KeyLock&&) = delete;
        ~KeyLock();

    private:
        friend class DiskCache;
        KeyLock(std::filesystem::path path, Descriptor file) : m_path(std::move(path)), m_file(std::move(file)) {}
        std::filesystem::path m_path;
        Descriptor m_file;
    };

    using Read = std::function<Verdict(const CacheEntry&)>;
    using Compute = std::function<std::string()>;

    /// Gives the kept result to `read`; when there is none, or it is not taken, stores what `compute` makes. Of several
    /// callers, threads and processes alike, one computes while the others wait. Throws what the two throw.
    CacheOutcome getOr(std::string_view group, const CacheKey& key, const Read& read, const Compute& compute);

    /// group: what is cleared together, such as a function's name. A hit counts as a use. Absent: not there, or not
    /// whole, which is counted and deleted.
    std::optional<CacheEntry> lookup(std::string_view group, const CacheKey& key);
    bool contains(std::string_view group, const CacheKey& key) const;  ///< without counting or reading

    /// Errors: Unwritable, Internal when the disk is full; counted. A crash of the machine may lose what was stored.
    Result<void> store(std::string_view group, const CacheKey& key, const CacheEntry& entry);
    void remove(std::string_view group, const CacheKey& key);

    /// Waits until nobody else holds it. Errors: Unwritable; then there is no lock, and nothing else is wrong.
    Result<KeyLock> lock(std::string_view group, const CacheKey& key);

    /// Errors: Unwritable when something cannot be deleted.
    Result<void> clear(std::string_view group);
    Result<void> clear();

    /// Deletes whole entries, the longest unused first, until all limits are kept. Errors: InvalidInput for an age
    /// below 0; Unwritable when something cannot be deleted.
    Result<void> reduceSize(const CacheLimits& limits);

    CacheStatistics statistics() const;

private:
    struct Counters;
    struct Found;

    Found find(std::string_view group, const CacheKey& key);
    explicit DiskCache(std::filesystem::path folder);
    std::filesystem::path pathOf(std::string_view group, const CacheKey& key) const;
    std::filesystem::path groupFolder(std::string_view group) const;

    std::filesystem::path m_folder;
    std::shared_ptr<Counters> m_counters;
};

}  // namespace breakeven
