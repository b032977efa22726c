#include "ui/panels/history_table.h"

#include "ui/models/history_model.h"
#include "ui/models/run_state_mark.h"
#include "ui/theme.h"

#include <QHeaderView>
#include <QPainter>
#include <QStyle>

#include <algorithm>
#include <utility>

namespace breakeven {

namespace {

constexpr int CellRoom = 8;          // pixels between a text and the next column
constexpr int HeadlineLetters = 40;  // of a headline, at least: what begins it is alike in many runs

}  // namespace

HistoryTable::HistoryTable(HistoryModel& model, QWidget* parent) : QTableView(parent), m_model(model) {
    setObjectName(QStringLiteral("historyView"));
    setAccessibleName(tr("History of runs"));
    setModel(&model);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setEditTriggers(QAbstractItemView::NoEditTriggers);  // Rename begins it
    setAlternatingRowColors(true);
    setShowGrid(false);
    setWordWrap(false);
    setTabKeyNavigation(false);
    verticalHeader()->hide();
    verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 8);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setResizeContentsPrecision(0);  // what is seen, not a page
    horizontalHeader()->setSectionResizeMode(HistoryModel::Headline, QHeaderView::Stretch);
}

void HistoryTable::fitColumns() {
    resizeColumnsToContents();
    setColumnWidth(HistoryModel::State, std::max(columnWidth(HistoryModel::State), widestState()));
    for (const auto& [column, letters] : {std::pair(HistoryModel::Title, 26), std::pair(HistoryModel::Tags, 16),
                                          std::pair(HistoryModel::Machine, 18)}) {
        const int widest = fontMetrics().averageCharWidth() * letters;
        setColumnWidth(column, std::min(columnWidth(column) + CellRoom, widest));
    }
    fitHeadline();
}

/// States change as runs end, and others come.
int HistoryTable::widestState() const {
    int widest = 0;
    for (const RunState state : {RunState::Running, RunState::Completed, RunState::Budget, RunState::Stopped,
                                 RunState::Failed, RunState::Interrupted})
        widest = std::max(widest, fontMetrics().horizontalAdvance(stateText(state)));
    return style()->pixelMetric(QStyle::PM_SmallIconSize) + widest + 2 * CellRoom;
}

/// What is behind it is then reached by scrolling.
void HistoryTable::fitHeadline() {
    const int others = horizontalHeader()->length() - columnWidth(HistoryModel::Headline);
    const int least = fontMetrics().averageCharWidth() * HeadlineLetters;
    const bool hasRoom = viewport()->width() - others >= least;
    horizontalHeader()->setSectionResizeMode(HistoryModel::Headline,
                                             hasRoom ? QHeaderView::Stretch : QHeaderView::Interactive);
    if (!hasRoom) setColumnWidth(HistoryModel::Headline, least);
}

void HistoryTable::resizeEvent(QResizeEvent* event) {
    QTableView::resizeEvent(event);
    fitHeadline();
}

QString HistoryTable::whyEmpty() const {
    if (!m_model.isOpen()) return {};
    if (!m_model.searchText().trimmed().isEmpty())
        return tr("No run has all of these words: %1").arg(m_model.searchText().simplified());
    if (m_model.showsDeleted()) return tr("No run is deleted");
    return tr("Every run is kept here, to be opened, named and compared. Press Run for the first one.");
}

void HistoryTable::paintEvent(QPaintEvent* event) {
    QTableView::paintEvent(event);
    if (m_model.rowCount() > 0) return;
    QPainter painter(viewport());
    painter.setPen(mutedColour(isDark(palette())));
    painter.drawText(viewport()->rect().adjusted(12, 0, -12, 0), Qt::AlignCenter | Qt::TextWordWrap, whyEmpty());
}

}  // namespace breakeven
