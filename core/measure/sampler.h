/// Times calls. Every sample goes through the one never-inlined call site in sampler.cpp, so that both sides of a
/// comparison run the same machine code around their work.
#pragma once

#include "core/base/result.h"
#include "core/base/units.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace breakeven {

struct Timing {
    Seconds wall{0};  ///< of all iterations together
    Seconds cpu{0};   ///< user + system time of this process in the same span, and of what it ran to its end
    /// That this process' first thread was runnable and had no CPU; absent where another clock timed.
    std::optional<Seconds> delayed = Seconds(0);
    std::uint64_t waits = 0;         ///< times a thread of this process gave its CPU up, to sleep or for a lock
    std::vector<std::string> flags;  ///< those of noise.h, debug-build, debugger: what may have spoilt it
};

/// What is timed: runs the work `iterations` times. Errors end the sample.
using TimedWork = std::function<Result<void>(std::uint64_t iterations)>;

/// Errors: those of the work.
Result<Timing> takeSample(const TimedWork& work, std::uint64_t iterations);

/// Iterations that make a sample last at least `wanted`, from the time of one; in [1, 1e9].
std::uint64_t iterationsFor(Seconds once, Seconds wanted);

/// Shortest sample that the clock can carry: max(1 ms, 1000 ticks).
Seconds shortestSample();

/// Waits until the other threads of this process are idle, looked up per thread (whatever runtime made them), at most
/// `limit`. Busy-waits, so that the clock frequency stays up. Returns the time waited.
Seconds quiesce(Seconds limit = Seconds(0.05));

}  // namespace breakeven
