#include "ui/plots/chart_frame.h"

#include "ui/language.h"
#include "ui/plots/chart_style.h"
#include "ui/plots/plot_places.h"

#include <QCoreApplication>
#include <QFontMetricsF>

#include <algorithm>
#include <cmath>
#include <utility>

namespace breakeven {

namespace {

constexpr int MostRows = 10;        // of the grid
constexpr double LineReach = 4;     // pixels from the mouse to a line that it means
constexpr int MostLegendRows = 2;   // of a legend that has yielded
constexpr double NoteShare = 0.12;  // of the picture's height, that a note may have
constexpr double EdgeRoom = 8;      // between the outermost points and the edges of the area

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
    const auto isShown = [](const Axis& axis, const std::optional<Interval<double>>& range) {
        return range && isDrawable(axis, *range);
    };
    if (isShown(m_x, zoom.x)) m_x.range = *zoom.x;
    if (isShown(m_y, zoom.y)) m_y.range = *zoom.y;
    yieldToArea(m_scale, [this](Yielded yielded) {
        layOut(yielded);
        return m_area.height();
    });
    m_xWhole = widened(m_plot.x, m_area.width(), EdgeRoom * m_scale);
    m_yWhole = widened(m_plot.y, m_area.height(), EdgeRoom * m_scale);
    if (!isShown(m_x, zoom.x)) m_x.range = m_xWhole;
    if (!isShown(m_y, zoom.y)) m_y.range = m_yWhole;
    for (const Series& series : m_plot.series)
        m_curves.push_back(curvePoints(series, *this));
    m_labels = areaLabels(*this);
}

void ChartFrame::layOut(Yielded yielded) {
    m_yielded = yielded;
    const QFontMetricsF metrics(m_font);
    const double line = metrics.height();
    placeLegend();
    placeNote();
    const int linesBelow = yielded < Yielded::XTitle ? 2 : 1;
    const double bottom = m_size.height() - ChartMargin - m_noteHeight - linesBelow * (line + ChartGap);
    const double top = m_legendBottom + ChartGap + line / 2;
    m_yTicks = ticksFor(m_y, std::clamp(static_cast<int>((bottom - top) / (2.4 * line)), 2, MostRows));
    const double usual = metrics.horizontalAdvance(QStringLiteral("1000 M"));
    m_yLabelWidth = std::max(usual, widestLabel(m_yTicks, metrics));  // so that the area stays while ticks change
    const double left = ChartMargin + line + ChartGap + m_yLabelWidth + ChartGap;
    const double right = m_size.width() - ChartMargin - usual / 2;
    const int most = std::max(2, static_cast<int>((right - left) / (usual + 2 * ChartGap)));
    m_xTicks = ticksThatFit(m_x, most, right - left, metrics);
    m_area = QRectF(QPointF(left, top), QPointF(std::max(right, left + 1), std::max(bottom, top + 1)));
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

QString ChartFrame::tipAt(QPointF place) const {
    if (!m_area.contains(place)) return leftOut();
    QStringList lines;
    const auto tell = [&](double distance, const std::string& label) {
        if (std::abs(distance) <= LineReach) lines += spoken(label);
    };
    for (const Marker& marker : m_plot.markers)
        tell(xPixel(marker.x) - place.x(), marker.label);
    for (const Guide& guide : m_plot.guides)
        tell(guide.horizontal ? yPixel(guide.at) - place.y() : xPixel(guide.at) - place.x(), guide.label);
    return lines.join(u'\n');
}

QString ChartFrame::leftOut() const {
    QStringList lines;
    if (m_yielded >= Yielded::Title) lines += spoken(m_plot.title);
    if (m_more > 0) {
        QStringList labels;
        for (const Series& series : m_plot.series)
            if (series.weight != Weight::Thin) labels += spoken(series.label);
        lines += labels.join(QStringLiteral(", "));
    }
    if (m_yielded >= Yielded::XTitle) lines += m_xTicks.title;
    if (m_note != spoken(m_plot.note)) lines += spoken(m_plot.note);
    lines.removeAll(QString());
    return lines.join(u'\n');
}

/// Beside the title where all of it fits there, else below.
void ChartFrame::placeLegend() {
    const QFontMetricsF metrics(m_font);
    const QFontMetricsF bold(boldened(m_font));
    double length = -LegendGap;  // in one line
    m_legend.clear();
    m_more = 0;
    for (std::size_t index = 0; index < m_plot.series.size(); ++index) {
        const Series& series = m_plot.series[index];
        if (series.weight == Weight::Thin) continue;
        const double width =
            swatchLength(series.dash) * m_scale + ChartGap + metrics.horizontalAdvance(spoken(series.label));
        m_legend.push_back({index, QRectF(0, 0, width, metrics.height())});
        length += width + LegendGap;
    }
    const bool hasTitle = !m_plot.title.empty() && m_yielded < Yielded::Title;
    const double beside = ChartMargin + bold.horizontalAdvance(spoken(m_plot.title)) + 2 * LegendGap;
    const bool isBeside = hasTitle && beside + length <= m_size.width() - ChartMargin;
    const double below = ChartMargin + (hasTitle ? bold.height() + ChartGap : 0);
    m_legendBottom = below;
    if (!m_legend.empty()) placeEntries(QPointF(isBeside ? beside : ChartMargin, isBeside ? ChartMargin : below));
}

/// Row by row. Those that have no room once a long legend has yielded are counted.
void ChartFrame::placeEntries(QPointF corner) {
    const QFontMetricsF metrics(m_font);
    const double right = m_size.width() - ChartMargin;
    const double pitch = metrics.height() + ChartGap / 2;
    const double lastRow = corner.y() + (MostLegendRows - 1) * pitch;
    for (LegendEntry& entry : m_legend) {
        if (corner.x() > ChartMargin && corner.x() + entry.room.width() > right)
            corner = QPointF(ChartMargin, corner.y() + pitch);
        entry.room.moveTopLeft(corner);
        corner.rx() += entry.room.width() + LegendGap;
    }
    const auto hasNoRoom = [&](const QRectF& room) {
        const double more = m_more > 0 ? LegendGap + metrics.horizontalAdvance(moreText()) : 0;
        return room.top() > lastRow + pitch / 2 || room.right() + more > right;
    };
    while (m_yielded >= Yielded::Length && m_legend.size() > 1 && hasNoRoom(m_legend.back().room)) {
        m_legend.pop_back();
        ++m_more;
    }
    m_legendBottom = m_legend.back().room.bottom();
}

QString ChartFrame::moreText() const {
    return QCoreApplication::translate("ChartFrame", "and %1 more").arg(m_more);
}

void ChartFrame::placeNote() {
    m_note.clear();
    m_noteHeight = 0;
    if (m_plot.note.empty() || m_yielded >= Yielded::Note) return;
    const QFontMetricsF metrics(m_font);
    const int most = std::max(2, static_cast<int>(NoteShare * m_size.height() / metrics.height()));
    const int lines = m_yielded < Yielded::Length ? most : 1;
    const QRectF room(0, 0, m_size.width() - 2 * ChartMargin, lines * metrics.height());
    m_note = shortened(spoken(m_plot.note), room.size(), metrics);
    const QRectF used = metrics.boundingRect(room, Qt::TextWordWrap, m_note);
    m_noteHeight = std::min(used.height(), room.height()) + ChartGap;
}

}  // namespace breakeven
