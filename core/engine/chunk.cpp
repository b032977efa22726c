#include "core/engine/chunk.h"

#include <algorithm>
#include <charconv>
#include <string>

namespace breakeven {

namespace {
constexpr ItemCount LargestChunk = 1'000'000'000'000;
}

Result<ChunkPolicy> parseChunk(std::string_view text) {
    if (text == "auto") return ChunkPolicy{.kind = ChunkPolicy::Kind::Auto};
    if (text == "pool") return ChunkPolicy{.kind = ChunkPolicy::Kind::Pool};
    ItemCount count = 0;
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), count);
    if (problem != std::errc() || end != text.data() + text.size() || count < 1 || count > LargestChunk)
        return Error{ErrorCode::InvalidInput,
                     "chunk: '" + std::string(text) + "' is not allowed (auto, pool, or a count from 1 to 1e12)"};
    return ChunkPolicy{.kind = ChunkPolicy::Kind::Count, .count = count};
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

}  // namespace breakeven
