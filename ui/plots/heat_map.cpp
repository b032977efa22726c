#include "ui/plots/heat_map.h"

#include "core/base/numbers.h"
#include "core/plots/heat_map.h"
#include "ui/plots/chart_style.h"
#include "ui/plots/legend_line.h"
#include "ui/theme.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QLinearGradient>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace breakeven {

namespace {

constexpr double HatchStep = 7;  // pixels between lines, along the edge
constexpr double HatchAlpha = 0.45;
constexpr double ContourWidth = 2.5;
constexpr double RampWidth = 130;
constexpr double DashWidth = 8;  // of a cell that was not measured

struct HeatMapText {
    Q_DECLARE_TR_FUNCTIONS(HeatMapText)
};

QString ratioText(double value) {
    return QString::fromStdString(formatRatio(value));
}

void hatch(QPainter& painter, const QRectF& rect, QColor ink) {
    ink.setAlphaF(static_cast<float>(HatchAlpha));
    painter.save();
    painter.setClipRect(rect, Qt::IntersectClip);
    painter.setPen(QPen(ink, 1));
    for (double x = rect.left() - rect.height(); x < rect.right(); x += HatchStep)
        painter.drawLine(QPointF(x, rect.bottom()), QPointF(x + rect.height(), rect.top()));
    painter.restore();
}

void paintCell(QPainter& painter, const RowFrame& frame, const Cell& cell, Ground ground) {
    const Rgb colour = heatColour(cell.value, frame.plot().heatMap->strongest, ground == Ground::Dark);
    const QColor ink = toColour(inkOn(colour));
    const QRectF rect = frame.cell(static_cast<double>(cell.row), static_cast<double>(cell.column));
    painter.fillRect(rect, toColour(colour));
    if (!cell.isResolved) hatch(painter, rect, ink);
}

void paintDash(QPainter& painter, QPointF middle, const RowFrame& frame, Ground ground) {
    const QPointF half(DashWidth * frame.lineScale() / 2, 0);
    painter.setPen(QPen(mutedColour(ground), 1.5 * frame.lineScale()));
    painter.drawLine(middle - half, middle + half);
}

void paintUnmeasured(QPainter& painter, const RowFrame& frame, Ground ground) {
    for (const HeatPlace& middle : unmeasuredCells(*frame.plot().heatMap))
        paintDash(painter, frame.cell(middle.row, middle.column).topLeft(), frame, ground);
}

/// On a plate of its own, which hatching and contours pass behind.
void paintNumber(QPainter& painter, const RowFrame& frame, const Cell& cell, Ground ground) {
    const Rgb colour = heatColour(cell.value, frame.plot().heatMap->strongest, ground == Ground::Dark);
    const QRectF rect = frame.cell(static_cast<double>(cell.row), static_cast<double>(cell.column));
    const QFontMetricsF metrics(frame.font());
    const QString text = ratioText(cell.value);
    const QRectF seen = rect & frame.area();
    const QRectF plate(seen.center() - QPointF(metrics.horizontalAdvance(text) / 2 + 2, metrics.height() / 2),
                       QSizeF(metrics.horizontalAdvance(text) + 4, metrics.height()));
    if (!seen.contains(plate)) return;
    const bool isDaylight = ground == Ground::Daylight;
    painter.fillRect(plate, toColour(isDaylight ? paper(ground).background : colour));
    painter.setPen(toColour(isDaylight ? paper(ground).text : inkOn(colour)));
    painter.drawText(plate, Qt::AlignCenter, text);
}

/// Thin lines of paper between all cells, wider ones between groups of rows.
void paintGrid(QPainter& painter, const RowFrame& frame, Ground ground) {
    const HeatMap& map = *frame.plot().heatMap;
    const QRectF area = frame.area();
    const QColor colour = toColour(paper(ground).grid);
    for (std::size_t column = 0; column <= map.columns.size(); ++column) {
        const double x = frame.cell(0, static_cast<double>(column)).left();
        paintGridLine(painter, {x, area.top()}, {x, area.bottom()}, colour);
    }
    for (std::size_t row = 0; row <= map.rows.size(); ++row) {
        const double y = frame.cell(static_cast<double>(row), 0).top();
        paintGridLine(painter, {area.left(), y}, {area.right(), y}, colour);
        const bool isBetweenGroups = row > 0 && row < map.rows.size() && map.rows[row].group != map.rows[row - 1].group;
        if (isBetweenGroups)
            painter.fillRect(QRectF(area.left() - 1, y - 2, area.width() + 2, 4), toColour(paper(ground).background));
    }
}

void paintContours(QPainter& painter, const RowFrame& frame, Ground ground) {
    const double width = ContourWidth * frame.lineScale();
    const QRectF inner = frame.area().adjusted(width / 2, 0, -width / 2, 0);  // its edge is seen, too
    for (const std::vector<HeatPlace>& line : contours(*frame.plot().heatMap)) {
        QPolygonF points;
        for (const HeatPlace& place : line) {
            const QPointF at = frame.cell(place.row, place.column).topLeft();
            points += QPointF(std::clamp(at.x(), inner.left(), inner.right()), at.y());
        }
        painter.setPen(QPen(toColour(paper(ground).background), width + 2.5, Qt::SolidLine, Qt::FlatCap));
        painter.drawPolyline(points);
        painter.setPen(QPen(toColour(paper(ground).text), width, Qt::SolidLine, Qt::FlatCap));
        painter.drawPolyline(points);
    }
}

void paintLegend(QPainter& painter, const RowFrame& frame, Ground ground) {
    const HeatMap& map = *frame.plot().heatMap;
    constexpr double SwatchWidth = 26;
    painter.setPen(toColour(paper(ground).text));
    LegendLine legend(painter, frame.legend());
    legend.addText(QStringLiteral("≤ ") % ratioText(1 / map.strongest));
    const QString strongest = QStringLiteral("≥ ") % ratioText(map.strongest);
    if (const auto ramp = legend.addSign(RampWidth, strongest)) {
        QLinearGradient gradient(ramp->topLeft(), ramp->topRight());
        for (int step = -4; step <= 4; ++step)
            gradient.setColorAt((step + 4) / 8.0, toColour(heatColour(std::pow(map.strongest, step / 4.0),
                                                                      map.strongest, ground == Ground::Dark)));
        painter.fillRect(*ramp, gradient);
        painter.setPen(toColour(paper(ground).text));
        painter.drawText(*ramp, Qt::AlignCenter, ratioText(1));
        painter.setPen(QPen(toColour(paper(ground).grid), 1));
        painter.drawRect(*ramp);
    }
    legend.addText(strongest);
    legend.nextEntry();
    const QString unresolved = HeatMapText::tr("not resolved");
    if (const auto swatch = legend.addSign(SwatchWidth, unresolved)) {
        painter.setPen(QPen(toColour(paper(ground).grid), 1));
        painter.drawRect(*swatch);
        hatch(painter, *swatch, toColour(paper(ground).text));
    }
    legend.addText(unresolved);
    if (!unmeasuredCells(map).empty()) {
        legend.nextEntry();
        const QString unmeasured = HeatMapText::tr("not measured");
        if (const auto swatch = legend.addSign(SwatchWidth, unmeasured))
            paintDash(painter, swatch->center(), frame, ground);
        painter.setPen(toColour(paper(ground).text));
        legend.addText(unmeasured);
    }
    if (contours(map).empty()) return;
    legend.nextEntry();
    const QString breakEven = HeatMapText::tr("break-even: pays to the right of it");
    if (const auto swatch = legend.addSign(SwatchWidth, breakEven)) {
        painter.setPen(QPen(toColour(paper(ground).text), ContourWidth * frame.lineScale()));
        painter.drawLine(QPointF(swatch->left(), swatch->center().y()), QPointF(swatch->right(), swatch->center().y()));
    }
    legend.addText(breakEven);
}

}  // namespace

void paintHeatMap(QPainter& painter, const RowFrame& frame, Ground ground) {
    painter.setFont(frame.font());
    painter.save();
    painter.setClipRect(frame.area().adjusted(-1, -1, 1, 1));
    for (const Cell& cell : frame.plot().heatMap->cells)
        paintCell(painter, frame, cell, ground);
    paintUnmeasured(painter, frame, ground);
    paintGrid(painter, frame, ground);
    paintContours(painter, frame, ground);
    for (const Cell& cell : frame.plot().heatMap->cells)
        paintNumber(painter, frame, cell, ground);
    painter.restore();
    paintLegend(painter, frame, ground);
}

}  // namespace breakeven
