#include "ui/plots/chart_style.h"

#include <QGuiApplication>
#include <QPainter>
#include <QRectF>

#include <algorithm>
#include <cmath>
#include <initializer_list>
#include <numbers>

namespace breakeven {

double lineScale(const QFont& font) {
    return std::max(1.0, QFontMetricsF(font).height() / QFontMetricsF(QGuiApplication::font()).height());
}

int leastChart(const QFont& font) {
    constexpr int LinesAround = 7;  // two of the legend, numbers and title of an axis, and the gaps between them
    return static_cast<int>(LeastArea * lineScale(font) + LinesAround * QFontMetricsF(font).height());
}

namespace {

/// Corners at these distances and equal angles, the first one on top.
QPolygonF aroundOrigin(std::initializer_list<double> radii) {
    QPolygonF corners;
    for (const double radius : radii) {
        const double angle =
            2 * std::numbers::pi * static_cast<double>(corners.size()) / static_cast<double>(radii.size());
        corners += QPointF(radius * std::sin(angle), -radius * std::cos(angle));
    }
    return corners;
}

}  // namespace

QPolygonF cornersOf(Sign sign) {
    constexpr double Half = MarkerSize / 2;
    constexpr double Wide = Half * PointedSize;
    switch (sign) {
        case Sign::Disc:
            return {};
        case Sign::Square:
            return QRectF(-Half, -Half, MarkerSize, MarkerSize);
        case Sign::Diamond:
            return QPolygonF({{0, -Wide}, {Wide, 0}, {0, Wide}, {-Wide, 0}});
        case Sign::Triangle:
            return QPolygonF({{0, -Wide}, {Wide, Half}, {-Wide, Half}});
        case Sign::Pentagon:
            return aroundOrigin({Wide, Wide, Wide, Wide, Wide});
        case Sign::Star: {
            constexpr double Notch = Wide * 0.45;
            return aroundOrigin({Wide, Notch, Wide, Notch, Wide, Notch, Wide, Notch, Wide, Notch});
        }
    }
    return {};
}

QFont boldened(QFont font) {
    font.setWeight(QFont::DemiBold);
    return font;
}

/// Bounded first: layout of a text without end takes forever.
QString shortened(const QString& text, QSizeF room, const QFontMetricsF& metrics) {
    const QRectF bounds({0, 0}, room);
    const auto fits = [&](const QString& part) {
        return metrics.boundingRect(bounds, Qt::TextWordWrap, part).height() <= bounds.height();
    };
    const double narrowest = metrics.horizontalAdvance(u'i');
    const double most = room.width() / narrowest * std::max(1.0, room.height() / metrics.height());
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

void paintGridLine(QPainter& painter, QPointF from, QPointF to, const QColor& colour) {
    const bool isSmooth = painter.testRenderHint(QPainter::Antialiasing);
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.fillRect(QRectF(from, to).adjusted(-0.5, -0.5, 0.5, 0.5), colour);
    painter.setRenderHint(QPainter::Antialiasing, isSmooth);
}

}  // namespace breakeven
