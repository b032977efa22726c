/// RUN.spans: the timelines of a run's profiled passes, one line per pass as core/experiment/spans.h says. It lies
/// beside the run, whose trace event names it relative to its own folder.
#pragma once

#include "core/base/result.h"
#include "core/experiment/spans.h"

#include <filesystem>
#include <string>
#include <vector>

namespace breakeven {

struct LoadedSpans {
    std::vector<PassSpans> passes;
    std::vector<std::string> warnings;  ///< one line each: "RUN.spans: the last line is cut; 3 passes kept"
};

/// RUN.spans for RUN.jsonl.
std::filesystem::path spansFileOf(const std::filesystem::path& run);

/// A file that was cut anywhere gives its whole lines and one warning. Errors: Unreadable when it is not there, or
/// larger than 256 MB.
Result<LoadedSpans> readSpans(const std::filesystem::path& file);

}  // namespace breakeven
