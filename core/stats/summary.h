/// Summary statistics of samples.
#pragma once

#include "core/base/result.h"
#include "core/base/summary.h"
#include "core/stats/median.h"

#include <span>

namespace breakeven {

/// Times in seconds, in the order of measuring. The interval is that of medianEstimate, taken on the logarithms where
/// all times are positive, so that it never reaches below 0. Errors: InvalidInput when there is no time or one is not
/// finite.
Result<Summary> summarise(std::span<const Observation> times, double confidence = 0.95);

}  // namespace breakeven
