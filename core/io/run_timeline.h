/// The timelines of a run, each with its trial's name: what the trace format writes and the window shows.
#pragma once

#include "core/base/result.h"
#include "core/experiment/results.h"
#include "core/experiment/spans.h"

#include <filesystem>
#include <string>
#include <vector>

namespace breakeven {

struct TimelinePass {
    std::string name;    ///< workload, size, and what charts call the trial's curve
    std::string family;  ///< of the trial's backend
    PassSpans spans;     ///< a worker that got no chunk has a lane, too, unless spans were dropped
};

struct RunTimeline {
    std::vector<TimelinePass> passes;   ///< in the order of the file
    std::vector<std::string> warnings;  ///< one line each: what of the file was left out
};

/// folder: where the run lies. Passes of another run in the same file are left out. Errors: InvalidInput when the run
/// has no timeline, or its file no pass of it; those of readSpans.
Result<RunTimeline> readTimeline(const Results& results, const std::filesystem::path& folder);

}  // namespace breakeven
