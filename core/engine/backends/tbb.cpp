#include "core/engine/work_error.h"
#include "core/engine/worker_pool.h"

#include <oneapi/tbb/blocked_range.h>
#include <oneapi/tbb/global_control.h>
#include <oneapi/tbb/parallel_for.h>
#include <oneapi/tbb/task_arena.h>

#include <algorithm>

namespace breakeven {

namespace {

/// An arena alone gets no more threads than there are CPUs, and TBB says so on stderr; a global_control lifts that. The
/// smallest of several controls wins, so all pools share one that is high enough for any worker count; each pool is
/// limited by its arena. Pools are made and destroyed by one thread.
std::shared_ptr<tbb::global_control> liftedLimit() {
    constexpr std::size_t MostThreads = 1024;
    static std::weak_ptr<tbb::global_control> current;
    auto limit = current.lock();
    if (!limit) {
        limit = std::make_shared<tbb::global_control>(tbb::global_control::max_allowed_parallelism, MostThreads);
        current = limit;
    }
    return limit;
}

class TbbPool final : public WorkerPool {
public:
    explicit TbbPool(WorkerCount workers)
        : m_workers(workers), m_scheduler(tbb::attach{}), m_limit(liftedLimit()), m_arena(workers) {
        m_arena.initialize();
    }

    /// Joins TBB's threads when this is the last pool; while another pool lives, they stay with it.
    ~TbbPool() override {
        m_arena.terminate();
        m_limit.reset();
        tbb::finalize(m_scheduler, std::nothrow);
    }

    TbbPool(const TbbPool&) = delete;
    TbbPool& operator=(const TbbPool&) = delete;

    Result<void> map(const ListJob& job) override {
        if (job.size == 0) return {};
        try {
            m_arena.execute([&] { job.chunk.kind == ChunkPolicy::Kind::Auto ? adaptive(job) : chunked(job); });
        } catch (...) {
            return workError(std::current_exception());
        }
        return {};
    }

private:
    using Range = tbb::blocked_range<ItemCount>;

    static void adaptive(const ListJob& job) {
        tbb::parallel_for(
            Range(0, job.size), [&](const Range& range) { job.kernel.run(range.begin(), range.end()); },
            tbb::auto_partitioner());
    }

    /// Splits the list of chunks, not of items: halving items would hand over between half a chunk and a whole one.
    void chunked(const ListJob& job) const {
        const ItemCount chunk = chunkItems(job.chunk, job.size, m_workers);
        const ItemCount chunks = (job.size - 1) / chunk + 1;
        tbb::parallel_for(
            Range(0, chunks),
            [&](const Range& range) {
                for (ItemCount i = range.begin(); i < range.end(); ++i)
                    job.kernel.run(i * chunk, std::min(job.size, (i + 1) * chunk));
            },
            tbb::simple_partitioner());
    }

    WorkerCount m_workers;
    tbb::task_scheduler_handle m_scheduler;
    std::shared_ptr<tbb::global_control> m_limit;
    tbb::task_arena m_arena;
};

Result<std::unique_ptr<WorkerPool>> startTbb(const PoolOptions& options) {
    try {
        return std::unique_ptr<WorkerPool>(std::make_unique<TbbPool>(options.workers));
    } catch (const std::exception& problem) {
        return Error{ErrorCode::Internal, std::string("tbb: could not be started: ") + problem.what()};
    }
}

}  // namespace

Backend tbbBackend() {
    return {.info = {.id = "tbb",
                     .title = "oneTBB",
                     .family = "tbb",
                     .description = "oneTBB's parallel_for: tasks are split and stolen as needed; chunk auto lets TBB "
                                    "choose the splits, any other chunk is handed over exactly.",
                     .usesWorkers = true,
                     .needsSharedMemory = false},
            .start = startTbb};
}

}  // namespace breakeven
