#include "ui/panels/results_panel.h"

#include "ui/models/results_model.h"
#include "ui/session.h"
#include "ui/theme.h"

#include <QHeaderView>
#include <QPainter>
#include <QSortFilterProxyModel>

namespace breakeven {

ResultsPanel::ResultsPanel(Session& session, QWidget* parent)
    : QTableView(parent), m_session(session), m_model(new ResultsModel(this)), m_sorted(new QSortFilterProxyModel(this)) {
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
    m_model->setResults(m_session.results());
    const bool idle = m_session.state() == Session::State::Idle;
    if (m_model->rowCount() == m_fittedRows && !idle) return;
    m_fittedRows = m_model->rowCount();
    resizeColumnsToContents();
}

}  // namespace breakeven
