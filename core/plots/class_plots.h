/// The charts of a class: where each machine's break-evens lie, and every learner's speed-ups with their median.
#pragma once

#include "core/analysis/class_summary.h"
#include "core/plots/plot.h"
#include "core/plots/plots.h"

#include <cstddef>
#include <vector>

namespace breakeven {

/// A row for each machine and, where there are several, one for all: a dot for each run, the box from quartile to
/// quartile, the median over the runs with its 95 % interval. Break-evens beyond the measured sizes are dots beyond the
/// axis. Id: class-break-even-1, … by curve. Empty, with a note that says why, where no run has a break-even.
/// Range: curve is a position in summary.curves.
Plot classBreakEvenPlot(const ClassSummary& summary, std::size_t curve);

/// Over the sizes that half of the curve's runs have: the median over the runs, thick, its band from quartile to
/// quartile, and a thin line for each learner. Those far from the others stand out with their name; at most six.
/// Id: class-speedup-1, … Range: as above.
Plot classSpeedupPlot(const ClassSummary& summary, std::size_t curve, const Selection& selection = {});

/// Both for every curve, less the empty ones.
std::vector<Plot> classCharts(const ClassSummary& summary);

}  // namespace breakeven
