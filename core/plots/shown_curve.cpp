#include "core/plots/shown_curve.h"

#include "core/analysis/speedup.h"

#include <algorithm>
#include <utility>

namespace breakeven {

const Curve* shownCurve(const Results& results, const std::vector<Curve>& curves, std::optional<int> chosen,
                        const std::function<bool(int trialId)>& isExplained) {
    const Curve* best = nullptr;
    std::pair<bool, double> bestRank;
    for (const Curve& curve : curves) {
        if (isLoop(curve.first())) continue;
        std::pair<bool, double> rank;
        for (const TrialResult* result : curve.trials) {
            if (result->trial.id == chosen) return &curve;
            if (isExplained(result->trial.id)) rank.first = true;
            if (const auto speedup = speedupVsSerial(results, *result)) rank.second = speedup->value;
        }
        if (best == nullptr || bestRank < rank) {
            best = &curve;
            bestRank = rank;
        }
    }
    return best;
}

}  // namespace breakeven
