#include "ui/plots/timeline_canvas.h"

#include "ui/plots/gesture_sizes.h"
#include "ui/plots/timeline_text.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QScrollBar>
#include <QToolTip>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>
#include <utility>

namespace breakeven {

namespace {

using std::chrono::nanoseconds;

constexpr int Margin = 8;   // pixels around everything
constexpr int LaneGap = 4;  // between lanes
constexpr int LeastPitch = 24;
constexpr int MostPitch = 240;
constexpr int FewestShares = 3;     // of a higher canvas that lanes take one of, however few they are
constexpr int LeastSelection = 3;   // pixels; less is a click
constexpr double HoverReach = 1.5;  // pixels to both sides of the mouse
constexpr int PaperHeight = 600;    // pixels at least

nanoseconds widthOf(TimeRange range) {
    return range.high - range.low;
}

nanoseconds scaled(nanoseconds time, double factor) {
    return nanoseconds(std::llround(static_cast<double>(time.count()) * factor));
}

}  // namespace

TimelineCanvas::TimelineCanvas(QWidget* parent) : QAbstractScrollArea(parent) {
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::StrongFocus);
    viewport()->setMouseTracking(true);
    viewport()->setAttribute(Qt::WA_OpaquePaintEvent);
    setAccessibleName(tr("Timeline"));
}

void TimelineCanvas::setTimeline(Timeline timeline, std::string family) {
    m_timeline = std::move(timeline);
    m_family = std::move(family);
    m_kinds.clear();
    for (const SpanKind kind : {SpanKind::Compute, SpanKind::Transport, SpanKind::Combine})
        if (has(*m_timeline, kind)) m_kinds.push_back(kind);
    m_selection.reset();
    m_drag = Drag::None;
    verticalScrollBar()->setValue(0);
    m_visible = wholeRange();
    layOut();
    redraw();
    Q_EMIT totalsRangeChanged();
}

void TimelineCanvas::setNothing(const QString& why) {
    m_timeline.reset();
    m_why = why;
    setAccessibleDescription(why);
    m_selection.reset();
    m_drag = Drag::None;
    layOut();
    redraw();
    Q_EMIT totalsRangeChanged();
}

double TimelineCanvas::ratio() const {
    return m_isOnPaper ? PaperRatio : devicePixelRatioF();
}

std::int64_t TimelineCanvas::columnCount() const {
    return std::max<std::int64_t>(1, std::llround(m_lanes.width() * ratio()));
}

/// A column takes a nanosecond at least, the clock's own step.
TimeRange TimelineCanvas::wholeRange() const {
    return {nanoseconds(0), std::max(m_timeline ? m_timeline->length : nanoseconds(1), nanoseconds(columnCount()))};
}

void TimelineCanvas::showRange(TimeRange range) {
    const nanoseconds whole = widthOf(wholeRange());
    const nanoseconds width = std::clamp(widthOf(range), nanoseconds(columnCount()), whole);
    const nanoseconds low = std::clamp(range.low, nanoseconds(0), whole - width);
    const TimeRange shown{low, low + width};
    if (shown == m_visible) return;
    m_visible = shown;
    QToolTip::hideText();  // it tells of what was there before
    redraw();
    Q_EMIT totalsRangeChanged();
}

void TimelineCanvas::select(std::optional<TimeRange> range) {
    if (range && m_timeline)
        range = TimeRange{std::clamp(range->low, nanoseconds(0), m_timeline->length),
                          std::clamp(range->high, nanoseconds(0), m_timeline->length)};
    if (!m_timeline || (range && range->low >= range->high)) range.reset();
    if (range == m_selection) return;
    m_selection = range;
    viewport()->update();
    Q_EMIT totalsRangeChanged();
}

void TimelineCanvas::zoom(double factor, nanoseconds anchor) {
    const nanoseconds low = anchor - scaled(anchor - m_visible.low, 1 / factor);
    showRange({low, low + scaled(widthOf(m_visible), 1 / factor)});
}

void TimelineCanvas::zoomIn() {
    const TimeRange told = totalsRange();
    zoom(1 / KeyZoom, told.low + widthOf(told) / 2);
}

void TimelineCanvas::zoomOut() {
    const TimeRange told = totalsRange();
    zoom(KeyZoom, told.low + widthOf(told) / 2);
}

std::unique_ptr<TimelineCanvas> TimelineCanvas::onPaper(int width) const {
    auto made = std::make_unique<TimelineCanvas>();
    made->m_isOnPaper = true;
    made->setPalette(QPalette(Qt::white, Qt::white));
    made->setAttribute(Qt::WA_DontShowOnScreen);
    made->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    if (m_timeline)
        made->setTimeline(*m_timeline, m_family);
    else
        made->setNothing(m_why);
    const int lanes = m_timeline ? static_cast<int>(m_timeline->lanes.size()) : 0;
    const int beside = 2 * Margin + made->legendHeight() + made->axisHeight();
    made->resize(width, std::max(PaperHeight, beside + lanes * LeastPitch));
    made->show();  // it lays itself out only when it is shown
    made->showRange(m_visible);
    made->select(m_selection);
    return made;
}

QRect TimelineCanvas::laneRect(std::size_t lane) const {
    const int top = m_lanes.top() + static_cast<int>(lane) * m_pitch - verticalScrollBar()->value();
    return {m_lanes.left(), top, m_lanes.width(), m_pitch - LaneGap};
}

nanoseconds TimelineCanvas::timeAt(double x) const {
    return m_visible.low + scaled(widthOf(m_visible), (x - m_lanes.left()) / m_lanes.width());
}

double TimelineCanvas::xOf(nanoseconds time) const {
    return m_lanes.left() + Seconds(time - m_visible.low) / Seconds(widthOf(m_visible)) * m_lanes.width();
}

std::optional<std::size_t> TimelineCanvas::laneAt(QPoint place) const {
    if (!m_timeline || !m_lanes.contains(place)) return std::nullopt;
    const auto lane = static_cast<std::size_t>((place.y() - m_lanes.top() + verticalScrollBar()->value()) / m_pitch);
    if (lane >= m_timeline->lanes.size() || !laneRect(lane).contains(place)) return std::nullopt;
    return lane;
}

QString TimelineCanvas::textAt(QPoint place) const {
    const auto lane = laneAt(place);
    if (!lane) return {};
    const double middle = place.x() + 0.5;
    const nanoseconds low = std::max(nanoseconds(0), timeAt(middle - HoverReach));
    return hoverText(*m_timeline, *lane, {low, std::max(timeAt(middle + HoverReach), low + nanoseconds(1))});
}

QString TimelineCanvas::textAtMiddle() const {
    QStringList texts;
    for (std::size_t lane = 0; m_timeline && lane < m_timeline->lanes.size(); ++lane)
        texts += textAt({m_lanes.center().x(), laneRect(lane).center().y()});
    texts.removeAll(QString());
    return texts.join(u'\n');
}

void TimelineCanvas::layOut() {
    const bool showedAll = m_timeline && showsAll();
    const QSize size = viewport()->size();
    const int left = Margin + namesWidth();
    const int top = Margin + legendHeight();
    const int lanes = m_timeline ? static_cast<int>(std::max<std::size_t>(m_timeline->lanes.size(), 1)) : 1;
    const int room = std::max(LeastPitch, size.height() - top - axisHeight() - Margin);
    m_pitch = std::clamp(room / lanes, LeastPitch, std::max(MostPitch, room / FewestShares));
    const int shown = std::min(lanes, std::max(1, room / m_pitch));  // whole ones, while none is scrolled
    m_lanes = QRect(left, top, std::max(1, size.width() - left - 3 * Margin), shown * m_pitch);
    verticalScrollBar()->setRange(0, m_timeline ? std::max(0, lanes * m_pitch - m_lanes.height()) : 0);
    verticalScrollBar()->setPageStep(m_lanes.height());
    verticalScrollBar()->setSingleStep(m_pitch);
    if (m_timeline) showRange(showedAll ? wholeRange() : m_visible);
    m_stale = true;
}

void TimelineCanvas::redraw() {
    m_stale = true;
    viewport()->update();
}

QSize TimelineCanvas::sizeHint() const {
    return {720, 320};
}

QSize TimelineCanvas::minimumSizeHint() const {
    return {320, 2 * Margin + legendHeight() + 2 * LeastPitch + axisHeight()};
}

QString TimelineCanvas::gesturesText() {
    return tr(
        "Wheel: zoom at the pointer.\n"
        "Drag: move. Shift and drag: select a range, of which the table then tells.\n"
        "Double click or Home: show all. Escape: select nothing.\n"
        "Left and Right: move. + and −: zoom. Enter: select what is in sight. Space: what the middle says.");
}

void TimelineCanvas::changeEvent(QEvent* event) {
    QAbstractScrollArea::changeEvent(event);
    if (event->type() != QEvent::PaletteChange && event->type() != QEvent::FontChange) return;
    layOut();
    redraw();
}

void TimelineCanvas::resizeEvent(QResizeEvent* event) {
    QAbstractScrollArea::resizeEvent(event);
    layOut();
}

void TimelineCanvas::scrollContentsBy(int, int) {
    redraw();
}

void TimelineCanvas::keyPressEvent(QKeyEvent* event) {
    const nanoseconds width = widthOf(m_visible);
    const auto move = [&](nanoseconds step) { showRange({m_visible.low + step, m_visible.high + step}); };
    switch (m_timeline ? event->key() : Qt::Key_unknown) {
        case Qt::Key_Plus:
        case Qt::Key_Equal:
            return zoomIn();
        case Qt::Key_Minus:
            return zoomOut();
        case Qt::Key_Left:
            return move(-scaled(width, KeyStep));
        case Qt::Key_Right:
            return move(scaled(width, KeyStep));
        case Qt::Key_Home:
            return showAll();
        case Qt::Key_Return:
        case Qt::Key_Enter:
            return select(m_visible);
        case Qt::Key_Space:
            return QToolTip::showText(viewport()->mapToGlobal(m_lanes.center()), textAtMiddle(), viewport());
        case Qt::Key_Escape:
            if (m_selection) return select(std::nullopt);
            break;
        default:
            break;
    }
    QAbstractScrollArea::keyPressEvent(event);
}

void TimelineCanvas::mousePressEvent(QMouseEvent* event) {
    if (!m_timeline || event->button() != Qt::LeftButton || !m_lanes.contains(event->pos())) {
        QAbstractScrollArea::mousePressEvent(event);
        return;
    }
    m_drag = event->modifiers().testFlag(Qt::ShiftModifier) ? Drag::Select : Drag::Move;
    m_pressed = event->pos();
    m_pressedRange = m_visible;
    m_pressedScroll = verticalScrollBar()->value();
    viewport()->setCursor(m_drag == Drag::Select ? Qt::CrossCursor : Qt::ClosedHandCursor);
    QToolTip::hideText();
}

void TimelineCanvas::mouseMoveEvent(QMouseEvent* event) {
    const QPoint moved = event->pos() - m_pressed;
    switch (m_drag) {
        case Drag::None:
            QToolTip::showText(event->globalPosition().toPoint(), textAt(event->pos()), viewport());
            break;
        case Drag::Move: {
            const nanoseconds step = -scaled(widthOf(m_pressedRange), static_cast<double>(moved.x()) / m_lanes.width());
            verticalScrollBar()->setValue(m_pressedScroll - moved.y());
            showRange({m_pressedRange.low + step, m_pressedRange.high + step});
            break;
        }
        case Drag::Select: {
            const auto [low, high] = std::minmax({m_pressed.x(), event->pos().x()});
            if (high - low < LeastSelection) return select(std::nullopt);
            const TimeRange inside{std::max(timeAt(low), m_visible.low), std::min(timeAt(high), m_visible.high)};
            select(inside);
            break;
        }
    }
}

void TimelineCanvas::mouseReleaseEvent(QMouseEvent* event) {
    if (m_drag == Drag::Select && std::abs(event->pos().x() - m_pressed.x()) < LeastSelection) select(std::nullopt);
    m_drag = Drag::None;
    viewport()->unsetCursor();
}

void TimelineCanvas::mouseDoubleClickEvent(QMouseEvent* event) {
    if (m_timeline && event->button() == Qt::LeftButton && m_lanes.contains(event->pos())) showAll();
}

void TimelineCanvas::wheelEvent(QWheelEvent* event) {
    const QPointF place = event->position();
    if (!m_timeline || !m_lanes.contains(place.toPoint())) {
        QAbstractScrollArea::wheelEvent(event);  // over the names: scrolls the lanes
        return;
    }
    const QPoint turned = event->angleDelta();
    if (turned.y() != 0) zoom(std::exp2(turned.y() / WheelOctave), timeAt(place.x()));
    const nanoseconds step = -scaled(widthOf(m_visible), KeyStep * turned.x() / WheelNotch);
    if (turned.x() != 0) showRange({m_visible.low + step, m_visible.high + step});
    event->accept();
}

}  // namespace breakeven
