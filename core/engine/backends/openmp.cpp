#include "core/engine/backends/submitted_chunk.h"
#include "core/engine/team.h"
#include "core/engine/warm_runtime.h"
#include "core/engine/worker_pool.h"

#include <algorithm>
#include <omp.h>
#include <utility>

namespace breakeven {

namespace {

/// The runtime is one for the process: its threads go with the last pool.
class OpenMpRuntime {
public:
    OpenMpRuntime() { s_pools.fetch_add(1, std::memory_order_relaxed); }
    ~OpenMpRuntime() {
        const bool isLast = s_pools.fetch_sub(1, std::memory_order_relaxed) == 1;
        if (!isLast || omp_pause_resource_all(omp_pause_hard) != 0)
            runtimesLeftWarm.fetch_add(1, std::memory_order_relaxed);
    }

    OpenMpRuntime(const OpenMpRuntime&) = delete;
    OpenMpRuntime& operator=(const OpenMpRuntime&) = delete;

private:
    static inline std::atomic<int> s_pools{0};
};

enum class Schedule { Static, Dynamic, Guided };

/// body(i) for all i below `count`, which must not throw: nothing may leave a parallel region.
template <Schedule Kind, class Body>
void parallelFor(ItemCount count, WorkerCount workers, const Body& body) {
    if constexpr (Kind == Schedule::Static) {
#pragma omp parallel for schedule(static) num_threads(workers)
        for (ItemCount i = 0; i < count; ++i)
            body(i);
    } else if constexpr (Kind == Schedule::Dynamic) {
#pragma omp parallel for schedule(dynamic) num_threads(workers)
        for (ItemCount i = 0; i < count; ++i)
            body(i);
    } else {
#pragma omp parallel for schedule(guided) num_threads(workers)
        for (ItemCount i = 0; i < count; ++i)
            body(i);
    }
}

template <Schedule Kind>
class OpenMpPool final : public WorkerPool {
public:
    explicit OpenMpPool(const PoolOptions& options) : m_team(options) {}

    Result<void> map(const ListJob& job) override {
        if (job.size == 0) return {};
        JobRun run(job, m_team);
        if (job.chunk.kind == ChunkPolicy::Kind::Auto)
            equalParts(run, job.size);
        else
            chunked(run, job);
        return run.outcome();
    }

    void submit(const ListJob& job, Chunk chunk, Completion& completion) override {
        m_gathered.add({.job = &job, .chunk = chunk, .completion = &completion});
    }

    void await(const std::atomic<std::uint32_t>& ended, std::uint32_t seen) override {
        while (ended.load(std::memory_order_acquire) == seen) {
            const auto batch = m_gathered.take();
            parallelFor<Schedule::Dynamic>(batch.size(), m_team.workers(), [&](std::size_t i) {
                m_team.runSubmitted(*batch[i].job, batch[i].chunk, *batch[i].completion);
            });
        }
    }

    bool needsAwait() const override { return true; }

private:
    /// The schedule's own chunks, handed over as ranges. Static: one part per worker. Dynamic: single items. Guided:
    /// its smallest chunk is one of 4096 parts of a long list, since it gives its chunks to a loop item by item.
    void equalParts(JobRun& run, ItemCount size) {
        constexpr ItemCount GuidedParts = 4096;
        ItemCount parts = size;
        if (Kind == Schedule::Static) parts = std::min(size, static_cast<ItemCount>(m_team.workers()));
        if (Kind == Schedule::Guided) parts = std::min(size, GuidedParts);
        const ItemCount whole = size / parts;
        const ItemCount longer = size % parts;
        parallelFor<Kind>(parts, m_team.workers(), [&run, whole, longer](ItemCount i) {
            const ItemCount begin = i * whole + std::min(i, longer);
            run.run({begin, begin + whole + (i < longer ? 1 : 0)});
        });
    }

    void chunked(JobRun& run, const ListJob& job) {
        const ItemCount chunk = chunkItems(job.chunk, job.size, m_team.workers());
        const ItemCount chunks = (job.size - 1) / chunk + 1;
        parallelFor<Kind>(chunks, m_team.workers(), [&run, &job, chunk](ItemCount i) {
            run.run({i * chunk, i * chunk + std::min(chunk, job.size - i * chunk)});
        });
    }

    Team m_team;
    OpenMpRuntime m_runtime;
    GatheredChunks m_gathered;
};

template <Schedule Kind>
Result<std::unique_ptr<WorkerPool>> startOpenMp(const PoolOptions& options) {
    return std::unique_ptr<WorkerPool>(std::make_unique<OpenMpPool<Kind>>(options));
}

template <Schedule Kind>
Backend openMpBackendWith(std::string id, std::string title, std::string description) {
    return {.info = {.id = std::move(id),
                     .title = std::move(title),
                     .family = "openmp",
                     .description = std::move(description)},
            .start = startOpenMp<Kind>};
}

}  // namespace

Backend openmpStaticBackend() {
    return openMpBackendWith<Schedule::Static>(
        "openmp-static", "OpenMP, static",
        "omp parallel for with schedule(static): one equal part of the list per worker; with a chunk, every worker "
        "gets "
        "as many neighbouring chunks. Its workers spin for milliseconds after a list.");
}

Backend openmpDynamicBackend() {
    return openMpBackendWith<Schedule::Dynamic>("openmp-dynamic", "OpenMP, dynamic",
                                                "omp parallel for with schedule(dynamic): whoever is free takes the "
                                                "next chunk; chunk auto is OpenMP's own, one "
                                                "item.");
}

Backend openmpGuidedBackend() {
    return openMpBackendWith<Schedule::Guided>(
        "openmp-guided", "OpenMP, guided",
        "omp parallel for with schedule(guided): long runs of chunks first, shorter ones towards the end of the list.");
}

}  // namespace breakeven
