/// ProgressStrip: how far the measuring is and what is left of it. Hidden while nothing is measured.
#pragma once

#include <QTimer>
#include <QWidget>

class QLabel;
class QProgressBar;

namespace breakeven {

class Session;

class ProgressStrip : public QWidget {
    Q_OBJECT

public:
    explicit ProgressStrip(Session& session, QWidget* parent = nullptr);

private:
    void follow();  ///< shows or hides, as the session runs or not
    void refresh();

    Session& m_session;
    QProgressBar* m_bar;
    QLabel* m_left;
    QTimer m_tick;  ///< the time left shrinks also while one long sample is taken
};

}  // namespace breakeven
