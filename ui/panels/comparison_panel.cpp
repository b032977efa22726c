#include "ui/panels/comparison_panel.h"

#include "core/io/comparison_report.h"
#include "ui/language.h"
#include "ui/models/comparison_model.h"
#include "ui/panels/field_note.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QPushButton>
#include <QSortFilterProxyModel>
#include <QTabWidget>
#include <QTableView>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace breakeven {

namespace {

QString nameOf(const NamedResults& run) {
    return QString::fromStdString(run.name);
}

/// "From “before” to “after”: of 8 trials 5 faster, 1 slower, 2 not resolved"
QString headlineOf(const RunComparison& comparison, const QString& first, const QString& second) {
    if (comparison.trials.empty())
        return ComparisonPanel::tr("“%1” and “%2” have no trial in common").arg(first, second);
    QStringList counts;
    for (const auto kind : {TrialVerdict::Kind::Faster, TrialVerdict::Kind::Slower, TrialVerdict::Kind::Same,
                            TrialVerdict::Kind::NotResolved}) {
        if (const std::size_t count = comparison.count(kind); count > 0)
            counts += QString::number(count) % QStringLiteral(" ") % verdictText(kind);
    }
    return ComparisonPanel::tr("From “%1” to “%2”: of %3 trials %4")
        .arg(first, second, QString::number(comparison.trials.size()), counts.join(QStringLiteral(", ")));
}

/// What a reader must know before believing the headline.
QString noteOf(const RunComparison& comparison) {
    if (comparison.trials.empty()) {
        return ComparisonPanel::tr(
            "Trials match when workload, parameters, backend, call, chunk, pool, size and workers are the same.");
    }
    QStringList sentences;
    if (comparison.differentMachines)
        sentences += ComparisonPanel::tr("Different machines: the times compare machines, not programs.");
    sentences += spoken(comparison.pairing);
    return sentences.join(u' ');
}

QString breakEvenWords(const std::optional<BreakEven>& breakEven) {
    return spoken(breakEvenText(breakEven)).replace(u'-', u' ');  // of the status: "never-in-range"
}

void prepare(QTableView& table) {
    table.setAlternatingRowColors(true);
    table.setShowGrid(false);
    table.setWordWrap(false);
    table.setFrameShape(QFrame::NoFrame);
    table.setTabKeyNavigation(false);
    table.setSelectionBehavior(QAbstractItemView::SelectRows);
    table.setEditTriggers(QAbstractItemView::NoEditTriggers);
    table.verticalHeader()->hide();
    table.verticalHeader()->setDefaultSectionSize(table.fontMetrics().height() + 8);
    table.horizontalHeader()->setHighlightSections(false);
    table.horizontalHeader()->setStretchLastSection(true);
}

}  // namespace

ComparisonPanel::ComparisonPanel(QWidget* parent)
    : QWidget(parent),
      m_note(new FieldNote(this)),
      m_swap(new QPushButton(tr("&Swap"), this)),
      m_tables(new QTabWidget(this)),
      m_model(new ComparisonModel(this)),
      m_trials(new QTableView(this)),
      m_differences(new QTableWidget(0, 3, this)) {
    setObjectName(QStringLiteral("comparisonPanel"));
    m_note->setObjectName(QStringLiteral("comparisonNote"));
    m_swap->setObjectName(QStringLiteral("comparisonSwap"));
    m_swap->setToolTip(tr("See the first run from the second"));
    m_trials->setObjectName(QStringLiteral("comparisonTable"));
    m_trials->setAccessibleName(tr("Trials of both runs"));
    m_differences->setObjectName(QStringLiteral("differencesTable"));
    m_differences->setAccessibleName(tr("What else differs between the runs"));
    auto* sorted = new QSortFilterProxyModel(this);
    sorted->setSourceModel(m_model);
    sorted->setSortRole(ComparisonModel::SortRole);
    m_trials->setModel(sorted);
    m_trials->setSortingEnabled(true);
    m_trials->sortByColumn(-1, Qt::AscendingOrder);
    prepare(*m_trials);
    prepare(*m_differences);
    m_differences->setWordWrap(true);
    m_differences->verticalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);

    auto* top = new QHBoxLayout;
    top->addWidget(m_note, 1);
    top->addWidget(m_swap, 0, Qt::AlignTop);
    m_tables->setObjectName(QStringLiteral("comparisonTabs"));
    m_tables->setDocumentMode(true);
    m_tables->addTab(m_trials, tr("Trials"));
    m_tables->addTab(m_differences, {});
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(10, 8, 10, 6);
    column->addLayout(top);
    column->addWidget(m_tables, 1);
    column->addStretch();
    setFocusProxy(m_trials);
    connect(m_swap, &QPushButton::clicked, this, &ComparisonPanel::swap);
    showComparison();
}

void ComparisonPanel::compare(const std::vector<NamedResults>& runs) {
    m_runs = runs;
    showComparison();
}

void ComparisonPanel::swap() {
    std::ranges::reverse(m_runs);
    showComparison();
}

void ComparisonPanel::showComparison() {
    const bool isThere = m_runs.size() == 2;
    m_swap->setEnabled(isThere);
    m_tables->setVisible(isThere);
    if (!isThere) {
        m_headline = tr("Nothing is compared yet");
        m_note->setHint(tr("Choose two runs in the history and press Compare."));
        return;
    }
    const QString first = nameOf(m_runs[0]);
    const QString second = nameOf(m_runs[1]);
    const RunComparison comparison = compareRuns(m_runs[0].results, m_runs[1].results);
    m_headline = headlineOf(comparison, first, second);
    m_note->setHint(noteOf(comparison));
    m_model->setComparison(comparison, first, second);
    m_trials->resizeColumnsToContents();
    showDifferences(comparison);
    Q_EMIT changed();
}

void ComparisonPanel::showDifferences(const RunComparison& comparison) {
    m_differences->setHorizontalHeaderLabels(
        {tr("What differs"), shortName(nameOf(m_runs[0])), shortName(nameOf(m_runs[1]))});
    m_differences->horizontalHeaderItem(1)->setToolTip(nameOf(m_runs[0]));
    m_differences->horizontalHeaderItem(2)->setToolTip(nameOf(m_runs[1]));
    m_differences->setRowCount(0);
    const auto add = [this](const QString& what, const QString& first, const QString& second) {
        const int row = m_differences->rowCount();
        m_differences->setRowCount(row + 1);
        int column = 0;
        for (const QString& text : {what, first, second})
            m_differences->setItem(row, column++, new QTableWidgetItem(text));
    };
    for (const ComparedBreakEven& each : comparison.breakEvens) {
        add(tr("Break-even of %1 (items)").arg(spoken(each.label)), breakEvenWords(each.a), breakEvenWords(each.b));
    }
    const auto value = [](const std::optional<std::string>& fact) {
        return fact ? spoken(*fact) : tr("not observable");
    };
    for (const FactDifference& fact : comparison.environment)
        add(spoken(fact.title), value(fact.a), value(fact.b));
    if (!comparison.environmentKnown) {
        add(tr("Environment"), tr("not known of both"), {});
    } else if (comparison.environment.empty()) {
        add(tr("Environment"), tr("no fact differs"), {});
    }
    m_differences->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    const std::size_t count = comparison.breakEvens.size() + comparison.environment.size();
    m_tables->setTabText(1, tr("Break-evens and environment (%1)").arg(count));
}

}  // namespace breakeven
