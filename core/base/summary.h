/// Point estimate and spread of one trial's samples.
#pragma once

#include "core/base/units.h"

#include <cstddef>
#include <optional>

namespace breakeven {

struct Summary {
    std::size_t count = 0;                      ///< samples, >= 1
    Seconds median{0};                          ///< per execution
    std::optional<Interval<Seconds>> interval;  ///< of the median, 95 %; absent: n too small (< 6)
    Seconds minimum{0};
    Seconds maximum{0};
    Seconds mean{0};
    Seconds stddev{0};  ///< of the samples (n-1), 0 for one sample
};

}  // namespace breakeven
