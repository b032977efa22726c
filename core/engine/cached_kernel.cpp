#include "core/engine/cached_kernel.h"

#include <chrono>
#include <utility>

namespace breakeven {

CachedKernel::CachedKernel(Kernel& inner, DiskCache& cache, std::string group, std::string identity)
    : m_inner(inner), m_cache(cache), m_group(std::move(group)), m_identity(std::move(identity)) {}

void CachedKernel::run(ItemCount begin, ItemCount end) {
    std::string input = std::to_string(m_identity.size()) + ':' + m_identity;
    m_inner.pack(Side::Input, begin, end, input);
    const CacheKey key = cacheKey(input);
    if (serve(key, begin, end)) return;
    const auto lock = m_cache.lock(m_group, key);
    if (lock && m_cache.contains(m_group, key) && serve(key, begin, end)) return;
    const auto started = std::chrono::steady_clock::now();
    m_inner.run(begin, end);
    CacheEntry entry{.bytes = {},
                     .duration = std::chrono::steady_clock::now() - started,
                     .created = std::chrono::system_clock::now()};
    m_inner.pack(Side::Output, begin, end, entry.bytes);
    if (const auto stored = m_cache.store(m_group, key, entry); !stored) return;  // computed all the same
}

bool CachedKernel::serve(const CacheKey& key, ItemCount begin, ItemCount end) {
    const auto entry = m_cache.lookup(m_group, key);
    if (entry) m_inner.unpack(Side::Output, begin, end, entry->bytes);
    return entry.has_value();
}

}  // namespace breakeven
