/// Which chart shows what a finding says.
#pragma once

#include "core/analysis/findings.h"

#include <string_view>

namespace breakeven {

/// Id of a plot; empty where no chart shows it: what failed, how the program was built.
std::string_view plotOf(const Finding& finding);

}  // namespace breakeven
