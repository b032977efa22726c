#include "ui/plots/chart_frame.h"

#include "ui/language.h"
#include "ui/plots/chart_style.h"
#include "ui/plots/plot_places.h"

#include <QFontMetricsF>

#include <algorithm>
#include <cmath>
#include <utility>

namespace breakeven {

namespace {

constexpr double LegendGap = 20;
constexpr int MostRows = 10;    // of the grid
constexpr double EdgeRoom = 8;  // between the outermost points and the edges of the area

Interval<double> widened(const Axis& axis, double pixels, double room) {
    const double part = room / std::max(pixels - 2 * room, room);
    return {valueAt(axis, -part), valueAt(axis, 1 + part)};
}

double widestLabel(const Ticks& ticks, const QFontMetricsF& metrics) {
    double widest = 0;
    for (const Tick& tick : ticks.major)
        widest = std::max(widest, metrics.horizontalAdvance(tick.label));
    return widest;
}

/// Labels of a closely looked at axis have more digits than there was room planned for.
Ticks ticksThatFit(const Axis& axis, int most, double room, const QFontMetricsF& metrics) {
    Ticks ticks = ticksFor(axis, most);
    const auto needed = [&] {
        return static_cast<double>(ticks.major.size()) * (widestLabel(ticks, metrics) + 2 * ChartGap);
    };
    while (most > 2 && needed() > room)
        ticks = ticksFor(axis, --most);
    return ticks;
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

ChartFrame::ChartFrame(Plot plot, QSizeF size, const QFont& font, const ZoomRange& zoom)
    : m_plot(std::move(plot)),
      m_x(m_plot.x),
      m_y(m_plot.y),
      m_size(size),
      m_font(font),
      m_scale(breakeven::lineScale(font)) {
    const QFontMetricsF metrics(m_font);
    const double line = metrics.height();
    placeLegend();

    if (!m_plot.note.empty()) {
        const QRectF room(0, 0, m_size.width() - 2 * ChartMargin, 2 * line);
        m_note = shortened(spoken(m_plot.note), room.size(), metrics);
        const QRectF used = metrics.boundingRect(room, Qt::TextWordWrap, m_note);
        m_noteHeight = std::min(used.height(), room.height()) + ChartGap;
    }
    const double bottom = m_size.height() - ChartMargin - m_noteHeight - 2 * line - 2 * ChartGap;
    const double top = m_legendBottom + ChartGap + line / 2;
    const auto isShown = [](const Axis& axis, const std::optional<Interval<double>>& range) {
        return range && isDrawable(axis, *range);
    };
    if (isShown(m_x, zoom.x)) m_x.range = *zoom.x;
    if (isShown(m_y, zoom.y)) m_y.range = *zoom.y;
    m_yTicks = ticksFor(m_y, std::clamp(static_cast<int>((bottom - top) / (2.4 * line)), 2, MostRows));
    const double usual = metrics.horizontalAdvance(QStringLiteral("1000 M"));
    m_yLabelWidth = std::max(usual, widestLabel(m_yTicks, metrics));  // so that the area stays while ticks change
    const double left = ChartMargin + line + ChartGap + m_yLabelWidth + ChartGap;
    const double right = m_size.width() - ChartMargin - usual / 2;
    const int most = std::max(2, static_cast<int>((right - left) / (usual + 2 * ChartGap)));
    m_xTicks = ticksThatFit(m_x, most, right - left, metrics);
    m_area = QRectF(QPointF(left, top), QPointF(std::max(right, left + 1), std::max(bottom, top + 1)));
    m_xWhole = widened(m_plot.x, m_area.width(), EdgeRoom * m_scale);
    m_yWhole = widened(m_plot.y, m_area.height(), EdgeRoom * m_scale);
    if (!isShown(m_x, zoom.x)) m_x.range = m_xWhole;
    if (!isShown(m_y, zoom.y)) m_y.range = m_yWhole;
}

double ChartFrame::xPixel(double value) const {
    return m_area.left() + shareOf(m_x, value) * m_area.width();
}

double ChartFrame::yPixel(double value) const {
    return m_area.bottom() - shareOf(m_y, value) * m_area.height();
}

std::optional<double> ChartFrame::nearestPosition(double pixel) const {
    const double aim = valueAt(m_x, (pixel - m_area.left()) / m_area.width());
    std::optional<double> nearest;
    for (const std::optional<double>& candidate : {positionFrom(m_plot, aim), positionBefore(m_plot, aim)}) {
        if (!candidate || *candidate < m_x.range.low || *candidate > m_x.range.high) continue;
        const auto distance = [&](double position) { return std::abs(xPixel(position) - pixel); };
        if (!nearest || distance(*candidate) < distance(*nearest)) nearest = candidate;
    }
    return nearest;
}

const Series* ChartFrame::legendAt(QPointF place) const {
    for (const LegendEntry& entry : m_legend) {
        if (entry.room.adjusted(-2, -2, 2, 2).contains(place)) return &m_plot.series[entry.series];
    }
    return nullptr;
}

/// Beside the title where all of it fits there, else below.
void ChartFrame::placeLegend() {
    const QFontMetricsF metrics(m_font);
    const QFontMetricsF bold(boldened(m_font));
    const double right = m_size.width() - ChartMargin;
    double length = -LegendGap;  // in one line
    for (std::size_t index = 0; index < m_plot.series.size(); ++index) {
        const Series& series = m_plot.series[index];
        if (series.weight == Weight::Thin) continue;
        const double width =
            swatchLength(series.dash) * m_scale + ChartGap + metrics.horizontalAdvance(spoken(series.label));
        m_legend.push_back({index, QRectF(0, 0, width, metrics.height())});
        length += width + LegendGap;
    }
    const bool hasTitle = !m_plot.title.empty();
    const double beside = ChartMargin + bold.horizontalAdvance(spoken(m_plot.title)) + 2 * LegendGap;
    const bool isBeside = hasTitle && beside + length <= right;
    const double below = ChartMargin + (hasTitle ? bold.height() + ChartGap : 0);
    QPointF corner(isBeside ? beside : ChartMargin, isBeside ? ChartMargin : below);
    for (LegendEntry& entry : m_legend) {
        if (corner.x() > ChartMargin && corner.x() + entry.room.width() > right)
            corner = QPointF(ChartMargin, corner.y() + metrics.height() + ChartGap / 2);
        entry.room.moveTopLeft(corner);
        corner.rx() += entry.room.width() + LegendGap;
    }
    m_legendBottom = m_legend.empty() ? below : corner.y() + metrics.height();
}

}  // namespace breakeven
