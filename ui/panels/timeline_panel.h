/// TimelinePanel: the timeline of the run that the session shows, read when somebody looks at it.
#pragma once

#include <QWidget>

#include <optional>
#include <string>

namespace breakeven {

class Session;
class TimelineView;
struct Drawing;

class TimelinePanel : public QWidget {
    Q_OBJECT

public:
    explicit TimelinePanel(const Session& session, QWidget* parent = nullptr);

    void showTrial(int trialId);  ///< its recorded pass, once somebody looks, or that there is none
    Drawing drawing();            ///< of what is shown

Q_SIGNALS:
    void pictureWanted();  ///< in a file

protected:
    void showEvent(QShowEvent* event) override;

private:
    struct Wanted {
        std::string run;
        int trial = 0;
    };

    void refresh();
    void showWanted();
    TimelineView& view();

    const Session& m_session;
    std::optional<Wanted> m_wanted;  ///< and not shown: nobody looks, or it has no pass
    TimelineView* m_view = nullptr;  ///< once somebody looks at it
};

}  // namespace breakeven
