/// Which chart shows what a finding says, and of which trial it speaks.
#pragma once

#include "core/analysis/findings.h"

#include <optional>
#include <string_view>

namespace breakeven {

/// Id of a plot; empty where no chart shows it: what failed, how the program was built.
std::string_view plotOf(const Finding& finding);

/// Id of a trial of the curve that the finding speaks of, at its size where it has one, else of the last; absent where
/// it speaks of none, or of several.
std::optional<int> trialOf(const Results& results, const Finding& finding);

}  // namespace breakeven
