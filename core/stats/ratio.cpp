#include "core/stats/ratio.h"

#include <cmath>

namespace breakeven {

Result<std::vector<Observation>> logRatios(std::span<const TimePair> pairs) {
    if (pairs.empty()) return Error{ErrorCode::InvalidInput, "ratio: there is no pair of times (at least 1 is needed)"};
    std::vector<Observation> logs;
    logs.reserve(pairs.size());
    for (const TimePair& pair : pairs) {
        const double log = std::log(pair.base.count()) - std::log(pair.other.count());
        if (!std::isfinite(log))
            return Error{ErrorCode::InvalidInput, "ratio: a time is not a finite number of seconds above 0"};
        logs.push_back({log, pair.launch});
    }
    return logs;
}

Result<RatioEstimate> pairedRatio(std::span<const TimePair> pairs, double confidence) {
    BREAKEVEN_TRY(const std::vector<Observation> logs, logRatios(pairs));
    const MedianEstimate estimate = medianEstimate(logs, confidence);
    RatioEstimate ratio;
    ratio.value = std::exp(estimate.value);
    ratio.pairs = estimate.count;
    ratio.launches = estimate.launches;
    ratio.serialEffect = estimate.serialEffect;
    ratio.spread = estimate.spread;
    if (const auto& interval = estimate.interval) ratio.interval = {std::exp(interval->low), std::exp(interval->high)};
    return ratio;
}

}  // namespace breakeven
