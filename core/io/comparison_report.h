/// A comparison of two runs as text and as JSON.
#pragma once

#include "core/analysis/run_comparison.h"

#include <optional>
#include <string>

namespace breakeven {

/// {"schema":1,"trials":[…],"only_a":[…],"only_b":[…],"break_even":[…],"environment":[…],"summary":{…}}, indented, ends
/// with a newline. Times in seconds; null for what is not known.
std::string comparisonJson(const RunComparison& comparison);

/// "31 000 (28 000–36 000)", or the word for why there is none; empty where the series has no break-even.
std::string breakEvenText(const std::optional<BreakEven>& breakEven);

/// A table of the trials, what only one run has, break-evens side by side, differences of the environment, a summary.
std::string comparisonText(const RunComparison& comparison);

}  // namespace breakeven
