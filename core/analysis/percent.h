/// How shares read in sentences.
#pragma once

#include "core/base/units.h"

#include <cmath>
#include <cstdio>
#include <optional>
#include <string>

namespace breakeven {

/// "12 %", "4.1 %", "99.7 %", "0.3 %", "<0.1 %", ">99.9 %": whole from 10 % on, but with one decimal just below 100 %,
/// which is all of it; 0.0 % is nothing at all. The space before the sign is as in numbers.h.
inline std::string percent(double share) {
    char text[32];
    const double value = share * 100;
    if (value > 0 && value < 0.05) return "<0.1\u202f%";
    if (value >= 99.95 && value < 100) return ">99.9\u202f%";
    const double size = std::fabs(value);
    const bool isWhole = size >= 9.95 && !(value >= 99.5 && value < 100);
    std::snprintf(text, sizeof text, isWhole ? "%.0f\u202f%%" : "%.1f\u202f%%", size);
    return (value <= -0.05 ? "−" : "") + std::string(text);
}

/// "4.1 % (3.8 %–4.4 %)", "4.1 % (n too small)"; "<0.1 %" and ">99.9 %" where all of it is.
inline std::string percent(double share, const std::optional<Interval<double>>& interval) {
    if (!interval) return percent(share) + " (n too small)";
    const bool isTiny = share > 0 && interval->high < 0.0005;
    const bool isNearlyAll = interval->low >= 0.9995 && interval->high < 1;
    if (isTiny || isNearlyAll) return percent(share);
    return percent(share) + " (" + percent(interval->low) + "–" + percent(interval->high) + ")";
}

}  // namespace breakeven
