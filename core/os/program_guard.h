/// A process beside this one that kills the programs that this one has started when it dies, and with them all that
/// they have started: the kernel's parent-death signal reaches their first process only.
#pragma once

#include "core/base/result.h"

#include <sys/types.h>

namespace breakeven {

/// The socket on which a program is announced by its pid, which is also that of its group. The guard is started when it
/// is asked for first; thread-safe. Errors: Internal.
Result<int> programGuard();

/// To be called when the group is dead, while its number still is its own.
void dismissFromGuard(int guard, pid_t pid);

}  // namespace breakeven
