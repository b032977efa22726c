/// What the system did to a sample: counters read before and after it, and the flags that follow from them.
#pragma once

#include "core/base/units.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace breakeven {

/// Running totals; only differences mean anything. A counter that the system does not show stays 0.
struct NoiseCounters {
    std::uint64_t throttled = 0;            ///< periods in which a cgroup quota stopped us
    std::uint64_t overheated = 0;           ///< times the hardware lowered a package's clock because of its heat
    Seconds stolen{0};                      ///< time that the hypervisor gave to others, all CPUs; 10 ms steps
    Seconds waited{0};                      ///< in which some runnable thread of the machine had no CPU
    Seconds delayed{0};                     ///< that this process' first thread was runnable and had no CPU
    std::uint64_t involuntarySwitches = 0;  ///< of all threads of this process
    std::uint64_t minorFaults = 0;
    std::uint64_t majorFaults = 0;  ///< waited for a disk
    int cpu = -1;                   ///< on which the calling thread runs
    std::uint64_t waits = 0;        ///< times a thread of this process gave its CPU up, to sleep or for a lock
};

/// Reads all counters in a few microseconds: the files stay open between calls. Thread-safe.
NoiseCounters readNoise();

/// throttled, thermal, steal, pressure, switches, page-faults, migrated, in this order, for a span of `wall` between
/// two readings:
/// - throttled, thermal, migrated: at all · steal: above 1 % of the span
/// - pressure: somebody waited for a CPU for more than 5 % of the span: other programs, or more workers than CPUs
/// - switches: at least 5 and more than 50 a second, which a lone process on an idle machine stays far below
/// - page-faults: one that waited for a disk, or so many that they cost 1 % of the span at 1 us each
std::vector<std::string> noiseFlags(const NoiseCounters& before, const NoiseCounters& after, Seconds wall);

/// Times that packages were too hot since the machine started, one count per package; absent: not shown.
std::optional<std::uint64_t> thermalThrottleCount();

/// Steal time of all CPUs in a text of /proc/stat, 0 when it has none.
Seconds stolenTime(std::string_view procStat);

}  // namespace breakeven
