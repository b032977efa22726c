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
    std::optional<AxisScale> xScale;        ///< absent: the plot's own choice; heeded where x is a number
    std::optional<AxisScale> yScale;        ///< likewise, of charts with curves
    std::vector<std::string> hiddenSeries;  ///< labels
    std::optional<int> trialId = {};        ///< that is looked at: its samples, its curve; absent: what stands out
    std::vector<Trial> planned = {};        ///< of a run under way: the x axis has room for all of them from the start
};

/// Charts that answer one question together, in reading order.
enum class PlotGroup { Runtime, Speedup, Why, Map, Distribution };

std::string_view groupTitle(PlotGroup group);

struct PlotEntry {
    NamedInfo info;  ///< id: runtime, speedup, …
    PlotGroup group = PlotGroup::Runtime;
    Plot (*draw)(const Results& results, const Selection& selection) = nullptr;
};

std::span<const PlotEntry> plots();              ///< groups in reading order, each in one piece
const PlotEntry* findPlot(std::string_view id);  ///< nullptr when unknown

}  // namespace breakeven
