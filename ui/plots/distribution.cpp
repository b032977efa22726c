#include "ui/plots/distribution.h"

#include "ui/language.h"
#include "ui/plots/legend_line.h"
#include "ui/theme.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace breakeven {

namespace {

constexpr double RowMargin = 3;  // pixels above and below what a row holds
constexpr double DotRadius = 2.5;
constexpr double SignRadius = 3.5;  // of outliers
constexpr double DotAlpha = 0.55;
constexpr double BoxAlpha = 0.14;
constexpr double BoxShare = 0.6;         // of the strip's height
constexpr std::size_t MostDiscs = 2000;  // beyond it dots are single pixels, which cost less
constexpr double TextLines = 2.6;        // of a row's height from which its numbers stand above the strip

struct DistributionText {
    Q_DECLARE_TR_FUNCTIONS(DistributionText)
};

QColor translucent(QColor colour, double alpha) {
    colour.setAlphaF(static_cast<float>(alpha));
    return colour;
}

/// A sample beyond the axis is an arrow at its end.
void paintArrow(QPainter& painter, QPointF at, bool toTheRight) {
    const double tip = toTheRight ? SignRadius : -SignRadius;
    painter.drawPolygon(
        QPolygonF({at + QPointF(tip, 0), at + QPointF(-tip, SignRadius), at + QPointF(-tip, -SignRadius)}));
}

void paintOutlier(QPainter& painter, const Dot& dot, QPointF at) {
    if (dot.outlyingness == Outlyingness::Mild) {
        painter.drawEllipse(at, SignRadius, SignRadius);
        return;
    }
    const QPointF down(SignRadius, SignRadius);
    const QPointF up(SignRadius, -SignRadius);
    painter.drawLine(at - down, at + down);
    painter.drawLine(at - up, at + up);
}

void paintDots(QPainter& painter, const RowFrame& frame, const Box& box, const QRectF& strip, bool dark) {
    const QColor colour = seriesColour(box.family, dark);
    const Interval<double>& range = frame.plot().x.range;
    QPolygonF ordinary;
    painter.setPen(QPen(colour, 1.5));
    for (const Dot& dot : box.dots) {
        const double y = strip.center().y() + dot.offset * strip.height();
        if (dot.x < range.low || dot.x > range.high) {
            const bool isRight = dot.x > range.high;
            const QRectF& area = frame.area();
            painter.setBrush(colour);
            paintArrow(painter, QPointF(isRight ? area.right() - SignRadius : area.left() + SignRadius, y), isRight);
            continue;
        }
        const QPointF at(frame.xPixel(dot.x), y);
        painter.setBrush(Qt::NoBrush);
        if (dot.outlyingness == Outlyingness::None)
            ordinary += at;
        else
            paintOutlier(painter, dot, at);
    }
    painter.setBrush(translucent(colour, DotAlpha));
    if (ordinary.size() > static_cast<qsizetype>(MostDiscs)) {
        painter.setPen(QPen(translucent(colour, DotAlpha), 1));
        painter.drawPoints(ordinary);
        return;
    }
    painter.setPen(Qt::NoPen);
    for (const QPointF& at : ordinary)
        painter.drawEllipse(at, DotRadius, DotRadius);
}

struct BoxLooks {
    QRectF quartiles;
    QRectF interval;  ///< of the median; null: none
    double median;
    double left;  ///< ends of the whiskers
    double right;
};

void paintBox(QPainter& painter, const BoxLooks& box, QColor colour, bool dark) {
    const QColor ink = toColour(paper(dark).text);
    const double middle = box.quartiles.center().y();
    painter.setPen(QPen(ink, 1.2));
    painter.drawLine(QPointF(box.left, middle), QPointF(box.quartiles.left(), middle));
    painter.drawLine(QPointF(box.quartiles.right(), middle), QPointF(box.right, middle));
    painter.setBrush(translucent(colour, BoxAlpha));
    painter.drawRect(box.quartiles);
    painter.setBrush(Qt::NoBrush);
    if (!box.interval.isNull()) painter.fillRect(box.interval, translucent(ink, 0.35));
    painter.setPen(QPen(ink, 2));
    painter.drawLine(QPointF(box.median, box.quartiles.top()), QPointF(box.median, box.quartiles.bottom()));
}

void paintRow(QPainter& painter, const RowFrame& frame, std::size_t row, bool dark) {
    const Box& box = frame.plot().boxes[row];
    const QFontMetricsF metrics(frame.font());
    const QRectF whole = frame.cell(static_cast<double>(row), 0);
    QRectF strip = whole.adjusted(0, RowMargin, 0, -RowMargin);
    painter.setPen(QPen(toColour(paper(dark).grid), 1));
    painter.drawLine(whole.bottomLeft(), whole.bottomRight());
    if (whole.height() >= TextLines * metrics.height()) {
        QString text = spoken(box.value);
        if (!box.note.empty()) text += QStringLiteral(" · ") % spoken(box.note);
        const QRectF room(whole.left() + 4, strip.top(), whole.width() - 8, metrics.height());
        painter.setPen(mutedColour(dark));
        painter.drawText(room, Qt::AlignLeft | Qt::AlignVCenter,
                         metrics.elidedText(text, Qt::ElideRight, room.width()));
        strip.setTop(room.bottom());
    }
    paintDots(painter, frame, box, strip, dark);
    const double height = BoxShare * strip.height();
    const auto span = [&](const Interval<double>& interval, double share) {
        const double left = frame.xPixel(interval.low);
        return QRectF(left, strip.center().y() - share * height / 2, frame.xPixel(interval.high) - left,
                      share * height);
    };
    paintBox(painter,
             {span(box.quartiles, 1), box.interval ? span(*box.interval, 0.4) : QRectF(), frame.xPixel(box.median),
              frame.xPixel(box.whiskers.low), frame.xPixel(box.whiskers.high)},
             seriesColour(box.family, dark), dark);
}

void paintLegend(QPainter& painter, const RowFrame& frame, bool dark) {
    const QColor ink = toColour(paper(dark).text);
    painter.setPen(ink);
    LegendLine legend(painter, frame.legend());
    if (const auto sign = legend.addSign(34)) {
        const QRectF quartiles = sign->adjusted(8, 1, -8, -1);
        QRectF interval = quartiles.adjusted(5, 0, -5, 0);
        interval.setTop(sign->center().y() - 2.5);
        interval.setHeight(5);
        paintBox(painter, {quartiles, interval, sign->center().x(), sign->left(), sign->right()}, ink, dark);
    }
    legend.addText(DistributionText::tr("middle half, median with its interval"));
    const auto outlier = [&](Outlyingness outlyingness, const QString& text) {
        legend.nextEntry();
        if (const auto sign = legend.addSign(2 * SignRadius)) {
            painter.setPen(QPen(ink, 1.5));
            painter.setBrush(Qt::NoBrush);
            paintOutlier(painter, {0, 0, outlyingness}, sign->center());
        }
        legend.addText(text);
    };
    outlier(Outlyingness::Mild, DistributionText::tr("outlier"));
    outlier(Outlyingness::Severe, DistributionText::tr("far out"));
    legend.nextEntry();
    if (const auto sign = legend.addSign(2 * SignRadius)) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(ink);
        paintArrow(painter, sign->center(), true);
    }
    legend.addText(DistributionText::tr("beyond the axis"));
    legend.nextEntry();
    legend.addText(DistributionText::tr("from the top in the order of measuring"));
}

}  // namespace

void paintDistribution(QPainter& painter, const RowFrame& frame, bool dark) {
    painter.setFont(frame.font());
    painter.save();
    painter.setClipRect(frame.area());  // an interval may reach beyond the axis
    for (std::size_t row = 0; row < frame.plot().boxes.size(); ++row)
        paintRow(painter, frame, row, dark);
    painter.restore();
    paintLegend(painter, frame, dark);
    painter.setBrush(Qt::NoBrush);
}

}  // namespace breakeven
