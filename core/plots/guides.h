/// Lines of the machine across a chart: where workers begin to share CPUs, and where a list outgrows a cache.
#pragma once

#include "core/experiment/results.h"
#include "core/plots/plot.h"

#include <optional>

namespace breakeven {

/// Over the workers: usable CPUs and, where they are others, physical cores. Those on the axis alone.
void addCpuGuides(Plot& plot, const Environment& environment);

/// Over the sizes: the list that just fills each cache. Those on the axis alone; none where bytesPerItem has none.
void addCacheGuides(Plot& plot, const Results& results);

/// Input and output of one item, as profiled passes tell of the largest list. Absent without a pass, and where a run
/// has items of different size.
std::optional<double> bytesPerItem(const Results& results);

}  // namespace breakeven
