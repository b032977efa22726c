#include "ui/plots/guide_labels.h"

#include "ui/language.h"
#include "ui/plots/chart_style.h"

#include <QFontMetricsF>

#include <algorithm>

namespace breakeven {

namespace {

constexpr int MostRows = 6;  // of labels above each other beside upright lines

using Rooms = std::vector<QRectF>;

/// Above the line, below it, or a row further away where lines are close; at its right end, then at its left one.
Rooms besideLevel(const QRectF& area, double y, QSizeF size) {
    Rooms rooms;
    for (const double left : {area.right() - ChartGap - size.width(), area.left() + ChartGap}) {
        for (const double shift : {0.0, size.height()}) {
            rooms.emplace_back(QPointF(left, y - size.height() - 1 - shift), size);
            rooms.emplace_back(QPointF(left, y + 1 + shift), size);
        }
    }
    return rooms;
}

/// At its foot, where break-evens have no words, and from there upwards; at its right, then at its left.
Rooms besideUpright(const QRectF& area, double x, QSizeF size) {
    Rooms rooms;
    for (int row = 1; row <= MostRows; ++row) {
        const double top = area.bottom() - row * size.height() - 1;
        rooms.emplace_back(QPointF(x + ChartGap / 2, top), size);
        rooms.emplace_back(QPointF(x - ChartGap / 2 - size.width(), top), size);
    }
    return rooms;
}

/// At the end of the line, else at its begin.
Rooms besideBound(const QRectF& area, QPointF begin, QPointF end, QSizeF size) {
    Rooms rooms;
    for (const QPointF& at : {end, begin}) {
        const double left = std::clamp(at.x() - size.width(), area.left(),
                                       std::max(area.left(), area.right() - ChartGap - size.width()));
        rooms.emplace_back(QPointF(left, std::max(area.top(), at.y() - size.height() - 1)), size);
        rooms.emplace_back(QPointF(left, at.y() + 1), size);
    }
    return rooms;
}

}  // namespace

std::vector<PlacedLabel> guideLabels(const ChartFrame& frame, std::vector<QRectF> taken) {
    const QFontMetricsF metrics(frame.font());
    const QRectF area = frame.area().adjusted(-1, -1, 1, 1);
    std::vector<PlacedLabel> placed;
    const auto place = [&](const QString& text, const auto& roomsFor) {
        const QSizeF size(metrics.horizontalAdvance(text), metrics.height());
        for (const QRectF& room : roomsFor(size)) {
            const bool isFree =
                std::ranges::none_of(taken, [&](const QRectF& other) { return other.intersects(room); });
            if (!isFree || !area.contains(room)) continue;
            taken.push_back(room);
            placed.push_back({text, room});
            return;
        }
    };
    for (const Guide& guide : frame.plot().guides) {
        const double at = guide.horizontal ? frame.yPixel(guide.at) : frame.xPixel(guide.at);
        const bool isInside =
            guide.horizontal ? area.top() <= at && at <= area.bottom() : area.left() <= at && at <= area.right();
        if (!isInside) continue;
        place(spoken(guide.label), [&](QSizeF size) {
            return guide.horizontal ? besideLevel(frame.area(), at, size) : besideUpright(frame.area(), at, size);
        });
    }
    for (const Bound& bound : frame.plot().bounds) {
        const QPointF end = frame.pixel(bound.points.back());
        if (!area.contains(end)) continue;
        place(spoken(bound.label),
              [&](QSizeF size) { return besideBound(frame.area(), frame.pixel(bound.points.front()), end, size); });
    }
    return placed;
}

}  // namespace breakeven
