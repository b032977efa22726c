/// Ratio of two times from paired rounds: both were measured in the same round, so slow drift cancels.
#pragma once

#include "core/base/result.h"
#include "core/base/units.h"

#include <optional>
#include <span>

namespace breakeven {

struct TimePair {
    Seconds base{0};   ///< > 0
    Seconds other{0};  ///< > 0
};

struct RatioEstimate {
    Ratio value = 1;                          ///< base / other: > 1 when other is faster
    std::optional<Interval<Ratio>> interval;  ///< at least 95 %; absent: fewer than 6 pairs
    std::size_t pairs = 0;
};

/// Median of log(base/other) over the pairs with its order-statistic interval (see medianRanks), transformed back.
/// Errors: InvalidInput when there is no pair or a time is not positive.
Result<RatioEstimate> pairedRatio(std::span<const TimePair> pairs, double confidence = 0.95);

}  // namespace breakeven
