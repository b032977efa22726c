#include "ui/plots/row_frame.h"

#include "core/base/numbers.h"
#include "ui/language.h"
#include "ui/plots/chart_style.h"
#include "ui/plots/ticks.h"
#include "ui/plots/zoom.h"
#include "ui/theme.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <string>

namespace breakeven {

namespace {

constexpr double Swatch = 9;            // before a row's label, in its backend's colour
constexpr double MostLabelShare = 0.3;  // of the width that labels of rows may take
constexpr double HighestRow = 120;
constexpr double MostRowShare = 1.0 / 3;  // of the height, where that is more

struct RowName {
    const std::string* label;
    const std::string* family;
};

RowName nameOf(const Plot& plot, std::size_t row) {
    if (plot.heatMap) return {&plot.heatMap->rows[row].label, &plot.heatMap->rows[row].family};
    return {&plot.boxes[row].label, &plot.boxes[row].family};
}

}  // namespace

RowFrame::RowFrame(Plot plot, QSizeF size, const QFont& font, const ZoomRange& range, double corner)
    : m_plot(std::move(plot)),
      m_xAxis(m_plot.x),
      m_size(size),
      m_corner(corner),
      m_font(font),
      m_scale(breakeven::lineScale(font)) {
    if (m_plot.heatMap) m_xAxis.range = {0, static_cast<double>(columnCount())};
    m_xWhole = m_xAxis.range;
    const bool isThere =
        range.x && isDrawable(m_xAxis, *range.x) && (!m_plot.heatMap || range.x->high <= m_xWhole.high);
    if (isThere) m_xAxis.range = *range.x;
    yieldToArea(m_scale, [this](Yielded yielded) { return layOut(yielded); });
    placeTicks();
}

double RowFrame::layOut(Yielded yielded) {
    m_yielded = yielded;
    const QFontMetricsF metrics(m_font);
    const double line = metrics.height();
    double top = ChartMargin;
    if (yielded < Yielded::Title) top += QFontMetricsF(boldened(m_font)).height() + ChartGap;
    const double beside = yielded < Yielded::Title ? 0 : m_corner;
    m_legend = QRectF(ChartMargin, top, std::max(1.0, m_size.width() - 2 * ChartMargin - beside), line);
    top += line + ChartGap + line / 2;
    m_note.clear();
    m_noteHeight = 0;
    if (!m_plot.note.empty() && yielded < Yielded::Note) {
        const QRectF room(0, 0, m_size.width() - 2 * ChartMargin, (yielded < Yielded::Length ? 2 : 1) * line);
        m_note = shortened(spoken(m_plot.note), room.size(), metrics);
        const QRectF used = metrics.boundingRect(room, Qt::TextWordWrap, m_note);
        m_noteHeight = std::min(used.height(), room.height()) + ChartGap;
    }
    double widest = 0;
    for (std::size_t row = 0; row < rowCount(); ++row)
        widest = std::max(widest, metrics.horizontalAdvance(spoken(*nameOf(m_plot, row).label)));
    widest = std::min(widest, m_size.width() * MostLabelShare);
    const double left = ChartMargin + Swatch * m_scale + ChartGap + widest + ChartGap;
    const double right =
        m_size.width() - ChartMargin - (m_plot.heatMap ? 0 : metrics.horizontalAdvance(QStringLiteral("100 %")) / 2);
    const int linesBelow = yielded < Yielded::XTitle ? 2 : 1;
    const double bottom = m_size.height() - ChartMargin - m_noteHeight - linesBelow * (line + ChartGap);
    const double highest = std::max(HighestRow * m_scale, MostRowShare * (bottom - top));
    const double height = std::min(bottom - top, highest * static_cast<double>(std::max<std::size_t>(1, rowCount())));
    m_area = QRectF(left, top, std::max(1.0, right - left), std::max(1.0, height));
    return bottom - top;
}

QString RowFrame::leftOut() const {
    QStringList lines;
    if (m_yielded >= Yielded::Title) lines += spoken(m_plot.title);
    if (m_yielded >= Yielded::XTitle) lines += m_xTitle;
    if (m_note != spoken(m_plot.note)) lines += spoken(m_plot.note);
    lines.removeAll(QString());
    return lines.join(u'\n');
}

void RowFrame::placeTicks() {
    const QFontMetricsF metrics(m_font);
    if (m_plot.heatMap) {
        m_xTitle = spoken(m_plot.x.title);
        const auto& columns = m_plot.heatMap->columns;
        double widest = 0;
        for (const double size : columns)
            widest = std::max(widest, metrics.horizontalAdvance(QString::fromStdString(formatSize(size))));
        const double width = cell(0, 0).width();
        const auto stride = std::max<std::size_t>(1, static_cast<std::size_t>((widest + ChartGap) / width + 1));
        for (std::size_t i = 0; i < columns.size(); i += stride) {
            const double middle = xPixel(static_cast<double>(i) + 0.5);
            if (m_area.left() <= middle && middle <= m_area.right())
                m_ticks.push_back({middle, QString::fromStdString(formatSize(columns[i]))});
        }
        return;
    }
    const double width = metrics.horizontalAdvance(QStringLiteral("100.05 %")) + 2 * ChartGap;
    const Ticks ticks = ticksFor(m_xAxis, std::max(2, static_cast<int>(m_area.width() / width)));
    m_xTitle = ticks.title;
    for (const Tick& tick : ticks.major)
        m_ticks.push_back({xPixel(tick.value), tick.label});
}

std::size_t RowFrame::rowCount() const {
    return m_plot.heatMap ? m_plot.heatMap->rows.size() : m_plot.boxes.size();
}

std::size_t RowFrame::columnCount() const {
    return m_plot.heatMap ? m_plot.heatMap->columns.size() : 1;
}

QRectF RowFrame::cell(double row, double column, double rows, double columns) const {
    const double height = m_area.height() / static_cast<double>(std::max<std::size_t>(1, rowCount()));
    const double left = m_plot.heatMap ? xPixel(column) : m_area.left();
    const double width = m_plot.heatMap ? xPixel(column + columns) - left : m_area.width();
    return {left, m_area.top() + row * height, width, rows * height};
}

const std::string& RowFrame::label(std::size_t row) const {
    return *nameOf(m_plot, row).label;
}

double RowFrame::xPixel(double value) const {
    const bool hasPlace = m_xAxis.scale == AxisScale::Linear || value > 0;
    return m_area.left() + shareOf(m_xAxis, hasPlace ? value : m_xWhole.low) * m_area.width();
}

std::optional<RowPlace> RowFrame::placeAt(QPointF pixel) const {
    if (m_plot.isEmpty() || !m_area.contains(pixel)) return std::nullopt;
    const auto place = [](double at, std::size_t count) {
        return std::min(static_cast<std::size_t>(std::max(at, 0.0)), count - 1);
    };
    const double column = m_plot.heatMap ? valueAt(m_xAxis, (pixel.x() - m_area.left()) / m_area.width()) : 0;
    return RowPlace{place((pixel.y() - m_area.top()) / cell(0, 0).height(), rowCount()), place(column, columnCount())};
}

std::optional<std::size_t> RowFrame::labelAt(QPointF pixel) const {
    if (m_plot.isEmpty() || pixel.x() < 0 || pixel.x() >= m_area.left()) return std::nullopt;
    const auto place = placeAt({m_area.left(), pixel.y()});
    return place ? std::optional(place->row) : std::nullopt;
}

void RowFrame::paint(QPainter& painter, Ground ground) const {
    const QFontMetricsF metrics(m_font);
    const double line = metrics.height();
    painter.fillRect(QRectF(QPointF(0, 0), m_size), toColour(paper(ground).background));
    if (m_plot.isEmpty()) {
        const QString why = m_plot.note.empty() ? QCoreApplication::translate("RowFrame", "No measurements to draw yet")
                                                : spoken(m_plot.note);
        painter.setFont(m_font);
        painter.setPen(mutedColour(ground));
        painter.drawText(QRectF(QPointF(0, 0), m_size).adjusted(ChartMargin, ChartMargin, -ChartMargin, -ChartMargin),
                         Qt::AlignCenter | Qt::TextWordWrap, why);
        return;
    }
    if (m_yielded < Yielded::Title) {
        const QRectF head(ChartMargin, ChartMargin, m_size.width() - 2 * ChartMargin - m_corner,
                          m_legend.top() - ChartMargin);
        const QFontMetricsF bold(boldened(m_font));
        painter.setFont(boldened(m_font));
        painter.setPen(toColour(paper(ground).text));
        painter.drawText(head, Qt::AlignLeft | Qt::AlignTop,
                         bold.elidedText(spoken(m_plot.title), Qt::ElideRight, head.width()));
    }
    painter.setFont(m_font);
    for (const Label& tick : m_ticks) {
        if (!m_plot.heatMap)
            paintGridLine(painter, {tick.pixel, m_area.top()}, {tick.pixel, m_area.bottom()},
                          toColour(paper(ground).grid));
        painter.setPen(toColour(paper(ground).text));
        painter.drawText(QRectF(tick.pixel - m_area.width() / 2, m_area.bottom() + ChartGap / 2, m_area.width(), line),
                         Qt::AlignHCenter | Qt::AlignTop, tick.text);
    }
    painter.setPen(mutedColour(ground));
    if (m_yielded < Yielded::XTitle)
        painter.drawText(QRectF(m_area.left(), m_area.bottom() + ChartGap + line, m_area.width(), line),
                         Qt::AlignCenter, m_xTitle);
    if (!m_note.isEmpty())
        painter.drawText(QRectF(ChartMargin, m_size.height() - ChartMargin - m_noteHeight + ChartGap,
                                m_size.width() - 2 * ChartMargin, m_noteHeight - ChartGap + 1),
                         Qt::TextWordWrap, m_note);
    paintRowLabels(painter, ground);
}

void RowFrame::paintRowLabels(QPainter& painter, Ground ground) const {
    const QFontMetricsF metrics(m_font);
    const double height = cell(0, 0).height();
    const double swatch = Swatch * m_scale;
    const auto stride = static_cast<std::size_t>(metrics.height() / height) + 1;
    for (std::size_t row = 0; row < rowCount(); row += stride) {
        const RowName name = nameOf(m_plot, row);
        const double middle = cell(static_cast<double>(row), 0).center().y();
        painter.fillRect(QRectF(ChartMargin, middle - swatch / 2, swatch, swatch), seriesColour(*name.family, ground));
        const QRectF room(ChartMargin + swatch + ChartGap, middle - metrics.height() / 2,
                          m_area.left() - ChartMargin - swatch - 2 * ChartGap + 1, metrics.height());
        painter.setPen(toColour(paper(ground).text));
        painter.drawText(room, Qt::AlignLeft | Qt::AlignVCenter,
                         metrics.elidedText(spoken(*name.label), Qt::ElideMiddle, room.width()));
    }
}

}  // namespace breakeven
