/// What of a series is handed to Qt Charts: the part in sight, and where there are more points than columns of pixels
/// the lowest and the highest of each column alone. Nothing else of a line that dense can be seen. Between few sizes
/// the line is a power of the size, as break-evens are interpolated.
#pragma once

#include "core/plots/plot.h"

#include <QList>
#include <QPointF>
#include <QPolygonF>

namespace breakeven {

class ChartFrame;

struct CurvePoints {
    QList<QPointF> line;
    QList<QPointF> low;  ///< of the band, as wide as the line where a point has no interval; empty when none has
    QList<QPointF> high;
    QList<QPointF> markers;  ///< empty where they would lie upon each other
    bool isDense = false;    ///< the line has columns of many points: a dash would not be seen, but be slow to draw
};

/// In the plot's numbers.
CurvePoints curvePoints(const Series& series, const ChartFrame& frame);

/// A line in shares of both axes, cut where it is out of reach: a whole picture beyond the visible one. Deep in a zoom
/// a neighbour is a million pixels away, which a dashed pen would take seconds to draw.
QPolygonF withinReach(const QPolygonF& line);

}  // namespace breakeven
