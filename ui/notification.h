/// Telling that a long run has ended to somebody who looks elsewhere.
#pragma once

#include "core/base/units.h"

#include <QElapsedTimer>
#include <QObject>
#include <QString>

#include <functional>

class QWidget;

namespace breakeven {

class Session;

inline constexpr Seconds LongRun{10};

/// Shows a title and a line to somebody who looks elsewhere.
using Notice = std::function<void(const QString& title, const QString& line)>;

/// A message of the desktop's where there is one to show it; the window's entry in the task bar asks for attention,
/// too.
Notice desktopNotice(QWidget& window);

/// Gives notice when a run of more than LongRun ends, the window is not the active one, and the settings allow it.
class RunNotice : public QObject {
    Q_OBJECT

public:
    /// Both outlive it.
    RunNotice(Session& session, QWidget& window, Notice notice);

private:
    void stateChanged();

    Session& m_session;
    QWidget& m_window;
    Notice m_notice;
    QElapsedTimer m_running;  ///< invalid while nothing runs
};

}  // namespace breakeven
