/// Value ↔ JSON text. The only files that know how specs, events, requests and catalogues are written. C locale,
/// UTF-8, one line per event. Specs and run headers are checked against the JSON Schemas in resources/schema, whose
/// descriptions are the text of "allowed" in error messages.
#pragma once

#include "core/base/catalog.h"
#include "core/base/result.h"
#include "core/experiment/event.h"
#include "core/experiment/spec.h"

#include <string>
#include <string_view>
#include <vector>

namespace breakeven {

inline constexpr int SchemaVersion = 1;

/// Errors: InvalidInput "spec: cases[0].workers: 0 is not allowed (…)": field, value, allowed range.
Result<ExperimentSpec> parseSpec(std::string_view json);

/// Indented, stable key order, ends with a newline; parseSpec(writeSpec(s)) == s.
std::string writeSpec(const ExperimentSpec& spec);

/// One line without the newline. Errors: InvalidInput for anything that is not an event of this schema;
/// events of unknown kinds are Notes with an empty text.
Result<Event> parseEvent(std::string_view line);
std::string writeEvent(const Event& event);

Result<BlockRequest> parseRequest(std::string_view line);
std::string writeRequest(const BlockRequest& request);

Result<Catalog> parseCatalog(std::string_view json);
std::string writeCatalog(const Catalog& catalog);

/// Environment as an indented JSON object; advice, where there is some, is a list of sentences beside it.
std::string writeEnvironment(const Environment& environment, const std::vector<std::string>& advice = {});

/// What `doctor --json` prints. Errors: InvalidInput.
Result<Environment> parseEnvironment(std::string_view json);

}  // namespace breakeven
