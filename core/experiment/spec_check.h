/// Checks a spec's words against the catalogue: what can be measured by this build, and within which limits.
#pragma once

#include "core/base/catalog.h"
#include "core/base/result.h"
#include "core/experiment/spec.h"

#include <cstddef>
#include <string>

namespace breakeven {

/// "workload" in a spec of one case, "cases[1].workload" in one of several.
std::string caseField(const ExperimentSpec& spec, std::size_t index, const std::string& field);

/// Everything but the expressions of sizes and workers.
/// Errors: InvalidInput naming field, value and what is allowed; NotBuilt for words that only later versions know.
Result<void> checkSpec(const ExperimentSpec& spec, const Catalog& catalog);

/// The value as the parameter's kind has it; a text that holds a number counts as that number.
/// Errors: InvalidInput naming the parameter, the value and its range.
Result<ParamValue> checkedParam(const std::string& field, const ParamInfo& info, const ParamValue& value);

}  // namespace breakeven
