/// What of a machine may spoil measurements on it, before anything is measured.
#pragma once

#include "core/base/environment.h"

#include <string>
#include <vector>

namespace breakeven {

/// One sentence each: what was seen, and what to do. From the facts alone, so what the machine does not show is not
/// judged. None: nothing was seen. It advises; nothing ever changes the machine.
std::vector<std::string> machineAdvice(const Environment& machine);

}  // namespace breakeven
