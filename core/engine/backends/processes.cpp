#include "core/engine/processes/process_pool.h"

namespace breakeven {

Backend processesBackend() {
    return {.info = {.id = "processes",
                     .title = "Processes",
                     .family = "processes",
                     .description = "Worker processes that share the list's memory and take chunks from a shared "
                                    "counter; a crash of one is noticed at once, repaired or named.",
                     .usesWorkers = true,
                     .needsSharedMemory = true},
            .start = &ProcessPool::start};
}

}  // namespace breakeven
