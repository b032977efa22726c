#include "core/io/run_timeline.h"

#include "core/base/numbers.h"
#include "core/io/spans_file.h"
#include "core/plots/palette.h"

#include <algorithm>
#include <cstddef>
#include <map>
#include <utility>

namespace breakeven {

namespace {

/// As charts name their curves, with the size.
std::map<int, std::string> namesOf(const Results& results) {
    std::vector<Trial> trials;
    for (const auto& result : results.trials())
        trials.push_back(result.trial);
    const auto labels = seriesLabels(trials);
    std::map<int, std::string> names;
    for (std::size_t i = 0; i < trials.size(); ++i)
        names[trials[i].id] =
            trials[i].workload + ", size " + formatItems(static_cast<double>(trials[i].size)) + ": " + labels[i];
    return names;
}

/// Whether the run tells of this very pass: another run of the same experiment has the same trials, not the same times.
bool isOf(const Results& results, const PassSpans& pass) {
    const TrialResult* const result = results.find(pass.trial);
    return result != nullptr && std::ranges::any_of(result->profiles, [&](const TrialProfiled& profile) {
               return profile.launch == pass.launch && profile.wall == pass.wall;
           });
}

}  // namespace

Result<RunTimeline> readTimeline(const Results& results, const std::filesystem::path& folder) {
    if (results.spansFile().empty())
        return Error{ErrorCode::InvalidInput,
                     "the run has no timeline (--out and --trace record one of each parallel trial whose time "
                     "allows it)"};
    BREAKEVEN_TRY(LoadedSpans spans, readSpans(folder / results.spansFile()));
    RunTimeline timeline{.passes = {}, .warnings = std::move(spans.warnings)};
    if (std::erase_if(spans.passes, [&](const PassSpans& pass) { return !isOf(results, pass); }) > 0)
        timeline.warnings.push_back(results.spansFile() + ": it holds passes of another run, which were left out");
    if (spans.passes.empty())
        return Error{ErrorCode::InvalidInput,
                     results.spansFile() + ": it holds no whole pass of this run" +
                         (timeline.warnings.empty() ? "" : " (" + timeline.warnings.back() + ")")};
    auto names = namesOf(results);
    for (PassSpans& pass : spans.passes) {
        const Trial& trial = results.find(pass.trial)->trial;
        const std::string family(familyOf(trial.backend));
        const auto workers = static_cast<std::size_t>(std::max(trial.workers, 0));
        const bool isWhole = pass.dropped == 0;
        if (isWhole && pass.workers.size() < workers) pass.workers.resize(workers);  // who got no chunk waited
        timeline.passes.push_back({names[pass.trial], family, std::move(pass)});
    }
    return timeline;
}

}  // namespace breakeven
