/// TickClock: the cheapest clock that all CPUs and processes of this machine share. For recordings in which a reading
/// of Clock would cost too much; samples are timed by Clock alone.
#pragma once

#include "core/base/units.h"
#include "core/os/clock.h"

#include <cstdint>

#if defined(__x86_64__)
#include <x86intrin.h>
#endif

namespace breakeven {

class TickClock {
public:
    enum class Source : std::uint32_t {
        Steady,  ///< ticks are nanoseconds of Clock
        Cycles,  ///< the CPU's time stamp counter: half the cost
    };

    /// Cycles where the kernel itself keeps time by that counter, which it only does after it has found it to be steady
    /// and the same on all CPUs.
    static Source best();

    explicit TickClock(Source source) : m_source(source) {}

    std::uint64_t now() const {
#if defined(__x86_64__)
        if (m_source == Source::Cycles) return __rdtsc();
#endif
        return static_cast<std::uint64_t>(std::chrono::nanoseconds(Clock::now().time_since_epoch()).count());
    }

    /// The first use in a process measures the counter for some milliseconds; its error is below 1e-4.
    Seconds lengthOf(std::int64_t ticks) const;

private:
    Source m_source;
};

}  // namespace breakeven
