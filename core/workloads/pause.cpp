#include "core/workloads/pause.h"

#include <cerrno>
#include <cmath>
#include <utility>

namespace breakeven {

Pause::Pause(Seconds length) {
    const double whole = std::floor(length.count());
    m_length = {.tv_sec = static_cast<time_t>(whole), .tv_nsec = static_cast<long>((length.count() - whole) * 1e9)};
}

void Pause::wait() const {
    timespec left = m_length;
    while (clock_nanosleep(CLOCK_MONOTONIC, 0, &left, &left) == EINTR) {
    }
}

ParamInfo pauseParam(Seconds initial, std::string description) {
    return {.name = "seconds",
            .title = "Wait",
            .description = std::move(description),
            .unit = "s",
            .kind = ParamKind::Real,
            .minimum = 0,
            .maximum = 60,
            .initial = initial.count()};
}

}  // namespace breakeven
