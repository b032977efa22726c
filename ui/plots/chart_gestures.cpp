// What mouse, wheel and keys do with a chart. Qt Charts has a zoom of its own; it is not used, since it knows pixels
// alone and goes wrong on logarithmic axes.
#include "ui/plots/chart_commands.h"
#include "ui/plots/chart_view.h"
#include "ui/plots/gesture_sizes.h"
#include "ui/plots/plot_places.h"

#include <QEvent>
#include <QKeyEvent>
#include <QLineF>
#include <QMouseEvent>

#include <algorithm>
#include <cmath>
#include <utility>
#include <vector>

namespace breakeven {

namespace {

constexpr double Reach = 24;     // pixels from the mouse to the point that it means
constexpr double EdgeReach = 8;  // pixels around the area that still belong to it

double xShare(QRectF area, double x) {
    return (x - area.left()) / area.width();
}

double yShare(QRectF area, double y) {
    return (area.bottom() - y) / area.height();
}

}  // namespace

QString ChartView::gesturesText() {
    return tr(
        "Drag a frame: zoom into it. A flat or narrow one zooms along one axis.\n"
        "Wheel: zoom at the pointer; with Ctrl the values alone, with Shift what is below alone.\n"
        "Wheel over the numbers of an axis: zoom that axis.\n"
        "Shift and drag, or the middle button: move.\n"
        "Backspace or Ctrl+Z: undo the last zoom. Double click, Home or 0: show all.\n"
        "Click a point or press Enter: its samples. Click a name above or press H: hide it, or show it again.\n"
        "Arrows: cross-hair. Shift and arrows: move. + and −: zoom. Right click: all commands.");
}

ChartView::Framed ChartView::dragged() const {
    const QRectF area = m_frame.area();
    Framed framed{QRectF(m_pressed, m_mouse).normalized() & area, {}};
    framed.along.setFlag(Qt::Horizontal, framed.rect.width() >= LeastFrame);
    framed.along.setFlag(Qt::Vertical, framed.rect.height() >= LeastFrame);
    if (framed.along == Qt::Horizontal) framed.rect = {framed.rect.x(), area.y(), framed.rect.width(), area.height()};
    if (framed.along == Qt::Vertical) framed.rect = {area.x(), framed.rect.y(), area.width(), framed.rect.height()};
    return framed;
}

void ChartView::zoomToFrame() {
    const auto& [rect, along] = dragged();
    const QRectF area = m_frame.area();
    ZoomRange range = zoomRange();
    if (along.testFlag(Qt::Horizontal)) {
        range.x = partOf(m_frame.xAxis(), m_frame.xWhole(), xShare(area, rect.left()), xShare(area, rect.right()));
    }
    if (along.testFlag(Qt::Vertical)) {
        range.y = partOf(m_frame.yAxis(), m_frame.yWhole(), yShare(area, rect.bottom()), yShare(area, rect.top()));
    }
    showRange(range);
}

void ChartView::zoomBy(double factor, QPointF place, Qt::Orientations along, ZoomStep step) {
    ZoomRange range = zoomRange();
    const QRectF area = m_frame.area();
    if (along.testFlag(Qt::Horizontal))
        range.x = scaledPart(m_frame.xAxis(), m_frame.xWhole(), xShare(area, place.x()), factor);
    if (along.testFlag(Qt::Vertical))
        range.y = scaledPart(m_frame.yAxis(), m_frame.yWhole(), yShare(area, place.y()), factor);
    showRange(range, step);
}

void ChartView::move(const Axis& x, double right, const Axis& y, double up, ZoomStep step) {
    ZoomRange range = zoomRange();
    if (range.x && right != 0) range.x = partOf(x, m_frame.xWhole(), right, 1 + right);
    if (range.y && up != 0) range.y = partOf(y, m_frame.yWhole(), up, 1 + up);
    showRange(range, step);
}

void ChartView::zoomIn() {
    zoomBy(KeyZoom, placeOfHair().value_or(m_frame.area().center()), Qt::Horizontal | Qt::Vertical, ZoomStep::Key);
}

std::optional<QPointF> ChartView::placeOfHair() const {
    const QRectF area = m_frame.area();
    if (!m_hair || m_frame.xPixel(m_hair->x) < area.left() || m_frame.xPixel(m_hair->x) > area.right())
        return std::nullopt;
    std::vector<double> heights;
    for (const Series& series : plot().series) {
        const PlotPoint* point = pointAt(series, m_hair->x);
        if (point && (m_hair->series.empty() || series.label == m_hair->series))
            heights.push_back(std::clamp(m_frame.yPixel(point->y), area.top(), area.bottom()));
    }
    if (heights.empty()) return QPointF(m_frame.xPixel(m_hair->x), area.center().y());
    const auto [highest, lowest] = std::ranges::minmax(heights);
    return QPointF(m_frame.xPixel(m_hair->x), (highest + lowest) / 2);
}

void ChartView::zoomOut() {
    zoomBy(1 / KeyZoom, m_frame.area().center(), Qt::Horizontal | Qt::Vertical, ZoomStep::Key);
}

void ChartView::reveal(double x) {
    const double share = shareOf(m_frame.xAxis(), x);
    if (share >= 0 && share <= 1) return;
    ZoomRange range = zoomRange();
    range.x = partOf(m_frame.xAxis(), m_frame.xWhole(), share - 0.5, share + 0.5);
    showRange(range, ZoomStep::Key);
}

void ChartView::point(QPointF place) {
    const QRectF area = m_frame.area();
    const bool isInside = area.adjusted(-EdgeReach, -EdgeReach, EdgeReach, EdgeReach).contains(place);
    const std::optional<double> x = isInside ? m_frame.nearestPosition(place.x()) : std::nullopt;
    if (!x) return setCrossHair(std::nullopt);
    CrossHair hair{*x, {}};
    double nearest = Reach;
    for (const Series& series : plot().series) {
        const PlotPoint* candidate = pointAt(series, *x);
        const double distance = candidate ? QLineF(m_frame.pixel(*candidate), place).length() : Reach;
        if (distance < nearest) hair.series = series.label;
        nearest = std::min(nearest, distance);
    }
    setCrossHair(std::move(hair));
}

void ChartView::stepCrossHair(bool forward) {
    const auto first = [&] {
        const auto [low, high] = m_frame.xAxis().range;
        return forward ? positionFrom(plot(), low) : positionBefore(plot(), std::nextafter(high, HUGE_VAL));
    };
    const std::optional<double> next = !m_hair   ? first()
                                       : forward ? positionAfter(plot(), m_hair->x)
                                                 : positionBefore(plot(), m_hair->x);
    if (!next) return;
    CrossHair hair{*next, m_hair ? m_hair->series : std::string()};
    const auto isThere = [&](const Series& series) { return pointAt(series, hair.x) != nullptr; };
    const Series* kept = findSeries(plot(), hair.series);
    if (!kept || !isThere(*kept)) hair.series = std::ranges::find_if(plot().series, isThere)->label;
    reveal(hair.x);
    setCrossHair(std::move(hair));
}

void ChartView::stepSeries(bool up) {
    if (!m_hair) return;
    std::vector<std::pair<double, const Series*>> heights;
    for (const Series& series : plot().series) {
        if (const PlotPoint* at = pointAt(series, m_hair->x)) heights.emplace_back(at->y, &series);
    }
    if (heights.empty()) return;
    std::ranges::stable_sort(heights, {}, [](const auto& height) { return height.first; });
    const auto here =
        std::ranges::find(heights, m_hair->series, [](const auto& height) { return height.second->label; });
    auto next = here;
    if (here == heights.end()) {
        next = up ? heights.begin() : std::prev(heights.end());
    } else if (up && std::next(here) != heights.end()) {
        ++next;
    } else if (!up && here != heights.begin()) {
        --next;
    }
    setCrossHair(CrossHair{m_hair->x, next->second->label});
}

void ChartView::click(QPointF place) {
    if (const Series* series = m_frame.legendAt(place)) {
        Q_EMIT seriesToggled(QString::fromStdString(series->label));
        return;
    }
    point(place);
    chooseTrial();
}

void ChartView::endDrag() {
    m_drag = Drag::None;
    m_zoom.endSteps();
    viewport()->unsetCursor();
    viewport()->update();
}

bool ChartView::event(QEvent* event) {
    if (event->type() == QEvent::ShortcutOverride) {  // undoes the zoom before it undoes anything of the window's
        const auto& key = static_cast<const QKeyEvent&>(*event);
        const ChartCommand* command = commandOf(key);
        const bool endsDrag = key.key() == Qt::Key_Escape && m_drag != Drag::None;
        if (endsDrag || (command && (this->*command->isPossible)())) {
            event->accept();
            return true;
        }
    }
    return QChartView::event(event);
}

void ChartView::keyPressEvent(QKeyEvent* event) {
    if (const ChartCommand* command = commandOf(*event)) {
        const bool isPossible = (this->*command->isPossible)();
        if (isPossible) (this->*command->run)();
        return event->setAccepted(isPossible);
    }
    const bool isPlain = event->modifiers() == Qt::NoModifier || event->modifiers() == Qt::KeypadModifier;
    const bool moves = event->modifiers() == Qt::ShiftModifier;
    const auto shift = [this](double right, double up) {
        move(m_frame.xAxis(), right, m_frame.yAxis(), up, ZoomStep::Key);
    };
    if (hasCurves() && (isPlain || moves)) {
        switch (event->key()) {
            case Qt::Key_Left:
                return moves ? shift(-KeyStep, 0) : stepCrossHair(false);
            case Qt::Key_Right:
                return moves ? shift(KeyStep, 0) : stepCrossHair(true);
            case Qt::Key_Up:
                return moves ? shift(0, KeyStep) : stepSeries(true);
            case Qt::Key_Down:
                return moves ? shift(0, -KeyStep) : stepSeries(false);
            default:
                break;
        }
    }
    if (event->key() == Qt::Key_Escape && (m_drag != Drag::None || m_hair)) {
        endDrag();
        return setCrossHair(std::nullopt);
    }
    event->ignore();  // QGraphicsView would scroll
}

void ChartView::mousePressEvent(QMouseEvent* event) {
    // The base class is left out. QTBUG-118669: before 6.6.1 it follows a null pointer where no item is.
    event->accept();
    if (event->button() == Qt::BackButton) return undoZoom();
    const bool isLeft = event->button() == Qt::LeftButton;
    if (m_drag != Drag::None || plot().series.empty() || (!isLeft && event->button() != Qt::MiddleButton)) return;
    m_pressed = m_mouse = event->position();
    m_pressedX = m_frame.xAxis();
    m_pressedY = m_frame.yAxis();
    if (!m_frame.area().contains(m_pressed)) {
        if (isLeft && m_frame.legendAt(m_pressed)) m_drag = Drag::Press;
        return;
    }
    const bool moves = !isLeft || event->modifiers().testFlag(Qt::ShiftModifier);
    m_drag = moves ? Drag::Move : Drag::Press;
    if (moves) viewport()->setCursor(Qt::ClosedHandCursor);
}

void ChartView::mouseMoveEvent(QMouseEvent* event) {
    m_mouse = event->position();
    const QRectF area = m_frame.area();
    const QPointF moved = m_mouse - m_pressed;
    switch (m_drag) {
        case Drag::None:
            point(m_mouse);
            viewport()->setCursor(pointsAtTrial() || m_frame.legendAt(m_mouse) ? Qt::PointingHandCursor
                                                                               : Qt::ArrowCursor);
            break;
        case Drag::Press:
            if (!area.contains(m_pressed) || moved.manhattanLength() < LeastDrag) break;
            m_drag = Drag::Frame;
            viewport()->setCursor(Qt::CrossCursor);
            [[fallthrough]];
        case Drag::Frame:
            viewport()->update();
            break;
        case Drag::Move:
            move(m_pressedX, -moved.x() / area.width(), m_pressedY, moved.y() / area.height(), ZoomStep::Drag);
            break;
    }
}

void ChartView::mouseReleaseEvent(QMouseEvent* event) {
    m_mouse = event->position();
    const Drag ended = m_drag;
    const bool isClick = ended == Drag::Press || (ended == Drag::Frame && !dragged().along);
    if (ended == Drag::None) return;
    if (ended == Drag::Frame) zoomToFrame();
    endDrag();
    isClick ? click(m_pressed) : point(m_mouse);
}

void ChartView::mouseDoubleClickEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton || m_frame.legendAt(event->position())) return mousePressEvent(event);
    if (m_frame.area().contains(event->position())) showAll();
}

void ChartView::wheelEvent(QWheelEvent* event) {
    // QTBUG-119712: before 6.6.2 the base class swallows the wheel, and the page around it cannot scroll.
    const QRectF area = m_frame.area();
    const QPointF place = event->position();
    const bool isInside = area.contains(place);
    const bool isBeside = place.x() < area.left() && area.top() <= place.y() && place.y() <= area.bottom();
    const bool isBelow = place.y() > area.bottom() && area.left() <= place.x() && place.x() <= area.right();
    const ZoomRange before = zoomRange();
    const QPoint turned = event->angleDelta();
    if (hasCurves() && (isInside || isBeside || isBelow)) {
        Qt::Orientations along = Qt::Horizontal | Qt::Vertical;
        if (isBeside || event->modifiers().testFlag(Qt::ControlModifier)) along = Qt::Vertical;
        if (isBelow || event->modifiers().testFlag(Qt::ShiftModifier)) along = Qt::Horizontal;
        if (turned.y() != 0) zoomBy(std::exp2(-turned.y() / WheelOctave), place, along, ZoomStep::Wheel);
        if (turned.x() != 0)
            move(m_frame.xAxis(), -KeyStep * turned.x() / WheelNotch, m_frame.yAxis(), 0, ZoomStep::Wheel);
    }
    event->setAccepted(zoomRange() != before);
    if (event->isAccepted()) point(place);
}

void ChartView::leaveEvent(QEvent* event) {
    QChartView::leaveEvent(event);
    setCrossHair(std::nullopt);
}

}  // namespace breakeven
