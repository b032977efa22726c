#include "ui/panels/interrupted_bar.h"

#include "ui/language.h"
#include "ui/models/history_model.h"
#include "ui/session.h"
#include "ui/settings.h"

#include <QSysInfo>

#include <algorithm>
#include <filesystem>

namespace breakeven {

InterruptedBar::InterruptedBar(HistoryModel& history, Session& session, QWidget* parent)
    : NoticeBar(QStringLiteral("interruptedBar"), tr("Show it"), parent), m_history(history), m_session(session) {
    connect(this, &NoticeBar::accepted, this, &InterruptedBar::showOffered);
    connect(this, &NoticeBar::dismissed, this, [this] { storeOffer(QString::fromStdString(m_offered.startedAt)); });
}

void InterruptedBar::look() {
    if (!m_history.isOpen()) m_history.open(historyFile());
    const std::string host = QSysInfo::machineHostName().toStdString();
    const std::string seen = storedOffer().toStdString();
    const std::vector<RunEntry> runs = m_history.cutOffRuns();  // newest first
    const auto newest = std::ranges::find_if(runs, [&](const RunEntry& run) {
        return run.state == RunState::Interrupted && run.host == host && run.samples > 0 && run.startedAt > seen;
    });
    if (newest == runs.end()) return hide();
    m_offered = *newest;
    say(tr("“%1” of %2 was interrupted; its %3 samples until then are kept")
            .arg(spoken(m_offered.title), startText(m_offered), QString::number(m_offered.samples)));
}

void InterruptedBar::showOffered() {
    m_session.showRun(m_history.load(m_offered.runId), spoken(m_offered.title),
                      std::filesystem::path(m_offered.file).parent_path());
    if (!m_session.failure().isEmpty()) return show();  // something else is being measured: later, then
    storeOffer(QString::fromStdString(m_offered.startedAt));
}

}  // namespace breakeven
