/// Where things lie in a heat map, for all who draw one. Columns and rows are counted from the top left corner, each
/// one unit wide: the middle of the first cell is at (0.5, 0.5).
#pragma once

#include "core/plots/palette.h"
#include "core/plots/plot.h"

#include <vector>

namespace breakeven {

struct HeatPlace {
    double column = 0;
    double row = 0;
    bool operator==(const HeatPlace&) const = default;
};

/// Where a number on x lies: between the middles of two columns as its logarithm does; the first edge for 0, the last
/// for infinity.
double columnOf(const HeatMap& map, double x);

/// The lines between slower and faster cells: within a group of rows one line as long as there are break-evens, a step
/// for each row. A row that never pays has none: at the last edge it would promise what lies beyond it.
std::vector<std::vector<HeatPlace>> contours(const HeatMap& map);

/// The middles of the cells that were not measured, by row. Their colour, the paper's, would say neither faster nor
/// slower.
std::vector<HeatPlace> unmeasuredCells(const HeatMap& map);

/// Neutral is the paper; above 1 it turns to blue, below to orange, which no colour blindness confuses.
Rgb heatColour(double value, double strongest, bool dark);

/// Black or white, what can be read better; contrast of at least 4.5.
Rgb inkOn(Rgb background);

}  // namespace breakeven
