#include "core/plots/finding_plot.h"

#include "core/analysis/curves.h"

#include <algorithm>
#include <array>
#include <utility>

namespace breakeven {

namespace {

using Place = std::pair<std::string_view, std::string_view>;  // finding, plot

constexpr auto Places = std::to_array<Place>({
    {"always-pays", "speedup"},
    {"never-pays", "speedup"},
    {"pays-from", "speedup"},
    {"pays-in-part", "speedup"},
    {"not-resolved", "speedup"},
    {"speedup-at", "speedup"},
    {"best-value", "speedup"},
    {"best-chunk", "grain"},
    {"several-crossings", "speedup"},
    {"trial-verdicts", "speedup"},
    {"cross-check", "runtime"},
    {"cross-check-refused", "runtime"},
    {"recommendation", "runtime"},
    {"what-if-dispatch", "overhead"},
    {"what-if-start", "overhead"},
    {"what-if-balance", "waterfall"},
    {"loss-waterfall", "waterfall"},
    {"regime", "waterfall"},
    {"scaling-law", "speedup-workers"},
    {"serial-fraction", "speedup-workers"},
    {"oversubscribed", "efficiency"},
    {"n-too-small", "distribution"},
    {"noisy", "distribution"},
    {"outliers", "distribution"},
    {"no-steady-state", "distribution"},
    {"drift", "distribution"},
    {"several-modes", "distribution"},
    {"serial-correlation", "distribution"},
});

}  // namespace

std::string_view plotOf(const Finding& finding) {
    const auto found = std::ranges::find(Places, std::string_view(finding.id), &Place::first);
    return found == Places.end() ? std::string_view() : found->second;
}

std::optional<int> trialOf(const Results& results, const Finding& finding) {
    const auto series = finding.words.find("series");
    if (series == finding.words.end()) return std::nullopt;
    const std::vector<Curve> curves = curvesOf(results);
    const auto curve = std::ranges::find(curves, series->second, &Curve::label);
    if (curve == curves.end()) return std::nullopt;
    const TrialResult* spokenOf = curve->trials.back();
    if (const auto size = finding.numbers.find("size"); size != finding.numbers.end()) {
        for (const TrialResult* result : curve->trials)
            if (static_cast<double>(result->trial.size) == size->second) spokenOf = result;
    }
    return spokenOf->trial.id;
}

}  // namespace breakeven
