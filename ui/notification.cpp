#include "ui/notification.h"

#include "core/analysis/findings.h"
#include "ui/language.h"
#include "ui/session.h"
#include "ui/settings.h"

#include <QApplication>
#include <QSystemTrayIcon>
#include <QWidget>

#include <utility>

namespace breakeven {

namespace {

/// As the run itself tells, which is what it measured; of one that broke off, as seen from here.
Seconds durationOf(const Results& results, const QElapsedTimer& running) {
    if (results.finished()) return results.finished()->elapsed;
    return Seconds(static_cast<double>(running.elapsed()) / 1000);
}

}  // namespace

Notice desktopNotice(QWidget& window) {
    auto* icon = new QSystemTrayIcon(window.windowIcon(), &window);
    icon->setToolTip(window.windowTitle());
    QObject::connect(icon, &QSystemTrayIcon::messageClicked, &window, [&window] {
        window.raise();
        window.activateWindow();
    });
    return [icon, &window](const QString& title, const QString& line) {
        QApplication::alert(&window);
        if (!QSystemTrayIcon::isSystemTrayAvailable() || !QSystemTrayIcon::supportsMessages()) return;
        icon->show();
        icon->showMessage(title, line, window.windowIcon());
    };
}

RunNotice::RunNotice(Session& session, QWidget& window, Notice notice)
    : QObject(&window), m_session(session), m_window(window), m_notice(std::move(notice)) {
    connect(&session, &Session::stateChanged, this, &RunNotice::stateChanged);
}

void RunNotice::stateChanged() {
    if (m_session.state() != Session::State::Idle) {
        if (!m_running.isValid()) m_running.start();
        return;
    }
    if (!m_running.isValid()) return;
    const Seconds duration = durationOf(m_session.results(), m_running);
    m_running.invalidate();
    if (duration <= LongRun || m_window.isActiveWindow() || !storedNotices()) return;
    const std::string& title = m_session.results().run().spec.title;
    m_notice(title.empty() ? tr("The run has ended") : tr("Measured: %1").arg(spoken(title)),
             spoken(headline(m_session.results()).text));
}

}  // namespace breakeven
