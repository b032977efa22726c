/// breakeven::init: the first line of main.
#pragma once

#include "core/base/result.h"

namespace breakeven {

/// Call once, first thing in main, before any thread exists: it prepares for worker processes, and in a worker process
/// it does not return. Without it the backends within this process work, and those of processes throw a ParallelError
/// that says so. Costs about as much as one fork of a small process.
void init(int argc, char** argv);

/// Errors: InvalidInput when init was not called, and in a worker process; what init found out when it could not
/// prepare.
Result<void> processesAreReady();

}  // namespace breakeven
