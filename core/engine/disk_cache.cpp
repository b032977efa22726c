#include "core/engine/disk_cache.h"

#include "core/base/xxhash.h"
#include "core/os/files.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <vector>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace breakeven {

namespace fs = std::filesystem;

namespace {

constexpr ByteCount LargestEntry = 4'000'000'000;
constexpr const char* EntrySuffix = ".entry";
/// Whoever clears the cache loses nothing that lay in the folder before.
constexpr const char* OwnFolder = "breakeven-cache";

/// Last in a file, behind the bytes of the result. Read only by programs on a machine of the same byte order: another
/// one finds no magic number and computes anew.
struct Seal {
    std::uint64_t magic = 0x62'65'76'65'63'61'63'32;
    CacheKey key;
    CacheKey check;  ///< of the bytes
    std::uint64_t bytes = 0;
    double seconds = 0;
    std::int64_t createdNanoseconds = 0;  ///< since 1970
};

Error unwritable(const fs::path& path, int error) {
    return {ErrorCode::Unwritable, "cache: " + path.string() + ": " + std::strerror(error)};
}

std::optional<CacheEntry> parsed(std::string content, const CacheKey& key) {
    Seal seal;
    if (content.size() < sizeof seal) return std::nullopt;
    const std::size_t bytes = content.size() - sizeof seal;
    std::memcpy(&seal, content.data() + bytes, sizeof seal);
    content.resize(bytes);
    if (seal.magic != Seal{}.magic || seal.key != key || seal.bytes != bytes) return std::nullopt;
    if (cacheKey(content) != seal.check) return std::nullopt;
    const std::chrono::nanoseconds created(seal.createdNanoseconds);
    return CacheEntry{.bytes = std::move(content),
                      .duration = Seconds(seal.seconds),
                      .created = std::chrono::system_clock::time_point(
                          std::chrono::duration_cast<std::chrono::system_clock::duration>(created))};
}

/// A file name for any text, the empty one too.
std::string fileName(std::string_view text) {
    if (text.empty()) return "%";
    std::string name;
    for (const char c : text) {
        const bool isPlain = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' ||
                             c == '_' || (c == '.' && !name.empty());
        std::array<char, 4> code{};
        std::snprintf(code.data(), code.size(), "%%%02X", static_cast<unsigned>(static_cast<unsigned char>(c)));
        name += isPlain ? std::string(1, c) : code.data();
    }
    return name;
}

struct EntryFile {
    fs::path path;
    timespec used{};
    ByteCount bytes = 0;
};

/// Every entry, the longest unused first. What vanishes meanwhile is left out.
std::vector<EntryFile> entriesBelow(const fs::path& folder) {
    std::vector<EntryFile> found;
    std::error_code error;
    for (auto entry = fs::recursive_directory_iterator(folder, error); !error && entry != fs::end(entry);
         entry.increment(error)) {
        struct stat info {};
        if (entry->path().extension() == EntrySuffix && stat(entry->path().c_str(), &info) == 0)
            found.push_back({entry->path(), info.st_mtim, static_cast<ByteCount>(info.st_size)});
    }
    std::ranges::sort(found, [](const EntryFile& a, const EntryFile& b) {
        return std::pair(a.used.tv_sec, a.used.tv_nsec) < std::pair(b.used.tv_sec, b.used.tv_nsec);
    });
    return found;
}

Seconds unusedFor(const timespec& used) {
    timespec now{};
    clock_gettime(CLOCK_REALTIME, &now);
    return Seconds(static_cast<double>(now.tv_sec - used.tv_sec) +
                   1e-9 * static_cast<double>(now.tv_nsec - used.tv_nsec));
}

}  // namespace

struct DiskCache::Counters {
    std::atomic<std::uint64_t> hits{0};
    std::atomic<std::uint64_t> misses{0};
    std::atomic<std::uint64_t> stores{0};
    std::atomic<std::uint64_t> failedStores{0};
    std::atomic<std::uint64_t> corrupted{0};
};

struct DiskCache::Found {
    std::optional<CacheEntry> entry;
    bool wasDamaged = false;
};

CacheKey cacheKey(std::string_view bytes) {
    const auto hash = XXH3_128bits(bytes.data(), bytes.size());
    return {.high = hash.high64, .low = hash.low64};
}

std::string textOf(const CacheKey& key) {
    std::array<char, 33> text{};
    std::snprintf(text.data(), text.size(), "%016llx%016llx", static_cast<unsigned long long>(key.high),
                  static_cast<unsigned long long>(key.low));
    return text.data();
}

DiskCache::DiskCache(fs::path folder) : m_folder(std::move(folder)), m_counters(std::make_shared<Counters>()) {}

Result<DiskCache> DiskCache::open(const fs::path& folder) {
    std::error_code error;
    const fs::path own = fs::absolute(folder, error) / OwnFolder;
    if (error) return unwritable(folder, error.value());
    fs::create_directories(own, error);
    if (error) return unwritable(folder, error.value());
    if (access(own.c_str(), W_OK | X_OK) != 0) return unwritable(own, errno);
    return DiskCache(own);
}

fs::path DiskCache::groupFolder(std::string_view group) const {
    return m_folder / fileName(group);
}

/// Spread over 256 folders, so that none grows large.
fs::path DiskCache::pathOf(std::string_view group, const CacheKey& key) const {
    const std::string text = textOf(key);
    return groupFolder(group) / text.substr(0, 2) / (text.substr(2) + EntrySuffix);
}

DiskCache::Found DiskCache::find(std::string_view group, const CacheKey& key) {
    const fs::path path = pathOf(group, key);
    auto content =
        access(path.c_str(), F_OK) == 0 ? readFile(path, LargestEntry + sizeof(Seal)) : Result<std::string>(Error{});
    Found found;
    if (content) {
        found.entry = parsed(*std::move(content), key);
        found.wasDamaged = !found.entry;
    }
    if (found.wasDamaged) {
        ++m_counters->corrupted;
        remove(group, key);
    }
    ++(found.entry ? m_counters->hits : m_counters->misses);
    if (found.entry) {
        const std::array<timespec, 2> now{timespec{.tv_sec = 0, .tv_nsec = UTIME_OMIT},
                                          timespec{.tv_sec = 0, .tv_nsec = UTIME_NOW}};
        utimensat(AT_FDCWD, path.c_str(), now.data(), 0);  // a folder that cannot be written to only loses the order
    }
    return found;
}

std::optional<CacheEntry> DiskCache::lookup(std::string_view group, const CacheKey& key) {
    return find(group, key).entry;
}

CacheOutcome DiskCache::getOr(std::string_view group, const CacheKey& key, const Read& read, const Compute& compute) {
    CacheOutcome outcome;
    const auto isServed = [&] {
        const Found found = find(group, key);
        if (found.wasDamaged) outcome.wasDamaged = true;
        if (!found.entry) return false;
        const Verdict verdict = read(*found.entry);
        if (verdict == Verdict::Taken) return true;
        if (verdict == Verdict::Damaged) {
            outcome.wasDamaged = true;
            ++m_counters->corrupted;
        }
        remove(group, key);
        return false;
    };
    if (isServed()) return outcome;
    const auto computing = lock(group, key);
    if (computing && contains(group, key) && isServed()) return outcome;

    const auto begin = std::chrono::steady_clock::now();
    CacheEntry entry{.bytes = compute(), .duration = {}, .created = std::chrono::system_clock::now()};
    entry.duration = std::chrono::steady_clock::now() - begin;
    outcome.wasComputed = true;
    outcome.stored = store(group, key, entry);
    return outcome;
}

bool DiskCache::contains(std::string_view group, const CacheKey& key) const {
    return access(pathOf(group, key).c_str(), F_OK) == 0;
}

Result<void> DiskCache::store(std::string_view group, const CacheKey& key, const CacheEntry& entry) {
    const auto save = [&]() -> Result<void> {
        if (entry.bytes.size() > LargestEntry)
            return Error{ErrorCode::Refused, "cache: a result of " + std::to_string(entry.bytes.size()) +
                                                 " bytes is too large to be kept (at most 4 GB)"};
        const std::chrono::nanoseconds created = entry.created.time_since_epoch();
        const Seal seal{.key = key,
                        .check = cacheKey(entry.bytes),
                        .bytes = entry.bytes.size(),
                        .seconds = entry.duration.count(),
                        .createdNanoseconds = created.count()};
        const fs::path path = pathOf(group, key);
        std::error_code error;
        fs::create_directories(path.parent_path(), error);
        if (error) return unwritable(path.parent_path(), error.value());
        auto written =
            saveFile(path, {entry.bytes, {reinterpret_cast<const char*>(&seal), sizeof seal}}, Durability::Unsynced);
        if (!written) return Error{written.error().code, "cache: " + written.error().detail};
        return {};
    };
    auto saved = save();
    ++(saved ? m_counters->stores : m_counters->failedStores);
    return saved;
}

void DiskCache::remove(std::string_view group, const CacheKey& key) {
    unlink(pathOf(group, key).c_str());
}

Result<DiskCache::KeyLock> DiskCache::lock(std::string_view group, const CacheKey& key) {
    const fs::path path = pathOf(group, key).replace_extension(".lock");
    for (;;) {
        std::error_code error;
        fs::create_directories(path.parent_path(), error);
        Descriptor file(::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666));
        if (!file) return unwritable(path, errno);
        while (flock(file.get(), LOCK_EX) != 0)
            if (errno != EINTR) return unwritable(path, errno);
        // Its last holder has deleted the file: who comes now makes another one, which this lock says nothing about.
        struct stat ours {};
        struct stat theirs {};
        if (fstat(file.get(), &ours) == 0 && stat(path.c_str(), &theirs) == 0 && ours.st_ino == theirs.st_ino)
            return KeyLock(path, std::move(file));
    }
}

DiskCache::KeyLock::~KeyLock() {
    if (m_file) unlink(m_path.c_str());
}

Result<void> DiskCache::clear(std::string_view group) {
    std::error_code error;
    fs::remove_all(groupFolder(group), error);
    if (error) return unwritable(groupFolder(group), error.value());
    return {};
}

Result<void> DiskCache::clear() {
    std::error_code error;
    fs::remove_all(m_folder, error);
    if (error) return unwritable(m_folder, error.value());
    return {};
}

Result<void> DiskCache::reduceSize(const CacheLimits& limits) {
    if (limits.age && limits.age->count() < 0)
        return Error{ErrorCode::InvalidInput, "age: below 0 is not allowed (0 or more seconds)"};
    auto entries = entriesBelow(m_folder);
    ByteCount bytes = 0;
    for (const EntryFile& entry : entries)
        bytes += entry.bytes;
    std::uint64_t items = entries.size();
    for (const EntryFile& entry : entries) {
        const bool isTooMuch = (limits.bytes && bytes > *limits.bytes) || (limits.items && items > *limits.items) ||
                               (limits.age && unusedFor(entry.used) > *limits.age);
        if (!isTooMuch) break;
        if (unlink(entry.path.c_str()) != 0 && errno != ENOENT) return unwritable(entry.path, errno);
        bytes -= entry.bytes;
        --items;
    }
    return {};
}

CacheStatistics DiskCache::statistics() const {
    return {.hits = m_counters->hits,
            .misses = m_counters->misses,
            .stores = m_counters->stores,
            .failedStores = m_counters->failedStores,
            .corrupted = m_counters->corrupted};
}

}  // namespace breakeven
