#include "ui/panels/log_panel.h"

#include <QTime>

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

}  // namespace breakeven
