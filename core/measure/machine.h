/// Facts about this machine and build. Reads only; a fact that the system does not show is "not observable".
#pragma once

#include "core/base/environment.h"

namespace breakeven {

Environment describeMachine();

}  // namespace breakeven
