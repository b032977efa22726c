#include "ui/plots/distribution.h"

#include "ui/language.h"
#include "ui/plots/legend_line.h"
#include "ui/theme.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QImage>
#include <QPainter>

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

namespace breakeven {

namespace {

constexpr double RowMargin = 3;  // pixels above and below what a row holds
constexpr double DotRadius = 2.5;
constexpr double SignRadius = 3.5;  // of outliers
constexpr double DotAlpha = 0.55;
constexpr double BoxAlpha = 0.14;
constexpr double BoxShare = 0.6;         // of the strip's height
constexpr std::size_t MostDiscs = 2000;  // beyond it dots are single pixels
constexpr double TextLines = 2.6;        // of a row's height from which its numbers stand above the strip

struct DistributionText {
    Q_DECLARE_TR_FUNCTIONS(DistributionText)
};

QColor translucent(QColor colour, double alpha) {
    colour.setAlphaF(static_cast<float>(alpha));
    return colour;
}

/// A sample beyond the axis is an arrow at its end.
void paintArrow(QPainter& painter, QPointF at, bool toTheRight, double radius) {
    const double tip = toTheRight ? radius : -radius;
    painter.drawPolygon(QPolygonF({at + QPointF(tip, 0), at + QPointF(-tip, radius), at + QPointF(-tip, -radius)}));
}

void paintOutlier(QPainter& painter, const Dot& dot, QPointF at, double radius) {
    if (dot.outlyingness == Outlyingness::Mild) {
        painter.drawEllipse(at, radius, radius);
        return;
    }
    const QPointF down(radius, radius);
    const QPointF up(radius, -radius);
    painter.drawLine(at - down, at + down);
    painter.drawLine(at - up, at + up);
}

/// How often something lies on each square of a strip; 0 for what lies beyond it.
class PixelCounts {
public:
    PixelCounts() = default;
    explicit PixelCounts(const QRectF& strip, double square = 1)
        : m_perPixel(1 / square),
          m_rect(QRectF(strip.topLeft() / square, strip.size() / square).normalized().toAlignedRect()),
          m_counts(static_cast<std::size_t>(m_rect.width()) * static_cast<std::size_t>(m_rect.height())) {}

    /// The count up to now, which grows by one.
    int add(QPointF at) {
        const QPoint pixel = (at * m_perPixel).toPoint();
        return m_rect.contains(pixel) ? m_counts[placeOf(pixel)]++ : 0;
    }

    /// Each pixel as dark as all of its dots upon each other.
    QImage image(QColor colour, double alpha) const {
        constexpr int Darkest = 64;  // a count beyond which no shade of 8 bits is darker, as long as alpha > 0.1
        std::array<QRgb, Darkest + 1> shades{};
        for (int count = 1; count <= Darkest; ++count)
            shades[static_cast<std::size_t>(count)] =
                qPremultiply(translucent(colour, 1 - std::pow(1 - alpha, count)).rgba());
        QImage drawn(m_rect.size(), QImage::Format_ARGB32_Premultiplied);
        auto count = m_counts.begin();
        for (int y = 0; y < m_rect.height(); ++y) {
            auto* line = reinterpret_cast<QRgb*>(drawn.scanLine(y));
            for (int x = 0; x < m_rect.width(); ++x, ++count)
                line[x] = shades[static_cast<std::size_t>(std::min(*count, Darkest))];
        }
        return drawn;
    }

    QPoint topLeft() const { return m_rect.topLeft(); }

private:
    std::size_t placeOf(QPoint pixel) const {
        return static_cast<std::size_t>((pixel.y() - m_rect.top()) * m_rect.width() + pixel.x() - m_rect.left());
    }

    double m_perPixel = 1;  // squares along a side
    QRect m_rect;           // in squares
    std::vector<int> m_counts;
};

/// An arrow, a circle or a cross.
void paintSign(QPainter& painter, const RowFrame& frame, const Dot& dot, QPointF at, QColor colour) {
    const Interval<double>& range = frame.xWhole();
    const bool isBeyond = dot.x < range.low || dot.x > range.high;
    painter.setBrush(isBeyond ? QBrush(colour) : QBrush(Qt::NoBrush));
    const double radius = SignRadius * frame.lineScale();
    isBeyond ? paintArrow(painter, at, dot.x > range.high, radius) : paintOutlier(painter, dot, at, radius);
}

/// Where a dot is drawn; beyond the axis its arrow stands at the end.
QPointF placeOf(const RowFrame& frame, const Dot& dot, const QRectF& strip) {
    const Interval<double>& range = frame.xWhole();
    const double y = strip.center().y() + dot.offset * strip.height();
    const double radius = SignRadius * frame.lineScale();
    if (dot.x < range.low) return {frame.area().left() + radius, y};
    if (dot.x > range.high) return {frame.area().right() - radius, y};
    return {frame.xPixel(dot.x), y};
}

/// Beyond MostDiscs, what lies on one pixel is drawn once, and one sign where several would lie upon each other.
void paintDots(QPainter& painter, const RowFrame& frame, const Box& box, const QRectF& strip, Ground ground) {
    const QColor colour = seriesColour(box.family, ground);
    const Interval<double>& range = frame.xWhole();
    const Interval<double>& visible = frame.xAxis().range;
    const bool isDense = box.dots.size() > MostDiscs;
    PixelCounts cloud = isDense ? PixelCounts(strip) : PixelCounts();
    PixelCounts signs = isDense ? PixelCounts(strip, SignRadius * frame.lineScale()) : PixelCounts();
    QPolygonF discs;
    painter.setPen(QPen(colour, 1.5 * frame.lineScale()));
    for (const Dot& dot : box.dots) {
        const QPointF at = placeOf(frame, dot, strip);
        const bool isBeyond = dot.x < range.low || dot.x > range.high;
        if (!isBeyond && (dot.x < visible.low || dot.x > visible.high)) continue;
        if (isBeyond || dot.outlyingness != Outlyingness::None) {
            if (signs.add(at) == 0) paintSign(painter, frame, dot, at, colour);
        } else if (isDense) {
            cloud.add(at);
        } else {
            discs += at;
        }
    }
    if (isDense) painter.drawImage(cloud.topLeft(), cloud.image(colour, DotAlpha));
    painter.setBrush(translucent(colour, DotAlpha));
    painter.setPen(Qt::NoPen);
    for (const QPointF& at : discs)
        painter.drawEllipse(at, DotRadius * frame.lineScale(), DotRadius * frame.lineScale());
}

struct BoxLooks {
    QRectF quartiles;
    QRectF interval;  ///< of the median; null: none
    double median;
    double left;  ///< ends of the whiskers
    double right;
    double scale;  ///< of lines
};

void paintBox(QPainter& painter, const BoxLooks& box, QColor colour, Ground ground) {
    const QColor ink = toColour(paper(ground).text);
    const double middle = box.quartiles.center().y();
    painter.setPen(QPen(ink, 1.2 * box.scale));
    painter.drawLine(QPointF(box.left, middle), QPointF(box.quartiles.left(), middle));
    painter.drawLine(QPointF(box.quartiles.right(), middle), QPointF(box.right, middle));
    painter.setBrush(translucent(colour, BoxAlpha));
    painter.drawRect(box.quartiles);
    painter.setBrush(Qt::NoBrush);
    if (!box.interval.isNull()) painter.fillRect(box.interval, translucent(ink, 0.35));
    painter.setPen(QPen(ink, 2 * box.scale));
    painter.drawLine(QPointF(box.median, box.quartiles.top()), QPointF(box.median, box.quartiles.bottom()));
}

void paintRow(QPainter& painter, const RowFrame& frame, std::size_t row, Ground ground) {
    const Box& box = frame.plot().boxes[row];
    const QFontMetricsF metrics(frame.font());
    const QRectF whole = frame.cell(static_cast<double>(row), 0);
    QRectF strip = whole.adjusted(0, RowMargin, 0, -RowMargin);
    painter.setPen(QPen(toColour(paper(ground).grid), 1));
    painter.drawLine(whole.bottomLeft(), whole.bottomRight());
    if (whole.height() >= TextLines * metrics.height()) {
        QString text = spoken(box.value);
        if (!box.note.empty()) text += QStringLiteral(" · ") % spoken(box.note);
        const QRectF room(whole.left() + 4, strip.top(), whole.width() - 8, metrics.height());
        painter.setPen(mutedColour(ground));
        painter.drawText(room, Qt::AlignLeft | Qt::AlignVCenter,
                         metrics.elidedText(text, Qt::ElideRight, room.width()));
        strip.setTop(room.bottom());
        const double reach = (SignRadius + 1) * frame.lineScale();  // of what is drawn around a dot's own place
        strip.adjust(0, reach, 0, -reach);
    }
    paintDots(painter, frame, box, strip, ground);
    const double height = BoxShare * strip.height();
    const auto span = [&](const Interval<double>& interval, double share) {
        const double left = frame.xPixel(interval.low);
        return QRectF(left, strip.center().y() - share * height / 2, frame.xPixel(interval.high) - left,
                      share * height);
    };
    paintBox(painter,
             {span(box.quartiles, 1), box.interval ? span(*box.interval, 0.4) : QRectF(), frame.xPixel(box.median),
              frame.xPixel(box.whiskers.low), frame.xPixel(box.whiskers.high), frame.lineScale()},
             seriesColour(box.family, ground), ground);
}

void paintLegend(QPainter& painter, const RowFrame& frame, Ground ground) {
    const QColor ink = toColour(paper(ground).text);
    painter.setPen(ink);
    LegendLine legend(painter, frame.legend());
    const QString box = DistributionText::tr("middle half, median with its interval");
    if (const auto sign = legend.addSign(34, box)) {
        const QRectF quartiles = sign->adjusted(8, 1, -8, -1);
        QRectF interval = quartiles.adjusted(5, 0, -5, 0);
        interval.setTop(sign->center().y() - 2.5);
        interval.setHeight(5);
        paintBox(painter, {quartiles, interval, sign->center().x(), sign->left(), sign->right(), frame.lineScale()},
                 ink, ground);
    }
    legend.addText(box);
    const auto outlier = [&](Outlyingness outlyingness, const QString& text) {
        legend.nextEntry();
        if (const auto sign = legend.addSign(2 * SignRadius * frame.lineScale(), text)) {
            painter.setPen(QPen(ink, 1.5));
            painter.setBrush(Qt::NoBrush);
            paintOutlier(painter, {0, 0, outlyingness}, sign->center(), SignRadius * frame.lineScale());
        }
        legend.addText(text);
    };
    const bool isOfSamples = frame.plot().x.quantity == Quantity::Share;
    if (isOfSamples) outlier(Outlyingness::Mild, DistributionText::tr("outlier"));
    outlier(Outlyingness::Severe,
            isOfSamples ? DistributionText::tr("far out") : DistributionText::tr("run far from the others"));
    const QString beyond = DistributionText::tr("beyond the axis");
    legend.nextEntry();
    if (const auto sign = legend.addSign(2 * SignRadius * frame.lineScale(), beyond)) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(ink);
        paintArrow(painter, sign->center(), true, SignRadius * frame.lineScale());
    }
    legend.addText(beyond);
    if (!isOfSamples) return;
    legend.nextEntry();
    legend.addText(DistributionText::tr("from the top in the order of measuring"));
}

}  // namespace

void paintDistribution(QPainter& painter, const RowFrame& frame, Ground ground) {
    painter.setFont(frame.font());
    painter.save();
    painter.setClipRect(frame.area());  // an interval may reach beyond the axis
    for (std::size_t row = 0; row < frame.plot().boxes.size(); ++row)
        paintRow(painter, frame, row, ground);
    painter.restore();
    paintLegend(painter, frame, ground);
    painter.setBrush(Qt::NoBrush);
}

}  // namespace breakeven
