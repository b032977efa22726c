/// What is worth saying of break-evens beside the headline: whether the linear model agrees, and that there is more
/// than one crossing.
#pragma once

#include "core/analysis/findings.h"
#include "core/experiment/results.h"

#include <vector>

namespace breakeven {

/// Ids: "cross-check" (numbers agrees 0 or 1, size, low, high), "cross-check-refused", "several-crossings" (number
/// count). Words: series, workload.
std::vector<Finding> breakEvenFindings(const Results& results);

}  // namespace breakeven
