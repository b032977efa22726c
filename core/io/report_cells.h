/// Cells that several tables of a report have. Private to the reports.
#pragma once

#include "core/analysis/curves.h"
#include "core/analysis/speedup.h"
#include "core/base/numbers.h"
#include "core/io/report.h"
#include "core/plots/palette.h"

#include <string>

namespace breakeven {

inline ReportCell sizeCell(ItemCount size) {
    const auto items = static_cast<double>(size);
    return {formatItems(items), items};
}

/// With the colour of its backend.
inline ReportCell seriesCell(const std::string& label, const Trial& trial) {
    return {label, std::nullopt, Tone::Plain, std::string(familyOf(trial.backend))};
}

inline ReportCell speedupCell(const Speedup& speedup, const Trial& trial) {
    return {formatRatio(speedup.value, speedup.interval) + baseNote(trial), speedup.value};
}

}  // namespace breakeven
