#include "core/analysis/curves.h"

#include <algorithm>
#include <cstddef>
#include <map>
#include <utility>

namespace breakeven {

namespace {

std::vector<const TrialResult*> inPlanOrder(const Results& results, const std::function<bool(const Trial&)>& has) {
    std::vector<const TrialResult*> ordered;
    for (const TrialResult& result : results.trials())
        if (!has || has(result.trial)) ordered.push_back(&result);
    std::ranges::stable_sort(ordered, {}, [](const TrialResult* result) { return result->trial.id; });
    return ordered;
}

}  // namespace

std::vector<Curve> curvesOf(const Results& results, std::string_view x, const std::function<bool(const Trial&)>& has) {
    const std::vector<const TrialResult*> ordered = inPlanOrder(results, has);

    std::vector<Trial> trials;
    for (const TrialResult* result : ordered)
        trials.push_back(result->trial);
    const std::vector<std::string> labels = seriesLabels(trials, x);

    std::vector<Curve> curves;
    std::vector<Trial> shared;                                                    // of each curve
    std::map<std::pair<ItemCount, WorkerCount>, std::vector<std::size_t>> alike;  // curves of one size and worker count
    for (std::size_t i = 0; i < ordered.size(); ++i) {
        Trial own = withoutX(std::move(trials[i]), x);
        std::vector<std::size_t>& candidates = alike[{own.size, own.workers}];
        const auto found = std::ranges::find_if(candidates, [&](std::size_t curve) { return shared[curve] == own; });
        if (found != candidates.end()) {
            curves[*found].trials.push_back(ordered[i]);
            continue;
        }
        candidates.push_back(curves.size());
        shared.push_back(std::move(own));
        curves.push_back({labels[i], {ordered[i]}});
    }
    for (Curve& curve : curves) {
        std::ranges::stable_sort(curve.trials, {}, [](const TrialResult* result) { return result->trial.size; });
    }
    return curves;
}

std::vector<const TrialResult*> bySize(const Results& results) {
    std::vector<const TrialResult*> ordered = inPlanOrder(results, {});
    std::map<std::pair<std::string, Params>, int> firstOf;  // trial of each list
    for (const TrialResult* result : ordered)
        firstOf.try_emplace({result->trial.workload, result->trial.params}, result->trial.id);
    std::ranges::stable_sort(ordered, {}, [&](const TrialResult* result) {
        const Trial& trial = result->trial;
        return std::pair(firstOf.at({trial.workload, trial.params}), trial.size);
    });
    return ordered;
}

std::string baseNote(const Trial& trial) {
    const std::string base(baseBackendOf(trial));
    return base == "serial" ? "" : " vs " + base;
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
