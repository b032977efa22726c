#include "core/run/pool_references.h"

#include "core/engine/make_pool.h"
#include "core/experiment/plan.h"
#include "core/measure/hiccups.h"
#include "core/measure/launch_layout.h"
#include "core/measure/machine_speed.h"
#include "core/os/clock.h"
#include "core/run/empty_list.h"
#include "core/run/execution.h"
#include "core/stats/summary.h"

#include <algorithm>
#include <functional>
#include <memory>
#include <optional>
#include <thread>
#include <utility>

namespace breakeven {

namespace {

constexpr std::size_t Repetitions = 5;
constexpr Seconds RepetitionsTime{0.02};  ///< no further repetition is begun after it, as on a busy machine
/// Beyond the 200 us for which a guest's idle CPU goes on polling, and what runtimes spin before they park.
constexpr Seconds RestTime{0.002};
constexpr Seconds ManyChunksTime{0.002};  ///< a call of many chunks need not last longer
constexpr ItemCount FewChunks = 32;
constexpr ItemCount MostChunks = 1000;
constexpr ByteCount LargeList = 1'000'000;
/// Some 25 of the kernel's time slices, which are what another program takes.
constexpr Seconds ListeningTime{0.1};

using Times = std::vector<double>;

bool isWorthAnother(const Times& times, Clock::time_point begin) {
    return times.empty() || (times.size() < Repetitions && Seconds(Clock::now() - begin) < RepetitionsTime);
}

/// Calls of empty lists in one pool that lives.
class EmptyCalls {
public:
    EmptyCalls(const Backend& backend, WorkerPool& pool, WorkerCount workers)
        : m_sharing(backend.info.needsSharedMemory ? Sharing::Shared : Sharing::Private),
          m_pool(pool),
          m_workers(workers) {}

    /// The median time of one call of a hot pool, after `rest` each.
    Result<double> time(const EmptyListShape& shape, Seconds rest = Seconds(0)) {
        BREAKEVEN_TRY(const auto list, EmptyList::create(shape, m_sharing));
        const ListCall call = list.call(m_workers);
        BREAKEVEN_TRY(const Seconds once, heat(m_pool, call));
        const std::uint64_t iterations = rest > Seconds(0) ? 1 : iterationsFor(once, shortestSample());
        Times times;
        const auto begin = Clock::now();
        while (isWorthAnother(times, begin)) {
            std::this_thread::sleep_for(rest);
            BREAKEVEN_TRY(const Execution execution, executeWarm(m_pool, call, iterations));
            times.push_back(execution.timing.wall.count() / static_cast<double>(iterations));
        }
        return median(times);
    }

    EmptyListShape onePerWorker() const { return {.items = static_cast<ItemCount>(m_workers)}; }

    /// Seconds per further chunk, beyond a call that takes `hot` seconds.
    Result<double> perChunk(double hot) {
        const auto further = [&](ItemCount chunks) -> Result<double> {
            BREAKEVEN_TRY(const double many, time({.items = onePerWorker().items + chunks}));
            return std::max(0.0, many - hot) / static_cast<double>(chunks);
        };
        BREAKEVEN_TRY(const double guess, further(FewChunks));
        const double enough = guess > 0 ? ManyChunksTime.count() / guess : static_cast<double>(MostChunks);
        if (enough <= static_cast<double>(FewChunks)) return guess;
        return further(static_cast<ItemCount>(std::min(enough, static_cast<double>(MostChunks))));
    }

    /// Seconds per byte of one side of a list of 1 MB, beyond a call that takes `hot` seconds.
    Result<double> perByte(Side side, double hot) {
        EmptyListShape shape = onePerWorker();
        (side == Side::Input ? shape.sent : shape.collected) = LargeList / shape.items;
        BREAKEVEN_TRY(const double large, time(shape));
        return std::max(0.0, large - hot) / static_cast<double>(LargeList);
    }

private:
    Sharing m_sharing;
    WorkerPool& m_pool;
    WorkerCount m_workers;
};

/// The median time of making a pool and its first call.
Result<double> coldTime(const Backend& backend, const PoolOptions& options) {
    const auto sharing = backend.info.needsSharedMemory ? Sharing::Shared : Sharing::Private;
    BREAKEVEN_TRY(const auto list, EmptyList::create({.items = static_cast<ItemCount>(options.workers)}, sharing));
    Times times;
    const auto begin = Clock::now();
    while (isWorthAnother(times, begin)) {
        BREAKEVEN_TRY(const Execution execution, executeCold(backend, options, list.call(options.workers)));
        times.push_back(execution.timing.wall.count());
    }
    return median(times);
}

bool hasPoolOfItsOwn(const Backend* backend) {
    return backend != nullptr && backend->info.family != "serial" && backend->info.family != "auto";
}

}  // namespace

Result<PoolReference> measurePool(const Backend& backend, const PoolOptions& options) {
    quiesce();
    BREAKEVEN_TRY(const double cold, coldTime(backend, options));
    BREAKEVEN_TRY(const auto pool, makePool(backend, options));
    EmptyCalls calls(backend, *pool, options.workers);
    BREAKEVEN_TRY(const double hot, calls.time(calls.onePerWorker()));
    BREAKEVEN_TRY(const double parked, calls.time(calls.onePerWorker(), RestTime));
    BREAKEVEN_TRY(const double perChunk, calls.perChunk(hot));
    PoolReference reference;
    reference.backend = backend.info.id;
    reference.workers = options.workers;
    reference.startup = Seconds(std::max(0.0, cold - hot));
    reference.hotCall = Seconds(hot);
    reference.parkedCall = Seconds(parked);
    reference.perChunk = Seconds(perChunk);
    if (backend.info.copiesItems) {
        BREAKEVEN_TRY(reference.perByteSent, calls.perByte(Side::Input, hot));
        BREAKEVEN_TRY(reference.perByteCollected, calls.perByte(Side::Output, hot));
    }
    return reference;
}

LaunchReference measureLaunch(int launch, WorkerCount threads) {
    const LaunchLayout layout = announcedLayout();
    LaunchReference reference;
    reference.launch = launch;
    reference.environmentBytes = layout.environmentBytes;
    reference.stackBytes = layout.stackBytes;
    reference.clockCost = clockCost();
    if (!probeThreads(threads - 1)) threads = 1;  // those that are there would wait for the others without end
    auto triad = Triad::create();
    // Most threads first, since they share the first touch of the memory.
    for (const WorkerCount count : std::set<WorkerCount, std::greater<>>{threads, 1}) {
        const double bytesPerSecond = triad ? triad->bytesPerSecond(count) : 0;
        reference.threads.push_back({.threads = count, .bytesPerSecond = bytesPerSecond, .spin = spinTime(count)});
    }
    std::ranges::reverse(reference.threads);
    reference.hiccups = measureHiccups(threads, ListeningTime);
    return reference;
}

std::vector<References::Pool> References::missingPools(const BlockRequest& request) const {
    std::vector<Pool> missing;
    for (const Trial& trial : request.trials) {
        if (!hasPoolOfItsOwn(findBackend(carrierOf(trial))) || trial.workers < 1) continue;
        const Pool pool{trial.backend, trial.start, trial.workers};
        const bool isKnown = request.launch == m_launch && m_measured.contains(pool);
        if (!isKnown && std::ranges::find(missing, pool) == missing.end()) missing.push_back(pool);
    }
    return missing;
}

bool References::areMissing(const BlockRequest& request) const {
    return request.referenceThreads > 0 && (request.launch != m_launch || !missingPools(request).empty());
}

std::vector<Event> References::measureMissing(const BlockRequest& request) {
    std::vector<Event> events;
    if (!areMissing(request)) return events;
    const auto pools = missingPools(request);
    if (request.launch != m_launch) {
        m_launch = request.launch;
        m_measured.clear();
        events.emplace_back(measureLaunch(request.launch, request.referenceThreads));
    }
    for (const Pool& pool : pools) {
        m_measured.insert(pool);
        const auto& [backend, start, workers] = pool;
        PoolOptions options{.workers = workers};
        if (!start.empty()) options.start = start;
        auto reference = measurePool(*findBackend(backend), options);
        if (!reference) continue;
        reference->launch = request.launch;
        reference->start = start;
        events.emplace_back(*std::move(reference));
    }
    return events;
}

}  // namespace breakeven
