/// Ratio of two times from paired rounds: both were measured in the same round, so slow drift cancels.
#pragma once

#include "core/base/result.h"
#include "core/base/units.h"
#include "core/stats/median.h"

#include <optional>
#include <span>
#include <vector>

namespace breakeven {

struct TimePair {
    Seconds base{0};   ///< > 0
    Seconds other{0};  ///< > 0
    int launch = 0;    ///< the process that both were measured in
};

struct RatioEstimate {
    Ratio value = 1;                          ///< base / other: > 1 when other is faster
    std::optional<Interval<Ratio>> interval;  ///< absent: fewer than 6 pairs
    std::size_t pairs = 0;
    std::size_t launches = 0;  ///< below FewestLaunches: the interval says nothing about another launch
    double serialEffect = 1;   ///< design effect of serial correlation between rounds, which widened the interval
    std::optional<LaunchSpread> spread;  ///< of the log ratio; present: launches differ, which widened the interval
};

/// log(base/other) of each pair. Errors: InvalidInput when there is no pair or a time is not positive.
Result<std::vector<Observation>> logRatios(std::span<const TimePair> pairs);

/// Median of the log ratios with its interval (see medianEstimate), transformed back. Range: pairs in the order of
/// measuring. Errors: those of logRatios.
Result<RatioEstimate> pairedRatio(std::span<const TimePair> pairs, double confidence = 0.95);

}  // namespace breakeven
