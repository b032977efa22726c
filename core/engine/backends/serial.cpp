#include "core/engine/team.h"
#include "core/engine/worker_pool.h"

#include <algorithm>

namespace breakeven {

namespace {

/// A team of one, whatever the number of workers asked for.
class SerialPool final : public WorkerPool {
public:
    explicit SerialPool(const PoolOptions& options) : m_team({.workers = 1, .initializer = options.initializer}) {}

    Result<void> map(const ListJob& job) override {
        const ItemCount step = job.chunk.kind == ChunkPolicy::Kind::Count ? job.chunk.count : job.size;
        JobRun run(job, m_team);
        for (ItemCount begin = 0; begin < job.size && !run.isOver(); begin += step)
            run.run({.begin = begin, .end = begin + std::min(step, job.size - begin)});
        return run.outcome();
    }

    void submit(const ListJob& job, Chunk chunk, Completion& completion) override {
        m_team.runSubmitted(job, chunk, completion);
    }

private:
    Team m_team;
};

Result<std::unique_ptr<WorkerPool>> startSerial(const PoolOptions& options) {
    return std::unique_ptr<WorkerPool>(std::make_unique<SerialPool>(options));
}

}  // namespace

Backend serialBackend() {
    return {.info = {.id = "serial",
                     .title = "Serial",
                     .family = "serial",
                     .description = "One plain loop over the whole list; the base of every speed-up.",
                     .usesWorkers = false},
            .start = startSerial};
}

}  // namespace breakeven
