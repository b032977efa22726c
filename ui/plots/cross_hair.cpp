#include "ui/plots/cross_hair.h"

#include "ui/language.h"
#include "ui/plots/chart_frame.h"
#include "ui/plots/chart_style.h"
#include "ui/plots/plot_places.h"
#include "ui/plots/plot_text.h"
#include "ui/theme.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QStringList>

#include <algorithm>
#include <utility>
#include <vector>

namespace breakeven {

namespace {

constexpr double RingSize = 13;  // pixels, around the point that is pointed at
constexpr double ColumnGap = 2 * ChartGap;

struct Line {
    const Series* series = nullptr;
    QString label;
    QString value;
    QString remark;
    QString note;
};

std::vector<Line> linesAt(const Plot& plot, const CrossHair& hair, const PointRemark& remark) {
    const double x = hair.x;
    std::vector<Line> lines;
    for (const HoverLine& hover : hoverLines(plot, x, hair.series)) {
        Line line{hover.series, spoken(hover.series->label), hover.value, {}, {}};
        if (const PlotPoint* point = pointAt(*hover.series, x)) {
            if (remark) line.remark = remark(*point);
            line.note = spoken(point->note.text());
        }
        if (const QString noted = QStringLiteral(" · ") % line.note; !line.note.isEmpty() && line.value.endsWith(noted))
            line.value.chop(noted.size());  // it has a column of its own
        lines.push_back(std::move(line));
    }
    return lines;
}

/// Of the columns, pixels; 0 for those that are empty or have no room.
struct Widths {
    double label = 0;
    double value = 0;
    double remark = 0;
    double note = 0;

    double all() const {
        const auto column = [](double width) { return width > 0 ? ColumnGap + width : 0; };
        return MarkerSize + ChartGap + label + column(value) + column(remark) + column(note);
    }
};

/// Notes stand back where there is no room beside the cross-hair, remarks where there is none in the whole picture.
Widths widthsOf(const std::vector<Line>& lines, const QFontMetricsF& metrics, double beside, double whole) {
    Widths widths;
    for (const Line& line : lines) {
        widths.label = std::max(widths.label, metrics.horizontalAdvance(line.label));
        widths.value = std::max(widths.value, metrics.horizontalAdvance(line.value));
        widths.remark = std::max(widths.remark, metrics.horizontalAdvance(line.remark));
        widths.note = std::max(widths.note, metrics.horizontalAdvance(line.note));
    }
    if (widths.all() > beside) widths.note = 0;
    if (widths.all() > whole) widths.remark = 0;
    return widths;
}

void paintRing(QPainter& painter, const ChartFrame& frame, const CrossHair& hair, Ground ground) {
    const Series* series = findSeries(frame.plot(), hair.series);
    const PlotPoint* point = series ? pointAt(*series, hair.x) : nullptr;
    if (!point || !frame.area().contains(frame.pixel(*point))) return;
    painter.setPen(QPen(toColour(paper(ground).text), 2));
    painter.setBrush(Qt::NoBrush);
    painter.drawEllipse(frame.pixel(*point), RingSize / 2, RingSize / 2);
}

}  // namespace

QRectF boxBeside(const ChartFrame& frame, double x, QSizeF size) {
    const QRectF area = frame.area();
    const double right = x + ChartGap;
    const double left = x - ChartGap - size.width();
    std::vector<double> sides;
    if (right + size.width() < frame.size().width()) sides.push_back(right);
    if (left >= area.left()) sides.push_back(left);
    if (sides.empty()) sides.push_back(std::max(0.0, std::min(area.left(), frame.size().width() - size.width())));
    const double lowest = std::max(0.0, frame.size().height() - size.height());
    const auto covered = [&](const QRectF& box) {
        double sum = 0;
        for (const AreaLabel& label : frame.labels()) {
            const QRectF common = box & label.room;
            sum += common.width() * common.height();
        }
        return sum;
    };
    std::vector<QRectF> boxes;
    for (const double top : {area.top() + ChartGap, std::max(area.top(), area.bottom() - ChartGap - size.height())}) {
        for (const double side : sides)
            boxes.emplace_back(QPointF(side, std::min(top, lowest)), size);
    }
    return *std::ranges::min_element(boxes, {}, covered);
}

QString crossHairText(const Plot& plot, const CrossHair& hair, const PointRemark& remark) {
    QStringList texts{positionText(plot.x, hair.x)};
    for (const Line& line : linesAt(plot, hair, remark)) {
        QStringList words{line.label, line.value, line.remark, line.note};
        words.removeAll(QString());
        const QString text = words.join(QStringLiteral("  "));
        texts.insert(line.series->label == hair.series ? 1 : texts.size(), text);  // what is pointed at is heard first
    }
    return texts.join(u'\n');
}

void paintCrossHair(QPainter& painter, const ChartFrame& frame, const CrossHair& hair, const PointRemark& remark,
                    Ground ground) {
    const QRectF area = frame.area();
    const double x = frame.xPixel(hair.x);
    const QColor text = toColour(paper(ground).text);
    painter.setPen(QPen(text, 1, Qt::DotLine));
    painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()));
    paintRing(painter, frame, hair, ground);

    const std::vector<Line> lines = linesAt(frame.plot(), hair, remark);
    const QString head = positionText(frame.plot().x, hair.x);
    const QFont strong = boldened(frame.font());
    const QFontMetricsF metrics(strong);  // the line that is pointed at is bold
    const double beside = std::max(x - area.left(), frame.size().width() - x) - 3 * ChartGap;
    const Widths widths = widthsOf(lines, metrics, beside, frame.size().width() - 2 * ChartGap);
    const double height = metrics.height() + 2;
    const QSizeF size(std::max(metrics.horizontalAdvance(head), widths.all()) + 2 * ChartGap,
                      height * static_cast<double>(lines.size() + 1) + 2 * ChartGap);
    const QRectF box = boxBeside(frame, x, size);
    painter.setPen(QPen(mutedColour(ground), 1));
    painter.setBrush(toColour(paper(ground).background));
    painter.drawRoundedRect(box, 4, 4);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(text);
    painter.setFont(strong);
    QPointF baseline = box.topLeft() + QPointF(ChartGap, ChartGap + metrics.ascent());
    painter.drawText(baseline, head);
    for (const Line& line : lines) {
        baseline.ry() += height;
        painter.setFont(line.series->label == hair.series ? strong : frame.font());
        const QRectF swatch(baseline.x(), baseline.y() - metrics.ascent() / 2 - MarkerSize / 2 + 1, MarkerSize,
                            MarkerSize);
        painter.fillRect(swatch, seriesColour(line.series->family, ground));
        QPointF place = baseline + QPointF(MarkerSize + ChartGap, 0);
        painter.drawText(place, line.label);
        place.rx() += widths.label;
        for (const auto& [width, words] : {std::pair(widths.value, line.value), std::pair(widths.remark, line.remark),
                                           std::pair(widths.note, line.note)}) {
            if (width == 0) continue;
            painter.drawText(place + QPointF(ColumnGap, 0), words);
            place.rx() += ColumnGap + width;
        }
    }
}

}  // namespace breakeven
