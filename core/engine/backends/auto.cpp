#include "core/base/numbers.h"
#include "core/engine/backends/relayed_chunks.h"
#include "core/engine/backends/timed_chunk.h"
#include "core/engine/team.h"
#include "core/engine/worker_pool.h"
#include "core/os/clock.h"
#include "core/os/cpus.h"

#include <algorithm>
#include <array>
#include <string>

namespace breakeven {

namespace {

/// A clock reading (30 ns) is well below 1 % of it, and little is lost when the list should have been handed over at
/// once.
constexpr Seconds MeasuringTime{5e-6};
/// A known list below this is not timed: two readings would cost more than is ever gained.
constexpr Seconds TinyList{1e-6};
/// Of the serial time; a smaller gain is within the errors of the estimate.
constexpr double ClearlyFaster = 0.9;
/// A known list that takes so many times more or less than expected is measured anew.
constexpr double FarOff = 3;
/// A way that takes at most so many times what the fastest takes is tried again now and then: an estimate may be wrong,
/// and other programs come and go. Some calls in a row, of which the first do not count: its workers sleep, and those
/// of the other way are still awake.
constexpr double UnclearBelow = 1.7;
constexpr std::uint64_t TryEvery = 256;
constexpr std::uint64_t Tries = 8;
constexpr std::uint64_t UncountedTries = 4;
/// No timer or device lets anybody wait for less.
constexpr Seconds ShortestWait{20e-6};
/// So many hand-overs of single items cost a few milliseconds at most, should it be wrong that they wait.
constexpr ItemCount MostSingleItems = 100'000;
/// What a submitted chunk costs the submitter and the thread that takes it, while both are awake: 0.2 to 0.5 us.
constexpr Seconds ChunkHandOver{0.5e-6};
/// Nobody who submits is held up for longer by a chunk like those before it.
constexpr Seconds LongestInCaller = ShortestWait;

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

/// Ways to run a list.
enum Way : std::size_t { Serial, Threads, Tbb, Ways };

/// What is known of a list.
struct Knowledge {
    std::uint64_t kernel = 0;  ///< its id; 0: nothing is known
    ItemCount size = 0;
    Step step = Step::Run;
    Seconds work{0};                  ///< of all items, estimated from the first
    bool waits = false;               ///< its items do not compute but wait
    std::array<Seconds, Ways> times;  ///< of the whole list: estimated, then followed as it is run
    std::uint64_t calls = 0;
};

/// Measures the first items of a list that it does not know, by running them, and decides what becomes of the rest. The
/// same list again is decided at once, by what it took before.
class AutoPool final : public WorkerPool {
public:
    static Result<std::unique_ptr<WorkerPool>> start(const PoolOptions& options) {
        auto pool = std::make_unique<AutoPool>(options);
        PoolOptions inner{.workers = pool->m_team.workers(), .initializer = {}};
        if (options.initializer) inner.initializer = [team = &pool->m_team] { const Team::Member member(*team); };
        BREAKEVEN_TRY(pool->m_threads, findBackend("threads")->start(inner));
        if (inner.workers > 1) {
            BREAKEVEN_TRY(pool->m_tbb, findBackend("tbb")->start(inner));
            pool->m_handOver = {Seconds(0), forkJoinTime(*pool->m_threads), forkJoinTime(*pool->m_tbb)};
        }
        return std::unique_ptr<WorkerPool>(std::move(pool));
    }

    explicit AutoPool(const PoolOptions& options) : m_team(options) {}

    Result<void> map(const ListJob& job) override {
        if (job.size == 0) return {};
        m_hasSubmitted = false;
        JobRun run(job, m_team);
        if (m_tbb == nullptr) {
            runRange(run, job, 0, job.size);
            return run.outcome();
        }
        if (isKnown(job)) return mapKnown(run, job);
        const auto begin = Clock::now();
        const ItemCount done = measure(run, job);
        m_way = fastestWay();
        if (run.isOver() || done == job.size) return run.outcome();
        auto outcome = finish(run, job, done);
        if (m_way == Serial) m_known.times[Serial] = m_known.work = Clock::now() - begin;
        return outcome;
    }

    /// A chunk of which nothing is known may be long or wait for its submitter: it goes to a thread and is timed there.
    /// The caller runs none while all workers have something to do, or it would be one too many.
    void submit(const ListJob& job, Chunk chunk, Completion& completion) override {
        m_hasSubmitted = true;
        const bool isIdle = !m_timed.isUnderWay();
        const bool hasPlace = m_others.underWay() < static_cast<std::size_t>(m_team.workers());
        m_isInCaller = isIdle && hasPlace && m_timed.knows(job) && m_timed.estimate(chunk) < longestInCaller();
        if (m_isInCaller) {
            const auto begin = Clock::now();
            m_team.runSubmitted(job, chunk, completion);
            m_timed.follow(chunk, Clock::now() - begin);
        } else if (isIdle) {
            m_timed.submitTo(*m_threads, job, chunk, completion);
        } else {
            m_others.submitTo(*m_threads, job, chunk, completion);
        }
    }

    void await(const std::atomic<std::uint32_t>& ended, std::uint32_t seen) override { m_threads->await(ended, seen); }

    std::string decision() const override {
        if (m_hasSubmitted) return submitDecision();
        if (m_tbb == nullptr) return "serial: there is one worker";
        if (m_isOneChunk) return "serial: there is one chunk";
        if (width() == 1) return "serial: the workers share one CPU";
        const std::string work = formatSeconds(m_known.work) + " of work";
        if (m_way == Serial)
            return "serial: " + work + ", handed over " +
                   formatSeconds(std::min(m_known.times[Threads], m_known.times[Tbb]));
        return std::string(m_way == Threads ? "threads, " : "tbb, ") + std::to_string(m_team.workers()) + " workers" +
               (m_isSingly      ? ", chunk 1: items wait"
                : m_known.waits ? ": items wait"
                                : ": " + work);
    }

private:
    /// How many can compute at once.
    WorkerCount computing() const {
        static const WorkerCount cpus = usableCpus().count;
        return std::min(m_team.workers(), cpus);
    }

    Seconds longestInCaller() const { return computing() == 1 ? LongestInCaller : ChunkHandOver; }

    std::string submitDecision() const {
        const std::string time = formatSeconds(m_timed.last()) + " a chunk";
        if (m_isInCaller)
            return "serial: " + time +
                   (computing() == 1 ? ", one worker at a time" : ", handed over " + formatSeconds(ChunkHandOver));
        return "threads, " + std::to_string(m_team.workers()) + (m_team.workers() == 1 ? " worker: " : " workers: ") +
               (m_timed.waited() ? "chunks wait" : time);
    }

    bool isKnown(const ListJob& job) const {
        return job.kernel.id() == m_known.kernel && job.size == m_known.size && job.step == m_known.step;
    }

    void remember(const ListJob& job, Seconds work, bool waits) {
        m_known = {
            .kernel = job.kernel.id(), .size = job.size, .step = job.step, .work = work, .waits = waits, .times = {}};
        m_known.times = {work, m_handOver[Threads] + work / width(), m_handOver[Tbb] + work / width()};
        m_isOneChunk = job.size <= unitOf(job);
    }

    /// How many workers make the list faster.
    double width() const { return m_known.waits ? m_team.workers() : computing(); }

    Way fastestWay() const {
        const auto& times = m_known.times;
        const Way parallel = m_known.waits || times[Threads] <= times[Tbb] ? Threads : Tbb;
        return m_isOneChunk || times[parallel] >= ClearlyFaster * times[Serial] ? Serial : parallel;
    }

    /// The fastest, or another that may be it.
    Way nextWay() {
        const std::uint64_t call = m_known.calls++;
        if (call % TryEvery == 0) {
            const Way fastest = fastestWay();
            const Way other = static_cast<Way>((fastest + 1 + call / TryEvery % 2) % Ways);
            const bool isUnclear = m_known.times[other] < UnclearBelow * m_known.times[fastest];
            m_tried = isUnclear && !m_isOneChunk && !m_known.waits ? other : fastest;
        }
        return call % TryEvery < Tries ? m_tried : fastestWay();
    }

    bool counts() const { return (m_known.calls - 1) % TryEvery >= UncountedTries; }

    Result<void> mapKnown(JobRun& run, const ListJob& job) {
        if (m_known.work < TinyList && m_way == Serial) return mapTiny(run, job);
        m_way = nextWay();
        const auto begin = Clock::now();
        auto outcome = finish(run, job, 0);
        if (counts()) follow(Clock::now() - begin);
        return outcome;
    }

    /// The coarse clock costs next to nothing and moves every few milliseconds: whenever it has moved, the list is
    /// measured anew by the next call.
    Result<void> mapTiny(JobRun& run, const ListJob& job) {
        runRange(run, job, 0, job.size);
        if (const auto now = timeOf(CLOCK_MONOTONIC_COARSE); now != m_coarse) {
            m_coarse = now;
            m_known.kernel = 0;
        }
        return run.outcome();
    }

    /// In small steps, so that one call that was held up does not count: what remains is near the median.
    void follow(Seconds taken) {
        constexpr double Step = 1.25;
        Seconds& time = m_known.times[m_way];
        time = std::clamp(taken, time / Step, time * Step);
        const Seconds least = m_way == Serial ? m_known.work : m_known.work / width();
        const Seconds most = m_known.work + m_handOver[m_way];
        if (taken < least / FarOff || taken > FarOff * most) m_known.kernel = 0;  // its items have changed
    }

    Result<void> finish(JobRun& run, const ListJob& job, ItemCount done) {
        if (m_way == Serial) {
            runRange(run, job, done, job.size);
            return run.outcome();
        }
        ChunkPolicy chunk = job.chunk;
        if (chunk.kind == ChunkPolicy::Kind::Pool) chunk = {ChunkPolicy::Kind::Count, unitOf(job)};
        m_isSingly = m_known.waits && chunk.kind == ChunkPolicy::Kind::Auto && job.size <= MostSingleItems;
        if (m_isSingly) chunk = {ChunkPolicy::Kind::Count, 1};
        WorkerPool& pool = m_way == Threads ? *m_threads : *m_tbb;
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
    std::unique_ptr<WorkerPool> m_tbb;          ///< absent for one worker
    std::array<Seconds, Ways> m_handOver = {};  ///< what it costs to hand over a list that takes no time

    Knowledge m_known;  ///< of the last list
    bool m_isOneChunk = false;
    bool m_isSingly = false;  ///< items are handed over one by one
    Way m_way = Serial;
    Way m_tried = Serial;
    Seconds m_coarse{0};

    TimedChunk m_timed;           ///< of the submitted
    RelayedChunks m_others;       ///< submitted while it was under way
    bool m_hasSubmitted = false;  ///< since the last map
    bool m_isInCaller = false;    ///< where the last submitted chunk was run
};

}  // namespace

Backend autoBackend() {
    return {
        .info = {.id = "auto",
                 .title = "Automatic",
                 .family = "auto",
                 .description = "Runs the first items while timing them, then decides: serial when the list is short "
                                "against a hand-over, threads when items wait, else threads or oneTBB. Submitted "
                                "chunks go to threads unless they are too short."},
        .start = AutoPool::start};
}

}  // namespace breakeven
