#include "core/engine/work_error.h"
#include "core/engine/worker_pool.h"

namespace breakeven {

namespace {

class SerialPool final : public WorkerPool {
public:
    Result<void> map(const ListJob& job) override {
        if (job.size == 0) return {};
        try {
            job.kernel.run(0, job.size);
        } catch (...) {
            return workError(std::current_exception());
        }
        return {};
    }
};

Result<std::unique_ptr<WorkerPool>> startSerial(const PoolOptions&) {
    return std::unique_ptr<WorkerPool>(std::make_unique<SerialPool>());
}

}  // namespace

Backend serialBackend() {
    return {.info = {.id = "serial",
                     .title = "Serial",
                     .family = "serial",
                     .description = "One plain loop over the whole list; the base of every speed-up.",
                     .usesWorkers = false,
                     .needsSharedMemory = false},
            .start = startSerial};
}

}  // namespace breakeven
