#include "ui/plots/chart_with_switches.h"

#include "ui/plots/chart_view.h"
#include "ui/plots/hidden_series.h"
#include "ui/plots/plot_text.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QToolButton>
#include <QToolTip>
#include <QVBoxLayout>

#include <utility>

namespace breakeven {

ChartWithSwitches::ChartWithSwitches(const QString& stem, Draw draw, QWidget* parent)
    : QWidget(parent), m_draw(std::move(draw)), m_view(new ChartView(this)) {
    m_view->setObjectName(stem % QStringLiteral("Chart"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 2);
    column->setSpacing(2);
    column->addWidget(m_view, 1);
    column->addLayout(makeSwitches(stem));
    setFocusPolicy(Qt::StrongFocus);
    setFocusProxy(m_view);
    connect(m_view, &ChartView::seriesToggled, this, [this](const QString& label) {
        toggleSeries(m_selection, label.toStdString());
        redraw();
    });
    connect(m_view, &ChartView::allSeriesWanted, this, [this] {
        m_selection.hiddenSeries.clear();
        redraw();
    });
}

QCheckBox* ChartWithSwitches::addSwitch(const QString& name, const QString& tip,
                                        std::optional<AxisScale> Selection::*scale) {
    auto* box = new QCheckBox(this);
    box->setObjectName(name);
    box->setToolTip(tip);
    connect(box, &QCheckBox::clicked, this, [this, scale](bool on) {
        m_selection.*scale = on ? AxisScale::Log : AxisScale::Linear;
        redraw();
    });
    return box;
}

QHBoxLayout* ChartWithSwitches::makeSwitches(const QString& stem) {
    auto* gestures = new QToolButton(this);
    gestures->setObjectName(stem % QStringLiteral("Gestures"));
    gestures->setText(QStringLiteral("?"));
    gestures->setAccessibleName(tr("What mouse and keys do with a chart"));
    gestures->setToolTip(ChartView::gesturesText());
    connect(gestures, &QToolButton::clicked, gestures, [gestures] {
        QToolTip::showText(gestures->mapToGlobal(gestures->rect().center()), gestures->toolTip(), gestures);
    });
    auto* showAll = new QToolButton(this);
    showAll->setObjectName(stem % QStringLiteral("ShowAll"));
    showAll->setText(tr("Show all"));
    showAll->setToolTip(tr("Leave the zoom: the whole chart (Home, or a double click)"));
    showAll->setEnabled(false);
    connect(showAll, &QToolButton::clicked, m_view, &ChartView::showAll);
    connect(m_view, &ChartView::zoomChanged, showAll, [this, showAll] { showAll->setEnabled(m_view->isZoomed()); });
    m_xLog = addSwitch(stem % QStringLiteral("XLog"), tr("Equal steps along the axis below stand for equal factors"),
                       &Selection::xScale);
    m_yLog = addSwitch(stem % QStringLiteral("YLog"),
                       tr("Equal steps along the axis at the left stand for equal factors"), &Selection::yScale);
    m_yLog->setText(tr("Logarithmic values"));
    auto* line = new QHBoxLayout;
    line->addWidget(gestures);
    line->addWidget(showAll);
    line->addStretch();
    line->addWidget(m_xLog);
    line->addWidget(m_yLog);
    return line;
}

void ChartWithSwitches::forgetCurves() {
    m_selection.hiddenSeries.clear();
    m_view->forgetZoom();
}

void ChartWithSwitches::forgetScales() {
    m_selection.xScale.reset();
    m_selection.yScale.reset();
}

void ChartWithSwitches::redraw() {
    m_view->setPlot(drawWithHidden(m_draw, m_selection));
    const Plot& plot = m_view->plot();
    m_xLog->setText(tr("Logarithmic %1").arg(axisName(plot.x)));
    m_xLog->setChecked(plot.x.scale == AxisScale::Log);
    m_yLog->setChecked(plot.y.scale == AxisScale::Log);
    m_xLog->setEnabled(!plot.series.empty());
    m_yLog->setEnabled(!plot.series.empty());
}

}  // namespace breakeven
