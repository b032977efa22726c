/// What a plan will take, before anything runs.
#pragma once

#include "core/base/catalog.h"
#include "core/experiment/plan.h"

#include <string>

namespace breakeven {

struct TimeEstimate {
    Seconds seconds{0};
    std::string method;  ///< how it was estimated, in words
};

/// Rough. Items that sleep tell their time: seconds × items / workers; anything else ends with the time budget.
TimeEstimate estimateTime(const Plan& plan, const Catalog& catalog);

/// Blocks × trials, what will be skipped as its list needs more than largestList, workers, samples, launches, memory of
/// the largest list, and the time estimate. Ends with a newline.
std::string planText(const Plan& plan, const Catalog& catalog, ByteCount largestList);

}  // namespace breakeven
