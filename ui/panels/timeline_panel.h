/// TimelinePanel: the timeline of the run that the session shows, read when somebody looks at it.
#pragma once

#include <QWidget>

namespace breakeven {

class Session;
class TimelineView;

class TimelinePanel : public QWidget {
    Q_OBJECT

public:
    explicit TimelinePanel(const Session& session, QWidget* parent = nullptr);

    void showTrial(int trialId);  ///< its recorded pass; nothing when it has none

protected:
    void showEvent(QShowEvent* event) override;

private:
    void refresh();
    TimelineView& view();

    const Session& m_session;
    TimelineView* m_view = nullptr;  ///< once somebody looks at it
};

}  // namespace breakeven
