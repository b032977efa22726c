/// The charts. Each is one function in one file, named in plots.def; everything else follows from the list.
#pragma once

#include "core/base/catalog.h"
#include "core/experiment/results.h"
#include "core/plots/plot.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace breakeven {

/// What the reader of a chart chose.
struct Selection {
    std::optional<AxisScale> xScale;  ///< absent: the plot's own choice
    std::optional<AxisScale> yScale;
    std::vector<std::string> hiddenSeries;  ///< labels
};

struct PlotEntry {
    NamedInfo info;  ///< id: runtime, speedup, …
    Plot (*draw)(const Results& results, const Selection& selection);
};

std::span<const PlotEntry> plots();
const PlotEntry* findPlot(std::string_view id);  ///< nullptr when unknown

}  // namespace breakeven
