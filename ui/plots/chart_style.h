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
inline constexpr double LegendGap = 20;      // pixels between its entries
inline constexpr double MarkerSize = 7;      // pixels
inline constexpr double PointedSize = 1.25;  // times that, of signs with a point, which look smaller

/// Pixels, of the height of a chart's area with the program's own letters; with less of it a chart cannot be read.
inline constexpr double LeastArea = 150;

/// What stands around the area yields to it in a low picture, step by step, each step with those before: long legends
/// and notes are cut, then the title, the note and the title below go.
enum class Yielded { Nothing, Length, Title, Note, XTitle };

/// layOut: takes what has yielded, returns the height that is left for the area. As little yields as can be.
template <class LayOut>
void yieldToArea(double lineScale, LayOut layOut) {
    for (const Yielded step : {Yielded::Nothing, Yielded::Length, Yielded::Title, Yielded::Note, Yielded::XTitle})
        if (layOut(step) >= LeastArea * lineScale) return;
}

/// Pixels, of a chart's height: with it the area has its own, and what stands around it need hardly yield. What lies
/// beside a chart is shown where both have room.
int leastChart(const QFont& font);

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
