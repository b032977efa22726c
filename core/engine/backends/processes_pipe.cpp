#include "core/engine/processes/pipe_pool.h"

namespace breakeven {

Backend processesPipeBackend() {
    return {.info = {.id = "processes-pipe",
                     .title = "Processes, pipe",
                     .family = "processes",
                     .description = "Worker processes that share no memory: every chunk is serialised, sent through a "
                                    "socket and its output sent back, as Python's Pool does.",
                     .usesWorkers = true,
                     .copiesItems = true},
            .start = &PipePool::start};
}

}  // namespace breakeven
