#include "ui/panels/results_panel.h"

#include "ui/models/results_model.h"
#include "ui/session.h"
#include "ui/theme.h"

#include <QHeaderView>
#include <QPainter>
#include <QSortFilterProxyModel>

#include <algorithm>

namespace breakeven {

namespace {

constexpr int CellRoom = 4;  // pixels between a number and the next column

}  // namespace

ResultsPanel::ResultsPanel(Session& session, QWidget* parent)
    : QTableView(parent),
      m_session(session),
      m_model(new ResultsModel(this)),
      m_sorted(new QSortFilterProxyModel(this)) {
    setObjectName(QStringLiteral("resultsTable"));
    setAccessibleName(tr("Results"));
    m_sorted->setSourceModel(m_model);
    m_sorted->setSortRole(ResultsModel::SortRole);
    setModel(m_sorted);
    setSortingEnabled(true);
    sortByColumn(-1, Qt::AscendingOrder);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setAlternatingRowColors(true);
    setShowGrid(false);
    setWordWrap(false);
    setFrameShape(QFrame::NoFrame);
    setTabKeyNavigation(false);
    verticalHeader()->hide();
    verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 8);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setStretchLastSection(true);
    connect(&m_session, &Session::resultsChanged, this, &ResultsPanel::refresh);
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
    const std::string& runId = m_session.results().run().runId;
    if (runId != m_runId) resizeColumnsToContents();
    m_runId = runId;
    fitColumns();
}

void ResultsPanel::fitColumns() {
    for (int column = 0; column < m_model->columnCount(); ++column) {
        const int wanted = std::max(sizeHintForColumn(column), horizontalHeader()->sectionSizeHint(column)) + CellRoom;
        if (wanted > columnWidth(column)) setColumnWidth(column, wanted);
    }
}

}  // namespace breakeven
