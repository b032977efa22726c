#include "ui/plots/row_view.h"

#include "ui/language.h"
#include "ui/plots/distribution.h"
#include "ui/plots/heat_map.h"
#include "ui/plots/hidden_series.h"
#include "ui/plots/plot_text.h"
#include "ui/theme.h"

#include <QAccessible>
#include <QAction>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>

#include <algorithm>
#include <iterator>
#include <utility>

namespace breakeven {

namespace {

constexpr int ButtonMargin = 6;       // pixels
constexpr double BoxPadding = 6;      // of what is told beside a place
constexpr double MostBoxShare = 0.6;  // of the width
constexpr float FrameAlpha = 0.12F;   // of what is dragged over

std::vector<std::string> labelsOf(const Plot& plot) {
    std::vector<std::string> labels;
    if (plot.heatMap)
        std::ranges::transform(plot.heatMap->rows, std::back_inserter(labels), &HeatRow::label);
    else
        std::ranges::transform(plot.boxes, std::back_inserter(labels), &Box::label);
    return labels;
}

}  // namespace

RowView::RowView(const PlotEntry& entry, const Results& results, QWidget* parent)
    : QWidget(parent),
      m_entry(entry),
      m_results(results),
      m_showAll(new QPushButton(tr("Show all rows"), this)),
      m_menu(new QToolButton(this)),
      m_log(new QAction(tr("Logarithmic times"), this)) {
    setObjectName(objectStem(entry.info.id) % QStringLiteral("View"));
    setAccessibleName(spoken(entry.info.title));
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setAttribute(Qt::WA_OpaquePaintEvent);
    makeCorner();
    m_log->setObjectName(objectStem(entry.info.id) % QStringLiteral("XLog"));
    m_log->setCheckable(true);
    connect(m_log, &QAction::triggered, this, [this](bool on) {
        m_selection.xScale = on ? AxisScale::Log : AxisScale::Linear;
        redraw();
    });
}

void RowView::makeCorner() {
    m_showAll->setObjectName(objectName() % QStringLiteral("ShowAll"));
    m_showAll->setToolTip(tr("All rows again, those of the largest list (Shift+H)"));
    m_showAll->hide();
    connect(m_showAll, &QPushButton::clicked, this, &RowView::showAllRows);
    m_menu->setObjectName(objectName() % QStringLiteral("Menu"));
    m_menu->setText(QStringLiteral("…"));
    m_menu->setAccessibleName(tr("Zoom, rows and all other commands of the chart"));
    m_menu->setToolTip(m_menu->accessibleName() % u'\n' % gesturesText());
    connect(m_menu, &QToolButton::clicked, this,
            [this] { openMenu(m_menu->mapToGlobal(m_menu->rect().bottomLeft())); });
}

void RowView::resultsChanged() {
    m_stale = true;
    if (isVisible()) redraw();
}

void RowView::showTrial(std::optional<int> trial) {
    m_selection.trialId = trial;
    m_run = m_results.run().runId;  // of which the trial is one
    resultsChanged();
}

void RowView::showAllRows() {
    m_selection.hiddenSeries.clear();
    showTrial(std::nullopt);
}

void RowView::hideRow() {
    if (m_place) toggleRow(std::string(m_frame.label(m_place->row)));
}

void RowView::toggleRow(const std::string& label) {
    toggleSeries(m_selection, label);
    redraw();
}

void RowView::redraw() {
    m_stale = false;
    if (std::exchange(m_run, m_results.run().runId) != m_results.run().runId) forgetRun();
    Plot plot = m_entry.draw(m_results, m_selection);
    Selection everything = m_selection;
    everything.hiddenSeries.clear();
    m_labels = labelsOf(hidesRows() ? m_entry.draw(m_results, everything) : plot);
    if (plot.isEmpty() && !m_labels.empty()) plot.note = tr("All rows are hidden").toStdString();
    m_log->setChecked(plot.x.scale == AxisScale::Log);
    m_showAll->setVisible(m_selection.trialId || hidesRows());
    layOut(std::move(plot));
    setAccessibleDescription(describePlot(this->plot()));
    Q_EMIT plotChanged();
}

void RowView::forgetRun() {
    m_selection.trialId.reset();
    m_selection.hiddenSeries.clear();
    m_zoom.forget();
    m_drag = Drag::None;
}

void RowView::showRange(const ZoomRange& range, ZoomStep step) {
    if (range == m_zoom.range()) return;
    m_zoom.show(range, step);
    layOut(std::move(m_frame).takePlot());
}

void RowView::undoZoom() {
    if (!m_zoom.canUndo()) return;
    m_zoom.undo();
    layOut(std::move(m_frame).takePlot());
}

void RowView::layOut(Plot plot) {
    m_showAll->adjustSize();
    m_menu->adjustSize();
    m_menu->move(width() - m_menu->width() - ButtonMargin, ButtonMargin);
    m_showAll->move(m_menu->x() - m_showAll->width() - ButtonMargin, ButtonMargin);
    const int left = m_showAll->isHidden() ? m_menu->x() : m_showAll->x();
    m_frame = RowFrame(std::move(plot), size(), font(), m_zoom.range(), width() - left);
    const bool isThere = m_place && m_place->row < m_frame.rowCount() && m_place->column < m_frame.columnCount();
    if (!isThere) m_place.reset();
    update();
}

bool RowView::canZoom() const {
    return !plot().boxes.empty() || m_frame.columnCount() > 2;
}

const Cell* RowView::cell() const {
    if (!m_place || !plot().heatMap) return nullptr;
    const auto& cells = plot().heatMap->cells;
    const auto found = std::ranges::find_if(cells, [&](const Cell& each) {
        return RowPlace{each.row, each.column} == *m_place;
    });
    return found == cells.end() ? nullptr : &*found;
}

QString RowView::placeText() const {
    if (!m_place) return {};
    if (!plot().heatMap) return boxText(plot().boxes[m_place->row]);
    if (const Cell* here = cell()) return cellText(plot(), *here);
    const HeatMap& map = *plot().heatMap;
    return tr("%1 at %2: not measured")
        .arg(spoken(map.rows[m_place->row].label), positionText(plot().x, map.columns[m_place->column]));
}

void RowView::setPlace(std::optional<RowPlace> place) {
    if (m_place == place) return;
    m_place = place;
    setAccessibleDescription(m_place ? placeText() : describePlot(plot()));
    QAccessibleEvent told(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&told);
    update();
}

std::optional<int> RowView::trialAtPlace() const {
    if (!m_place) return std::nullopt;
    if (!plot().heatMap) return plot().boxes[m_place->row].trialId;
    const Cell* here = cell();
    return here ? std::optional(here->trialId) : std::nullopt;
}

void RowView::chooseTrial() {
    if (const auto trial = trialAtPlace()) Q_EMIT trialChosen(*trial);
}

void RowView::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        layOut(std::move(m_frame).takePlot());
}

void RowView::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    layOut(std::move(m_frame).takePlot());
}

void RowView::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    if (m_stale) redraw();
}

void RowView::leaveEvent(QEvent* event) {
    QWidget::leaveEvent(event);
    setPlace(std::nullopt);
}

void RowView::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const Ground ground = groundOf(palette());
    paintRows(painter, m_frame, ground);
    if (m_drag == Drag::Frame) {
        QColor shade = palette().color(QPalette::Highlight);
        painter.setPen(QPen(shade, 1));
        shade.setAlphaF(FrameAlpha);
        painter.setBrush(shade);
        painter.drawRect(dragged());
    } else if (m_place) {
        paintPlace(painter, ground);
    }
}

/// An outline, and beside it what is told of it.
void RowView::paintPlace(QPainter& painter, Ground ground) const {
    const QRectF here =
        m_frame.cell(static_cast<double>(m_place->row), static_cast<double>(m_place->column)) & m_frame.area();
    const QColor ink = toColour(paper(ground).text);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(ink, 2));
    painter.drawRect(here.adjusted(1, 1, -1, -1));

    const QString text = placeText();
    const QRectF most(0, 0, MostBoxShare * width(), height());
    QRectF box = QFontMetricsF(font())
                     .boundingRect(most, Qt::TextWordWrap, text)
                     .adjusted(-BoxPadding, -BoxPadding, BoxPadding, BoxPadding);
    const bool fitsBelow = here.bottom() + BoxPadding + box.height() < height();
    box.moveTo(std::clamp(here.left(), 0.0, std::max(0.0, width() - box.width())),
               fitsBelow ? here.bottom() + BoxPadding : std::max(0.0, here.top() - BoxPadding - box.height()));
    painter.setPen(QPen(mutedColour(ground), 1));
    painter.setBrush(toColour(paper(ground).background));
    painter.drawRoundedRect(box, 4, 4);
    painter.setPen(ink);
    painter.drawText(box.adjusted(BoxPadding, BoxPadding, -BoxPadding + 1, -BoxPadding + 1), Qt::TextWordWrap, text);
}

void paintRows(QPainter& painter, const RowFrame& frame, Ground ground) {
    painter.setRenderHint(QPainter::Antialiasing);
    frame.paint(painter, ground);
    if (frame.plot().heatMap) paintHeatMap(painter, frame, ground);
    if (!frame.plot().boxes.empty()) paintDistribution(painter, frame, ground);
}

}  // namespace breakeven
