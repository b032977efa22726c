#include "core/parallel/batch_size.h"

#include <algorithm>

namespace breakeven {

namespace {

constexpr Seconds Shortest{0.2};
constexpr Seconds Longest{2};

}  // namespace

BatchSize::BatchSize(const ChunkPolicy& policy, std::optional<ItemCount> items, WorkerCount workers)
    : m_adapts(policy.kind == ChunkPolicy::Kind::Auto), m_size(1) {
    if (policy.kind == ChunkPolicy::Kind::Count) m_size = policy.count;
    if (policy.kind == ChunkPolicy::Kind::Pool && items) m_size = chunkItems(policy, *items, workers);
}

ItemCount BatchSize::next() {
    if (!m_adapts || m_smoothed.count() <= 0) return m_size;
    const bool isTooShort = m_smoothed < Shortest;
    const bool isTooLong = m_smoothed > Longest && m_size > 1;
    if (!isTooShort && !isTooLong) return m_size;
    // Aims at twice the shortest time. The bound comes before the conversion: the quotient has none.
    const double widest = 2 * static_cast<double>(m_size);
    const double fitting = static_cast<double>(m_size) * (Shortest / m_smoothed);
    const auto ideal = 2 * static_cast<ItemCount>(std::min(fitting, widest));
    const ItemCount size = std::max<ItemCount>(1, isTooShort ? std::min(2 * m_size, ideal) : ideal);
    if (size != m_size) m_smoothed = Seconds{0};
    m_size = size;
    return m_size;
}

void BatchSize::ended(ItemCount items, Seconds taken) {
    if (items != m_size) return;  // of an earlier size, or the last one of the list
    m_smoothed = m_smoothed.count() <= 0 ? taken : 0.8 * m_smoothed + 0.2 * taken;
}

}  // namespace breakeven
