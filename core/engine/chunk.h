/// Chunk policies: how many items are handed over together.
#pragma once

#include "core/base/result.h"
#include "core/base/units.h"

#include <atomic>
#include <chrono>
#include <optional>
#include <string_view>

namespace breakeven {

/// Items [begin, end) of a list.
struct Chunk {
    ItemCount begin = 0;
    ItemCount end = 0;
    bool operator==(const Chunk&) const = default;
};

struct ChunkPolicy {
    enum class Kind { Auto, Pool, Count };
    Kind kind = Kind::Auto;
    ItemCount count = 1;  ///< for Kind::Count, >= 1
};

/// "auto", "pool" or a count in [1, 1e12]. Errors: InvalidInput.
Result<ChunkPolicy> parseChunk(std::string_view text);

/// Items per chunk, >= 1, where the size must be known beforehand. Pool: ceil(size / (4 workers)), the rule of Python's
/// Pool.map. Auto: size / (8 workers), at least 1, so that no worker waits long for the last chunk.
ItemCount chunkItems(ChunkPolicy policy, ItemCount size, WorkerCount workers);

/// Chunk auto: how many items last about 100 us, after `items` (>= 1) took `spent`; at least 1, and at most 16 times
/// as many as before, since items may differ.
ItemCount autoItems(ItemCount items, std::chrono::nanoseconds spent);

/// Chunk auto: what a worker takes of what is `left` (>= 1) at most, so that no worker is waited for at the end: its
/// share of half of it, at least 1.
ItemCount autoLimit(ItemCount left, WorkerCount workers);

/// The next item of a list that nobody has taken. Shared by all workers, threads or processes; lock-free.
struct ChunkCursor {
    alignas(64) std::atomic<ItemCount> next{0};
};
static_assert(std::atomic<ItemCount>::is_always_lock_free, "the cursor is shared between processes");

/// One worker's way of taking chunks from the cursor. Count and Pool take what chunkItems() says. Auto measures its own
/// chunks and sizes the next one by autoItems and autoLimit, so that handing over costs little.
class ChunkTaker {
public:
    ChunkTaker(ChunkCursor& cursor, ChunkPolicy policy, ItemCount size, WorkerCount workers);

    /// Empty when nothing is left. Calling it says that the chunk taken before is done.
    std::optional<Chunk> take();

private:
    ItemCount measuredItems(ItemCount left);

    ChunkCursor& m_cursor;
    ItemCount m_size;
    WorkerCount m_workers;
    ItemCount m_items;  ///< of the next chunk
    bool m_adapts;
    std::chrono::steady_clock::time_point m_taken;
};

}  // namespace breakeven
