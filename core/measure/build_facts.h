/// Facts about what measures: how it was compiled, what it loads, whether somebody watches it.
#pragma once

#include "core/base/environment.h"

#include <filesystem>
#include <string>
#include <vector>

namespace breakeven {

/// Compiler, build type, flags, sanitizers, libraries, hash of the program, debugger, version. `program`: the file
/// that is measured; its hash is XXH3, 128 bits.
std::vector<Fact> buildFacts(const std::filesystem::path& program);

/// Sanitizers that this build has, "address,undefined"; empty: none.
std::string sanitizers();

/// True while a debugger or tracer holds this process; absent when the system does not tell.
std::optional<bool> isTraced();

}  // namespace breakeven
