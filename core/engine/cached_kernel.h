/// CachedKernel: a kernel whose items are looked up on disk before they are computed.
#pragma once

#include "core/engine/disk_cache.h"
#include "core/engine/kernel.h"

#include <cstdint>
#include <memory>
#include <string>

namespace breakeven {

/// The inner kernel must have pack and unpack. An item is found again, in any chunk, when it has the same place in the
/// list and the same input bytes, and `identity` is the same, which must say all else that its output depends on, such
/// as parameters. A result that cannot be stored is an exception: who asks for a cache must learn that there is none.
/// Nothing is kept of a fold. Thread-safe as far as the inner kernel is.
class CachedKernel final : public Kernel {
public:
    /// group: what is cleared together. computed: shared by all that run items on the same memory, other processes too;
    /// it must outlive this, and is used atomically.
    CachedKernel(std::unique_ptr<Kernel> inner, DiskCache cache, std::string group, std::string identity,
                 std::uint64_t& computed);

    void run(ItemCount begin, ItemCount end) override;
    void fold(ItemCount begin, ItemCount end) override { m_inner->fold(begin, end); }
    void combine(std::span<const ItemCount> begins) override { m_inner->combine(begins); }

    /// The output of a worker that shares no memory carries the number of items that it had to compute.
    void pack(Side side, ItemCount begin, ItemCount end, std::string& bytes) const override;
    void unpack(Side side, ItemCount begin, ItemCount end, std::string_view bytes) override;

    /// Items that were computed and stored, rather than found, since this was last asked.
    std::uint64_t takeComputed() const;

private:
    void runItem(ItemCount item);

    std::unique_ptr<Kernel> m_inner;
    DiskCache m_cache;
    std::string m_group;
    std::string m_identity;
    std::uint64_t& m_computed;
};

}  // namespace breakeven
