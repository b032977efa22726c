/// Where the words within a chart's area stand: those of markers, guides and bounds beside their own lines, none upon
/// another or upon a curve. A marker's are cut to its place where that helps. What finds no place is left out; its line
/// stays, and ChartFrame::tipAt says what it is.
#pragma once

#include <QRectF>
#include <QString>

#include <cstddef>
#include <optional>
#include <vector>

namespace breakeven {

class ChartFrame;

struct AreaLabel {
    QString text;
    QRectF room;                        ///< pixels; of a marker with the square in its colour, at the left
    std::optional<std::size_t> marker;  ///< of the plot, whose it is; absent of a guide's or a bound's
};

/// Markers first, each kind in the order of the plot.
std::vector<AreaLabel> areaLabels(const ChartFrame& frame);

/// Pixels, of the square before a marker's words and of the gap behind it.
double markerSwatch(double lineScale);

}  // namespace breakeven
