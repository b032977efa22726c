#include "ui/plots/chart_with_switches.h"

#include "ui/plots/chart_style.h"
#include "ui/plots/chart_view.h"
#include "ui/plots/hidden_series.h"
#include "ui/plots/plot_text.h"

#include <QAction>
#include <QCheckBox>
#include <QHBoxLayout>
#include <QToolButton>
#include <QToolTip>
#include <QVBoxLayout>

#include <utility>

namespace breakeven {

ChartWithSwitches::ChartWithSwitches(const QString& stem, Draw draw, QWidget* parent)
    : QWidget(parent),
      m_draw(std::move(draw)),
      m_view(new ChartView(this)),
      m_switches(makeSwitches(stem)),
      m_menu(makeMenuButton(stem)) {
    m_view->setObjectName(stem % QStringLiteral("Chart"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 2);
    column->setSpacing(2);
    column->addWidget(m_view, 1);
    column->addWidget(m_switches);
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

ChartWithSwitches::Switch ChartWithSwitches::addSwitch(const QString& name, const QString& tip,
                                                       std::optional<AxisScale> Selection::*scale) {
    const Switch made{new QCheckBox(this), new QAction(m_view)};
    made.box->setObjectName(name);
    made.box->setToolTip(tip);
    made.line->setCheckable(true);
    m_view->addAction(made.line);
    const auto choose = [this, scale](bool on) {
        m_selection.*scale = on ? AxisScale::Log : AxisScale::Linear;
        redraw();
    };
    connect(made.box, &QCheckBox::clicked, this, choose);
    connect(made.line, &QAction::triggered, this, choose);
    return made;
}

void ChartWithSwitches::tell(const Switch& one, const QString& text, bool isOn, bool isEnabled) {
    const auto set = [&](auto& part) {
        part.setText(text);
        part.setChecked(isOn);
        part.setEnabled(isEnabled);
    };
    set(*one.box);
    set(*one.line);
}

/// In the corner between the axes, which is always free.
QToolButton* ChartWithSwitches::makeMenuButton(const QString& stem) {
    auto* button = new QToolButton(this);
    button->setObjectName(stem % QStringLiteral("Menu"));
    button->setText(QStringLiteral("…"));
    button->setAccessibleName(tr("Scales, zoom and all other commands of the chart"));
    button->setToolTip(button->accessibleName() % u'\n' % ChartView::gesturesText());
    button->hide();
    connect(button, &QToolButton::clicked, m_view,
            [this, button] { m_view->openMenu(button->mapToGlobal(button->rect().topRight())); });
    return button;
}

QWidget* ChartWithSwitches::makeSwitches(const QString& stem) {
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
    auto* switches = new QWidget(this);
    auto* line = new QHBoxLayout(switches);
    line->setContentsMargins(0, 0, 0, 0);
    line->addWidget(gestures);
    line->addWidget(showAll);
    line->addStretch();
    line->addWidget(m_xLog.box);
    line->addWidget(m_yLog.box);
    return switches;
}

void ChartWithSwitches::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    const bool isLow = height() < leastChart(font()) + m_switches->sizeHint().height();
    m_switches->setHidden(isLow);
    m_menu->setVisible(isLow);
    m_menu->adjustSize();
    m_menu->move(2, height() - m_menu->height() - 4);
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
    const auto isLog = [](const Axis& axis) { return axis.scale == AxisScale::Log; };
    tell(m_xLog, tr("Logarithmic %1").arg(axisName(plot.x)), isLog(plot.x), !plot.series.empty());
    tell(m_yLog, tr("Logarithmic values"), isLog(plot.y), !plot.series.empty());
}

}  // namespace breakeven
