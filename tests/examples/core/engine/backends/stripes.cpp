#include "core/engine/team.h"
#include "core/engine/worker_pool.h"

#include <algorithm>
#include <string>
#include <system_error>
#include <thread>
#include <vector>

namespace breakeven {

namespace {

/// A fresh thread per worker and list. Worker w of n computes the chunks w, w + n, w + 2 n, …: nothing is shared.
class StripesPool final : public WorkerPool {
public:
    explicit StripesPool(const PoolOptions& options) : m_team(options) {}

    Result<void> map(const ListJob& job) override {
        JobRun run(job, m_team);
        const WorkerCount workers = m_team.workers();
        const ItemCount step = chunkItems(job.chunk, job.size, workers);
        const auto stripe = [&, workers](int worker) {
            const ItemCount stride = step * static_cast<ItemCount>(workers);
            for (ItemCount begin = step * static_cast<ItemCount>(worker); begin < job.size; begin += stride) {
                if (run.isOver()) return;
                run.run({.begin = begin, .end = std::min(begin + step, job.size)});
            }
        };
        std::vector<std::jthread> threads;  // its end waits for all of them
        try {
            for (int worker = 0; worker < workers; ++worker)
                threads.emplace_back(stripe, worker);
        } catch (const std::system_error& problem) {
            return Error{ErrorCode::Internal, std::string("stripes: a thread could not be started: ") + problem.what()};
        }
        threads.clear();
        return run.outcome();
    }

    void submit(const ListJob& job, Chunk chunk, Completion& completion) override {
        m_team.runSubmitted(job, chunk, completion);
    }

private:
    Team m_team;
};

Result<std::unique_ptr<WorkerPool>> startStripes(const PoolOptions& options) {
    return std::unique_ptr<WorkerPool>(std::make_unique<StripesPool>(options));
}

}  // namespace

Backend stripesBackend() {
    return {
        .info = {.id = "stripes",
                 .title = "Stripes",
                 .family = "threads",
                 .description = "A fresh thread per worker, each with every n-th chunk; nobody waits for a counter, "
                                "and nobody helps a slow neighbour."},
        .start = startStripes};
}

}  // namespace breakeven
