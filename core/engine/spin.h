/// Waiting without giving the CPU away: cheaper than a wake-up (tens of microseconds) while the wait is short.
#pragma once

#include <chrono>

namespace breakeven {

/// Polls `done` for about `limit`; returns its last answer. A limit of zero polls once. The first polls come before the
/// clock is read, which costs as much as the shortest waits.
template <class Done>
bool spinUntil(Done done, std::chrono::microseconds limit) {
    using Clock = std::chrono::steady_clock;
    constexpr int PollsPerReading = 32;
    if (done()) return true;
    if (limit.count() == 0) return false;
    Clock::time_point end{};
    for (;;) {
        for (int i = 0; i < PollsPerReading; ++i) {
#if defined(__x86_64__) || defined(__i386__)
            __builtin_ia32_pause();
#endif
            if (done()) return true;
        }
        const auto now = Clock::now();
        if (end == Clock::time_point{}) end = now + limit;
        if (now >= end) return false;
    }
}

}  // namespace breakeven
