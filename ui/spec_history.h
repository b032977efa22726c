/// SpecHistory: undo and redo for the experiment in the form. A spec that comes from elsewhere, such as a file, begins
/// a new history: nobody undoes into the programs of a file that is no longer open.
#pragma once

#include "core/experiment/spec.h"

#include <QObject>
#include <QString>
#include <QUndoStack>

namespace breakeven {

class ExperimentPanel;
class Session;

class SpecHistory : public QObject {
    Q_OBJECT

public:
    /// Both outlive it. Within the panel's one-line fields the keys of undo and redo mean the experiment.
    SpecHistory(Session& session, const ExperimentPanel& panel, QObject* parent = nullptr);

    bool canUndo() const { return m_stack.canUndo(); }
    bool canRedo() const { return m_stack.canRedo(); }
    QString undoText() const;  ///< for the menu: "&Undo sizes"
    QString redoText() const;
    void undo();
    void redo();

Q_SIGNALS:
    void changed();

protected:
    bool eventFilter(QObject* field, QEvent* event) override;

private:
    void record(const ExperimentSpec& next);
    void forgetUnlessOwn();

    Session& m_session;
    const ExperimentPanel& m_panel;
    QUndoStack m_stack;
    int m_sitting = 0;     ///< counts the fields that had the focus: what is typed in one sitting is one change
    bool m_isOwn = false;  ///< the spec changes because of what is recorded here
};

}  // namespace breakeven
