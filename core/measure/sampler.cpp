#include "core/measure/sampler.h"

#include "core/base/environment.h"
#include "core/measure/build_facts.h"
#include "core/measure/noise.h"
#include "core/os/clock.h"

#include <algorithm>
#include <cmath>

#include <sys/resource.h>
#include <time.h>

namespace breakeven {
namespace {

struct Span {
    Clock::time_point start;
    Clock::time_point stop;
};

/// The one place from which measured work is called.
[[gnu::noinline]] Result<void> callTimed(const TimedWork& work, std::uint64_t iterations, Span& span) {
    span.start = Clock::now();
    Result<void> result = work(iterations);
    span.stop = Clock::now();
    return result;
}

Seconds secondsOf(const timeval& time) {
    return Seconds(static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) * 1e-6);
}

/// User and system time of all threads of this process, and of the programs that it has run to their end. The kernel
/// adds a thread that runs on another CPU with up to one scheduler tick of delay.
Seconds processTime() {
    timespec own{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &own);
    rusage programs{};
    getrusage(RUSAGE_CHILDREN, &programs);
    return Seconds(static_cast<double>(own.tv_sec) + static_cast<double>(own.tv_nsec) * 1e-9) +
           secondsOf(programs.ru_utime) + secondsOf(programs.ru_stime);
}

}  // namespace

Result<Timing> takeSample(const TimedWork& work, std::uint64_t iterations) {
    Span span;
    const NoiseCounters before = readNoise();
    const Seconds cpuBefore = processTime();
    const Result<void> result = callTimed(work, iterations, span);
    const Seconds cpuAfter = processTime();
    const NoiseCounters after = readNoise();
    if (!result) return result.error();

    Timing timing;
    timing.wall = span.stop - span.start;
    timing.cpu = cpuAfter - cpuBefore;
    timing.delayed = after.delayed - before.delayed;
    timing.waits = after.waits - before.waits;
    timing.flags = noiseFlags(before, after, timing.wall);
#ifndef NDEBUG
    timing.flags.emplace_back(DebugBuildFlag);
#endif
    static const bool isWatched = isTraced().value_or(false);
    if (isWatched) timing.flags.emplace_back(DebuggerFlag);
    return timing;
}

std::uint64_t iterationsFor(Seconds once, Seconds wanted) {
    constexpr double Most = 1e9;
    const double needed = once.count() > 0 ? std::ceil(wanted / once) : Most;
    return static_cast<std::uint64_t>(std::clamp(needed, 1.0, Most));
}

Seconds shortestSample() {
    constexpr Seconds LeastUseful{1e-3};
    constexpr double LeastTicks = 1000;  // so that the clock's step is at most 0.1 %
    return std::max(LeastUseful, clockTick() * LeastTicks);
}

}  // namespace breakeven
