/// Waiting without giving the CPU away: cheaper than a wake-up (tens of microseconds) while the wait is short.
#pragma once

#include <chrono>

namespace breakeven {

/// Polls `done` for at most `limit`; returns its last answer. A limit of zero polls once.
template <class Done>
bool spinUntil(Done done, std::chrono::microseconds limit) {
    using Clock = std::chrono::steady_clock;
    constexpr int PollsPerReading = 32;
    if (done()) return true;
    if (limit.count() == 0) return false;
    const auto end = Clock::now() + limit;
    do {
        for (int i = 0; i < PollsPerReading; ++i) {
#if defined(__x86_64__) || defined(__i386__)
            __builtin_ia32_pause();
#endif
            if (done()) return true;
        }
    } while (Clock::now() < end);
    return false;
}

}  // namespace breakeven
