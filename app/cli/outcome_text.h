/// What a run says when it is over, and when it is shown again.
#pragma once

#include "core/experiment/results.h"

#include <string>

namespace breakeven {

/// The table, the headline, what must not be overlooked, notes. Ends with a newline.
std::string outcomeText(const Results& results);

/// The exit status tells of it: neither a time nor a want of time, memory or trust.
bool isFailure(TrialStatus status);

}  // namespace breakeven
