#include "tests/benchmarks/known_spin.h"

#include "core/os/clock.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace breakeven::benchmarks {

namespace {

std::uint64_t readCounter() {
#if defined(__x86_64__)
    return __builtin_ia32_rdtsc();
#else
    return static_cast<std::uint64_t>(Clock::now().time_since_epoch().count());
#endif
}

struct Reading {
    Clock::time_point time;
    std::uint64_t ticks = 0;
};

/// Both at once, as well as can be: of many tries the one in which they were read within the shortest time.
Reading readBoth() {
    constexpr int Tries = 1000;
    Reading best;
    Clock::duration shortest = Clock::duration::max();
    for (int i = 0; i < Tries; ++i) {
        const auto before = Clock::now();
        const std::uint64_t ticks = readCounter();
        const auto after = Clock::now();
        if (after - before >= shortest) continue;
        shortest = after - before;
        best = {.time = before + shortest / 2, .ticks = ticks};
    }
    return best;
}

double ticksPerSecond() {
    static const double perSecond = [] {
        constexpr Seconds Apart{0.5};
        const Reading begin = readBoth();
        while (Clock::now() - begin.time < Apart) {
        }
        const Reading end = readBoth();
        return static_cast<double>(end.ticks - begin.ticks) / Seconds(end.time - begin.time).count();
    }();
    return perSecond;
}

void spin(std::uint64_t ticks) {
    const std::uint64_t begin = readCounter();
    while (readCounter() - begin < ticks) {
    }
}

/// By which a spin is longer than it was told, since it sees its end late; by the same counter.
std::uint64_t ticksTooLong() {
    static const std::uint64_t ticks = [] {
        constexpr int Tries = 100;
        constexpr std::uint64_t Spins = 64;
        constexpr std::uint64_t Length = 5000;
        std::uint64_t least = std::numeric_limits<std::uint64_t>::max();
        for (int i = 0; i < Tries; ++i) {
            const std::uint64_t begin = readCounter();
            for (std::uint64_t spins = 0; spins < Spins; ++spins)
                spin(Length);
            least = std::min(least, readCounter() - begin);
        }
        return least / Spins - Length;
    }();
    return ticks;
}

}  // namespace

KnownSpin::KnownSpin(Seconds length)
    : m_ticks(static_cast<std::uint64_t>(std::llround(length.count() * ticksPerSecond())) - ticksTooLong()) {}

void KnownSpin::operator()() const {
    spin(m_ticks);
}

}  // namespace breakeven::benchmarks
