#include "core/parallel/shelf.h"

#include "core/parallel/parallel_error.h"

#include <iostream>

namespace breakeven {

Shelf::Shelf(const std::filesystem::path& folder, MemorySettings settings)
    : m_disk(valueOrThrow(DiskCache::open(folder))), m_settings(std::move(settings)) {}

bool Shelf::get(std::string_view group, const CacheKey& key, const CacheSettings& settings,
                const std::function<bool(std::string_view)>& read, const DiskCache::Compute& compute) {
    const auto look = [&](const CacheEntry& entry) {
        if (settings.cacheValidation && !settings.cacheValidation({.duration = entry.duration, .time = entry.created}))
            return Verdict::Outdated;
        return read(entry.bytes) ? Verdict::Taken : Verdict::Damaged;
    };
    const CacheOutcome outcome = m_disk.getOr(group, key, look, compute);
    if (outcome.wasDamaged)
        report({ErrorCode::Unreadable, "cache: a result of " + std::string(group) + " was damaged, computed anew"});
    if (!outcome.stored) report(outcome.stored.error());
    return outcome.stored.has_value();
}

void Shelf::report(const Error& problem) const {
    const std::string line = problem.detail;
    if (m_settings.report)
        m_settings.report(line);
    else
        std::cerr << line + '\n' << std::flush;
}

}  // namespace breakeven
