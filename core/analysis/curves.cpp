#include "core/analysis/curves.h"

#include <algorithm>

namespace breakeven {

std::vector<Curve> curvesOf(const Results& results) {
    std::vector<const TrialResult*> ordered;
    for (const TrialResult& result : results.trials())
        ordered.push_back(&result);
    std::ranges::stable_sort(ordered, {}, [](const TrialResult* result) { return result->trial.id; });

    std::vector<Trial> trials;
    for (const TrialResult* result : ordered)
        trials.push_back(result->trial);
    const std::vector<std::string> labels = seriesLabels(trials);

    std::vector<Curve> curves;
    for (std::size_t i = 0; i < ordered.size(); ++i) {
        const auto own = std::ranges::find_if(
            curves, [&](const Curve& curve) { return sameSeries(curve.first(), ordered[i]->trial); });
        if (own == curves.end()) {
            curves.push_back({labels[i], {ordered[i]}});
        } else {
            own->trials.push_back(ordered[i]);
        }
    }
    for (Curve& curve : curves) {
        std::ranges::stable_sort(curve.trials, {}, [](const TrialResult* result) { return result->trial.size; });
    }
    return curves;
}

bool isComparable(const TrialResult& result) {
    const bool isValid = result.status == TrialStatus::Ok || result.status == TrialStatus::Interrupted;
    return isValid && (!result.samples.empty() || result.imported);
}

const TrialResult* comparableBaseOf(const Results& results, const TrialResult& result) {
    const TrialResult* base = results.baseOf(result);
    return base != nullptr && isComparable(*base) && isComparable(result) ? base : nullptr;
}

}  // namespace breakeven
