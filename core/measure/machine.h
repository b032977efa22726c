/// Facts about this machine and build. Reads only; a fact that the system does not show is "not observable".
#pragma once

#include "core/base/environment.h"

#include <filesystem>

namespace breakeven {

/// `program`: the file of the program that measures, for its hash.
Environment describeMachine(const std::filesystem::path& program);

}  // namespace breakeven
