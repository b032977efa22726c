/// What can be done with a chart besides dragging: one table for its keys and its menu.
#pragma once

#include <QKeyCombination>
#include <QMenu>
#include <QString>

#include <algorithm>
#include <array>
#include <span>
#include <string_view>

class QKeyEvent;

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

/// One of them as another view than that of curves carries it out.
template <class View>
struct CommandOf {
    std::string_view id;
    void (View::*run)();
    bool (View::*isPossible)() const;
};

/// Those that the view has, in the order of all.
template <class View>
void addCommands(QMenu& menu, View& view, std::span<const CommandOf<View>> own) {
    for (const ChartCommand& command : chartCommands()) {
        const auto found = std::ranges::find(own, command.id, &CommandOf<View>::id);
        if (found == own.end()) continue;
        QAction* item = menu.addAction(menuText(command), &view, [&view, run = found->run] { (view.*run)(); });
        item->setObjectName(QLatin1String(command.id));
        item->setEnabled((view.*found->isPossible)());
    }
}

/// Every command with its key, a switch for each series, and what else was added to the view as an action.
void fillChartMenu(QMenu& menu, ChartView& view);

}  // namespace breakeven
