/// InterruptedBar: offers what was measured of the newest run of this machine that was cut off, once.
#pragma once

#include "core/history/run_entry.h"
#include "ui/panels/notice_bar.h"

namespace breakeven {

class HistoryModel;
class Session;

class InterruptedBar : public NoticeBar {
    Q_OBJECT

public:
    /// Both must outlive the bar.
    InterruptedBar(HistoryModel& history, Session& session, QWidget* parent = nullptr);

    /// Shows itself when there is such a run. Opens the history when it is not open yet: call it once the window
    /// stands.
    void look();

private:
    void showOffered();

    HistoryModel& m_history;
    Session& m_session;
    RunEntry m_offered;
};

}  // namespace breakeven
