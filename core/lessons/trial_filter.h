/// TrialFilter: which trials of a run a lesson means.
#pragma once

#include "core/base/result.h"
#include "core/experiment/results.h"

#include <string>
#include <string_view>
#include <vector>

namespace breakeven {

/// Fields: backend, call, chunk, pool, start, in-flight, cache, workload, size (a number, smallest or largest), workers
/// (a number, fewest or most) and param.NAME. smallest, largest, fewest and most choose among what the others leave.
struct TrialFilter {
    std::string field;
    std::string value;
    bool operator==(const TrialFilter&) const = default;
};

/// "backend=tbb, size=largest"; empty: none. Errors: InvalidInput naming field, value and what is allowed.
Result<std::vector<TrialFilter>> parseFilters(std::string_view text);

/// As parseFilters reads them.
std::string filtersText(const std::vector<TrialFilter>& filters);

/// What all filters let pass, in their order.
std::vector<const Trial*> filtered(std::vector<const Trial*> trials, const std::vector<TrialFilter>& filters);

/// The text without blanks at its ends.
std::string_view trimmed(std::string_view text);

}  // namespace breakeven
