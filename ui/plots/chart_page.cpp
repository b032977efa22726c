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
    : QWidget(parent), m_entry(entry), m_results(results) {
    setFocusPolicy(Qt::StrongFocus);  // it has a place in the order of the Tab key, which its chart takes over
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
}

ChartWithSwitches& ChartPage::chart() {
    if (m_chart != nullptr) return *m_chart;
    const auto draw = [this](Selection selection) {
        if (m_planned) selection.planned = m_planned();
        if (m_trialRun == m_results.run().runId) selection.trialId = m_trial;
        Plot plot = m_entry.draw(m_results, selection);
        if (m_whatIf) addWhatIf(plot, m_results, *m_whatIf, selection);
        return plot;
    };
    m_chart = new ChartWithSwitches(objectStem(m_entry.info.id), draw, this);
    ChartView& view = m_chart->view();
    view.setAccessibleName(spoken(m_entry.info.title));
    if (isOfWholeLists(m_entry.info.id))
        view.setRemark([this](const PlotPoint& point) { return speedupOf(m_results, point); });
    connect(&view, &ChartView::trialChosen, this, &ChartPage::trialChosen);
    connect(&view, &ChartView::plotChanged, this, &ChartPage::changed);
    connect(&view, &ChartView::zoomChanged, this, &ChartPage::changed);
    connect(&view, &ChartView::pictureWanted, this, &ChartPage::pictureWanted);
    setTabOrder(this, m_chart);
    setFocusProxy(m_chart);
    layout()->addWidget(m_chart);
    m_chart->show();
    layout()->activate();  // at once, since the page may be seen already
    return *m_chart;
}

ChartView& ChartPage::view() {
    return chart().view();
}

void ChartPage::resultsChanged() {
    m_stale = true;
    if (isVisible()) redraw();
}

void ChartPage::setPlanned(std::function<std::vector<Trial>()> planned) {
    m_planned = std::move(planned);
}

void ChartPage::setWhatIf(const std::optional<WhatIfChoice>& choice) {
    if (m_whatIf == choice) return;
    m_whatIf = choice;
    resultsChanged();
}

void ChartPage::setTrial(int trialId) {
    const bool isOfRun = std::exchange(m_trialRun, m_results.run().runId) == m_results.run().runId;
    if (std::exchange(m_trial, trialId) != trialId || !isOfRun) resultsChanged();
}

void ChartPage::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    if (m_stale) redraw();
}

void ChartPage::redraw() {
    m_stale = false;
    if (std::exchange(m_run, m_results.run().runId) != m_results.run().runId) chart().forgetCurves();
    chart().redraw();
}

}  // namespace breakeven
