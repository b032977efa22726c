/// Profiled passes: a list is executed so that it shows what each worker does when. None of it is a sample.
#pragma once

#include "core/engine/span_recorder.h"
#include "core/run/block_list.h"
#include "core/run/execution.h"

#include <cstddef>
#include <vector>

namespace breakeven {

struct ProfileOrder {
    const Backend& backend;
    PoolOptions pool;
    ListCall call;        ///< its kernel is the list's own
    bool isCold = false;  ///< each pass makes its pool
    bool heats = true;    ///< the pool is called until it is hot; false for a cold one, and where one call heats itself
    Seconds rest{0};      ///< of a warm pool before each pass
    int passes = 1;
    bool keepsSpans = false;  ///< of the last pass
};

struct ProfiledPass {
    Seconds wall{0};                  ///< making a cold pool included
    std::vector<RecordedLane> lanes;  ///< the caller last, if it did something; at least one has a chunk
};

/// Spans that a pass keeps at most, all workers together.
inline constexpr std::size_t MostSpans = 1'000'000;

/// One per pass. In pools of its own, so that those of the samples, and what they know of the list, stay as they are.
/// Errors: those of makePool, executeCall and MemoryBlock::create; Internal when more threads ran chunks at once than
/// there are workers.
Result<std::vector<ProfiledPass>> profileList(const BlockList& list, const ProfileOrder& order);

}  // namespace breakeven
