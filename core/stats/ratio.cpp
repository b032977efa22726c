#include "core/stats/ratio.h"

#include "core/stats/summary.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace breakeven {

Result<RatioEstimate> pairedRatio(std::span<const TimePair> pairs, double confidence) {
    if (pairs.empty()) return Error{ErrorCode::InvalidInput, "ratio: there is no pair of times (at least 1 is needed)"};
    std::vector<double> logs;
    logs.reserve(pairs.size());
    for (const TimePair& pair : pairs) {
        const double log = std::log(pair.base.count()) - std::log(pair.other.count());
        if (!std::isfinite(log))
            return Error{ErrorCode::InvalidInput, "ratio: a time is not a finite number of seconds above 0"};
        logs.push_back(log);
    }
    std::sort(logs.begin(), logs.end());

    RatioEstimate estimate;
    estimate.pairs = logs.size();
    estimate.value = std::exp(median(logs));
    if (const auto ranks = medianRanks(logs.size(), confidence))
        estimate.interval = {std::exp(logs[ranks->low - 1]), std::exp(logs[ranks->high - 1])};
    return estimate;
}

}  // namespace breakeven
