#include "ui/plots/chart_view.h"

#include "ui/plots/chart_commands.h"
#include "ui/plots/clipboard.h"
#include "ui/plots/picture.h"
#include "ui/plots/plot_places.h"
#include "ui/plots/plot_text.h"
#include "ui/theme.h"

#include <QChart>
#include <QContextMenuEvent>
#include <QGraphicsLayout>
#include <QHelpEvent>
#include <QLegend>
#include <QMenu>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <utility>

namespace breakeven {

namespace {

constexpr float FrameAlpha = 0.12F;  // of what is dragged over

bool hasPosition(const Plot& plot, double x) {
    return positionFrom(plot, x) == x;
}

}  // namespace

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
    setMinimumSize(240, 100);
    viewport()->setAcceptDrops(false);  // a graphics view takes every drag for its items, and does nothing with it
}

void ChartView::setPlot(Plot plot) {
    if (m_hair && !hasPosition(plot, m_hair->x)) m_hair.reset();
    if (m_hair && !findSeries(plot, m_hair->series)) m_hair->series.clear();
    layOut(std::move(plot));
    setAccessibleDescription(m_hair ? crossHairText(this->plot(), *m_hair, m_remark) : describePlot(this->plot()));
    Q_EMIT plotChanged();
}

void ChartView::setGround(Ground ground) {
    m_ground = ground;
    layOut(std::move(m_frame).takePlot());
}

Ground ChartView::ground() const {
    return m_ground.value_or(groundOf(palette()));
}

void ChartView::setRemark(PointRemark remark) {
    m_remark = std::move(remark);
}

void ChartView::layOut(Plot plot) {
    m_frame = ChartFrame(std::move(plot), size(), font(), m_zoom.range());
    m_renderer.show(m_frame, ground());
    resetCachedContent();
    viewport()->update();
}

void ChartView::showRange(const ZoomRange& range, ZoomStep step) {
    if (range == m_zoom.range()) return;
    m_zoom.show(range, step);
    layOut(std::move(m_frame).takePlot());
    Q_EMIT zoomChanged();
}

void ChartView::undoZoom() {
    if (!m_zoom.canUndo()) return;
    m_zoom.undo();
    layOut(std::move(m_frame).takePlot());
    Q_EMIT zoomChanged();
}

void ChartView::forgetZoom() {
    m_zoom.forget();
    m_drag = Drag::None;
    layOut(std::move(m_frame).takePlot());
    Q_EMIT zoomChanged();
}

void ChartView::setCrossHair(std::optional<CrossHair> hair) {
    if (m_hair == hair) return;
    m_hair = std::move(hair);
    setAccessibleDescription(m_hair ? crossHairText(plot(), *m_hair, m_remark) : describePlot(plot()));
    viewport()->update();
}

const PlotPoint* ChartView::pointed() const {
    if (!m_hair) return nullptr;
    const Series* series = findSeries(plot(), m_hair->series);
    return series ? pointAt(*series, m_hair->x) : nullptr;
}

bool ChartView::pointsAtTrial() const {
    const PlotPoint* at = pointed();
    return at && at->trialId;
}

void ChartView::chooseTrial() {
    if (pointsAtTrial()) Q_EMIT trialChosen(*pointed()->trialId);
}

void ChartView::hideSeries() {
    if (pointsAtSeries()) Q_EMIT seriesToggled(QString::fromStdString(m_hair->series));
}

bool ChartView::hasCurves() const {
    return std::ranges::any_of(plot().series, [](const Series& series) { return !series.points.empty(); });
}

bool ChartView::hidesSeries() const {
    return std::ranges::count(plot().series, true, &Series::hidden) > 0;
}

void ChartView::copyImage() {
    copyPicture(drawingOf(plot(), zoomRange()));
}

void ChartView::copySeries() {
    copyNumbers(shownPart(plot(), zoomRange()));
}

void ChartView::drawBackground(QPainter* painter, const QRectF&) {
    m_frame.paintBelow(*painter, ground());
}

void ChartView::drawForeground(QPainter* painter, const QRectF&) {
    m_frame.paintAbove(*painter, ground());
    if (m_drag == Drag::Frame) {
        QColor shade = palette().color(QPalette::Highlight);
        painter->setPen(QPen(shade, 1));
        shade.setAlphaF(FrameAlpha);
        painter->setBrush(shade);
        painter->drawRect(dragged().rect);
    } else if (m_hair && m_drag != Drag::Move) {
        paintCrossHair(*painter, m_frame, *m_hair, m_remark, ground());
    }
}

void ChartView::resizeEvent(QResizeEvent* event) {
    QChartView::resizeEvent(event);
    layOut(std::move(m_frame).takePlot());
}

void ChartView::changeEvent(QEvent* event) {
    QChartView::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        layOut(std::move(m_frame).takePlot());
}

void ChartView::openMenu(QPoint place) {
    auto* menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("chartMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    fillChartMenu(*menu, *this);
    menu->popup(place);
}

void ChartView::contextMenuEvent(QContextMenuEvent* event) {
    openMenu(event->globalPos());
    event->accept();
}

bool ChartView::viewportEvent(QEvent* event) {
    if (event->type() != QEvent::ToolTip) return QChartView::viewportEvent(event);
    const auto& help = static_cast<const QHelpEvent&>(*event);
    QToolTip::showText(help.globalPos(), m_frame.tipAt(help.pos()), viewport());
    return true;
}

}  // namespace breakeven
