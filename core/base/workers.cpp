#include "core/base/workers.h"

#include <algorithm>

namespace breakeven {

Result<WorkerCount> resolveWorkers(int nJobs, WorkerCount cpus) {
    if (nJobs == 0)
        return Error{ErrorCode::InvalidInput,
                     "workers: 0 is not allowed (a count from 1, -1 for all CPUs, -2 for all but one)"};
    return nJobs > 0 ? nJobs : std::max(nJobs + 1 + cpus, 1);
}

}  // namespace breakeven
