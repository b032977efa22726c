#include "ui/plots/chart_view.h"

#include "ui/plots/plot_text.h"
#include "ui/theme.h"

#include <QChart>
#include <QEvent>
#include <QGraphicsLayout>
#include <QKeyEvent>
#include <QLegend>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <utility>

namespace breakeven {

ChartView::ChartView(QWidget* parent) : QChartView(parent), m_renderer(*chart()) {
    chart()->legend()->setVisible(false);
    chart()->setBackgroundVisible(false);
    chart()->setAnimationOptions(QChart::NoAnimation);
    chart()->setMargins({});
    chart()->layout()->setContentsMargins(0, 0, 0, 0);
    setRenderHint(QPainter::Antialiasing);
    setFrameShape(QFrame::NoFrame);
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setMinimumSize(320, 200);
}

void ChartView::setPlot(const Plot& plot) {
    setAccessibleDescription(describePlot(plot));
    const std::vector<double> positions = sharedPositions(plot);
    if (m_crossHair && !std::binary_search(positions.begin(), positions.end(), *m_crossHair)) m_crossHair.reset();
    layOut(plot);
}

void ChartView::layOut(Plot plot) {
    m_frame = ChartFrame(std::move(plot), size(), font());
    m_renderer.show(m_frame, isDark(palette()));
    resetCachedContent();
    viewport()->update();
}

void ChartView::setCrossHair(std::optional<double> position) {
    if (m_crossHair == position) return;
    m_crossHair = position;
    viewport()->update();
}

void ChartView::drawBackground(QPainter* painter, const QRectF&) {
    m_frame.paintBelow(*painter, isDark(palette()));
}

void ChartView::drawForeground(QPainter* painter, const QRectF&) {
    const bool dark = isDark(palette());
    m_frame.paintAbove(*painter, dark);
    if (m_crossHair) m_frame.paintCrossHair(*painter, dark, *m_crossHair);
}

void ChartView::resizeEvent(QResizeEvent* event) {
    QChartView::resizeEvent(event);
    layOut(plot());
}

void ChartView::changeEvent(QEvent* event) {
    QChartView::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) layOut(plot());
}

void ChartView::keyPressEvent(QKeyEvent* event) {
    const std::vector<double> positions = sharedPositions(plot());
    const bool forward = event->key() == Qt::Key_Right;
    if (positions.empty() || (!forward && event->key() != Qt::Key_Left)) {
        QChartView::keyPressEvent(event);
        return;
    }
    if (!m_crossHair) {
        setCrossHair(forward ? positions.front() : positions.back());
        return;
    }
    const auto here = std::lower_bound(positions.begin(), positions.end(), *m_crossHair);
    if (forward && here + 1 < positions.end()) setCrossHair(*(here + 1));
    if (!forward && here != positions.begin()) setCrossHair(*(here - 1));
}

void ChartView::leaveEvent(QEvent* event) {
    QChartView::leaveEvent(event);
    setCrossHair(std::nullopt);
}

void ChartView::mouseMoveEvent(QMouseEvent* event) {
    QChartView::mouseMoveEvent(event);
    const bool inside = m_frame.area().adjusted(-8, -8, 8, 8).contains(event->position());
    setCrossHair(inside ? m_frame.nearestPosition(event->position().x()) : std::nullopt);
}

void ChartView::mousePressEvent(QMouseEvent* event) {
    // QTBUG-118669: before 6.6.1 the base class follows a null pointer where no item lies under the mouse.
    if (!itemAt(event->pos())) {
        event->ignore();
        return;
    }
    QChartView::mousePressEvent(event);
}

void ChartView::wheelEvent(QWheelEvent* event) {
    // QTBUG-119712: before 6.6.2 the base class swallows the wheel, and the page around it cannot scroll.
    event->ignore();
}

}  // namespace breakeven
