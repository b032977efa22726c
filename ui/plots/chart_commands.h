/// What can be done with a chart besides dragging: one table for its keys and its menu.
#pragma once

#include <QKeyCombination>
#include <QString>

#include <array>
#include <span>

class QKeyEvent;
class QMenu;

namespace breakeven {

class ChartView;

struct ChartCommand {
    const char* id;                       ///< object name in the menu
    const char* text;                     ///< translated in the context "ChartCommands"
    std::array<QKeyCombination, 3> keys;  ///< the first is shown; those that are left are none
    void (ChartView::*run)();
    bool (ChartView::*isPossible)() const;
};

std::span<const ChartCommand> chartCommands();

/// With its key, as a menu shows it.
QString menuText(const ChartCommand& command);

/// nullptr when the key is no command's.
const ChartCommand* commandOf(const QKeyEvent& event);

/// Every command with its key, a switch for each series, and what else was added to the view as an action.
void fillChartMenu(QMenu& menu, ChartView& view);

}  // namespace breakeven
