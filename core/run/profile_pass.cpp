#include "core/run/profile_pass.h"

#include "core/engine/make_pool.h"
#include "core/run/recorded_list.h"

#include <algorithm>
#include <string>
#include <thread>
#include <utility>

namespace breakeven {

namespace {

/// Enough for all chunks that a worker can have, as far as that is known beforehand. Where chunks go by time, they last
/// some 100 us, and this many are seconds.
std::size_t spansPerLane(const ProfileOrder& order) {
    constexpr ItemCount TimedChunks = 65'536;
    constexpr ItemCount CopiedChunk = 3;  // its input unpacked, run, its output packed
    const ListJob& job = order.call.job;
    const CallOptions& options = order.call.options;
    ChunkPolicy chunk = job.chunk;
    if (const auto word = chunkInstead(options.call, chunk.kind == ChunkPolicy::Kind::Auto))
        chunk = parseChunk(*word).value_or(chunk);
    const ItemCount items = chunkItems(chunk, job.size, options.workers);
    const ItemCount chunks =
        chunk.kind == ChunkPolicy::Kind::Auto ? std::min(job.size, TimedChunks) : (job.size + items - 1) / items;
    const ItemCount most = MostSpans / SpanRecorder::lanesOf(order.pool.workers);
    if (chunks >= most) return most;
    return std::min(most, order.backend.info.copiesItems ? CopiedChunk * chunks : chunks);
}

ListCall recordedCall(const ProfileOrder& order, const RecordedList& recorded) {
    const ListJob& plain = order.call.job;
    return {.job = {.kernel = *recorded.kernel, .size = plain.size, .chunk = plain.chunk, .shared = &recorded.shared},
            .options = order.call.options};
}

}  // namespace

Result<std::vector<ProfiledPass>> profileList(const BlockList& list, const ProfileOrder& order) {
    const auto sharing = order.backend.info.isLocal() ? Sharing::Private : Sharing::Shared;
    BREAKEVEN_TRY(const auto recorded,
                  RecordedList::open(list, order.pool.workers, order.keepsSpans ? spansPerLane(order) : 0, sharing));
    SpanRecorder& recorder = *recorded.recorder;
    const ListCall call = recordedCall(order, recorded);
    BREAKEVEN_CHECK(askForThreads(order.backend, order.pool));
    std::unique_ptr<WorkerPool> pool;
    if (!order.isCold) {
        BREAKEVEN_TRY(pool, makePool(order.backend, order.pool));
    }
    if (order.heats) BREAKEVEN_CHECK(heat(*pool, call));
    std::vector<ProfiledPass> passes;
    for (int i = 0; i < order.passes; ++i) {
        if (order.rest > Seconds(0)) std::this_thread::sleep_for(order.rest);
        recorder.start();
        if (order.isCold) {
            BREAKEVEN_TRY(pool, makePool(order.backend, order.pool));
        }
        BREAKEVEN_CHECK(executeCall(*pool, call.job, call.options));
        passes.push_back({.wall = recorder.elapsed(), .lanes = recorder.lanes()});
        if (const auto unplaced = recorder.unplaced(); unplaced > 0)
            return Error{ErrorCode::Internal, "profile: " + std::to_string(unplaced) +
                                                  " chunks ran on more threads at once than there are workers"};
        if (i + 1 < order.passes)
            for (RecordedLane& lane : passes.back().lanes)
                lane.spans.clear();
        if (order.isCold) pool.reset();
    }
    return passes;
}

}  // namespace breakeven
