/// How numbers read: three significant digits, engineering units, before the unit and between thousands a narrow space
/// that breaks no line (U+202F); never 0.0, never e-notation. UTF-8, C locale. A number that is not finite reads "–".
#pragma once

#include "core/base/summary.h"
#include "core/base/units.h"

#include <optional>
#include <string>

namespace breakeven {

std::string formatSeconds(Seconds seconds);          ///< "18.2 µs", "1.24 ms", "0.78 ns"
std::string formatInterval(const Summary& summary);  ///< "12.3 ms (12.1–12.6)" or "12.3 ms (n too small)"
std::string formatItems(double items);  ///< "31 000"; estimates are rounded up to a whole list, to three digits
std::string countItems(double items);   ///< "1 item", "31 000 items"
std::string formatItems(const Interval<double>& items);  ///< "28 000–36 000"
std::string formatSize(double items);                    ///< axis form: "10", "1 k", "100 M"
std::string countSize(double items);                     ///< "1 item", "100 M items"
std::string formatRatio(double ratio);                   ///< "1.84×", "0.92×"; "1/7 590×" for the hopeless
std::string formatRatio(double ratio, const std::optional<Interval<Ratio>>& interval);  ///< "1.84× (1.79–1.88)"
std::string formatBytes(double bytes);                                                  ///< "1.60 GB", powers of 1000

}  // namespace breakeven
