#include "ui/plots/area_labels.h"

#include "ui/language.h"
#include "ui/plots/chart_frame.h"
#include "ui/plots/chart_style.h"
#include "ui/plots/curve_points.h"
#include "ui/plots/plot_text.h"

#include <QFontMetricsF>
#include <QLineF>

#include <algorithm>

namespace breakeven {

namespace {

constexpr double MarkerShare = 0.4;  // of the area's height that labels of markers may take together
constexpr double RowGap = 2;         // pixels between those

using Rooms = std::vector<QRectF>;

/// Through the room, or ends in it.
bool crosses(const QLineF& line, const QRectF& room) {
    const auto [left, right] = std::minmax({line.x1(), line.x2()});
    const auto [top, bottom] = std::minmax({line.y1(), line.y2()});
    if (left > room.right() || right < room.left() || top > room.bottom() || bottom < room.top()) return false;
    if (room.contains(line.p1()) || room.contains(line.p2())) return true;
    const QLineF falling(room.topLeft(), room.bottomRight());
    const QLineF rising(room.bottomLeft(), room.topRight());
    return line.intersects(falling, nullptr) == QLineF::BoundedIntersection ||
           line.intersects(rising, nullptr) == QLineF::BoundedIntersection;
}

class Places {
public:
    explicit Places(const ChartFrame& frame)
        : m_area(frame.area().adjusted(-1, -1, 1, 1)), m_reach(MarkerSize * frame.lineScale() / 2) {
        for (std::size_t place = 0; place < frame.curves().size(); ++place)
            if (frame.plot().series[place].weight != Weight::Thin) addCurve(frame.curves()[place].line, frame);
        for (const Guide& guide : frame.plot().guides)
            guide.horizontal ? m_levels.push_back(frame.yPixel(guide.at))
                             : m_uprights.push_back(frame.xPixel(guide.at));
        for (const Marker& marker : frame.plot().markers)
            m_uprights.push_back(frame.xPixel(marker.x));
    }

    /// Within the area, on no words and no curve.
    bool isFree(const QRectF& room) const {
        const QRectF wide = room.adjusted(-m_reach, -m_reach, m_reach, m_reach);
        const auto isOn = [&](const QRectF& other) { return other.intersects(room); };
        return m_area.contains(room) && std::ranges::none_of(m_taken, isOn) &&
               std::ranges::none_of(m_curves, [&](const QLineF& line) { return crosses(line, wide); });
    }

    /// Words there could be another guide's.
    bool hasLevel(const QRectF& room) const {
        return std::ranges::any_of(m_levels, [&](double y) { return room.top() <= y && y <= room.bottom(); });
    }
    bool hasUpright(const QRectF& room) const {
        return std::ranges::any_of(m_uprights, [&](double x) { return room.left() <= x && x <= room.right(); });
    }

    void take(const QRectF& room) { m_taken.push_back(room); }

private:
    void addCurve(const QList<QPointF>& numbers, const ChartFrame& frame) {
        QPointF last;
        for (qsizetype i = 0; i < numbers.size(); ++i) {
            const QPointF place(frame.xPixel(numbers[i].x()), frame.yPixel(numbers[i].y()));
            m_curves.emplace_back(i == 0 ? place : last, place);
            last = place;
        }
    }

    QRectF m_area;
    double m_reach;  ///< of a curve's markers
    std::vector<QLineF> m_curves;
    std::vector<double> m_levels;
    std::vector<double> m_uprights;
    Rooms m_taken;
};

/// Above the line or below it: at its right end, at its left one, then between them.
Rooms besideLevel(const QRectF& area, double y, QSizeF size) {
    Rooms rooms;
    const double span = area.width() - 2 * ChartGap - size.width();
    for (const double share : {1.0, 0.0, 0.75, 0.25, 0.5}) {
        const double left = area.left() + ChartGap + share * span;
        rooms.emplace_back(QPointF(left, y - size.height() - 1), size);
        rooms.emplace_back(QPointF(left, y + 1), size);
    }
    return rooms;
}

/// At its foot, where break-evens have no words, and from there upwards; at its right, then at its left.
Rooms besideUpright(const QRectF& area, double x, QSizeF size) {
    Rooms rooms;
    for (double top = area.bottom() - size.height() - 1; top >= area.top(); top -= size.height()) {
        rooms.emplace_back(QPointF(x + ChartGap / 2, top), size);
        rooms.emplace_back(QPointF(x - ChartGap / 2 - size.width(), top), size);
    }
    return rooms;
}

/// From the top downwards; at its right, then at its left.
Rooms besideMarker(const QRectF& area, double x, QSizeF size) {
    Rooms rooms;
    const double step = size.height() + RowGap;
    for (double top = area.top() + ChartGap / 2; top + size.height() <= area.bottom(); top += step) {
        rooms.emplace_back(QPointF(x + ChartGap, top), size);
        rooms.emplace_back(QPointF(x - ChartGap - size.width(), top), size);
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

/// The first room that is free and on no other upright line, else the first that is free.
std::optional<QRectF> firstFree(const Places& places, const Rooms& rooms) {
    std::optional<QRectF> crossed;
    for (const QRectF& room : rooms) {
        if (!places.isFree(room)) continue;
        if (!places.hasUpright(room)) return room;
        if (!crossed) crossed = room;
    }
    return crossed;
}

void placeMarkers(const ChartFrame& frame, Places& places, std::vector<AreaLabel>& labels) {
    const QFontMetricsF metrics(frame.font());
    const QRectF area = frame.area();
    const double most = MarkerShare * area.height() / (metrics.height() + RowGap);
    const std::vector<Marker>& markers = frame.plot().markers;
    for (std::size_t index = 0; index < markers.size() && static_cast<double>(labels.size()) + 1 <= most; ++index) {
        const double x = frame.xPixel(markers[index].x);
        if (x < area.left() || x > area.right()) continue;
        for (const QString& text : {spoken(markers[index].label), positionText(frame.plot().x, markers[index].x)}) {
            const QSizeF size(markerSwatch(frame.lineScale()) + metrics.horizontalAdvance(text), metrics.height());
            const auto room = firstFree(places, besideMarker(area, x, size));
            if (!room) continue;
            places.take(*room);
            labels.push_back({text, *room, index});
            break;
        }
    }
}

void placeGuides(const ChartFrame& frame, Places& places, std::vector<AreaLabel>& labels) {
    const QFontMetricsF metrics(frame.font());
    const QRectF area = frame.area().adjusted(-1, -1, 1, 1);
    const auto place = [&](const std::string& label, const auto& roomFor) {
        const QString text = spoken(label);
        const std::optional<QRectF> room = roomFor(QSizeF(metrics.horizontalAdvance(text), metrics.height()));
        if (!room) return;
        places.take(*room);
        labels.push_back({text, *room, {}});
    };
    for (const Guide& guide : frame.plot().guides) {
        const double at = guide.horizontal ? frame.yPixel(guide.at) : frame.xPixel(guide.at);
        const bool isInside =
            guide.horizontal ? area.top() <= at && at <= area.bottom() : area.left() <= at && at <= area.right();
        if (!isInside) continue;
        place(guide.label, [&](QSizeF size) -> std::optional<QRectF> {
            if (!guide.horizontal) return firstFree(places, besideUpright(area, at, size));
            const Rooms rooms = besideLevel(area, at, size);
            const auto isOwn = [&](const QRectF& room) { return places.isFree(room) && !places.hasLevel(room); };
            const auto found = std::ranges::find_if(rooms, isOwn);
            return found == rooms.end() ? std::nullopt : std::optional(*found);
        });
    }
    for (const Bound& bound : frame.plot().bounds) {
        const QPointF end = frame.pixel(bound.points.back());
        if (!area.contains(end)) continue;
        place(bound.label, [&](QSizeF size) {
            return firstFree(places, besideBound(area, frame.pixel(bound.points.front()), end, size));
        });
    }
}

}  // namespace

double markerSwatch(double lineScale) {
    return MarkerSize * lineScale + ChartGap / 2;
}

std::vector<AreaLabel> areaLabels(const ChartFrame& frame) {
    const Plot& plot = frame.plot();
    const bool hasWords = !plot.markers.empty() || !plot.guides.empty() || !plot.bounds.empty();
    if (plot.series.empty() || !hasWords) return {};  // the curves are looked at for their sake alone
    Places places(frame);
    std::vector<AreaLabel> labels;
    placeMarkers(frame, places, labels);
    placeGuides(frame, places, labels);
    return labels;
}

}  // namespace breakeven
