#include "ui/panels/history_panel.h"

#include "ui/dropped_files.h"
#include "ui/language.h"
#include "ui/models/history_model.h"
#include "ui/panels/field_note.h"
#include "ui/panels/history_details.h"
#include "ui/panels/history_table.h"
#include "ui/panels/notice_bar.h"
#include "ui/run_names.h"
#include "ui/session.h"
#include "ui/settings.h"

#include <QAction>
#include <QCheckBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QTimer>
#include <QToolBar>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace breakeven {

namespace {

constexpr int WatchMilliseconds = 1000;
constexpr int WideLetters = 100;   // of a panel in which the details have room beside the list
constexpr int SearchLetters = 12;  // that the search shows at least; the buttons fold before

}  // namespace

HistoryPanel::HistoryPanel(HistoryModel& model, Session& session, QWidget* parent)
    : QWidget(parent),
      m_model(model),
      m_session(session),
      m_search(new QLineEdit(this)),
      m_deleted(new QCheckBox(tr("Deleted ones"), this)),
      m_table(new HistoryTable(model, this)),
      m_note(new FieldNote(this)),
      m_retry(new QPushButton(tr("Try again"), this)),
      m_details(new HistoryDetails(this)),
      m_undoBar(new NoticeBar(QStringLiteral("historyUndoBar"), tr("Undo"), this)),
      m_watch(new QTimer(this)) {
    setObjectName(QStringLiteral("historyPanel"));
    m_search->setObjectName(QStringLiteral("historySearch"));
    m_search->setAccessibleName(tr("Search the history"));
    m_search->setPlaceholderText(tr("Search name, tags, note, machine"));
    m_search->setToolTip(tr("Runs that have all these words (Ctrl+F)"));
    m_search->setClearButtonEnabled(true);
    m_search->setMinimumWidth(SearchLetters * fontMetrics().averageCharWidth());
    m_deleted->setObjectName(QStringLiteral("historyDeleted"));
    m_deleted->setToolTip(tr("Show the runs that were deleted, to bring them back"));
    m_note->setObjectName(QStringLiteral("historyNotice"));
    m_retry->setObjectName(QStringLiteral("historyRetry"));
    m_retry->setToolTip(tr("Open the history once more"));

    m_table->setMinimumHeight(2 * m_table->verticalHeader()->defaultSectionSize());  // its head and a run
    auto* top = new QHBoxLayout;
    top->addWidget(m_search, 1);
    buildActions(*top);
    top->addWidget(m_deleted);  // last, so that it stays where it is while other buttons come and go
    auto* notice = new QHBoxLayout;
    notice->addWidget(m_note, 1);
    notice->addWidget(m_retry);
    m_body = new QBoxLayout(QBoxLayout::TopToBottom);
    m_body->addWidget(m_table, 3);
    m_body->addWidget(m_details);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(6, 4, 6, 4);
    column->setSpacing(4);
    column->addLayout(top);
    column->addLayout(notice);
    column->addWidget(m_undoBar);
    column->addLayout(m_body, 1);
    setFocusProxy(m_table);

    m_watch->setInterval(WatchMilliseconds);
    connect(m_watch, &QTimer::timeout, &m_model, &HistoryModel::refresh);
    connect(m_search, &QLineEdit::textChanged, this, &HistoryPanel::search);
    connect(m_deleted, &QCheckBox::toggled, this, &HistoryPanel::search);
    connect(m_retry, &QPushButton::clicked, &m_model, [this] { m_model.open(historyFile()); });
    connect(m_table, &QTableView::doubleClicked, this, &HistoryPanel::openChosen);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &HistoryPanel::showChosen);
    connect(&m_model, &HistoryModel::listed, this, &HistoryPanel::showState);
    connect(&m_model, &HistoryModel::problemChanged, this, &HistoryPanel::showState);
    connect(&m_session, &Session::stateChanged, this, &HistoryPanel::showChosen);
    connect(m_details, &HistoryDetails::tagsEdited, &m_model, &HistoryModel::setTags);
    connect(m_details, &HistoryDetails::noteEdited, &m_model, &HistoryModel::setNote);
    connect(m_undoBar, &NoticeBar::accepted, this, &HistoryPanel::undoDelete);
    connect(m_undoBar, &NoticeBar::dismissed, this, [this] {
        m_deletions.clear();
        showChosen();
    });
    auto* dropped = new DroppedFiles(*this, DropPurpose::Keep);
    connect(dropped, &DroppedFiles::historyRequested, &m_model, &HistoryModel::add);
    connect(dropped, &DroppedFiles::refused, &m_model, &HistoryModel::failed);
    showState();
}

QAction* HistoryPanel::makeAction(const char* name, const QString& text, const QString& tip, const QKeySequence& key,
                                  void (HistoryPanel::*slot)()) {
    auto* made = new QAction(text, this);
    made->setObjectName(QLatin1String(name));
    made->setShortcut(key);
    made->setToolTip(tip % QStringLiteral(" (%1)").arg(key.toString(QKeySequence::NativeText)));
    connect(made, &QAction::triggered, this, slot);
    m_table->addAction(made);
    return made;
}

/// Keys that a field has a meaning for belong to the table, the others to the whole panel.
void HistoryPanel::buildActions(QHBoxLayout& line) {
    m_open = makeAction("historyOpen", tr("Open"), tr("Show the run in the window"), QKeySequence(Qt::Key_Return),
                        &HistoryPanel::openChosen);
    m_open->setShortcuts({QKeySequence(Qt::Key_Return), QKeySequence(Qt::Key_Enter)});
    m_compare =
        makeAction("historyCompare", tr("Compare"), tr("Two runs, trial by trial: what became faster or slower"),
                   QKeySequence(QStringLiteral("Ctrl+Shift+K")), &HistoryPanel::compareChosen);
    m_overlay = makeAction("historyOverlay", tr("Overlay"), tr("Two to six runs on one chart"),
                           QKeySequence(QStringLiteral("Ctrl+Shift+Y")), &HistoryPanel::overlayChosen);
    m_rename = makeAction("historyRename", tr("Rename"), tr("Give the run a name of your own"),
                          QKeySequence(Qt::Key_F2), &HistoryPanel::renameChosen);
    m_delete = makeAction("historyDelete", tr("Delete"), tr("Delete the runs, which can be undone"),
                          QKeySequence(Qt::Key_Delete), &HistoryPanel::deleteChosen);
    m_restore = makeAction("historyRestore", tr("Restore"), tr("Bring deleted runs back"),
                           QKeySequence(QStringLiteral("Ctrl+Shift+U")), &HistoryPanel::restoreChosen);
    m_purge = makeAction("historyPurge", tr("Remove for good…"), tr("Remove all deleted runs for good"),
                         QKeySequence(QStringLiteral("Ctrl+Shift+Del")), &HistoryPanel::askToPurge);
    m_undo = makeAction("historyUndo", tr("Undo"), tr("Bring back what was deleted last"),
                        QKeySequence(QKeySequence::Undo), &HistoryPanel::undoDelete);
    QAction* find = makeAction("historyFind", tr("Search"), tr("Runs that have all the words you type"),
                               QKeySequence(QKeySequence::Find), &HistoryPanel::typeSearch);
    for (QAction* action : {m_open, m_rename, m_delete})
        action->setShortcutContext(Qt::WidgetShortcut);
    for (QAction* action : {m_compare, m_overlay, m_restore, m_purge, m_undo, find}) {
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        addAction(action);
    }
    m_table->setContextMenuPolicy(Qt::ActionsContextMenu);
    auto* bar = new QToolBar(this);  // which folds where it is narrow
    for (QAction* action : {m_open, m_compare, m_overlay, m_rename, m_delete, m_restore, m_purge}) {
        bar->addAction(action);
        auto* button = qobject_cast<QToolButton*>(bar->widgetForAction(action));
        button->setObjectName(action->objectName() % QStringLiteral("Button"));
        button->setFocusPolicy(Qt::TabFocus);
        button->setAutoRaise(false);
    }
    line.addWidget(bar);
}

/// While there is a deletion to be undone, its key is not the window's, which takes back changes to the experiment.
bool HistoryPanel::event(QEvent* event) {
    if (event->type() == QEvent::ShortcutOverride && m_undo->isEnabled() &&
        static_cast<QKeyEvent*>(event)->matches(QKeySequence::Undo)) {
        event->accept();
        return true;
    }
    return QWidget::event(event);
}

void HistoryPanel::keyPressEvent(QKeyEvent* event) {
    event->matches(QKeySequence::Undo) ? undoDelete() : QWidget::keyPressEvent(event);
}

void HistoryPanel::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    const bool isWide = width() >= WideLetters * fontMetrics().averageCharWidth();
    m_body->setDirection(isWide ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    m_body->setStretchFactor(m_details, isWide ? 1 : 0);
    m_details->setUpright(isWide);
}

void HistoryPanel::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    m_model.isOpen() ? m_model.refresh() : m_model.open(historyFile());
    m_watch->start();
}

void HistoryPanel::hideEvent(QHideEvent* event) {
    QWidget::hideEvent(event);
    m_watch->stop();
}

void HistoryPanel::typeSearch() {
    m_search->setFocus();
    m_search->selectAll();
}

void HistoryPanel::search() {
    m_model.search(m_search->text(), m_deleted->isChecked());
}

void HistoryPanel::showState() {
    const QString& problem = m_model.problem();
    m_retry->setVisible(!problem.isEmpty());
    m_table->setEnabled(m_model.isOpen());
    if (!problem.isEmpty()) {
        m_note->setError(problem);
    } else if (m_model.isOpen() && m_model.isReadOnly()) {
        m_note->setHint(tr("This history cannot be written: its runs can be opened and compared, not changed"));
    } else {
        m_note->setHint(m_model.notice());
    }
    if (m_model.rowCount() > 0 && !std::exchange(m_hasFittedColumns, true)) m_table->fitColumns();
    showChosen();
}

std::vector<RunEntry> HistoryPanel::chosen() const {
    QModelIndexList rows = m_table->selectionModel()->selectedRows();
    std::ranges::sort(rows, {}, &QModelIndex::row);
    std::vector<RunEntry> runs;
    for (const QModelIndex& row : rows)
        runs.push_back(m_model.entry(row.row()));
    return runs;
}

void HistoryPanel::showChosen() {
    const std::vector<RunEntry> runs = chosen();
    const auto count = std::ssize(runs);
    const bool isEditable = !m_model.isReadOnly() && !m_model.showsDeleted();
    m_open->setEnabled(count == 1 && m_session.state() == Session::State::Idle);
    m_compare->setEnabled(count == 2);
    m_overlay->setEnabled(count >= 2 && count <= MostOverlaid);
    m_rename->setEnabled(count == 1 && isEditable);
    m_delete->setEnabled(count > 0 && isEditable);
    m_delete->setVisible(!m_model.showsDeleted());
    m_restore->setEnabled(count > 0 && !m_model.isReadOnly() && m_model.showsDeleted());
    m_restore->setVisible(m_model.showsDeleted());
    m_purge->setEnabled(m_model.rowCount() > 0 && !m_model.isReadOnly() && m_model.showsDeleted());
    m_purge->setVisible(m_model.showsDeleted());
    m_undo->setEnabled(!m_deletions.empty());
    m_details->setRun(count == 1 ? std::optional(runs.front()) : std::nullopt, isEditable);
}

void HistoryPanel::openChosen() {
    if (!m_open->isEnabled()) return;
    const RunEntry run = chosen().front();
    m_session.showRun(m_model.load(run.runId), spoken(run.title), std::filesystem::path(run.file).parent_path());
}

void HistoryPanel::renameChosen() {
    const QModelIndex row = m_table->selectionModel()->selectedRows().front();
    m_table->edit(row.siblingAtColumn(HistoryModel::Title));
}

void HistoryPanel::deleteChosen() {
    const std::vector<RunEntry> runs = chosen();
    Deletion deletion;
    for (const RunEntry& run : runs)
        deletion.runIds.push_back(run.runId);
    deletion.line =
        runs.size() == 1 ? tr("Deleted “%1”").arg(spoken(runs.front().title)) : tr("Deleted %1 runs").arg(runs.size());
    if (!m_model.remove(deletion.runIds)) return;
    m_deletions.push_back(std::move(deletion));
    offerUndo();
}

void HistoryPanel::offerUndo() {
    m_deletions.empty() ? m_undoBar->hide() : m_undoBar->say(m_deletions.back().line);
    showChosen();
}

void HistoryPanel::undoDelete() {
    if (m_deletions.empty() || !m_model.restore(m_deletions.back().runIds)) return;
    m_deletions.pop_back();
    offerUndo();
}

void HistoryPanel::restoreChosen() {
    std::vector<std::string> runIds;
    for (const RunEntry& run : chosen())
        runIds.push_back(run.runId);
    m_model.restore(runIds);
}

void HistoryPanel::askToPurge() {
    auto* question = new QMessageBox(QMessageBox::Question, tr("Remove for good"),
                                     tr("Remove all deleted runs for good? They cannot be brought back."),
                                     QMessageBox::Cancel, this);
    question->setObjectName(QStringLiteral("purgeQuestion"));
    question->setAttribute(Qt::WA_DeleteOnClose);
    QPushButton* yes = question->addButton(tr("Remove"), QMessageBox::DestructiveRole);
    yes->setObjectName(QStringLiteral("purgeButton"));
    question->setDefaultButton(QMessageBox::Cancel);
    connect(yes, &QPushButton::clicked, this, [this] {
        if (!m_model.purge()) return;
        m_deletions.clear();
        offerUndo();
    });
    question->open();
}

/// Oldest first; nothing when one of them cannot be read, which is reported.
std::vector<NamedResults> HistoryPanel::loadChosen() const {
    std::vector<RunEntry> runs = chosen();
    std::ranges::reverse(runs);
    const std::vector<QString> names = runNames(runs);
    std::vector<NamedResults> loaded;
    for (std::size_t i = 0; i < runs.size(); ++i) {
        const Result<LoadedRun> run = m_model.load(runs[i].runId);
        if (!run) {
            m_session.report(run.error(), {});
            return {};
        }
        loaded.push_back({names[i].toStdString(), foldEvents(run->events)});
    }
    return loaded;
}

void HistoryPanel::compareChosen() {
    const std::vector<NamedResults> runs = loadChosen();
    if (!runs.empty()) Q_EMIT compareRequested(runs);
}

void HistoryPanel::overlayChosen() {
    const std::vector<NamedResults> runs = loadChosen();
    if (!runs.empty()) Q_EMIT overlayRequested(runs);
}

}  // namespace breakeven
