/// CachedKernel: a kernel whose chunks are looked up on disk before they are computed.
#pragma once

#include "core/engine/disk_cache.h"
#include "core/engine/kernel.h"

#include <string>

namespace breakeven {

/// The inner kernel must have pack and unpack. A chunk is found again when it has the same input bytes and `identity`
/// is the same, which must say all else that the output depends on: workload, version, parameters. A result that cannot
/// be stored is still computed; the cache's statistics tell. Thread-safe as far as the inner kernel is.
class CachedKernel final : public Kernel {
public:
    /// group: what is cleared together. All must outlive it.
    CachedKernel(Kernel& inner, DiskCache& cache, std::string group, std::string identity);

    void run(ItemCount begin, ItemCount end) override;
    void fold(ItemCount begin, ItemCount end) override { m_inner.fold(begin, end); }
    void combine(std::span<const ItemCount> begins) override { m_inner.combine(begins); }
    void pack(Side side, ItemCount begin, ItemCount end, std::string& bytes) const override {
        m_inner.pack(side, begin, end, bytes);
    }
    void unpack(Side side, ItemCount begin, ItemCount end, std::string_view bytes) override {
        m_inner.unpack(side, begin, end, bytes);
    }

private:
    bool serve(const CacheKey& key, ItemCount begin, ItemCount end);

    Kernel& m_inner;
    DiskCache& m_cache;
    std::string m_group;
    std::string m_identity;
};

}  // namespace breakeven
