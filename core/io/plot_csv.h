/// The points of a chart as CSV (csv.h): one row for each, series after series.
#pragma once

#include "core/plots/plot.h"

#include <string>

namespace breakeven {

/// Columns: series, what is on x, what is on y, both by the titles of their axes, low, high, note. Numbers are in the
/// axes' base units; low and high, the ends of the interval, are empty where there is none. A heat map has a row for
/// each cell; a distribution one for each sample: series, its place in the order of measuring, its time, note.
std::string plotCsv(const Plot& plot);

}  // namespace breakeven
