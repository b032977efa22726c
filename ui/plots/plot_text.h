/// A plot in words: what the cross-hair says, and the description that a screen reader hears.
#pragma once

#include "core/plots/plot.h"

#include <QFontMetricsF>
#include <QString>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace breakeven {

struct HoverLine {
    const Series* series = nullptr;  ///< points into the plot
    QString value;                   ///< "1.24 ms (1.20–1.28)"
};

/// "time-per-item" → "timePerItem": how the object names of a chart's parts begin.
QString objectStem(const std::string& plotId);

/// "size": the axis's title within a sentence, without its unit.
QString axisName(const Axis& axis);

/// The title, or as much of it as there is room for, with its unit: "Time to the fir… (ms)". Without the unit where
/// there is no room for that.
QString shortenedTitle(const QString& title, const QFontMetricsF& metrics, double room);

/// "31 000 items"
QString positionText(const Axis& axis, double x);

/// One line for each series that has a point at x; of thin ones only for the one that is pointed at.
std::vector<HoverLine> hoverLines(const Plot& plot, double x, std::string_view pointed = {});

/// "tbb ×2 at 31 000 items: 1.84× (1.79–1.88), faster". Range: the plot has a heat map.
QString cellText(const Plot& plot, const Cell& cell);

/// "tbb ×2: 12.3 ms (12.1–12.6), 30 samples, the middle half from 99.1 % to 101 % of it, 2 outliers"
QString boxText(const Box& box);

/// "Intel i5, 4 CPUs: 31 000 items (24 000–45 000), 8 runs": of a chart whose dots are runs.
QString runsText(const Box& box);

/// Title, the ends of each curve, all cells, or all boxes, then markers, ceilings, guides and the note, as sentences.
QString describePlot(const Plot& plot);

}  // namespace breakeven
