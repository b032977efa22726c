/// Every action of the window in one table: id, text, tip, shortcut, and when it is enabled.
#pragma once

#include <QKeySequence>
#include <QObject>
#include <QString>

#include <span>

class QAction;

namespace breakeven {

/// What must hold for an action to make sense.
enum class EnabledWhen { Always, Idle, Ready, Running, CanUndo, CanRedo, HasSpec, HasResults, HasPicture, HasNumbers };

struct ActionInfo {
    const char* id;        ///< object name of the QAction
    const char* text;      ///< with its mnemonic; translated in the context "Actions"
    const char* tip;       ///< one sentence
    const char* shortcut;  ///< portable texts of QKeySequences, "Ctrl+R; Ctrl+Return", the first one shown
    const char* icon;      ///< resource; empty: none
    EnabledWhen when;
};

std::span<const ActionInfo> actionTable();

/// One QAction for each row, children of parent, found by id.
void makeActions(QObject& parent);

/// Range: an id of the table.
QAction& action(const QObject& parent, const char* id);

struct WindowState {
    bool running = false;
    bool valid = false;  ///< the experiment panel holds a spec that can be run
    bool hasSpec = false;
    bool hasResults = false;
    bool hasPicture = false;  ///< what is in front can be kept as one
    bool hasNumbers = false;  ///< it is a chart, and not empty
    bool canUndo = false;     ///< a change to the spec
    bool canRedo = false;
    bool testsMachine = false;  ///< the self-test runs, which an experiment would disturb
};

void updateActions(const QObject& parent, const WindowState& state);

}  // namespace breakeven
