/// What processes have used, as the kernel counts it.
#pragma once

#include "core/base/units.h"

#include <span>

#include <sys/types.h>

namespace breakeven {

/// User and system time of other processes so far, together. A process that is gone counts as nothing.
Seconds cpuOf(std::span<const pid_t> pids);

/// Largest resident memory of this process so far, and of the others, together. Shared pages count once per process.
ByteCount peakMemoryWith(std::span<const pid_t> pids);

}  // namespace breakeven
