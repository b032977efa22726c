/// Distances and letters that the parts of a chart share.
#pragma once

#include "core/plots/plot.h"

#include <QColor>
#include <QFont>
#include <QFontMetricsF>
#include <QPointF>
#include <QPolygonF>
#include <QSizeF>
#include <QString>

class QPainter;

namespace breakeven {

inline constexpr double ChartMargin = 10;    // pixels around the picture
inline constexpr double ChartGap = 6;        // pixels between text and what it belongs to
inline constexpr double MarkerSize = 7;      // pixels
inline constexpr double PointedSize = 1.25;  // times that, of signs with a point, which look smaller

/// Of a line in the legend, in pixels: long enough to show its dash on both sides of its sign.
inline constexpr double swatchLength(Dash dash) {
    return dash == Dash::Solid ? 26 : 46;
}

/// 1 with the program's own letters, more with larger ones: lines and markers grow with what is written beside them.
double lineScale(const QFont& font);

/// The corners of a sign around the origin, as large as MarkerSize; none of a disc.
QPolygonF cornersOf(Sign sign);

QFont boldened(QFont font);

/// The longest beginning of a text that fits when wrapped.
QString shortened(const QString& text, QSizeF room, const QFontMetricsF& metrics);

/// A level or upright line of whole pixels, one wide. Range of colour: opaque. It is sharp, and filled at once: Qt's
/// engine hands antialiased or translucent ones over to threads, piece by piece, and so wakes CPUs that sleep, or takes
/// them from what is being measured.
void paintGridLine(QPainter& painter, QPointF from, QPointF to, const QColor& colour);

}  // namespace breakeven
