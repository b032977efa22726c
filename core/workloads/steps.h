/// Work that is measured in steps, for workloads whose items are as long as they are told.
#pragma once

#include "core/base/catalog.h"

#include <cstdint>

namespace breakeven {

/// Each step waits for the one before: a multiplication and an addition, about a nanosecond.
constexpr std::uint64_t workedOn(std::uint64_t value, std::uint64_t steps) {
    for (std::uint64_t step = 0; step < steps; ++step)
        value = value * 6364136223846793005ULL + 1442695040888963407ULL;
    return value;
}

/// The parameter `steps`.
inline ParamInfo stepsParam() {
    return {.name = "steps",
            .title = "Steps",
            .description = "Work of an item on the mean; a step takes about a nanosecond.",
            .unit = "steps",
            .kind = ParamKind::Integer,
            .minimum = 1,
            .maximum = 1e10,
            .initial = 20'000.0};
}

}  // namespace breakeven
