#include "ui/panels/log_panel.h"

#include "core/base/numbers.h"
#include "core/experiment/results.h"
#include "ui/language.h"

#include <QTime>

#include <algorithm>
#include <string>

namespace breakeven {

namespace {

constexpr int MostLines = 5000;  // the oldest go first

}  // namespace

LogPanel::LogPanel(QWidget* parent) : QPlainTextEdit(parent) {
    setObjectName(QStringLiteral("logView"));
    setAccessibleName(tr("Log"));
    setReadOnly(true);
    setFrameShape(QFrame::NoFrame);
    setMaximumBlockCount(MostLines);
    setPlaceholderText(tr("Notes of the run, failed trials and saved files are listed here"));
}

void LogPanel::add(const QString& line) {
    appendPlainText(QTime::currentTime().toString(QStringLiteral("HH:mm:ss  ")) % line);
}

void LogPanel::follow(const Results& results) {
    const auto& notes = results.notes();
    for (std::size_t i = std::min(m_notes, notes.size()); i < notes.size(); ++i)
        add(spoken(notes[i]));
    m_notes = notes.size();

    std::size_t failures = 0;
    for (const TrialResult& result : results.trials()) {
        if (result.status == TrialStatus::Ok || ++failures <= m_failures) continue;
        const std::string status(statusWord(result.status));
        add(QStringLiteral("%1, %2, %3: %4")
                .arg(QString::fromStdString(result.trial.backend),
                     spoken(countItems(static_cast<double>(result.trial.size))), spoken(status),
                     spoken(result.detail)));
    }
    m_failures = failures;
}

}  // namespace breakeven
