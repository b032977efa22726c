/// HistoryPanel: every run that was measured or imported, also by dropping files onto it. Opens, names, tags, deletes
/// and brings back; hands several over to be compared or laid on one chart.
#pragma once

#include "core/history/run_entry.h"
#include "core/plots/overlay.h"

#include <QWidget>

#include <string>
#include <vector>

class QAction;
class QBoxLayout;
class QCheckBox;
class QHBoxLayout;
class QLineEdit;
class QPushButton;
class QTimer;

namespace breakeven {

class FieldNote;
class HistoryDetails;
class HistoryModel;
class HistoryTable;
class NoticeBar;
class Session;

class HistoryPanel : public QWidget {
    Q_OBJECT

public:
    static constexpr int MostOverlaid = 6;

    /// Opens the history when it is looked at for the first time. Both must outlive the panel.
    HistoryPanel(HistoryModel& model, Session& session, QWidget* parent = nullptr);

Q_SIGNALS:
    void compareRequested(const std::vector<NamedResults>& runs);  ///< two, the older first
    void overlayRequested(const std::vector<NamedResults>& runs);  ///< two or more, the oldest first

protected:
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    void buildActions(QHBoxLayout& line);
    QAction* makeAction(const char* name, const QString& text, const QString& tip, const QKeySequence& key,
                        void (HistoryPanel::*slot)());
    void typeSearch();
    void search();
    void showState();   ///< of the list as a whole
    void showChosen();  ///< details, and what can be done with what is chosen
    void openChosen();
    void renameChosen();
    void deleteChosen();
    void undoDelete();
    void offerUndo();
    void restoreChosen();
    void askToPurge();
    void compareChosen();
    void overlayChosen();
    std::vector<RunEntry> chosen() const;  ///< newest first
    std::vector<NamedResults> loadChosen() const;

    HistoryModel& m_model;
    Session& m_session;
    QLineEdit* m_search;
    QCheckBox* m_deleted;
    HistoryTable* m_table;
    FieldNote* m_note;
    QPushButton* m_retry;
    QBoxLayout* m_body = nullptr;
    HistoryDetails* m_details;
    NoticeBar* m_undoBar;
    QTimer* m_watch;
    QAction* m_open = nullptr;
    QAction* m_rename = nullptr;
    QAction* m_delete = nullptr;
    QAction* m_restore = nullptr;
    QAction* m_purge = nullptr;
    QAction* m_compare = nullptr;
    QAction* m_overlay = nullptr;
    QAction* m_undo = nullptr;
    bool m_hasFittedColumns = false;

    struct Deletion {
        std::vector<std::string> runIds;
        QString line;  ///< "Deleted 2 runs"
    };
    std::vector<Deletion> m_deletions;  ///< the last one is undone first
};

}  // namespace breakeven
