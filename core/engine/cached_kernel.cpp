#include "core/engine/cached_kernel.h"

#include <atomic>
#include <cstring>
#include <stdexcept>
#include <utility>

namespace breakeven {

CachedKernel::CachedKernel(std::unique_ptr<Kernel> inner, DiskCache cache, std::string group, std::string identity,
                           std::uint64_t& computed)
    : m_inner(std::move(inner)),
      m_cache(std::move(cache)),
      m_group(std::move(group)),
      m_identity(std::move(identity)),
      m_computed(computed) {}

void CachedKernel::run(ItemCount begin, ItemCount end) {
    for (ItemCount item = begin; item < end; ++item)
        runItem(item);
}

void CachedKernel::runItem(ItemCount item) {
    std::string input = std::to_string(m_identity.size()) + ':' + m_identity + std::to_string(item) + ':';
    m_inner->pack(Side::Input, item, item + 1, input);
    const auto read = [&](const CacheEntry& entry) {
        try {
            m_inner->unpack(Side::Output, item, item + 1, entry.bytes);
            return Verdict::Taken;
        } catch (const std::exception&) {
            return Verdict::Damaged;
        }
    };
    const auto compute = [&] {
        m_inner->run(item, item + 1);
        std::string output;
        m_inner->pack(Side::Output, item, item + 1, output);
        return output;
    };
    const CacheOutcome outcome = m_cache.getOr(m_group, cacheKey(input), read, compute);
    if (!outcome.stored) throw std::runtime_error(outcome.stored.error().detail);
    if (outcome.wasComputed) std::atomic_ref(m_computed).fetch_add(1, std::memory_order_relaxed);
}

void CachedKernel::pack(Side side, ItemCount begin, ItemCount end, std::string& bytes) const {
    m_inner->pack(side, begin, end, bytes);
    if (side == Side::Input) return;
    const std::uint64_t computed = takeComputed();
    bytes.append(reinterpret_cast<const char*>(&computed), sizeof computed);
}

void CachedKernel::unpack(Side side, ItemCount begin, ItemCount end, std::string_view bytes) {
    if (side == Side::Output) {
        std::uint64_t computed = 0;
        if (bytes.size() < sizeof computed) throw std::runtime_error("cache: an output came without its count");
        const std::size_t rest = bytes.size() - sizeof computed;
        std::memcpy(&computed, bytes.data() + rest, sizeof computed);
        std::atomic_ref(m_computed).fetch_add(computed, std::memory_order_relaxed);
        bytes = bytes.substr(0, rest);
    }
    m_inner->unpack(side, begin, end, bytes);
}

std::uint64_t CachedKernel::takeComputed() const {
    return std::atomic_ref(m_computed).exchange(0, std::memory_order_relaxed);
}

}  // namespace breakeven
