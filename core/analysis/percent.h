/// How shares read in sentences.
#pragma once

#include "core/base/units.h"

#include <cmath>
#include <cstdio>
#include <optional>
#include <string>

namespace breakeven {

/// "12 %", "4.1 %", "0.3 %": whole from 10 % on, else one decimal.
inline std::string percent(double share) {
    char text[32];
    const double value = share * 100;
    std::snprintf(text, sizeof text, std::fabs(value) < 9.95 ? "%.1f %%" : "%.0f %%", value);
    return text;
}

/// "4.1 % (3.8 %–4.4 %)", "4.1 % (n too small)"
inline std::string percent(double share, const std::optional<Interval<double>>& interval) {
    if (!interval) return percent(share) + " (n too small)";
    return percent(share) + " (" + percent(interval->low) + "–" + percent(interval->high) + ")";
}

}  // namespace breakeven
