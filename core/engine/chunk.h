/// Chunk policies: how many items are handed over together.
#pragma once

#include "core/base/result.h"
#include "core/base/units.h"

#include <string_view>

namespace breakeven {

struct ChunkPolicy {
    enum class Kind { Auto, Pool, Count };
    Kind kind = Kind::Auto;
    ItemCount count = 1;  ///< for Kind::Count, >= 1
};

/// "auto", "pool" or a count in [1, LargestSize]. Errors: InvalidInput.
Result<ChunkPolicy> parseChunk(std::string_view text);

/// Items per chunk, >= 1. Pool: ceil(size / (4 workers)), the rule of Python's Pool.map.
/// Auto: size / (8 workers), at least 1, so that no worker waits long for the last chunk.
ItemCount chunkItems(ChunkPolicy policy, ItemCount size, WorkerCount workers);

}  // namespace breakeven
