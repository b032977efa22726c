// What mouse, wheel and keys do with a chart of rows: as with curves, but that rows do not zoom.
#include "ui/language.h"
#include "ui/plots/chart_commands.h"
#include "ui/plots/clipboard.h"
#include "ui/plots/gesture_sizes.h"
#include "ui/plots/picture.h"
#include "ui/plots/row_view.h"

#include <QAction>
#include <QContextMenuEvent>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QMouseEvent>
#include <QToolTip>

#include <algorithm>
#include <cmath>
#include <utility>

namespace breakeven {

namespace {

using RowCommand = CommandOf<RowView>;

constexpr RowCommand Commands[] = {
    {"chartZoomIn", &RowView::zoomIn, &RowView::canZoom},
    {"chartZoomOut", &RowView::zoomOut, &RowView::isZoomed},
    {"chartUndoZoom", &RowView::undoZoom, &RowView::canUndoZoom},
    {"chartShowAll", &RowView::showAll, &RowView::isZoomed},
    {"chartChooseTrial", &RowView::chooseTrial, &RowView::pointsAtTrial},
    {"chartHideSeries", &RowView::hideRow, &RowView::pointsAtRow},
    {"chartShowAllSeries", &RowView::showAllRows, &RowView::hidesRows},
    {"chartCopyImage", &RowView::copyImage, &RowView::hasRows},
    {"chartCopySeries", &RowView::copySeries, &RowView::hasRows},
    {"chartSavePicture", &RowView::savePicture, &RowView::hasRows},
};

const RowCommand* rowCommand(const ChartCommand* command) {
    if (!command) return nullptr;
    const auto* found = std::ranges::find(Commands, command->id, &RowCommand::id);
    return found == std::end(Commands) ? nullptr : found;
}

/// One step along a line of that many places; from nowhere to the nearer end.
std::size_t stepped(std::size_t from, int by, std::size_t count) {
    if (by < 0) return from == 0 ? 0 : from - 1;
    return by > 0 ? std::min(from + 1, count - 1) : from;
}

double shareAt(QRectF area, double x) {
    return (x - area.left()) / area.width();
}

}  // namespace

QString RowView::gesturesText() {
    return tr(
        "Drag a frame, or turn the wheel: zoom along the axis below. Shift and drag, or the middle button: move.\n"
        "Backspace or Ctrl+Z: undo the last zoom. Double click, Home or 0: show all.\n"
        "Click a row or press Enter: its samples. Click its name or press H: hide it.\n"
        "Arrows: from place to place. + and −: zoom. Right click: all commands.");
}

void RowView::zoomBy(double factor, double share, ZoomStep step) {
    showRange({scaledPart(m_frame.xAxis(), m_frame.xWhole(), share, factor), {}}, step);
}

void RowView::zoomIn() {
    zoomBy(KeyZoom, 0.5, ZoomStep::Key);
}

void RowView::zoomOut() {
    zoomBy(1 / KeyZoom, 0.5, ZoomStep::Key);
}

void RowView::move(const Axis& from, double right, ZoomStep step) {
    if (isZoomed()) showRange({partOf(from, m_frame.xWhole(), right, 1 + right), {}}, step);
}

void RowView::copyImage() {
    copyPicture(drawingOf(plot(), m_zoom.range()));
}

void RowView::copySeries() {
    copyNumbers(plot());
}

bool RowView::event(QEvent* event) {
    if (event->type() == QEvent::ShortcutOverride) {  // undoes the zoom before it undoes anything of the window's
        const RowCommand* command = rowCommand(commandOf(static_cast<const QKeyEvent&>(*event)));
        if (command && (this->*command->isPossible)()) {
            event->accept();
            return true;
        }
    }
    if (event->type() == QEvent::ToolTip) {
        const auto& help = static_cast<const QHelpEvent&>(*event);
        const bool isBeside = !m_frame.area().contains(help.pos());
        const auto row = m_frame.labelAt(help.pos());
        QToolTip::showText(help.globalPos(),
                           row        ? tr("%1: click to hide it").arg(spoken(m_frame.label(*row)))
                           : isBeside ? m_frame.leftOut()
                                      : QString(),
                           this);
        return true;
    }
    return QWidget::event(event);
}

void RowView::keyPressEvent(QKeyEvent* event) {
    if (const RowCommand* command = rowCommand(commandOf(*event))) {
        const bool isPossible = (this->*command->isPossible)();
        if (isPossible) (this->*command->run)();
        return event->setAccepted(isPossible);
    }
    const int key = event->key();
    if (key == Qt::Key_Escape && m_drag != Drag::None) return endDrag();
    if (key == Qt::Key_Escape && m_place) return setPlace(std::nullopt);
    if (key == Qt::Key_Escape && m_selection.trialId) return showTrial(std::nullopt);
    const int down = (key == Qt::Key_Down) - (key == Qt::Key_Up);
    const int right = (key == Qt::Key_Right) - (key == Qt::Key_Left);
    if (plot().isEmpty() || (down == 0 && right == 0)) return QWidget::keyPressEvent(event);
    if (event->modifiers().testFlag(Qt::ShiftModifier)) return move(m_frame.xAxis(), KeyStep * right, ZoomStep::Key);
    if (!m_place) return setPlace(RowPlace{});
    setPlace(RowPlace{stepped(m_place->row, down, m_frame.rowCount()),
                      stepped(m_place->column, right, m_frame.columnCount())});
    reveal();
}

void RowView::reveal() {
    if (!plot().heatMap) return;
    const auto [low, high] = m_frame.xAxis().range;
    const auto column = static_cast<double>(m_place->column);
    const double lack = column < low ? column - low : std::max(0.0, column + 1 - high);
    if (lack != 0) move(m_frame.xAxis(), lack / (high - low), ZoomStep::Key);
}

void RowView::endDrag() {
    m_drag = Drag::None;
    m_zoom.endSteps();
    unsetCursor();
    update();
}

QRectF RowView::dragged() const {
    const QRectF area = m_frame.area();
    const double left = std::min(m_pressed.x(), m_mouse.x());
    return QRectF(left, area.top(), std::fabs(m_mouse.x() - m_pressed.x()), area.height()) & area;
}

void RowView::mousePressEvent(QMouseEvent* event) {
    const bool isLeft = event->button() == Qt::LeftButton;
    if (event->button() == Qt::BackButton) return undoZoom();
    if (m_drag != Drag::None || (!isLeft && event->button() != Qt::MiddleButton)) return;
    m_pressed = m_mouse = event->position();
    m_pressedX = m_frame.xAxis();
    if (isLeft && m_frame.labelAt(m_pressed)) m_drag = Drag::Press;
    if (!m_frame.area().contains(m_pressed)) return;
    const bool moves = !isLeft || event->modifiers().testFlag(Qt::ShiftModifier);
    m_drag = moves ? Drag::Move : Drag::Press;
    if (moves && isZoomed()) setCursor(Qt::ClosedHandCursor);
}

void RowView::mouseMoveEvent(QMouseEvent* event) {
    m_mouse = event->position();
    const double moved = m_mouse.x() - m_pressed.x();
    switch (m_drag) {
        case Drag::None:
            setPlace(m_frame.placeAt(m_mouse));
            return m_frame.labelAt(m_mouse) ? setCursor(Qt::PointingHandCursor) : unsetCursor();
        case Drag::Press:
            if (!canZoom() || !m_frame.area().contains(m_pressed) || std::fabs(moved) < LeastDrag) return;
            m_drag = Drag::Frame;
            setPlace(std::nullopt);
            setCursor(Qt::CrossCursor);
            [[fallthrough]];
        case Drag::Frame:
            return update();
        case Drag::Move:
            return move(m_pressedX, -moved / m_frame.area().width(), ZoomStep::Drag);
    }
}

void RowView::mouseReleaseEvent(QMouseEvent* event) {
    m_mouse = event->position();
    const Drag ended = m_drag;
    if (ended == Drag::None) return;
    const QRectF frame = dragged();
    const QRectF area = m_frame.area();
    endDrag();
    if (ended == Drag::Frame && frame.width() >= LeastFrame) {
        showRange(
            {partOf(m_frame.xAxis(), m_frame.xWhole(), shareAt(area, frame.left()), shareAt(area, frame.right())), {}});
    }
    setPlace(m_frame.placeAt(m_mouse));
    const auto row = m_frame.labelAt(m_pressed);
    if (ended == Drag::Press && !row) chooseTrial();
    if (ended == Drag::Press && row) toggleRow(std::string(m_frame.label(*row)));
}

void RowView::mouseDoubleClickEvent(QMouseEvent* event) {
    if (event->button() == Qt::LeftButton && m_frame.area().contains(event->position())) showAll();
}

void RowView::wheelEvent(QWheelEvent* event) {
    const QRectF area = m_frame.area();
    const QPointF place = event->position();
    const QPoint turned = event->angleDelta();
    const ZoomRange before = m_zoom.range();
    if (canZoom() && area.left() <= place.x() && place.x() <= area.right() && place.y() >= area.top()) {
        if (turned.y() != 0) zoomBy(std::exp2(-turned.y() / WheelOctave), shareAt(area, place.x()), ZoomStep::Wheel);
        if (turned.x() != 0) move(m_frame.xAxis(), -KeyStep * turned.x() / WheelNotch, ZoomStep::Wheel);
    }
    event->setAccepted(m_zoom.range() != before);
}

void RowView::addRows(QMenu& menu) {
    for (const std::string& label : m_labels) {
        QAction* item = menu.addAction(spoken(label).replace(u'&', QStringLiteral("&&")), this,
                                       [this, label] { toggleRow(label); });
        item->setObjectName(QStringLiteral("chartSeries:") % QString::fromStdString(label));
        item->setCheckable(true);
        item->setChecked(std::ranges::count(m_selection.hiddenSeries, label) == 0);
    }
}

void RowView::openMenu(QPoint place) {
    auto* menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("chartMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    addCommands<RowView>(*menu, *this, Commands);
    menu->addSeparator();
    QMenu* rows = menu->addMenu(tr("&Rows"));
    rows->setObjectName(QStringLiteral("chartSeriesMenu"));
    rows->setEnabled(!m_labels.empty());
    addRows(*rows);
    if (!plot().boxes.empty()) menu->addAction(m_log);
    menu->popup(place);
}

void RowView::contextMenuEvent(QContextMenuEvent* event) {
    openMenu(event->globalPos());
    event->accept();
}

}  // namespace breakeven
