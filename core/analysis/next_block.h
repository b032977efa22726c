/// The arrow back: decides what to measure next, and when to stop.
#pragma once

#include "core/experiment/event.h"
#include "core/experiment/results.h"

#include <optional>
#include <string>

namespace breakeven {

struct NextBlock {
    std::optional<BlockRequest> request;  ///< absent: the experiment is over
    std::string reason;                   ///< when over: completed or budget
};

/// Rules, in order: a failed trial is not asked for again; the first launch visits every block once for a provisional
/// answer; then every launch brings each block to its share of the minimum samples; then the block with the widest
/// interval relative to the wanted precision goes on, until all are precise, have the maximum, or the time budget is
/// used (each launch may use its share). A request never takes more rounds than the remaining time allows, but every
/// block is measured at least once if the budget is not yet used.
/// Pure: the same arguments give the same answer.
NextBlock nextBlock(const Plan& plan, const Results& results, Seconds elapsed);

/// Share of the planned work that is done, in [0, 1], and the time that is left by the rules above.
struct Progress {
    double fraction = 0;
    Seconds remaining{0};
    std::size_t samples = 0;  ///< taken so far
};
Progress progressOf(const Plan& plan, const Results& results, Seconds elapsed);

}  // namespace breakeven
