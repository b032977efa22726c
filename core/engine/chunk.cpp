#include "core/engine/chunk.h"

#include "core/base/parse.h"

#include <algorithm>
#include <string>

namespace breakeven {

namespace {

constexpr ItemCount LargestChunk = 1'000'000'000'000;

/// Long against a hand-over (tens of nanoseconds to microseconds), short against what a person calls a wait.
constexpr std::chrono::nanoseconds AutoChunkTime = std::chrono::microseconds(100);
/// Items may differ: one measurement does not make the next chunk arbitrarily long.
constexpr ItemCount FastestGrowth = 16;

}  // namespace

Result<ChunkPolicy> parseChunk(std::string_view text) {
    if (text == "auto") return ChunkPolicy{.kind = ChunkPolicy::Kind::Auto};
    if (text == "pool") return ChunkPolicy{.kind = ChunkPolicy::Kind::Pool};
    const auto count = parseCount(text, LargestChunk);
    if (!count)
        return Error{ErrorCode::InvalidInput,
                     "chunk: '" + std::string(text) + "' is not allowed (auto, pool, or a count from 1 to 1e12)"};
    return ChunkPolicy{.kind = ChunkPolicy::Kind::Count, .count = *count};
}

ItemCount chunkItems(ChunkPolicy policy, ItemCount size, WorkerCount workers) {
    const auto perWorker = static_cast<ItemCount>(workers);
    switch (policy.kind) {
        case ChunkPolicy::Kind::Count:
            return policy.count;
        case ChunkPolicy::Kind::Pool:
            return std::max<ItemCount>(1, (size + 4 * perWorker - 1) / (4 * perWorker));
        case ChunkPolicy::Kind::Auto:
            break;
    }
    return std::max<ItemCount>(1, size / (8 * perWorker));
}

ItemCount autoItems(ItemCount items, std::chrono::nanoseconds spent) {
    const auto ratio =
        static_cast<double>(AutoChunkTime.count()) / static_cast<double>(std::max<std::int64_t>(1, spent.count()));
    const double wanted = static_cast<double>(items) * std::min(ratio, static_cast<double>(FastestGrowth));
    return static_cast<ItemCount>(std::max(1.0, wanted));
}

ItemCount autoLimit(ItemCount left, WorkerCount workers) {
    return std::max<ItemCount>(1, left / (2 * static_cast<ItemCount>(workers)));
}

ChunkTaker::ChunkTaker(ChunkCursor& cursor, ChunkPolicy policy, ItemCount size, WorkerCount workers)
    : m_cursor(cursor),
      m_size(size),
      m_workers(workers),
      m_items(policy.kind == ChunkPolicy::Kind::Auto ? 0 : chunkItems(policy, size, workers)),
      m_adapts(policy.kind == ChunkPolicy::Kind::Auto) {}

std::optional<Chunk> ChunkTaker::take() {
    if (m_adapts) {
        const ItemCount taken = m_cursor.next.load(std::memory_order_relaxed);
        if (taken >= m_size) return std::nullopt;
        m_items = measuredItems(m_size - taken);
    }
    const ItemCount begin = m_cursor.next.fetch_add(m_items, std::memory_order_relaxed);
    if (begin >= m_size) return std::nullopt;
    return Chunk{.begin = begin, .end = begin + std::min(m_items, m_size - begin)};
}

ItemCount ChunkTaker::measuredItems(ItemCount left) {
    const auto now = std::chrono::steady_clock::now();
    const ItemCount items = m_items > 0 ? autoItems(m_items, now - m_taken) : 1;
    m_taken = now;
    return std::min(items, autoLimit(left, m_workers));
}

}  // namespace breakeven
