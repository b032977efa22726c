#include "ui/plots/chart_page.h"

#include "ui/plots/chart_view.h"
#include "ui/plots/plot_text.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QVBoxLayout>

namespace breakeven {

ChartPage::ChartPage(const PlotEntry& entry, const Results& results, QWidget* parent)
    : QWidget(parent),
      m_entry(entry),
      m_results(results),
      m_view(new ChartView(this)),
      m_xLog(new QCheckBox(this)),
      m_yLog(new QCheckBox(tr("Logarithmic values"), this)) {
    const QString id = QString::fromStdString(entry.info.id);
    m_view->setObjectName(id % QStringLiteral("Chart"));
    m_view->setAccessibleName(QString::fromStdString(entry.info.title));
    m_xLog->setObjectName(id % QStringLiteral("XLog"));
    m_yLog->setObjectName(id % QStringLiteral("YLog"));
    m_xLog->setToolTip(tr("Equal steps along the axis below stand for equal factors"));
    m_yLog->setToolTip(tr("Equal steps along the axis at the left stand for equal factors"));

    setFocusProxy(m_view);
    auto* switches = new QHBoxLayout;
    switches->addStretch();
    switches->addWidget(m_xLog);
    switches->addWidget(m_yLog);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 4);
    column->addWidget(m_view, 1);
    column->addLayout(switches);

    connect(m_xLog, &QCheckBox::clicked, this, [this](bool on) {
        m_selection.xScale = on ? AxisScale::Log : AxisScale::Linear;
        redraw();
    });
    connect(m_yLog, &QCheckBox::clicked, this, [this](bool on) {
        m_selection.yScale = on ? AxisScale::Log : AxisScale::Linear;
        redraw();
    });
}

void ChartPage::resultsChanged() {
    m_stale = true;
    if (isVisible()) redraw();
}

void ChartPage::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    if (m_stale) redraw();
}

void ChartPage::redraw() {
    m_stale = false;
    const Plot plot = m_entry.draw(m_results, m_selection);
    m_view->setPlot(plot);
    m_xLog->setText(tr("Logarithmic %1").arg(axisName(plot.x)));
    m_xLog->setChecked(plot.x.scale == AxisScale::Log);
    m_yLog->setChecked(plot.y.scale == AxisScale::Log);
    m_xLog->setEnabled(!plot.series.empty());
    m_yLog->setEnabled(!plot.series.empty());
}

}  // namespace breakeven
