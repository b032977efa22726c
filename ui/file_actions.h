/// The actions that ask for a file and hand it to the session: opening, saving, exporting tables and reports.
#pragma once

class QWidget;

namespace breakeven {

class Session;

/// window: has the actions (see makeActions) and owns the dialogs. Both outlive the actions.
void connectFileActions(QWidget& window, Session& session);

}  // namespace breakeven
