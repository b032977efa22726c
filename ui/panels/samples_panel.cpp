#include "ui/panels/samples_panel.h"

#include "core/analysis/speedup.h"
#include "core/base/numbers.h"
#include "core/experiment/plan.h"
#include "ui/language.h"
#include "ui/models/samples_model.h"
#include "ui/panels/in_sight.h"
#include "ui/panels/wrapped_label.h"
#include "ui/session.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QSortFilterProxyModel>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

#include <set>
#include <utility>
#include <vector>

namespace breakeven {

namespace {

QString labelOf(const Results& results, const TrialResult& result) {
    std::vector<Trial> trials;
    for (const TrialResult& each : results.trials())
        trials.push_back(each.trial);
    return spoken(seriesLabels(trials)[static_cast<std::size_t>(&result - results.trials().data())]);
}

/// "tbb ×2 · 1 M items · 12.3 ms (12.1–12.6) · 24 samples in 3 launches"
QString titleOf(const Results& results, const TrialResult& result) {
    std::set<int> launches;
    for (const Sample& sample : result.samples)
        launches.insert(sample.launch);
    QStringList parts{labelOf(results, result), spoken(countItems(static_cast<double>(result.trial.size)))};
    if (const auto summary = summaryOf(result)) parts += spoken(formatInterval(*summary));
    if (result.samples.empty()) {
        parts += SamplesPanel::tr("no samples");
    } else {
        const auto samples = static_cast<int>(result.samples.size());
        const auto launched = static_cast<int>(launches.size());
        parts += SamplesPanel::tr("%1 in %2")
                     .arg(samples == 1 ? SamplesPanel::tr("1 sample") : SamplesPanel::tr("%1 samples").arg(samples),
                          launched == 1 ? SamplesPanel::tr("1 launch") : SamplesPanel::tr("%1 launches").arg(launched));
    }
    return parts.join(QStringLiteral(" · "));
}

}  // namespace

SamplesPanel::SamplesPanel(const Session& session, QWidget* parent)
    : QWidget(parent),
      m_session(session),
      m_inSight(new InSight(*this, [this] { refresh(); })),
      m_model(new SamplesModel(this)),
      m_title(new WrappedLabel(this)),
      m_table(new QTableView(this)) {
    m_title->setObjectName(QStringLiteral("samplesTitle"));
    m_title->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_distribution = addButton("samplesDistribution", tr("Distribution"), tr("These samples as a strip and a box"),
                               &SamplesPanel::distributionWanted);
    m_timeline = addButton("samplesTimeline", tr("Timeline"), tr("What each worker did in the pass that was recorded"),
                           &SamplesPanel::timelineWanted);
    auto* sorted = new QSortFilterProxyModel(this);
    sorted->setSourceModel(m_model);
    sorted->setSortRole(SamplesModel::SortRole);
    m_table->setObjectName(QStringLiteral("samplesTable"));
    m_table->setAccessibleName(tr("Samples"));
    m_table->setModel(sorted);
    m_table->setSortingEnabled(true);
    m_table->sortByColumn(-1, Qt::AscendingOrder);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setAlternatingRowColors(true);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setTabKeyNavigation(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 8);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setStretchLastSection(true);

    auto* line = new QHBoxLayout;
    line->setContentsMargins(6, 4, 6, 0);
    line->addWidget(m_title, 1);
    line->addWidget(m_distribution);
    line->addWidget(m_timeline);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addLayout(line);
    column->addWidget(m_table, 1);
    setFocusProxy(m_table);
    connect(&session, &Session::resultsChanged, m_inSight, &InSight::changed);
}

QToolButton* SamplesPanel::addButton(const char* name, const QString& text, const QString& tip,
                                     void (SamplesPanel::*wanted)(int)) {
    auto* button = new QToolButton(this);
    button->setObjectName(QLatin1String(name));
    button->setText(text);
    button->setToolTip(tip);
    connect(button, &QToolButton::clicked, this, [this, wanted] {
        if (m_trial) Q_EMIT(this->*wanted)(*m_trial);
    });
    return button;
}

void SamplesPanel::showTrial(int trialId) {
    m_trial = trialId;
    m_run = m_session.results().run().runId;
    m_isNew = true;
    m_inSight->changed();
}

void SamplesPanel::refresh() {
    const Results& results = m_session.results();
    const bool isSameRun = m_run == results.run().runId;
    const TrialResult* result = m_trial && isSameRun ? results.find(*m_trial) : nullptr;
    m_distribution->setEnabled(result != nullptr);
    m_timeline->setEnabled(result != nullptr);
    if (result == nullptr) {
        m_trial.reset();
        if (m_model->rowCount() > 0) m_model->clear();
        m_title->setText(tr("Click a point in a chart, or a row of the results, to see every sample of that trial"));
        return;
    }
    m_title->setText(titleOf(results, *result));
    m_model->setTrial(*result);
    if (std::exchange(m_isNew, false)) m_table->resizeColumnsToContents();
}

}  // namespace breakeven
