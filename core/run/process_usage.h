/// What processes have used, as the kernel counts it.
#pragma once

#include "core/base/units.h"

#include <span>

#include <sys/types.h>

namespace breakeven {

/// User and system time of other processes so far, together. A process that is gone counts as nothing.
Seconds cpuOf(std::span<const pid_t> pids);

/// Makes the largest resident memory of this process what it is now. False when the kernel does not allow it.
bool resetPeakMemory();

/// Largest resident memory of this process since it was reset, and of the others, together. Shared pages count once per
/// process.
ByteCount peakMemoryWith(std::span<const pid_t> pids);

}  // namespace breakeven
