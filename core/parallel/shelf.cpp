#include "core/parallel/shelf.h"

#include "core/parallel/parallel_error.h"

#include <iostream>

namespace breakeven {

Shelf::Shelf(const std::filesystem::path& folder, MemorySettings settings)
    : m_disk(valueOrThrow(DiskCache::open(folder))), m_settings(std::move(settings)) {}

std::optional<std::string> Shelf::valid(std::string_view group, const CacheKey& key, const CacheSettings& settings) {
    const std::uint64_t corrupted = m_disk.statistics().corrupted;
    auto entry = m_disk.lookup(group, key);
    if (!entry) {
        if (m_disk.statistics().corrupted > corrupted)
            report({ErrorCode::Unreadable, "cache: a result of " + std::string(group) + " was damaged, computed anew"});
        return std::nullopt;
    }
    if (settings.cacheValidation && !settings.cacheValidation({.duration = entry->duration, .time = entry->created})) {
        m_disk.remove(group, key);
        return std::nullopt;
    }
    return std::move(entry->bytes);
}

std::string Shelf::get(std::string_view group, const CacheKey& key, const CacheSettings& settings,
                       const std::function<std::string()>& compute) {
    if (auto kept = valid(group, key, settings)) return *std::move(kept);
    const auto lock = m_disk.lock(group, key);
    if (lock && m_disk.contains(group, key))
        if (auto kept = valid(group, key, settings)) return *std::move(kept);
    const auto begin = std::chrono::steady_clock::now();
    CacheEntry entry{.bytes = compute(), .duration = {}, .created = std::chrono::system_clock::now()};
    entry.duration = std::chrono::steady_clock::now() - begin;
    if (const auto stored = m_disk.store(group, key, entry); !stored) report(stored.error());
    return std::move(entry.bytes);
}

void Shelf::report(const Error& problem) const {
    const std::string line = problem.detail;
    if (m_settings.report)
        m_settings.report(line);
    else
        std::cerr << line + '\n' << std::flush;
}

}  // namespace breakeven
