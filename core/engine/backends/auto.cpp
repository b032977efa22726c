#include "core/base/numbers.h"
#include "core/engine/team.h"
#include "core/engine/worker_pool.h"
#include "core/os/clock.h"
#include "core/os/cpus.h"

#include <algorithm>
#include <array>
#include <string>

#include <time.h>

namespace breakeven {

namespace {

/// A clock reading (30 ns) is well below 1 % of it, and little is lost when the list should have been handed over at
/// once.
constexpr Seconds MeasuringTime{5e-6};
/// Below this a list that is known is timed by a clock that costs nothing and moves every few milliseconds only: enough
/// to notice in time that its items have become long.
constexpr Seconds TinyList{1e-6};
/// Of the serial time; a smaller gain is within the errors of the estimate.
constexpr double ClearlyFaster = 0.9;
/// A known list that takes so many times more or less than expected is measured anew.
constexpr double FarOff = 3;
/// Times of the two ways that differ by less are worth another look.
constexpr double UnclearBelow = 1.7;
/// No timer or device lets anybody wait for less.
constexpr Seconds ShortestWait{20e-6};
/// So many hand-overs of single items cost a few milliseconds at most, should it be wrong that they wait.
constexpr ItemCount MostSingleItems = 100'000;

Seconds timeOf(clockid_t clock) {
    timespec time{};
    clock_gettime(clock, &time);
    return Seconds(static_cast<double>(time.tv_sec) + 1e-9 * static_cast<double>(time.tv_nsec));
}

/// A list without its first items, as a list of its own.
class RestKernel final : public Kernel {
public:
    RestKernel(const ListJob& job, ItemCount first) : m_job(job), m_first(first) {}
    void run(ItemCount begin, ItemCount end) override { m_job.run({m_first + begin, m_first + end}); }

private:
    const ListJob& m_job;
    ItemCount m_first;
};

struct EmptyKernel final : Kernel {
    void run(ItemCount, ItemCount) override {}
};

/// What it costs to hand a list over in pieces and to wait for all workers, while they are hot: the median of some
/// calls.
Seconds forkJoinTime(WorkerPool& pool) {
    constexpr int Untimed = 3;
    constexpr ItemCount Items = 1000;
    EmptyKernel empty;
    const ListJob job{.kernel = empty, .size = Items, .chunk = {}};
    std::array<Seconds, 9> times;
    for (int i = 0; i < Untimed; ++i)
        (void)pool.map(job);
    for (auto& time : times) {
        const auto begin = Clock::now();
        (void)pool.map(job);
        time = Clock::now() - begin;
    }
    std::ranges::nth_element(times, times.begin() + times.size() / 2);
    return times[times.size() / 2];
}

/// What is known of a list: what all of its items take, as measured or estimated.
struct ListCost {
    Seconds serial{0};
    Seconds parallel{0};
    bool waits = false;
};

struct Choice {
    enum class Where { Serial, Threads, Tbb };
    Where where = Where::Serial;
    bool singly = false;  ///< items are handed over one by one
};

/// Measures the first items of a list that it does not know, by running them, and decides what becomes of the rest. The
/// same list again is decided at once, by what it took the last time.
class AutoPool final : public WorkerPool {
public:
    static Result<std::unique_ptr<WorkerPool>> start(const PoolOptions& options) {
        auto pool = std::make_unique<AutoPool>(options);
        PoolOptions inner{.workers = pool->m_team.workers(), .initializer = {}};
        if (options.initializer) inner.initializer = [team = &pool->m_team] { const Team::Member member(*team); };
        BREAKEVEN_TRY(pool->m_threads, findBackend("threads")->start(inner));
        if (inner.workers > 1) {
            BREAKEVEN_TRY(pool->m_tbb, findBackend("tbb")->start(inner));
            pool->m_threadsCost = forkJoinTime(*pool->m_threads);
            pool->m_tbbCost = forkJoinTime(*pool->m_tbb);
        }
        return std::unique_ptr<WorkerPool>(std::move(pool));
    }

    explicit AutoPool(const PoolOptions& options) : m_team(options) {}

    Result<void> map(const ListJob& job) override {
        if (job.size == 0) return {};
        JobRun run(job, m_team);
        if (m_tbb == nullptr) {
            m_choice = {};
            runRange(run, job, 0, job.size);
            return run.outcome();
        }
        if (isKnown(job)) return mapKnown(run, job);
        const ItemCount done = measure(run, job);
        choose(job);
        if (run.isOver() || done == job.size) return run.outcome();
        return finish(run, job, done);
    }

    void submit(const ListJob& job, Chunk chunk, Completion& completion) override {
        m_threads->submit(job, chunk, completion);
    }

    void await(const std::atomic<std::uint32_t>& ended, std::uint32_t seen) override { m_threads->await(ended, seen); }

    std::string decision() const override {
        const std::string work = formatSeconds(m_cost.serial) + " of work";
        if (m_tbb == nullptr) return "serial: there is one worker";
        if (m_isOneChunk) return "serial: there is one chunk";
        if (width() == 1) return "serial: the workers share one CPU";
        if (m_choice.where == Choice::Where::Serial)
            return "serial: " + work + ", handed over " + formatSeconds(m_cost.parallel);
        const std::string name = m_choice.where == Choice::Where::Threads ? "threads" : "tbb";
        return name + ", " + std::to_string(m_team.workers()) + " workers" +
               (m_choice.singly ? ", chunk 1: items wait" : ": " + work);
    }

private:
    bool isKnown(const ListJob& job) const {
        return &job.kernel == m_kernel && job.size == m_size && job.step == m_step;
    }

    void remember(const ListJob& job, Seconds serial, bool waits) {
        m_kernel = &job.kernel;
        m_size = job.size;
        m_step = job.step;
        m_cost = {.serial = serial, .waits = waits};
        m_cost.parallel = cheaperCost() + serial / width();
    }

    /// How many workers make the list faster.
    double width() const {
        static const WorkerCount cpus = usableCpus().count;
        return m_cost.waits ? m_team.workers() : std::min(m_team.workers(), cpus);
    }

    Seconds cheaperCost() const { return std::min(m_threadsCost, m_tbbCost); }

    void choose(const ListJob& job) {
        m_choice = {};
        m_isOneChunk = job.size <= unitOf(job);
        if (m_isOneChunk || m_cost.parallel >= ClearlyFaster * m_cost.serial) return;
        const bool byThreads = m_cost.waits || m_threadsCost <= m_tbbCost;
        m_choice.where = byThreads ? Choice::Where::Threads : Choice::Where::Tbb;
        m_choice.singly = m_cost.waits && job.chunk.kind == ChunkPolicy::Kind::Auto && job.size <= MostSingleItems;
    }

    Result<void> mapKnown(JobRun& run, const ListJob& job) {
        choose(job);
        if (m_cost.serial < TinyList) {
            const auto begin = timeOf(CLOCK_MONOTONIC_COARSE);
            auto outcome = finish(run, job, 0);
            if (timeOf(CLOCK_MONOTONIC_COARSE) != begin) m_kernel = nullptr;
            return outcome;
        }
        const auto begin = Clock::now();
        auto outcome = finish(run, job, 0);
        const Seconds taken = Clock::now() - begin;
        const bool isSerial = m_choice.where == Choice::Where::Serial;
        learn(taken, isSerial ? m_cost.serial : m_cost.parallel, isSerial ? m_cost.parallel : m_cost.serial);
        return outcome;
    }

    /// Where both ways are near to each other, the one not taken is believed to be a little faster each time, so that
    /// it is tried again before long: an estimate may be wrong, and other programs come and go.
    void learn(Seconds taken, Seconds& chosen, Seconds& other) {
        constexpr double Doubt = 0.99;
        if (taken > FarOff * chosen || taken < chosen / FarOff) m_kernel = nullptr;  // its items have changed
        chosen = (chosen + taken) / 2;
        if (other < UnclearBelow * chosen) other *= Doubt;
    }

    Result<void> finish(JobRun& run, const ListJob& job, ItemCount done) {
        if (m_choice.where == Choice::Where::Serial) {
            runRange(run, job, done, job.size);
            return run.outcome();
        }
        WorkerPool& pool = m_choice.where == Choice::Where::Threads ? *m_threads : *m_tbb;
        ChunkPolicy chunk = job.chunk;
        if (chunk.kind == ChunkPolicy::Kind::Pool) chunk = {ChunkPolicy::Kind::Count, unitOf(job)};
        if (m_choice.singly) chunk = {ChunkPolicy::Kind::Count, 1};
        RestKernel rest(job, done);
        const auto outcome = pool.map({.kernel = rest, .size = job.size - done, .chunk = chunk});
        return outcome ? job.outcome() : outcome;
    }

    /// Items that must be handed to the kernel together; 1 when any number may be.
    ItemCount unitOf(const ListJob& job) const {
        return job.chunk.kind == ChunkPolicy::Kind::Auto ? 1 : chunkItems(job.chunk, job.size, m_team.workers());
    }

    /// In this thread. begin is a multiple of the unit.
    void runRange(JobRun& run, const ListJob& job, ItemCount begin, ItemCount end) const {
        const ItemCount unit = job.chunk.kind == ChunkPolicy::Kind::Auto ? end - begin : unitOf(job);
        for (; begin < end && !run.isOver(); begin += unit)
            run.run({begin, begin + std::min(unit, end - begin)});
    }

    /// Runs steps of a growing number of items until the time of one step can be trusted, and remembers what the list
    /// would take. Returns how many items are done.
    ItemCount measure(JobRun& run, const ListJob& job) {
        constexpr double FastestGrowth = 8;
        static const Seconds reading = clockTick();
        const ItemCount unit = unitOf(job);
        const auto cpuBegin = timeOf(CLOCK_THREAD_CPUTIME_ID);
        const auto begin = Clock::now();
        auto stepBegin = begin;
        ItemCount done = 0;
        ItemCount largest = 0;
        Seconds perItem{0};
        for (ItemCount step = unit;;) {
            const ItemCount end = done + std::min(step, job.size - done);
            runRange(run, job, done, end);
            const auto now = Clock::now();
            if (end - done >= largest) {
                largest = end - done;
                perItem = std::max(Seconds(now - stepBegin) - reading, Seconds(0)) / static_cast<double>(largest);
            }
            done = end;
            const Seconds spent = now - begin;
            if (spent >= MeasuringTime || done == job.size || run.isOver()) {
                const bool waits = perItem >= ShortestWait && timeOf(CLOCK_THREAD_CPUTIME_ID) - cpuBegin < spent / 2;
                remember(job, perItem * static_cast<double>(job.size), waits);
                return done;
            }
            const double room =
                perItem.count() > 0 ? (MeasuringTime - spent) / perItem : FastestGrowth * static_cast<double>(done);
            const auto items = static_cast<ItemCount>(std::clamp(room, 1.0, FastestGrowth * static_cast<double>(done)));
            step = (items + unit - 1) / unit * unit;
            stepBegin = now;
        }
    }

    Team m_team;
    std::unique_ptr<WorkerPool> m_threads;
    std::unique_ptr<WorkerPool> m_tbb;  ///< absent for one worker
    Seconds m_threadsCost{0};
    Seconds m_tbbCost{0};

    // The last list, and what was decided for it.
    const Kernel* m_kernel = nullptr;
    ItemCount m_size = 0;
    Step m_step = Step::Run;
    ListCost m_cost;
    bool m_isOneChunk = false;
    Choice m_choice;
};

}  // namespace

Backend autoBackend() {
    return {
        .info = {.id = "auto",
                 .title = "Automatic",
                 .family = "auto",
                 .description = "Runs the first items while timing them, then decides: serial when the list is short "
                                "against a hand-over, threads when items wait, else threads or oneTBB."},
        .start = AutoPool::start};
}

}  // namespace breakeven
