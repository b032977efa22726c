#include "ui/panels/timeline_panel.h"

#include "ui/language.h"
#include "ui/plots/timeline_view.h"
#include "ui/session.h"

#include <QShowEvent>
#include <QVBoxLayout>

#include <utility>

namespace breakeven {

TimelinePanel::TimelinePanel(const Session& session, QWidget* parent) : QWidget(parent), m_session(session) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    connect(&session, &Session::stateChanged, this, &TimelinePanel::refresh);
    connect(&session, &Session::resultsChanged, this, &TimelinePanel::refresh);
}

TimelineView& TimelinePanel::view() {
    if (m_view == nullptr) {
        m_view = new TimelineView(this);
        layout()->addWidget(m_view);
        setFocusProxy(m_view);
        connect(m_view, &TimelineView::pictureWanted, this, &TimelinePanel::pictureWanted);
        connect(m_view, &TimelineView::trialShown, this, [this] { m_wanted.reset(); });
    }
    return *m_view;
}

Drawing TimelinePanel::drawing() {
    return view().drawing();
}

void TimelinePanel::showTrial(int trialId) {
    m_wanted = Wanted{m_session.results().run().runId, trialId};
    if (isVisible()) showWanted();
}

void TimelinePanel::showWanted() {
    if (m_wanted && m_wanted->run == m_session.results().run().runId && !view().showTrial(m_wanted->trial)) {
        view().showNoPass();
    } else {
        m_wanted.reset();
    }
}

void TimelinePanel::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    refresh();
}

void TimelinePanel::refresh() {
    if (!isVisible()) return;
    if (m_session.results().spansFile().empty()) {
        view().setPasses({});
        return;
    }
    Result<RunTimeline> timeline = m_session.timeline();
    if (!timeline) {
        view().setPasses({}, spoken(timeline.error().detail));
        return;
    }
    QStringList warnings;
    for (const std::string& warning : timeline->warnings)
        warnings += spoken(warning);
    view().setPasses(std::move(timeline->passes), warnings.join(QStringLiteral("; ")));
    showWanted();
}

}  // namespace breakeven
