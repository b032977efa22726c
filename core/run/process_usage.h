/// What processes have used, as the kernel counts it.
#pragma once

#include "core/base/units.h"

#include <cstdint>
#include <span>

#include <sys/types.h>

namespace breakeven {

/// User and system time of other processes so far, together, with that of the programs that they have run to their end,
/// in steps of 10 ms per process. A process that is gone counts as nothing.
Seconds cpuOf(std::span<const pid_t> pids);

/// How often other processes gave their CPU up so far, to sleep or for a lock, together. Of the first thread of each.
std::uint64_t waitsOf(std::span<const pid_t> pids);

/// Gives memory that this process has freed back to the system, as far as it can; else the allocator keeps it.
void giveBackFreedMemory();

/// Makes the largest resident memory of this process and of others what it is now. False when the kernel does not allow
/// it. A process that is gone is left out.
bool resetPeakMemory(std::span<const pid_t> pids);

/// Largest resident memory of this process and of others since it was reset, together. Shared memory and the program's
/// own pages count once: with this process.
ByteCount peakMemoryWith(std::span<const pid_t> pids);

}  // namespace breakeven
