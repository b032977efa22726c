/// What a thread that only spins does not get of its time: to other programs, guests of the machine and interrupts.
#pragma once

#include "core/base/units.h"

#include <string_view>

namespace breakeven {

/// The id of the fact that tells them.
inline constexpr std::string_view HiccupsFact = "load.hiccups";

/// Part of a thread's time beyond which somebody else runs: timer interrupts take some thousandths.
inline constexpr double NotableHiccups = 0.02;

/// Of the one among some threads at once that lost most.
struct Hiccups {
    WorkerCount threads = 1;  ///< that spun, >= 1
    Seconds span{0};          ///< each, > 0
    Seconds longest{0};       ///< at once
    double lost = 0;          ///< part of the span, in [0, 1]
    bool operator==(const Hiccups&) const = default;
};

}  // namespace breakeven
