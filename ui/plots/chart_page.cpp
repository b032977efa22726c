#include "ui/plots/chart_page.h"

#include "core/analysis/curves.h"
#include "core/analysis/speedup.h"
#include "core/base/numbers.h"
#include "ui/language.h"
#include "ui/plots/chart_view.h"
#include "ui/plots/chart_with_switches.h"
#include "ui/plots/plot_text.h"

#include <QVBoxLayout>

#include <utility>

namespace breakeven {

namespace {

/// What is drawn is a time in which speed-up is measured.
bool isOfWholeLists(std::string_view plotId) {
    return plotId == "runtime" || plotId == "time-per-item";
}

/// "1.84× (1.79–1.88) vs serial" of what was measured against a base; the base itself says nothing.
QString speedupOf(const Results& results, const PlotPoint& point) {
    const TrialResult* result = point.trialId ? results.find(*point.trialId) : nullptr;
    if (!result || isReference(result->trial)) return {};
    const auto speedup = speedupVsSerial(results, *result);
    if (!speedup) return {};
    return spoken(formatRatio(speedup->value, speedup->interval) + " vs " + std::string(baseBackendOf(result->trial)));
}

}  // namespace

ChartPage::ChartPage(const PlotEntry& entry, const Results& results, QWidget* parent)
    : QWidget(parent),
      m_results(results),
      m_chart(new ChartWithSwitches(
          objectStem(entry.info.id),
          [this, draw = entry.draw](Selection selection) {
              if (m_planned) selection.planned = m_planned();
              Plot plot = draw(m_results, selection);
              if (m_whatIf) addWhatIf(plot, m_results, *m_whatIf, selection);
              return plot;
          },
          this)) {
    view().setAccessibleName(spoken(entry.info.title));
    if (isOfWholeLists(entry.info.id))
        view().setRemark([this](const PlotPoint& point) { return speedupOf(m_results, point); });
    setFocusProxy(m_chart);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_chart);
    connect(&view(), &ChartView::trialChosen, this, &ChartPage::trialChosen);
}

ChartView& ChartPage::view() {
    return m_chart->view();
}

const ChartView& ChartPage::view() const {
    return m_chart->view();
}

void ChartPage::resultsChanged() {
    m_stale = true;
    if (isVisible()) redraw();
}

void ChartPage::setPlanned(std::function<std::vector<Trial>()> planned) {
    m_planned = std::move(planned);
}

void ChartPage::setWhatIf(const std::optional<WhatIfChoice>& choice) {
    m_whatIf = choice;
    resultsChanged();
}

void ChartPage::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    if (m_stale) redraw();
}

void ChartPage::redraw() {
    m_stale = false;
    if (std::exchange(m_run, m_results.run().runId) != m_results.run().runId) m_chart->forgetCurves();
    m_chart->redraw();
}

}  // namespace breakeven
