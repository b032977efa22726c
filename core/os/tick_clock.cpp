#include "core/os/tick_clock.h"

#include "core/os/files.h"

namespace breakeven {

namespace {

/// Readings of the two clocks lie up to 100 ns apart, more when the thread is interrupted in between: of some pairs the
/// closest counts.
struct BothClocks {
    std::int64_t ticks = 0;
    Clock::time_point time;
};

BothClocks readBoth(const TickClock& clock) {
    constexpr int Pairs = 20;
    BothClocks closest;
    auto least = Clock::duration::max();
    for (int i = 0; i < Pairs; ++i) {
        const auto before = Clock::now();
        const std::uint64_t ticks = clock.now();
        const auto after = Clock::now();
        if (after - before >= least) continue;
        least = after - before;
        closest = {.ticks = static_cast<std::int64_t>(ticks), .time = before + (after - before) / 2};
    }
    return closest;
}

Seconds measuredCycle() {
    constexpr std::chrono::milliseconds Span{5};
    const TickClock cycles(TickClock::Source::Cycles);
    const BothClocks begin = readBoth(cycles);
    while (Clock::now() - begin.time < Span) {
    }
    const BothClocks end = readBoth(cycles);
    return Seconds(end.time - begin.time) / static_cast<double>(end.ticks - begin.ticks);
}

}  // namespace

TickClock::Source TickClock::best() {
#if defined(__x86_64__)
    static const bool kernelUsesCycles =
        readFile("/sys/devices/system/clocksource/clocksource0/current_clocksource").value_or("").starts_with("tsc");
    if (kernelUsesCycles) return Source::Cycles;
#endif
    return Source::Steady;
}

Seconds TickClock::lengthOf(std::int64_t ticks) const {
    if (m_source == Source::Steady) return std::chrono::nanoseconds(ticks);
    static const Seconds cycle = measuredCycle();
    return cycle * static_cast<double>(ticks);
}

}  // namespace breakeven
