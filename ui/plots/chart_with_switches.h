/// ChartWithSwitches: a chart of curves, with what its reader can choose: the scale of either axis, which curves are
/// seen, how far it is zoomed. Where both have no room, the switches are in the chart's menu alone, which then has a
/// button.
#pragma once

#include "core/plots/plots.h"

#include <QWidget>

#include <functional>
#include <optional>

class QAction;
class QCheckBox;
class QToolButton;

namespace breakeven {

class ChartView;

class ChartWithSwitches : public QWidget {
    Q_OBJECT

public:
    using Draw = std::function<Plot(const Selection& selection)>;

    /// Object names come from the stem: runtimeChart, runtimeXLog, runtimeYLog, runtimeShowAll, runtimeGestures,
    /// runtimeMenu.
    ChartWithSwitches(const QString& stem, Draw draw, QWidget* parent = nullptr);

    ChartView& view() { return *m_view; }
    const ChartView& view() const { return *m_view; }

    void redraw();
    void forgetCurves();  ///< none is hidden and all of them are in sight; takes effect when drawn again
    void forgetScales();  ///< the chart's own choice is taken; likewise

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    /// One choice of two places: a box below the chart, and a line of its menu.
    struct Switch {
        QCheckBox* box = nullptr;
        QAction* line = nullptr;
    };

    QWidget* makeSwitches(const QString& stem);
    QToolButton* makeMenuButton(const QString& stem);
    Switch addSwitch(const QString& name, const QString& tip, std::optional<AxisScale> Selection::*scale);
    static void tell(const Switch& one, const QString& text, bool isOn, bool isEnabled);

    Draw m_draw;
    ChartView* m_view;
    Switch m_xLog;
    Switch m_yLog;
    QWidget* m_switches;
    QToolButton* m_menu;
    Selection m_selection;
};

}  // namespace breakeven
