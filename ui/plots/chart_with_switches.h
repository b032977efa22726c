/// ChartWithSwitches: a chart of curves, with what its reader can choose: the scale of either axis, which curves are
/// seen, how far it is zoomed.
#pragma once

#include "core/plots/plots.h"

#include <QWidget>

#include <functional>
#include <optional>

class QCheckBox;
class QHBoxLayout;
class QToolButton;

namespace breakeven {

class ChartView;

class ChartWithSwitches : public QWidget {
    Q_OBJECT

public:
    using Draw = std::function<Plot(const Selection& selection)>;

    /// Object names come from the stem: runtimeChart, runtimeXLog, runtimeYLog, runtimeShowAll, runtimeGestures.
    ChartWithSwitches(const QString& stem, Draw draw, QWidget* parent = nullptr);

    ChartView& view() { return *m_view; }
    const ChartView& view() const { return *m_view; }

    void redraw();
    void forgetCurves();  ///< none is hidden and all of them are in sight; takes effect when drawn again
    void forgetScales();  ///< the chart's own choice is taken; likewise

private:
    QHBoxLayout* makeSwitches(const QString& stem);
    QCheckBox* addSwitch(const QString& name, const QString& tip, std::optional<AxisScale> Selection::*scale);

    Draw m_draw;
    ChartView* m_view;
    QCheckBox* m_xLog = nullptr;
    QCheckBox* m_yLog = nullptr;
    Selection m_selection;
};

}  // namespace breakeven
