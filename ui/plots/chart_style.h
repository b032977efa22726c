/// Distances and letters that the parts of a chart share.
#pragma once

#include <QFont>
#include <QFontMetricsF>
#include <QSizeF>
#include <QString>

namespace breakeven {

inline constexpr double ChartMargin = 10;   // pixels around the picture
inline constexpr double ChartGap = 6;       // pixels between text and what it belongs to
inline constexpr double SwatchLength = 26;  // pixels, of a line in the legend: long enough to show its dash
inline constexpr double MarkerSize = 7;     // pixels

/// 1 with the program's own letters, more with larger ones: lines and markers grow with what is written beside them.
double lineScale(const QFont& font);

QFont boldened(QFont font);

/// The longest beginning of a text that fits when wrapped.
QString shortened(const QString& text, QSizeF room, const QFontMetricsF& metrics);

}  // namespace breakeven
