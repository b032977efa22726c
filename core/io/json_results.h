/// Reading other programs' JSON: values that are not usable are named with their field and what is allowed.
#pragma once

#include "core/base/environment.h"
#include "core/base/result.h"
#include "core/base/units.h"

#include <nlohmann/json.hpp>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace breakeven {

/// The whole file. Numbers that JSON has no word for (NaN, Infinity), which some programs write all the same, are null.
/// Errors: Unreadable "NAME: line 3 is not valid JSON", or when it is not one object.
Result<nlohmann::json> parseResults(std::string_view text, const std::string& name);

/// The list of that name. Errors: Unreadable "NAME: benchmarks: missing", or when it is no list or has nothing in it.
Result<const nlohmann::json*> listIn(const nlohmann::json& results, const char* key, const std::string& name);

/// As errors show it: texts in quotes, "a list", "an object", or the value itself.
std::string shownValue(const nlohmann::json& value);

/// nullptr when the object has no such field, or null in it; also when it is no object at all.
const nlohmann::json* fieldOf(const nlohmann::json& object, const char* key);

// Errors of all: InvalidInput "KEY: VALUE is not allowed (WHAT IS)" or "KEY: missing".
Result<std::string> textOf(const nlohmann::json& object, const char* key);
Result<std::uint64_t> countOf(const nlohmann::json& object, const char* key);  ///< whole, >= 1
/// A time of 0 or more: the number times the unit. field: named in the error.
Result<Seconds> secondsOf(const nlohmann::json* value, std::string_view field, Seconds unit = Seconds(1));

/// Each plain value of the object, and each list of such, as a fact "PREFIX.KEY".
std::vector<Fact> factsOf(const nlohmann::json& object, std::string_view prefix);

/// The CPUs that the program counted; none when it did not.
void takeCpus(Environment& environment, const nlohmann::json* count);

}  // namespace breakeven
