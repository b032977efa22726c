/// One timed execution of a list, with what it used. The sampler times this process; here the pool's life and its
/// worker processes are added.
#pragma once

#include "core/engine/call.h"
#include "core/engine/worker_pool.h"
#include "core/measure/sampler.h"

#include <optional>
#include <string>

namespace breakeven {

/// What is executed, and how.
struct ListCall {
    ListJob job;
    CallOptions options = {};
};

struct Execution {
    Timing timing;
    std::optional<Seconds> startup;      ///< cold: until the pool stood, within the sample; as OwnClock says of a peer
    std::optional<Seconds> firstResult;  ///< of calls that stream: all iterations together; with the start-up when cold
    Seconds workerCpu{0};                ///< of worker processes, all iterations
    /// Times that workers gave their CPUs up, all iterations; absent: of a cold pool, whose making has its own, and
    /// where another clock timed.
    std::optional<std::uint64_t> waits;
    std::optional<ByteCount> peakMemory;  ///< while it ran, with worker processes; absent: the kernel does not tell
    bool stored = false;                  ///< items were computed and stored in a cache, not only looked up
    std::string decision;                 ///< what the pool chose by itself; empty: nothing
};

/// Executes the list `iterations` times in a pool that lives. Errors: those of executeCall.
Result<Execution> executeWarm(WorkerPool& pool, const ListCall& call, std::uint64_t iterations);

/// Makes the pool within the timed span, executes the list once, and destroys the pool after it.
/// Errors: those of Backend::start and executeCall.
Result<Execution> executeCold(const Backend& backend, const PoolOptions& options, const ListCall& call);

/// Caches, clock frequency and parked threads are hot again after about this long.
inline constexpr Interval<Seconds> HeatingTime{Seconds(0.001), Seconds(0.005)};

/// Calls untimed, in doubling batches, until two in a row take as long per call within a twentieth, but for at least
/// between.low; then no batch is begun that should end beyond between.high. Returns the time of one call in the last
/// batch.
/// Errors: those of executeCall.
Result<Seconds> heat(WorkerPool& pool, const ListCall& call, Interval<Seconds> between = HeatingTime);

}  // namespace breakeven
