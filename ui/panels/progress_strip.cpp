#include "ui/panels/progress_strip.h"

#include "ui/session.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>

#include <cmath>

namespace breakeven {

namespace {

constexpr int TickMilliseconds = 500;
constexpr int BarSteps = 1000;

/// 1:12
QString clockText(Seconds remaining) {
    const int seconds = static_cast<int>(std::ceil(remaining.count()));
    return QStringLiteral("%1:%2").arg(seconds / 60).arg(seconds % 60, 2, 10, QLatin1Char('0'));
}

QString leftText(long percent, const QString& clock) {
    return ProgressStrip::tr("%1 % · %2 left").arg(percent).arg(clock);
}

}  // namespace

ProgressStrip::ProgressStrip(Session& session, QWidget* parent)
    : QWidget(parent), m_session(session), m_bar(new QProgressBar(this)), m_left(new QLabel(this)) {
    m_bar->setObjectName(QStringLiteral("progressBar"));
    m_bar->setAccessibleName(tr("Progress"));
    m_bar->setRange(0, BarSteps);
    m_bar->setTextVisible(false);
    m_bar->setMaximumHeight(10);
    m_left->setObjectName(QStringLiteral("etaLabel"));
    m_left->setMinimumWidth(fontMetrics().horizontalAdvance(leftText(100, QStringLiteral("000:00"))));
    auto* line = new QHBoxLayout(this);
    line->setContentsMargins(12, 0, 12, 0);
    line->addWidget(m_bar, 1);
    line->addWidget(m_left);

    m_tick.setInterval(TickMilliseconds);
    connect(&m_tick, &QTimer::timeout, this, &ProgressStrip::refresh);
    connect(&m_session, &Session::stateChanged, this, &ProgressStrip::follow);
    follow();
}

void ProgressStrip::follow() {
    const bool running = m_session.state() != Session::State::Idle;
    m_bar->setVisible(running);
    m_left->setVisible(running);
    if (running == m_tick.isActive()) return;
    running ? m_tick.start() : m_tick.stop();
    if (running) refresh();
}

void ProgressStrip::refresh() {
    const Progress progress = m_session.progress();
    m_bar->setValue(static_cast<int>(std::lround(progress.fraction * BarSteps)));
    m_left->setText(leftText(std::lround(progress.fraction * 100), clockText(progress.remaining)));
    m_left->setToolTip(
        progress.expectedPrecision && *progress.expectedPrecision <= 1
            ? tr("The times should be known to ± %1 % then").arg(100 * *progress.expectedPrecision, 0, 'g', 2)
            : QString());
}

}  // namespace breakeven
