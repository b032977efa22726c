#include "core/engine/backends/tbb_chunks.h"
#include "core/engine/backends/tbb_runtime.h"
#include "core/engine/team.h"
#include "core/engine/worker_pool.h"

#include <oneapi/tbb/blocked_range.h>
#include <oneapi/tbb/parallel_for.h>
#include <oneapi/tbb/partitioner.h>
#include <oneapi/tbb/task.h>

#include <algorithm>
#include <optional>
#include <type_traits>
#include <utility>

namespace breakeven {

namespace {

Error refused(const std::exception& problem) {
    return {ErrorCode::Internal, std::string("tbb: could not be started: ") + problem.what()};
}

/// A pool per partitioner, so that one with a memory (affinity) keeps it from list to list.
template <class Partitioner>
class TbbPool final : public WorkerPool {
public:
    explicit TbbPool(const PoolOptions& options) : m_team(options), m_runtime(m_team.workers()) {}

    Result<void> map(const ListJob& job) override {
        if (job.size == 0) return {};
        JobRun run(job, m_team);
        m_runtime.arena().execute([&] {
            if (job.chunk.kind == ChunkPolicy::Kind::Auto)
                adaptive(run, job.size);
            else
                chunked(run, job);
        });
        return run.outcome();
    }

    void submit(const ListJob& job, Chunk chunk, Completion& completion) override {
        try {
            if (!m_chunks) m_chunks.emplace(m_team);
        } catch (const std::exception& problem) {
            return completion.chunkEnded(chunk, refused(problem));
        }
        m_chunks->submit({.job = &job, .chunk = chunk, .completion = &completion});
    }

private:
    using Range = tbb::blocked_range<ItemCount>;

    static void cancelRest() { tbb::task::current_context()->cancel_group_execution(); }

    /// The splits are the partitioner's own choice.
    void adaptive(JobRun& run, ItemCount size) {
        tbb::parallel_for(
            Range(0, size),
            [&run](const Range& range) {
                if (run.isOver()) return cancelRest();
                run.run({range.begin(), range.end()});
            },
            m_partitioner);
    }

    /// Splits the list of chunks, not of items: halving items would hand over between half a chunk and a whole one.
    void chunked(JobRun& run, const ListJob& job) {
        const ItemCount chunk = chunkItems(job.chunk, job.size, m_team.workers());
        const ItemCount chunks = (job.size - 1) / chunk + 1;
        const auto body = [&run, &job, chunk](const Range& range) {
            for (ItemCount i = range.begin(); i < range.end(); ++i) {
                if (run.isOver()) return cancelRest();
                run.run({i * chunk, i * chunk + std::min(chunk, job.size - i * chunk)});
            }
        };
        if constexpr (std::is_same_v<Partitioner, tbb::auto_partitioner>)
            tbb::parallel_for(Range(0, chunks), body, tbb::simple_partitioner());
        else
            tbb::parallel_for(Range(0, chunks), body, m_partitioner);
    }

    Team m_team;
    TbbRuntime m_runtime;
    std::optional<TbbChunks> m_chunks;
    Partitioner m_partitioner;
};

template <class Partitioner>
Result<std::unique_ptr<WorkerPool>> startTbb(const PoolOptions& options) {
    try {
        return std::unique_ptr<WorkerPool>(std::make_unique<TbbPool<Partitioner>>(options));
    } catch (const std::exception& problem) {
        return refused(problem);
    }
}

template <class Partitioner>
Backend tbbBackendWith(std::string id, std::string title, std::string description) {
    return {.info = {.id = std::move(id),
                     .title = std::move(title),
                     .family = "tbb",
                     .description = std::move(description)},
            .start = startTbb<Partitioner>};
}

}  // namespace

Backend tbbBackend() {
    return tbbBackendWith<tbb::auto_partitioner>(
        "tbb", "oneTBB",
        "oneTBB's parallel_for: tasks are split and stolen as needed; chunk auto lets TBB choose the splits, any other "
        "chunk is handed over exactly. Submitted chunks are enqueued, and one of their workers is a thread of our "
        "own.");
}

Backend tbbSimpleBackend() {
    return tbbBackendWith<tbb::simple_partitioner>(
        "tbb-simple", "oneTBB, simple",
        "oneTBB's simple partitioner: every chunk is a task of its own; chunk auto makes each item a task.");
}

Backend tbbStaticBackend() {
    return tbbBackendWith<tbb::static_partitioner>(
        "tbb-static", "oneTBB, static",
        "oneTBB's static partitioner: one equal part of the list per worker, and nothing is stolen; cheap, and good as "
        "long as all items cost the same.");
}

Backend tbbAffinityBackend() {
    return tbbBackendWith<tbb::affinity_partitioner>(
        "tbb-affinity", "oneTBB, affinity",
        "oneTBB's affinity partitioner: remembers which worker had which part of the list and hands it there again, "
        "where its data may still be in the cache.");
}

}  // namespace breakeven
