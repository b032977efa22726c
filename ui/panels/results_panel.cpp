#include "ui/panels/results_panel.h"

#include "ui/models/results_model.h"
#include "ui/panels/in_sight.h"
#include "ui/panels/verdict_delegate.h"
#include "ui/session.h"
#include "ui/theme.h"

#include <QHeaderView>
#include <QItemSelectionModel>
#include <QPainter>
#include <QSortFilterProxyModel>

#include <algorithm>

namespace breakeven {

namespace {

constexpr int CellRoom = 4;  // pixels between a number and the next column

/// By the numbers of a column, or as every table lists trials while none is chosen.
class SortedResults : public QSortFilterProxyModel {
public:
    using QSortFilterProxyModel::QSortFilterProxyModel;

    void sort(int column, Qt::SortOrder order) override {
        setSortRole(column < 0 ? ResultsModel::PlaceRole : ResultsModel::SortRole);
        QSortFilterProxyModel::sort(std::max(column, 0), order);
    }
};

}  // namespace

ResultsPanel::ResultsPanel(Session& session, QWidget* parent)
    : QTableView(parent),
      m_session(session),
      m_model(new ResultsModel(this)),
      m_sorted(new SortedResults(this)),
      m_inSight(new InSight(*this, [this] { refresh(); })) {
    setObjectName(QStringLiteral("resultsTable"));
    setAccessibleName(tr("Results"));
    m_sorted->setSourceModel(m_model);
    setModel(m_sorted);
    setSortingEnabled(true);
    sortByColumn(-1, Qt::AscendingOrder);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setAlternatingRowColors(true);
    setShowGrid(false);
    setWordWrap(false);
    setFrameShape(QFrame::NoFrame);
    setTabKeyNavigation(false);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setItemDelegateForColumn(ResultsModel::Verdict, new VerdictDelegate(this));
    verticalHeader()->hide();
    verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 8);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setStretchLastSection(true);
    showTitles(false);
    fitTitles();
    connect(m_sorted, &QAbstractItemModel::dataChanged, this,
            [this](const QModelIndex& first, const QModelIndex& last) { fitColumns(first.row(), last.row()); });
    connect(m_sorted, &QAbstractItemModel::rowsInserted, this,
            [this](const QModelIndex&, int first, int last) { fitColumns(first, last); });
    connect(&m_session, &Session::resultsChanged, m_inSight, &InSight::changed);
    const auto trialAt = [](const QModelIndex& place) { return place.data(ResultsModel::TrialRole).toInt(); };
    // Not the current row: that is set by the focus, too.
    connect(selectionModel(), &QItemSelectionModel::selectionChanged, this, [this, trialAt] {
        const QModelIndexList rows = selectionModel()->selectedRows();
        if (!rows.isEmpty()) Q_EMIT trialChosen(trialAt(rows.front()));
    });
    connect(this, &QAbstractItemView::activated, this,
            [this, trialAt](const QModelIndex& place) { Q_EMIT trialOpened(trialAt(place)); });
}

void ResultsPanel::chooseTrial(int trial) {
    m_inSight->update();
    const QModelIndex place = m_sorted->mapFromSource(m_model->indexOf(trial));
    if (!place.isValid()) return;
    setCurrentIndex(place);
    scrollTo(place);
}

void ResultsPanel::paintEvent(QPaintEvent* event) {
    QTableView::paintEvent(event);
    if (m_model->rowCount() > 0) return;
    QPainter painter(viewport());
    painter.setPen(mutedColour(isDark(palette())));
    painter.drawText(viewport()->rect(), Qt::AlignCenter | Qt::TextWordWrap,
                     tr("Each size and backend gets a row here, with its time, interval and speed-up"));
}

void ResultsPanel::refresh() {
    m_model->setResults(m_session.results(), m_session.state() != Session::State::Idle);
    showTitles(m_model->rowCount() > 0);
    const std::string& runId = m_session.results().run().runId;
    if (runId == m_runId) return;
    m_runId = runId;
    fitTitles();
    fitColumns(0, m_model->rowCount() - 1);
}

/// Of columns with nothing in them there is nothing to see, and nothing to scroll to.
void ResultsPanel::showTitles(bool shown) {
    horizontalHeader()->setVisible(shown);
    setHorizontalScrollBarPolicy(shown ? Qt::ScrollBarAsNeeded : Qt::ScrollBarAlwaysOff);
}

void ResultsPanel::fitTitles() {
    for (int column = 0; column < m_model->columnCount(); ++column)
        setColumnWidth(column, horizontalHeader()->sectionSizeHint(column) + CellRoom);
    m_wholeVerdict = m_briefVerdict = columnWidth(ResultsModel::Verdict);
}

void ResultsPanel::fitColumns(int firstRow, int lastRow) {
    for (int column = 0; column < m_model->columnCount(); ++column) {
        int wanted = 0;
        for (int row = firstRow; row <= lastRow; ++row)
            wanted = std::max(wanted, sizeHintForIndex(m_sorted->index(row, column)).width());
        if (column == ResultsModel::Verdict)
            m_briefVerdict = std::max(m_briefVerdict, wanted + CellRoom);
        else if (wanted + CellRoom > columnWidth(column))
            setColumnWidth(column, wanted + CellRoom);
    }
    for (int row = firstRow; row <= lastRow; ++row) {
        const QModelIndex verdict = m_sorted->index(row, ResultsModel::Verdict);
        m_wholeVerdict = std::max(m_wholeVerdict, VerdictDelegate::wholeWidth(fontMetrics(), verdict) + CellRoom);
    }
    fitVerdicts();
}

void ResultsPanel::fitVerdicts() {
    int room = viewport()->width();
    for (const int beside : {ResultsModel::SeriesLabel, ResultsModel::Size, ResultsModel::Workers, ResultsModel::Median,
                             ResultsModel::Speedup})
        room -= columnWidth(beside);
    setColumnWidth(ResultsModel::Verdict, std::clamp(room, m_briefVerdict, std::max(m_briefVerdict, m_wholeVerdict)));
}

void ResultsPanel::resizeEvent(QResizeEvent* event) {
    QTableView::resizeEvent(event);
    if (!m_runId.empty()) fitVerdicts();
}

}  // namespace breakeven
