#include "ui/plots/chart_frame.h"

#include "ui/plots/plot_text.h"
#include "ui/theme.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace breakeven {

namespace {

constexpr double Margin = 10;        // pixels around the picture
constexpr double Gap = 6;            // between text and what it belongs to
constexpr double SwatchLength = 26;  // of a line in the legend: long enough to show its dash
constexpr double LegendGap = 20;
constexpr double MarkerSize = 7;
constexpr int MostRows = 10;              // of the grid
constexpr double LabelShare = 0.4;        // of the area's height that labels of break-evens may cover
constexpr double BareStrip = 6;           // height of an interval without its label, when there are too many
constexpr double EdgeRoom = 8;            // between the outermost points and the edges of the area
constexpr double BandAlpha = 0.06;        // of break-evens over the whole height: several may lie upon each other
constexpr double LabelPlateAlpha = 0.85;  // of the paper behind labels within the area
constexpr double StripAlpha = 0.30;       // of the same beside their label

double share(const Axis& axis, double value) {
    if (axis.scale == AxisScale::Log) {
        return std::log10(value / axis.range.low) / std::log10(axis.range.high / axis.range.low);
    }
    return (value - axis.range.low) / (axis.range.high - axis.range.low);
}

Axis widened(Axis axis, double pixels) {
    const double part = EdgeRoom / std::max(pixels - 2 * EdgeRoom, EdgeRoom);
    Interval<double>& range = axis.range;
    if (axis.scale == AxisScale::Log) {
        const double factor = std::pow(range.high / range.low, part);
        range = {range.low / factor, range.high * factor};
    } else {
        const double room = (range.high - range.low) * part;
        range = {range.low - room, range.high + room};
    }
    return axis;
}

double widestLabel(const Ticks& ticks, const QFontMetricsF& metrics) {
    double widest = 0;
    for (const Tick& tick : ticks.major)
        widest = std::max(widest, metrics.horizontalAdvance(tick.label));
    return widest;
}

/// The longest beginning of a text that fits when wrapped. Bounded first: layout of a text without end takes forever.
QString shortened(const QString& text, QSizeF size, const QFontMetricsF& metrics) {
    const QRectF room({0, 0}, size);
    const auto fits = [&](const QString& part) {
        return metrics.boundingRect(room, Qt::TextWordWrap, part).height() <= room.height();
    };
    const double narrowest = metrics.horizontalAdvance(u'i');
    const double most = size.width() / narrowest * std::max(1.0, size.height() / metrics.height());
    qsizetype high = std::min(text.size(), static_cast<qsizetype>(std::max(1.0, most)));
    if (high == text.size() && fits(text)) return text;
    const auto cut = [&text](qsizetype length) { return QString(text.left(length).trimmed() % QChar(0x2026)); };
    qsizetype low = 0;
    while (low < high) {
        const qsizetype middle = (low + high + 1) / 2;
        fits(cut(middle)) ? low = middle : high = middle - 1;
    }
    return cut(low);
}

QFont bold(QFont font) {
    font.setWeight(QFont::DemiBold);
    return font;
}

QColor translucent(QColor colour, double alpha) {
    colour.setAlphaF(static_cast<float>(alpha));
    return colour;
}

}  // namespace

Qt::PenStyle penStyle(Dash dash) {
    switch (dash) {
        case Dash::Solid:
            return Qt::SolidLine;
        case Dash::Dashed:
            return Qt::DashLine;
        case Dash::Dotted:
            return Qt::DotLine;
        case Dash::DashDot:
            return Qt::DashDotLine;
    }
    return Qt::SolidLine;
}

ChartFrame::ChartFrame(Plot plot, QSizeF size, const QFont& font)
    : m_plot(std::move(plot)), m_size(size), m_font(font) {
    const QFontMetricsF metrics(m_font);
    const double line = metrics.height();
    const double titleBottom = Margin + (m_plot.title.empty() ? 0 : QFontMetricsF(bold(m_font)).height() + Gap);
    placeLegend(titleBottom);

    if (!m_plot.note.empty()) {
        const QRectF room(0, 0, m_size.width() - 2 * Margin, 2 * line);
        m_note = shortened(QString::fromStdString(m_plot.note), room.size(), metrics);
        const QRectF used = metrics.boundingRect(room, Qt::TextWordWrap, m_note);
        m_noteHeight = std::min(used.height(), room.height()) + Gap;
    }
    const double bottom = m_size.height() - Margin - m_noteHeight - 2 * line - 2 * Gap;
    const double top = m_legendBottom + Gap + line / 2;
    m_yTicks = ticksFor(m_plot.y, std::clamp(static_cast<int>((bottom - top) / (2.4 * line)), 2, MostRows));
    m_yLabelWidth = widestLabel(m_yTicks, metrics);
    const double left = Margin + line + Gap + m_yLabelWidth + Gap;
    const double right = m_size.width() - Margin - metrics.horizontalAdvance(QStringLiteral("1000 M")) / 2;
    const double labelWidth = metrics.horizontalAdvance(QStringLiteral("1000 M")) + 2 * Gap;
    m_xTicks = ticksFor(m_plot.x, std::max(2, static_cast<int>((right - left) / labelWidth)));
    m_area = QRectF(QPointF(left, top), QPointF(std::max(right, left + 1), std::max(bottom, top + 1)));
    m_x = widened(m_plot.x, m_area.width());
    m_y = widened(m_plot.y, m_area.height());
}

double ChartFrame::xPixel(double value) const {
    return m_area.left() + share(m_x, value) * m_area.width();
}

double ChartFrame::yPixel(double value) const {
    return m_area.bottom() - share(m_y, value) * m_area.height();
}

std::optional<double> ChartFrame::nearestPosition(double pixel) const {
    const std::vector<double> positions = sharedPositions(m_plot);
    const auto nearest = std::min_element(positions.begin(), positions.end(), [&](double a, double b) {
        return std::abs(xPixel(a) - pixel) < std::abs(xPixel(b) - pixel);
    });
    if (nearest == positions.end()) return std::nullopt;
    return *nearest;
}

void ChartFrame::placeLegend(double top) {
    const QFontMetricsF metrics(m_font);
    QPointF corner(Margin, top);
    for (std::size_t index = 0; index < m_plot.series.size(); ++index) {
        const double width =
            SwatchLength + Gap + metrics.horizontalAdvance(QString::fromStdString(m_plot.series[index].label));
        if (corner.x() > Margin && corner.x() + width > m_size.width() - Margin) {
            corner = QPointF(Margin, corner.y() + metrics.height() + Gap / 2);
        }
        m_legend.push_back({index, corner});
        corner.rx() += width + LegendGap;
    }
    m_legendBottom = m_legend.empty() ? top : corner.y() + metrics.height();
}

void ChartFrame::paintBelow(QPainter& painter, bool dark) const {
    const Paper colours = paper(dark);
    const QColor grid = toColour(colours.grid);
    painter.fillRect(QRectF(QPointF(0, 0), m_size), toColour(colours.background));
    if (m_plot.series.empty()) return;

    painter.setPen(QPen(translucent(grid, 0.45), 1));
    for (const double value : m_xTicks.minor) {
        painter.drawLine(QPointF(xPixel(value), m_area.top()), QPointF(xPixel(value), m_area.bottom()));
    }
    for (const double value : m_yTicks.minor) {
        painter.drawLine(QPointF(m_area.left(), yPixel(value)), QPointF(m_area.right(), yPixel(value)));
    }
    painter.setPen(QPen(grid, 1));
    for (const Tick& tick : m_xTicks.major) {
        painter.drawLine(QPointF(xPixel(tick.value), m_area.top()), QPointF(xPixel(tick.value), m_area.bottom()));
    }
    for (const Tick& tick : m_yTicks.major) {
        painter.drawLine(QPointF(m_area.left(), yPixel(tick.value)), QPointF(m_area.right(), yPixel(tick.value)));
    }
    painter.setPen(QPen(mutedColour(dark), 1));
    painter.drawLine(m_area.bottomLeft(), m_area.bottomRight());
    painter.drawLine(m_area.topLeft(), m_area.bottomLeft());
    paintGuides(painter, dark);
}

void ChartFrame::paintGuides(QPainter& painter, bool dark) const {
    painter.save();
    painter.setClipRect(m_area);
    for (const Marker& marker : m_plot.markers) {
        const QColor colour = seriesColour(marker.family, dark);
        if (marker.interval) {
            const QRectF band(QPointF(xPixel(marker.interval->low), m_area.top()),
                              QPointF(xPixel(marker.interval->high), m_area.bottom()));
            painter.fillRect(band, translucent(colour, BandAlpha));
        }
        painter.setPen(QPen(colour, 1.5, Qt::DashLine));
        painter.drawLine(QPointF(xPixel(marker.x), m_area.top()), QPointF(xPixel(marker.x), m_area.bottom()));
    }
    for (const Guide& guide : m_plot.guides) {
        painter.setPen(QPen(mutedColour(dark), 1.2, Qt::DotLine));
        if (guide.horizontal) {
            const double y = yPixel(guide.at);
            painter.drawLine(QPointF(m_area.left(), y), QPointF(m_area.right(), y));
        } else {
            const double x = xPixel(guide.at);
            painter.drawLine(QPointF(x, m_area.top()), QPointF(x, m_area.bottom()));
        }
    }
    for (const Bound& bound : m_plot.bounds)
        paintBound(painter, bound, dark);
    painter.restore();
}

void ChartFrame::paintBound(QPainter& painter, const Bound& bound, bool dark) const {
    constexpr double LoneWidth = 24;  // pixels, where one point says nothing of a direction
    QPolygonF line;
    for (const PlotPoint& point : bound.points)
        line += QPointF(xPixel(point.x), yPixel(point.y));
    if (line.size() == 1) line = {line.front() - QPointF(LoneWidth / 2, 0), line.front() + QPointF(LoneWidth / 2, 0)};
    painter.setPen(QPen(mutedColour(dark), 1.6, Qt::DashDotLine));
    painter.drawPolyline(line);
}

void ChartFrame::paintAbove(QPainter& painter, bool dark) const {
    const QFontMetricsF metrics(m_font);
    const double line = metrics.height();
    const QColor text = toColour(paper(dark).text);
    painter.setFont(m_font);
    if (m_plot.series.empty()) return paintEmpty(painter, dark);
    painter.setPen(text);
    for (const Tick& tick : m_xTicks.major) {
        const QRectF room(xPixel(tick.value) - 60, m_area.bottom() + Gap / 2, 120, line);
        painter.drawText(room, Qt::AlignHCenter | Qt::AlignTop, tick.label);
    }
    for (const Tick& tick : m_yTicks.major) {
        const QRectF room(m_area.left() - Gap - m_yLabelWidth - 1, yPixel(tick.value) - line / 2, m_yLabelWidth + 1,
                          line);
        painter.drawText(room, Qt::AlignRight | Qt::AlignVCenter, tick.label);
    }
    painter.setPen(mutedColour(dark));
    painter.drawText(QRectF(m_area.left(), m_area.bottom() + Gap + line, m_area.width(), line), Qt::AlignCenter,
                     m_xTicks.title);
    painter.save();
    painter.translate(Margin, m_area.center().y());
    painter.rotate(-90);
    painter.drawText(QRectF(-m_area.height() / 2, 0, m_area.height(), line), Qt::AlignCenter, m_yTicks.title);
    painter.restore();
    if (!m_plot.note.empty()) {
        painter.drawText(QRectF(Margin, m_size.height() - Margin - m_noteHeight + Gap, m_size.width() - 2 * Margin,
                                m_noteHeight - Gap + 1),
                         Qt::TextWordWrap, m_note);
    }
    paintGuideLabels(painter, dark);
    paintMarkerLabels(painter, dark);
    paintLegend(painter, dark);
    painter.setFont(bold(m_font));
    painter.setPen(text);
    const QString title =
        QFontMetricsF(bold(m_font))
            .elidedText(QString::fromStdString(m_plot.title), Qt::ElideRight, m_size.width() - 2 * Margin);
    painter.drawText(QRectF(Margin, Margin, m_size.width() - 2 * Margin, line + Gap), Qt::AlignLeft | Qt::AlignTop,
                     title);
}

void ChartFrame::paintGuideLabels(QPainter& painter, bool dark) const {
    const QFontMetricsF metrics(m_font);
    const double line = metrics.height();
    for (const Guide& guide : m_plot.guides) {
        const QString label = QString::fromStdString(guide.label);
        const double width = metrics.horizontalAdvance(label);
        const double at = guide.horizontal ? yPixel(guide.at) : xPixel(guide.at);
        const bool isInside = guide.horizontal ? at > m_area.top() && at <= m_area.bottom() + 1
                                               : at >= m_area.left() && at <= m_area.right();
        if (!isInside) continue;
        const QPointF corner = guide.horizontal ? QPointF(m_area.right() - Gap - width, at - line - 1)
                                                : QPointF(at + Gap / 2, m_area.top());
        const QRectF room(corner, QSizeF(width, line));
        painter.fillRect(room.adjusted(-2, 0, 2, 0), translucent(toColour(paper(dark).background), LabelPlateAlpha));
        painter.drawText(room.adjusted(0, 0, 1, 0), Qt::AlignLeft | Qt::AlignVCenter, label);
    }
    for (const Bound& bound : m_plot.bounds) {
        const QString label = QString::fromStdString(bound.label);
        const QPointF end(xPixel(bound.points.back().x), yPixel(bound.points.back().y));
        if (!m_area.adjusted(-1, 0, 1, 1).contains(end)) continue;
        const double width = metrics.horizontalAdvance(label);
        const double left = std::clamp(end.x() - width, m_area.left(), m_area.right() - Gap - width);
        const QRectF room(left, std::max(m_area.top(), end.y() - line - 1), width, line);
        painter.fillRect(room.adjusted(-2, 0, 2, 0), translucent(toColour(paper(dark).background), LabelPlateAlpha));
        painter.drawText(room.adjusted(0, 0, 1, 0), Qt::AlignLeft | Qt::AlignVCenter, label);
    }
}

void ChartFrame::paintEmpty(QPainter& painter, bool dark) const {
    const QString why = m_plot.note.empty() ? QCoreApplication::translate("ChartFrame", "No measurements to draw yet")
                                            : QString::fromStdString(m_plot.note);
    const QRectF room = QRectF(QPointF(0, 0), m_size).adjusted(Margin, Margin, -Margin, -Margin);
    painter.setPen(mutedColour(dark));
    painter.drawText(room, Qt::AlignCenter | Qt::TextWordWrap, shortened(why, room.size(), QFontMetricsF(m_font)));
}

void ChartFrame::paintMarkerLabels(QPainter& painter, bool dark) const {
    const QFontMetricsF metrics(m_font);
    const double line = metrics.height();
    const bool roomy = static_cast<double>(m_plot.markers.size()) * (line + 2) < LabelShare * m_area.height();
    double row = m_area.top() + Gap / 2;
    for (const Marker& marker : m_plot.markers) {
        const double x = xPixel(marker.x);
        if (x < m_area.left() || x > m_area.right()) continue;
        const QColor colour = seriesColour(marker.family, dark);
        const double height = roomy ? line : BareStrip;
        const QString label = roomy ? QString::fromStdString(marker.label) : QString();
        const double swatch = MarkerSize + Gap / 2;
        const double width = swatch + metrics.horizontalAdvance(label);
        const bool fitsRight = x + Gap + width < m_area.right();
        const QRectF room(fitsRight ? x + Gap : std::max(x - Gap - width, m_area.left()), row, width, height);
        if (roomy)
            painter.fillRect(room.adjusted(-2, 0, 2, 0),
                             translucent(toColour(paper(dark).background), LabelPlateAlpha));
        if (marker.interval) {
            const double low = std::max(xPixel(marker.interval->low), m_area.left());
            const double high = std::min(xPixel(marker.interval->high), m_area.right());
            painter.fillRect(QRectF(low, row + 1, high - low, height - 2), translucent(colour, StripAlpha));
        }
        if (roomy) {
            painter.fillRect(QRectF(room.left(), room.center().y() - MarkerSize / 2, MarkerSize, MarkerSize), colour);
            painter.setPen(toColour(paper(dark).text));
            painter.drawText(room.adjusted(swatch, 0, 1, 0), Qt::AlignLeft | Qt::AlignVCenter, label);
        }
        row += height + 2;
    }
}

void ChartFrame::paintLegend(QPainter& painter, bool dark) const {
    const QFontMetricsF metrics(m_font);
    const double line = metrics.height();
    for (const LegendEntry& entry : m_legend) {
        const Series& series = m_plot.series[entry.series];
        const QColor colour = seriesColour(series.family, dark);
        const double middle = entry.corner.y() + line / 2;
        painter.setPen(QPen(colour, 2, penStyle(series.dash)));
        painter.drawLine(QPointF(entry.corner.x(), middle), QPointF(entry.corner.x() + SwatchLength, middle));
        painter.setPen(QPen(colour, 1.5));
        painter.setBrush(series.hollow ? toColour(paper(dark).background) : colour);
        painter.drawEllipse(QPointF(entry.corner.x() + SwatchLength / 2, middle), MarkerSize / 2, MarkerSize / 2);
        painter.setBrush(Qt::NoBrush);
        painter.setPen(toColour(paper(dark).text));
        painter.drawText(QPointF(entry.corner.x() + SwatchLength + Gap, entry.corner.y() + metrics.ascent()),
                         QString::fromStdString(series.label));
    }
}

void ChartFrame::paintCrossHair(QPainter& painter, bool dark, double position) const {
    const double x = xPixel(position);
    painter.setFont(m_font);
    painter.setPen(QPen(toColour(paper(dark).text), 1, Qt::DotLine));
    painter.drawLine(QPointF(x, m_area.top()), QPointF(x, m_area.bottom()));

    const std::vector<HoverLine> lines = hoverLines(m_plot, position);
    const QString head = positionText(m_plot.x, position);
    const QFontMetricsF metrics(m_font);
    double labelWidth = 0;
    double valueWidth = 0;
    for (const HoverLine& entry : lines) {
        labelWidth = std::max(labelWidth, metrics.horizontalAdvance(QString::fromStdString(entry.series->label)));
        valueWidth = std::max(valueWidth, metrics.horizontalAdvance(entry.value));
    }
    const double line = metrics.height() + 2;
    const double headWidth = QFontMetricsF(bold(m_font)).horizontalAdvance(head);
    const double width = std::max(headWidth, MarkerSize + Gap + labelWidth + 2 * Gap + valueWidth) + 2 * Gap;
    const double height = line * static_cast<double>(lines.size() + 1) + 2 * Gap;
    const bool fitsRight = x + Gap + width < m_size.width();
    QRectF box(fitsRight ? x + Gap : std::max(0.0, x - Gap - width), m_area.top() + Gap, width, height);
    if (box.bottom() > m_size.height()) box.moveTop(std::max(0.0, m_size.height() - height));

    painter.setPen(QPen(mutedColour(dark), 1));
    painter.setBrush(toColour(paper(dark).background));
    painter.drawRoundedRect(box, 4, 4);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(toColour(paper(dark).text));
    painter.setFont(bold(m_font));
    QPointF baseline = box.topLeft() + QPointF(Gap, Gap + metrics.ascent());
    painter.drawText(baseline, head);
    painter.setFont(m_font);
    for (const HoverLine& entry : lines) {
        baseline.ry() += line;
        const QRectF swatch(baseline.x(), baseline.y() - metrics.ascent() / 2 - MarkerSize / 2 + 1, MarkerSize,
                            MarkerSize);
        painter.fillRect(swatch, seriesColour(entry.series->family, dark));
        painter.drawText(baseline + QPointF(MarkerSize + Gap, 0), QString::fromStdString(entry.series->label));
        painter.drawText(baseline + QPointF(MarkerSize + 3 * Gap + labelWidth, 0), entry.value);
    }
}

}  // namespace breakeven
