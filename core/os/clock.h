/// The one clock of every measurement: std::chrono::steady_clock, CLOCK_MONOTONIC on Linux.
#pragma once

#include "core/base/units.h"

#include <algorithm>
#include <chrono>
#include <string>

namespace breakeven {

using Clock = std::chrono::steady_clock;

/// The end of a wait from now on. What is longer than a hundred years, or no number, is a hundred years.
inline Clock::time_point endOfWait(Seconds wait) {
    constexpr Seconds Longest{100 * 365.25 * 24 * 3600};
    const Seconds bounded = wait < Longest ? std::max(wait, Seconds(0)) : Longest;
    return Clock::now() + std::chrono::duration_cast<Clock::duration>(bounded);
}

/// Smallest difference > 0 seen between consecutive readings; measured once per process, then remembered.
Seconds clockTick();

/// "2026-11-21T14:03:07Z"
std::string utcText(std::chrono::system_clock::time_point time);
std::string utcNow();

}  // namespace breakeven
