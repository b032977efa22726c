#include "ui/plots/curve_points.h"

#include "ui/plots/chart_frame.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <optional>
#include <span>
#include <vector>

namespace breakeven {

namespace {

constexpr double Reach = 1;         // pictures, beyond the visible one
constexpr double RoomOfMarker = 4;  // pixels along x that a marker needs so that it can be told from its neighbours
constexpr double HalfBar = 4;       // pixels, of an interval that stands alone
constexpr std::size_t PointsPerColumn = 2;
constexpr double StepOfBend = 3;  // pixels along x

using Points = std::span<const PlotPoint>;

bool isDrawable(const Axis& axis, double value) {
    return axis.scale == AxisScale::Linear || value > 0;
}

bool isDrawable(const ChartFrame& frame, const PlotPoint& point) {
    return isDrawable(frame.xAxis(), point.x) && isDrawable(frame.yAxis(), point.y);
}

/// Those in sight and one more on each side, to which the line leads.
Points pointsInSight(Points points, const Interval<double>& range) {
    auto first = std::ranges::lower_bound(points, range.low, {}, &PlotPoint::x);
    auto last = std::ranges::upper_bound(points, range.high, {}, &PlotPoint::x);
    if (first != points.begin()) --first;
    if (last != points.end()) ++last;
    return {first, last};
}

/// The lowest and the highest of the points, in their order, with the band around all of them.
void addColumn(std::vector<PlotPoint>& kept, Points column) {
    const PlotPoint* lowest = &column.front();
    const PlotPoint* highest = lowest;
    std::optional<Interval<double>> band;
    for (const PlotPoint& point : column) {
        if (point.y < lowest->y) lowest = &point;
        if (point.y > highest->y) highest = &point;
        if (!point.interval) continue;
        if (!band) band = point.interval;
        band = {std::min(band->low, point.interval->low), std::max(band->high, point.interval->high)};
    }
    const auto keep = [&](const PlotPoint& point) {
        kept.push_back({.x = point.x, .y = point.y, .interval = band, .note = {}, .trialId = {}});
    };
    keep(*std::min(lowest, highest));
    if (lowest != highest) keep(*std::max(lowest, highest));
}

std::vector<PlotPoint> thinned(Points points, const ChartFrame& frame) {
    const auto columns = static_cast<std::size_t>(std::max(1.0, std::ceil(frame.area().width())));
    std::vector<PlotPoint> kept;
    kept.reserve(columns * PointsPerColumn);
    for (std::size_t column = 1; !points.empty(); ++column) {
        const double end = valueAt(frame.xAxis(), static_cast<double>(column) / static_cast<double>(columns));
        const bool isLast = column > columns;  // what is out of sight
        const auto isBeyond = [&](const PlotPoint& point) { return point.x >= end; };
        const auto next = isLast ? points.end() : std::ranges::find_if(points, isBeyond);
        if (next != points.begin()) addColumn(kept, {points.begin(), next});
        points = {next, points.end()};
    }
    return kept;
}

QPointF crossing(QPointF from, QPointF to, double share) {
    return from + (to - from) * share;
}

/// The ends of a line that is within reach along x; y may still be far away.
QPolygonF cutAlongX(const QPolygonF& line) {
    QPolygonF cut = line;
    if (cut.size() < 2) return cut;
    const auto pull = [](QPointF& end, QPointF next, double limit) {
        end = crossing(end, next, (limit - end.x()) / (next.x() - end.x()));
    };
    if (cut.front().x() < -Reach && cut[1].x() > -Reach) pull(cut.front(), cut[1], -Reach);
    QPointF& last = cut.back();
    const QPointF before = cut[cut.size() - 2];
    if (last.x() > 1 + Reach && before.x() < 1 + Reach) pull(last, before, 1 + Reach);
    return cut;
}

/// Places as numbers; those of a line that is within reach anyway stay what they were.
QList<QPointF> cutToReach(const QList<QPointF>& numbers, const ChartFrame& frame) {
    QPolygonF line;
    line.reserve(numbers.size());
    for (const QPointF& number : numbers)
        line += QPointF(shareOf(frame.xAxis(), number.x()), shareOf(frame.yAxis(), number.y()));
    const QPolygonF reached = withinReach(line);
    if (reached == line) return numbers;
    QList<QPointF> cut;
    cut.reserve(reached.size());
    for (const QPointF& place : reached)
        cut += QPointF(valueAt(frame.xAxis(), place.x()), valueAt(frame.yAxis(), place.y()));
    return cut;
}

/// Break-evens are interpolated between sizes as powers, which are straight where both axes are logarithmic alone.
/// Elsewhere the line gets corners in between, in sight, so that it crosses where the number says.
QList<QPointF> bent(const QList<QPointF>& numbers, const ChartFrame& frame) {
    QList<QPointF> line;
    const double step = StepOfBend / frame.area().width();
    for (const QPointF& to : numbers) {
        const QPointF from = line.isEmpty() ? to : line.back();
        if (from.x() > 0 && from.x() < to.x() && from.y() > 0 && to.y() > 0) {
            const double power = std::log(to.y() / from.y()) / std::log(to.x() / from.x());
            const double end = std::min(1.0, shareOf(frame.xAxis(), to.x()));
            const double begin = std::max(0.0, shareOf(frame.xAxis(), from.x()));
            for (double share = std::ceil(begin / step) * step; share <= end; share += step) {
                const double x = valueAt(frame.xAxis(), share);
                if (from.x() < x && x < to.x()) line += QPointF(x, from.y() * std::pow(x / from.x(), power));
            }
        }
        line += to;
    }
    return line;
}

bool isBent(const ChartFrame& frame) {
    const bool isStraight = frame.xAxis().scale == AxisScale::Log && frame.yAxis().scale == AxisScale::Log;
    return frame.xAxis().quantity == Quantity::Items && !isStraight;
}

bool isInSight(const ChartFrame& frame, const PlotPoint& point) {
    const Interval<double> x = frame.xAxis().range;
    const Interval<double> y = frame.yAxis().range;
    return x.low <= point.x && point.x <= x.high && y.low <= point.y && point.y <= y.high;
}

bool hasInterval(const PlotPoint& point) {
    return point.interval.has_value();
}

/// Where a point has no interval the band is cut off, since narrowing to the point would tell that it is exact. An
/// interval between two of those is a bar.
void addBand(CurvePoints& drawn, Points points, const ChartFrame& frame) {
    const auto add = [&](double x, const Interval<double>& y) {
        drawn.low += QPointF(x, isDrawable(frame.yAxis(), y.low) ? y.low : valueAt(frame.yAxis(), -Reach));
        drawn.high += QPointF(x, y.high);
    };
    for (std::size_t i = 0; i < points.size(); ++i) {
        const PlotPoint& point = points[i];
        const Interval<double> none{point.y, point.y};
        const bool goesOnLeft = i > 0 && hasInterval(points[i - 1]);
        const bool goesOnRight = i + 1 < points.size() && hasInterval(points[i + 1]);
        if (!hasInterval(point)) {
            add(point.x, none);
            continue;
        }
        const bool isAlone = !goesOnLeft && !goesOnRight;
        const double place = shareOf(frame.xAxis(), point.x);
        const double half = HalfBar / frame.area().width();
        const double left = isAlone ? valueAt(frame.xAxis(), place - half) : point.x;
        const double right = isAlone ? valueAt(frame.xAxis(), place + half) : point.x;
        if (i > 0 && !goesOnLeft) add(left, none);
        add(left, *point.interval);
        if (isAlone) add(right, *point.interval);
        if (i + 1 < points.size() && !goesOnRight) add(right, none);
    }
}

}  // namespace

QPolygonF withinReach(const QPolygonF& line) {
    const QPolygonF cut = cutAlongX(line);
    QPolygonF reached;
    reached.reserve(cut.size());
    for (const QPointF& place : cut) {
        if (!reached.isEmpty()) {
            const QPointF from = cut[&place - cut.constData() - 1];
            const bool rises = place.y() > from.y();
            for (const double limit : {rises ? -Reach : 1 + Reach, rises ? 1 + Reach : -Reach}) {
                const double share = (limit - from.y()) / (place.y() - from.y());
                if (share > 0 && share < 1) reached += crossing(from, place, share);
            }
        }
        reached += QPointF(place.x(), std::clamp(place.y(), -Reach, 1 + Reach));
    }
    return reached;
}

CurvePoints curvePoints(const Series& series, const ChartFrame& frame) {
    const double width = frame.area().width();
    Points points = pointsInSight(series.points, frame.xAxis().range);
    const bool hasMarkers = static_cast<double>(points.size()) * RoomOfMarker <= width;
    std::vector<PlotPoint> few;
    if (static_cast<double>(points.size()) > static_cast<double>(PointsPerColumn) * width) {
        few = thinned(points, frame);
        points = few;
    }
    CurvePoints drawn;
    drawn.isDense = !few.empty();
    std::vector<PlotPoint> drawable;
    std::ranges::copy_if(points, std::back_inserter(drawable),
                         [&](const PlotPoint& point) { return isDrawable(frame, point); });
    for (const PlotPoint& point : drawable) {
        drawn.line += QPointF(point.x, point.y);
        if (hasMarkers && isInSight(frame, point)) drawn.markers += QPointF(point.x, point.y);
    }
    if (std::ranges::any_of(drawable, hasInterval)) addBand(drawn, drawable, frame);
    for (QList<QPointF>* line : {&drawn.line, &drawn.low, &drawn.high}) {
        if (hasMarkers && isBent(frame)) *line = bent(*line, frame);
        *line = cutToReach(*line, frame);
    }
    return drawn;
}

}  // namespace breakeven
