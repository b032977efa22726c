#include "ui/panels/overlay_panel.h"

#include "ui/language.h"
#include "ui/plots/chart_view.h"
#include "ui/plots/chart_with_switches.h"
#include "ui/verbatim.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace breakeven {

OverlayPanel::OverlayPanel(QWidget* parent)
    : QWidget(parent),
      m_entries(overlayPlots()),
      m_plot(new QComboBox(this)),
      m_chart(new ChartWithSwitches(
          QStringLiteral("overlay"), [this](const Selection& selection) { return draw(selection); }, this)) {
    setObjectName(QStringLiteral("overlayPanel"));
    m_plot->setObjectName(QStringLiteral("overlayPlotBox"));
    m_plot->setToolTip(tr("What of the runs is drawn"));
    for (const PlotEntry* entry : m_entries) {
        m_plot->addItem(spoken(entry->info.title));
        m_plot->setItemData(m_plot->count() - 1, spoken(entry->info.description), Qt::ToolTipRole);
    }
    view().setAccessibleName(tr("Several runs on one chart"));
    auto* title = new QLabel(tr("Chart"), this);
    title->setBuddy(m_plot);

    auto* line = new QHBoxLayout;
    line->setContentsMargins(10, 4, 10, 0);
    line->setSpacing(6);
    line->addWidget(title);
    line->addWidget(m_plot);
    line->addStretch();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(line);
    column->addWidget(m_chart, 1);
    setFocusProxy(m_chart);

    connect(m_plot, &QComboBox::activated, this, &OverlayPanel::startAnew);
    m_chart->redraw();
}

ChartView& OverlayPanel::view() {
    return m_chart->view();
}

QString OverlayPanel::headline() const {
    QStringList names;
    for (const NamedResults& run : m_runs)
        names += verbatim(run.name);
    return names.empty() ? tr("Nothing is overlaid yet")
                         : tr("%1 runs on one chart: %2").arg(names.size()).arg(names.join(QStringLiteral(" · ")));
}

void OverlayPanel::showRuns(const std::vector<NamedResults>& runs) {
    m_runs = runs;
    startAnew();
}

void OverlayPanel::startAnew() {
    m_chart->forgetCurves();
    m_chart->forgetScales();
    m_chart->redraw();
}

Plot OverlayPanel::draw(const Selection& selection) const {
    Plot plot = overlayPlot(*m_entries[static_cast<std::size_t>(m_plot->currentIndex())], m_runs, selection);
    if (m_runs.empty()) plot.note = tr("Choose two to six runs in the history and press Overlay").toStdString();
    return plot;
}

}  // namespace breakeven
