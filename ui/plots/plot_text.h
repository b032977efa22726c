/// A plot in words: what the cross-hair says, and the description that a screen reader hears.
#pragma once

#include "core/plots/plot.h"

#include <QString>

#include <optional>
#include <vector>

namespace breakeven {

struct HoverLine {
    const Series* series = nullptr;  ///< points into the plot
    QString value;                   ///< "1.24 ms (1.20–1.28)"
};

/// Every x that some series has a point at, ascending.
std::vector<double> sharedPositions(const Plot& plot);

/// "size": the axis's title within a sentence, without its unit.
QString axisName(const Axis& axis);

/// "31 000 items"
QString positionText(const Axis& axis, double x);

/// One line for each series that has a point at x.
std::vector<HoverLine> hoverLines(const Plot& plot, double x);

/// Position and lines as plain text, one per line.
QString hoverText(const Plot& plot, double x);

/// Title and the ends of each curve, as sentences.
QString describePlot(const Plot& plot);

}  // namespace breakeven
