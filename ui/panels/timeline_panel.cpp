#include "ui/panels/timeline_panel.h"

#include "ui/language.h"
#include "ui/plots/timeline_view.h"
#include "ui/session.h"

#include <QShowEvent>
#include <QVBoxLayout>

#include <utility>

namespace breakeven {

TimelinePanel::TimelinePanel(const Session& session, QWidget* parent)
    : QWidget(parent), m_session(session), m_view(new TimelineView(this)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_view);
    setFocusProxy(m_view);
    connect(&session, &Session::stateChanged, this, &TimelinePanel::refresh);
    connect(&session, &Session::resultsChanged, this, &TimelinePanel::refresh);
}

void TimelinePanel::showTrial(int trialId) {
    m_view->showTrial(trialId);
}

void TimelinePanel::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    refresh();
}

void TimelinePanel::refresh() {
    if (!isVisible()) return;
    if (m_session.results().trials().empty()) {
        m_view->setPasses({});
        return;
    }
    Result<RunTimeline> timeline = m_session.timeline();
    if (!timeline) {
        m_view->setPasses({}, spoken(timeline.error().detail));
        return;
    }
    QStringList warnings;
    for (const std::string& warning : timeline->warnings)
        warnings += spoken(warning);
    m_view->setPasses(std::move(timeline->passes), warnings.join(QStringLiteral("; ")));
}

}  // namespace breakeven
