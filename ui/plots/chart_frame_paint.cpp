#include "ui/language.h"
#include "ui/plots/chart_frame.h"
#include "ui/plots/chart_style.h"
#include "ui/plots/curve_points.h"
#include "ui/plots/plot_text.h"
#include "ui/theme.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>
#include <QTransform>

#include <algorithm>
#include <cmath>
#include <utility>

namespace breakeven {

namespace {

constexpr double BandAlpha = 0.06;        // of break-evens over the whole height: several may lie upon each other
constexpr double LabelPlateAlpha = 0.85;  // of the paper behind labels within the area
constexpr double StripAlpha = 0.30;       // of the same beside their label
constexpr float MinorShare = 0.45F;       // of the grid's colour, in lines without a label

QColor translucent(QColor colour, double alpha) {
    colour.setAlphaF(static_cast<float>(alpha));
    return colour;
}

QColor between(const QColor& from, const QColor& to, float share) {
    const auto mixed = [share](float a, float b) { return std::lerp(a, b, share); };
    return QColor::fromRgbF(mixed(from.redF(), to.redF()), mixed(from.greenF(), to.greenF()),
                            mixed(from.blueF(), to.blueF()));
}

void paintSign(QPainter& painter, Sign sign, QPointF centre, double scale) {
    const QPolygonF corners = QTransform::fromScale(scale, scale).map(cornersOf(sign)).translated(centre);
    if (corners.isEmpty()) return painter.drawEllipse(centre, MarkerSize * scale / 2, MarkerSize * scale / 2);
    painter.drawPolygon(corners);
}

}  // namespace

void ChartFrame::paintBelow(QPainter& painter, Ground ground) const {
    painter.fillRect(QRectF(QPointF(0, 0), m_size), toColour(paper(ground).background));
    if (m_plot.series.empty()) return;

    paintGrid(painter, ground);
    painter.setPen(QPen(mutedColour(ground), m_scale));
    painter.drawLine(m_area.bottomLeft(), m_area.bottomRight());
    painter.drawLine(m_area.topLeft(), m_area.bottomLeft());
    paintGuides(painter, ground);
}

void ChartFrame::paintGrid(QPainter& painter, Ground ground) const {
    const QColor major = toColour(paper(ground).grid);
    const QColor minor = between(toColour(paper(ground).background), major, MinorShare);
    const auto paintColumn = [&](double value, const QColor& colour) {
        paintGridLine(painter, {xPixel(value), m_area.top()}, {xPixel(value), m_area.bottom()}, colour);
    };
    const auto paintRow = [&](double value, const QColor& colour) {
        paintGridLine(painter, {m_area.left(), yPixel(value)}, {m_area.right(), yPixel(value)}, colour);
    };
    for (const double value : m_xTicks.minor)
        paintColumn(value, minor);
    for (const double value : m_yTicks.minor)
        paintRow(value, minor);
    for (const Tick& tick : m_xTicks.major)
        paintColumn(tick.value, major);
    for (const Tick& tick : m_yTicks.major)
        paintRow(tick.value, major);
}

void ChartFrame::paintGuides(QPainter& painter, Ground ground) const {
    painter.save();
    painter.setClipRect(m_area);
    for (const Marker& marker : m_plot.markers) {
        const QColor colour = seriesColour(marker.family, ground);
        if (marker.interval) {
            const QRectF band(QPointF(xPixel(marker.interval->low), m_area.top()),
                              QPointF(xPixel(marker.interval->high), m_area.bottom()));
            painter.fillRect(band, translucent(colour, BandAlpha));
        }
        painter.setPen(QPen(colour, 1.5 * m_scale, Qt::DashLine));
        painter.drawLine(QPointF(xPixel(marker.x), m_area.top()), QPointF(xPixel(marker.x), m_area.bottom()));
    }
    for (const Guide& guide : m_plot.guides) {
        painter.setPen(QPen(mutedColour(ground), 1.2 * m_scale, Qt::DotLine));
        if (guide.horizontal) {
            const double y = yPixel(guide.at);
            painter.drawLine(QPointF(m_area.left(), y), QPointF(m_area.right(), y));
        } else {
            const double x = xPixel(guide.at);
            painter.drawLine(QPointF(x, m_area.top()), QPointF(x, m_area.bottom()));
        }
    }
    for (const Bound& bound : m_plot.bounds)
        paintBound(painter, bound, ground);
    painter.restore();
}

void ChartFrame::paintBound(QPainter& painter, const Bound& bound, Ground ground) const {
    const double LoneWidth = 24 * m_scale;  // pixels, where one point says nothing of a direction
    Series series;                          // drawn as the curves are, which else would cross it between two sizes
    series.points = bound.points;
    QPolygonF line = curvePoints(series, *this).line;
    for (QPointF& place : line)
        place = {xPixel(place.x()), yPixel(place.y())};
    if (line.size() == 1) line = {line.front() - QPointF(LoneWidth / 2, 0), line.front() + QPointF(LoneWidth / 2, 0)};
    painter.setPen(QPen(mutedColour(ground), 1.6 * m_scale, Qt::DashDotLine));
    painter.drawPolyline(line);
}

void ChartFrame::paintAbove(QPainter& painter, Ground ground) const {
    const QFontMetricsF metrics(m_font);
    const double line = metrics.height();
    const QColor text = toColour(paper(ground).text);
    painter.setFont(m_font);
    if (m_plot.series.empty()) return paintEmpty(painter, ground);
    painter.setPen(text);
    for (const Tick& tick : m_xTicks.major) {
        const QRectF room(xPixel(tick.value) - m_area.width() / 2, m_area.bottom() + ChartGap / 2, m_area.width(),
                          line);
        painter.drawText(room, Qt::AlignHCenter | Qt::AlignTop, tick.label);
    }
    for (const Tick& tick : m_yTicks.major) {
        const QRectF room(m_area.left() - ChartGap - m_yLabelWidth - 1, yPixel(tick.value) - line / 2,
                          m_yLabelWidth + 1, line);
        painter.drawText(room, Qt::AlignRight | Qt::AlignVCenter, tick.label);
    }
    painter.setPen(mutedColour(ground));
    if (m_yielded < Yielded::XTitle)
        painter.drawText(QRectF(m_area.left(), m_area.bottom() + ChartGap + line, m_area.width(), line),
                         Qt::AlignCenter, m_xTicks.title);
    painter.save();
    painter.translate(ChartMargin, m_area.center().y());
    painter.rotate(-90);
    painter.drawText(QRectF(-m_area.height() / 2, 0, m_area.height(), line), Qt::AlignCenter,
                     shortenedTitle(m_yTicks.title, metrics, m_area.height()));
    painter.restore();
    if (!m_note.isEmpty()) {
        painter.drawText(QRectF(ChartMargin, m_size.height() - ChartMargin - m_noteHeight + ChartGap,
                                m_size.width() - 2 * ChartMargin, m_noteHeight - ChartGap + 1),
                         Qt::TextWordWrap, m_note);
    }
    paintLabels(painter, ground);
    paintLegend(painter, ground);
    if (m_yielded >= Yielded::Title) return;
    painter.setFont(boldened(m_font));
    painter.setPen(text);
    const QString title = QFontMetricsF(boldened(m_font))
                              .elidedText(spoken(m_plot.title), Qt::ElideRight, m_size.width() - 2 * ChartMargin);
    painter.drawText(QRectF(ChartMargin, ChartMargin, m_size.width() - 2 * ChartMargin, line + ChartGap),
                     Qt::AlignLeft | Qt::AlignTop, title);
}

void ChartFrame::paintLabels(QPainter& painter, Ground ground) const {
    const QColor plate = translucent(toColour(paper(ground).background), LabelPlateAlpha);
    for (const AreaLabel& label : m_labels) {
        QRectF words = label.room;
        painter.fillRect(words.adjusted(-2, 0, 2, 0), plate);
        if (label.marker) {
            const Marker& marker = m_plot.markers[*label.marker];
            const QColor colour = seriesColour(marker.family, ground);
            if (marker.interval) {
                const double low = std::max(xPixel(marker.interval->low), m_area.left());
                const double high = std::min(xPixel(marker.interval->high), m_area.right());
                painter.fillRect(QRectF(low, words.top() + 1, high - low, words.height() - 2),
                                 translucent(colour, StripAlpha));
            }
            const double sign = MarkerSize * m_scale;
            painter.fillRect(QRectF(words.left(), words.center().y() - sign / 2, sign, sign), colour);
            words.setLeft(words.left() + markerSwatch(m_scale));
        }
        painter.setPen(label.marker ? toColour(paper(ground).text) : mutedColour(ground));
        painter.drawText(words.adjusted(0, 0, 1, 0), Qt::AlignLeft | Qt::AlignVCenter, label.text);
    }
}

void ChartFrame::paintEmpty(QPainter& painter, Ground ground) const {
    const QString why = m_plot.note.empty() ? QCoreApplication::translate("ChartFrame", "No measurements to draw yet")
                                            : spoken(m_plot.note);
    const QRectF room = QRectF(QPointF(0, 0), m_size).adjusted(ChartMargin, ChartMargin, -ChartMargin, -ChartMargin);
    painter.setPen(mutedColour(ground));
    painter.drawText(room, Qt::AlignCenter | Qt::TextWordWrap, shortened(why, room.size(), QFontMetricsF(m_font)));
}

void ChartFrame::paintLegend(QPainter& painter, Ground ground) const {
    const QFontMetricsF metrics(m_font);
    QFont struck = m_font;
    struck.setStrikeOut(true);
    for (const LegendEntry& entry : m_legend) {
        const Series& series = m_plot.series[entry.series];
        const double swatch = swatchLength(series.dash) * m_scale;
        const QColor colour = series.hidden ? mutedColour(ground) : seriesColour(series.family, ground);
        const bool isHollow = series.hollow || series.hidden;
        const QPointF left(entry.room.left(), entry.room.center().y());
        const double width = series.hidden ? 1 : series.weight == Weight::Thick ? 3.5 : 2;
        painter.setPen(QPen(colour, m_scale * width, penStyle(series.dash), Qt::FlatCap));
        painter.drawLine(left, left + QPointF(swatch, 0));
        painter.setPen(QPen(colour, 1.5 * m_scale));
        painter.setBrush(isHollow ? toColour(paper(ground).background) : colour);
        paintSign(painter, series.sign, left + QPointF(swatch / 2, 0), m_scale);
        painter.setBrush(Qt::NoBrush);
        painter.setFont(series.hidden ? struck : m_font);
        painter.setPen(series.hidden ? mutedColour(ground) : toColour(paper(ground).text));
        painter.drawText(entry.room.topLeft() + QPointF(swatch + ChartGap, metrics.ascent()), spoken(series.label));
    }
    painter.setFont(m_font);
    if (m_more == 0) return;
    painter.setPen(mutedColour(ground));
    painter.drawText(m_legend.back().room.topRight() + QPointF(LegendGap, metrics.ascent()), moreText());
}

}  // namespace breakeven
