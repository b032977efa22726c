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

/// Rules, in order:
/// - A failed trial is not asked for again; a block whose parallel trials all failed comes after everything else.
/// - Every block is visited once, ascending, for a provisional answer, as long as the budget is not used. A trial whose
///   single execution should take longer than what is left of it (forecast.h) is left out, and so is a block whose base
///   is. A size that the plan has grown by is visited for all that the launch owes it.
/// - Launch k of n may measure until (k+1)/n of the budget is used and until a trial has (k+1)/n of the maximum of
///   samples. It brings each block to its share of the minimum: the one that owes most first, of equals the one that
///   the runner still has prepared.
/// - Then a block of which some time has no interval yet. Then one that is beside a break-even that is wider than a
///   factor of 1.25, or that leaves one open: the sizes on either side of it and those within its interval, or the end
///   of the range. Then the one with the widest interval goes on until its trials are precise. Launch k asks for the
///   precision that becomes the wanted one when the later launches add their samples. A trial whose speed-up is clear
///   (the whole interval on one side of 1) needs five times less precision, and so does the serial base of a block.
/// - The last launch also owes what is missing of the minimum altogether, as for blocks that a plan has grown by.
/// - A request is cut to what fits the time; a block of which not even one round fits is left alone. A request lasts
///   about 2 s at most where one round does not last longer, and its set-up, as for large lists, is no large part.
/// - A request that brings a block to the minimum of its launch, or a later one, asks for profiled passes: 5 of each
///   trial over all launches where the longest takes less than 0.1 s, 1 up to 2 s, none beyond, and only what fits.
/// Pure: the same arguments give the same answer.
NextBlock nextBlock(const Plan& plan, const Results& results, Seconds elapsed);

/// Share of the planned work that is done, in [0, 1], and the time that is left by the rules above.
struct Progress {
    double fraction = 0;
    Seconds remaining{0};
    std::size_t samples = 0;                       ///< taken so far
    std::optional<double> expectedPrecision = {};  ///< when it ends, see precision_forecast.h
};
Progress progressOf(const Plan& plan, const Results& results, Seconds elapsed);

}  // namespace breakeven
