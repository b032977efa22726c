/// The one clock of every measurement: std::chrono::steady_clock, CLOCK_MONOTONIC on Linux.
#pragma once

#include "core/base/units.h"

#include <chrono>
#include <string>

namespace breakeven {

using Clock = std::chrono::steady_clock;

/// Smallest difference > 0 seen between consecutive readings; measured once per process, then remembered.
Seconds clockTick();

/// "2026-11-21T14:03:07Z"
std::string utcNow();

}  // namespace breakeven
