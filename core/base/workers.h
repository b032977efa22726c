/// joblib's n_jobs: how a number of workers may be asked for.
#pragma once

#include "core/base/result.h"
#include "core/base/units.h"

namespace breakeven {

/// Positive numbers are taken as they are, also above the CPUs; negative ones count back from them: -1 is all CPUs, -2
/// all but one, and never below 1. cpus >= 1. Errors: InvalidInput for 0.
Result<WorkerCount> resolveWorkers(int nJobs, WorkerCount cpus);

}  // namespace breakeven
