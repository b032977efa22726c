/// Checks a spec's words against the catalogue: what can be measured by this build, and within which limits.
#pragma once

#include "core/base/catalog.h"
#include "core/base/result.h"
#include "core/experiment/spec.h"

#include <cstddef>
#include <string>
#include <string_view>

namespace breakeven {

/// What the fields of Stopping may hold, in words; checkSpec decides.
inline constexpr std::string_view AllowedPrecision = "a share above 0 and up to 1, or 2%";
inline constexpr std::string_view AllowedSamples =
    "the least and then the most samples, whole numbers from 1 to 1000000, such as 10:200";
inline constexpr std::string_view AllowedMaxSeconds = "seconds above 0 and up to 1e9";
inline constexpr std::string_view AllowedLaunches = "whole numbers from 1 to 100";
inline constexpr std::string_view AllowedCache = "a folder, named in UTF-8, or temporary";

/// "workload" in a spec of one case, "cases[1].workload" in one of several.
std::string caseField(const ExperimentSpec& spec, std::size_t index, const std::string& field);

/// Everything but the expressions of sizes and workers.
/// Errors: InvalidInput naming field, value and what is allowed; NotBuilt for words that only later versions know.
Result<void> checkSpec(const ExperimentSpec& spec, const Catalog& catalog);

/// The value as the parameter's kind has it; a text that holds a number counts as that number.
/// Errors: InvalidInput naming the parameter, the value and its range.
Result<ParamValue> checkedParam(const std::string& field, const ParamInfo& info, const ParamValue& value);

}  // namespace breakeven
