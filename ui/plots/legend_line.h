/// LegendLine: signs and words from left to right in one line; what no longer fits is left out.
#pragma once

#include <QFontMetricsF>
#include <QPainter>
#include <QRectF>
#include <QString>

#include <optional>

namespace breakeven {

class LegendLine {
public:
    /// The painter's font and pen are those of the words.
    LegendLine(QPainter& painter, const QRectF& room);

    void addText(const QString& text);
    /// Where to draw it; absent: no room for it and the words that follow.
    std::optional<QRectF> addSign(double width, const QString& words);
    void nextEntry();

private:
    QPainter& m_painter;
    QPen m_pen;
    QFontMetricsF m_metrics;
    QRectF m_room;  ///< what is left of it
};

}  // namespace breakeven
