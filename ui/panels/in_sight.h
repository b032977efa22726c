/// InSight: keeps a panel up to date while somebody can see it. Behind another tab it waits until it is seen again:
/// what nobody looks at takes no time from a run that goes on.
#pragma once

#include <QObject>
#include <QPointer>

#include <functional>

class QDockWidget;
class QWidget;

namespace breakeven {

class InSight : public QObject {
public:
    /// refresh is called when the panel is seen for the first time, too.
    InSight(QWidget& panel, std::function<void()> refresh);

    void changed();  ///< what the panel shows is out of date
    void update();   ///< at once where it is, seen or not

    bool eventFilter(QObject* panel, QEvent* event) override;

private:
    void follow(QDockWidget* dock);
    void look();

    QWidget& m_panel;
    std::function<void()> m_refresh;
    QPointer<QDockWidget> m_dock;  ///< that the panel is in; one behind another is visible, too, to Qt
    bool m_isInFront = true;
    bool m_isStale = true;
};

}  // namespace breakeven
