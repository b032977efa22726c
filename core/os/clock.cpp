#include "core/os/clock.h"

#include <algorithm>
#include <ctime>

namespace breakeven {

Seconds clockTick() {
    static const Seconds tick = [] {
        Seconds smallest = Seconds::max();
        for (int i = 0; i < 1000; ++i) {
            const auto start = Clock::now();
            auto next = Clock::now();
            while (next == start)
                next = Clock::now();
            smallest = std::min(smallest, Seconds(next - start));
        }
        return smallest;
    }();
    return tick;
}

std::string utcText(std::chrono::system_clock::time_point time) {
    const std::time_t seconds = std::chrono::system_clock::to_time_t(time);
    std::tm parts{};
    gmtime_r(&seconds, &parts);
    char text[32];
    std::strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%SZ", &parts);
    return text;
}

std::string utcNow() {
    return utcText(std::chrono::system_clock::now());
}

}  // namespace breakeven
