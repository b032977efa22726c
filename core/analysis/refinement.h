/// New sizes where a break-even lies: between two sizes nothing is measured, so a break-even that is found there is
/// only as good as the way to interpolate.
#pragma once

#include "core/experiment/plan.h"
#include "core/experiment/results.h"

#include <optional>
#include <vector>

namespace breakeven {

/// A block for a plan to grow by. Ids go on from the plan's.
struct Refinement {
    Block block;
    std::vector<Trial> trials;  ///< those of the block, the serial base first
};

/// A size in the middle of the widest break-even, for every series whose break-even has that size in it and is wide
/// (WideBreakEven) or lies between sizes more than a factor of 1.5 apart, with their bases; in the last of several
/// launches for the latter alone, since no other launch would measure it. Rounded to two digits where
/// that is between the neighbours, too; never a size of the plan. Absent
/// - unless the spec has the size on x,
/// - before every block has what the launch under way owes to the minimum,
/// - when the sizes on either side are within a factor of 1.1 already, or no whole number is between them,
/// - when the minimum of the new block would take more than half of the time that is left.
/// Pure: the same arguments give the same answer.
std::optional<Refinement> refinement(const Plan& plan, const Results& results, Seconds elapsed);

/// Adds the block to the plan that it was found for.
void refine(Plan& plan, const Refinement& refinement);

/// Adds the blocks that somebody else's plan has grown by, as far as the results tell of their trials.
void adoptRefinements(Plan& plan, const Results& results);

}  // namespace breakeven
