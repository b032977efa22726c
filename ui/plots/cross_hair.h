/// CrossHair: the line at a measured place, and the box that lists what every series says there.
#pragma once

#include "core/plots/palette.h"
#include "core/plots/plot.h"

#include <QRectF>
#include <QString>

#include <functional>
#include <optional>
#include <string>

class QPainter;

namespace breakeven {

class ChartFrame;

struct CrossHair {
    double x = 0;        ///< some series has a point there
    std::string series;  ///< label of the one that is pointed at; empty: none
    bool operator==(const CrossHair&) const = default;
};

/// What else is to be said of a point, beside its value; may be empty.
using PointRemark = std::function<QString(const PlotPoint&)>;

/// Position, then a line for each series that has a point there: its name, its value, the remark.
QString crossHairText(const Plot& plot, const CrossHair& hair, const PointRemark& remark);

/// Where a box of that size stands, pixels: at the top or the bottom of the area, beside the cross-hair at x, clear of
/// the numbers of the axis as far as the picture has room, and upon as little of the area's words as can be.
QRectF boxBeside(const ChartFrame& frame, double x, QSizeF size);

void paintCrossHair(QPainter& painter, const ChartFrame& frame, const CrossHair& hair, const PointRemark& remark,
                    Ground ground);

}  // namespace breakeven
