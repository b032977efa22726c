/// The JSON Schema of specs, and errors in its words. Private to the codec.
#pragma once

#include "core/base/result.h"
#include "core/experiment/json_fields.h"

#include <string>
#include <vector>

namespace breakeven {

/// Errors: InvalidInput naming the most deeply nested violation with its value and the schema's description of what is
/// allowed there.
Result<void> checkSpecSchema(const Json& spec);

/// "spec: stopping.precision: '3x' is not allowed (…)" for a value that the schema alone cannot judge.
/// path: keys and indices from the root, which must exist.
Error specError(const Json& spec, const std::vector<std::string>& path);

}  // namespace breakeven
