#include "ui/plots/chart_commands.h"

#include "ui/language.h"
#include "ui/plots/chart_view.h"

#include <QCoreApplication>
#include <QKeyEvent>
#include <QKeySequence>
#include <QMenu>

#include <algorithm>
#include <string_view>

namespace breakeven {

namespace {

constexpr const char* Context = "ChartCommands";
constexpr QKeyCombination NoKey(Qt::Key_unknown);

constexpr auto Commands = std::to_array<ChartCommand>({
    {"chartZoomIn",
     QT_TRANSLATE_NOOP("ChartCommands", "Zoom &in"),
     {Qt::Key_Plus, Qt::Key_Equal, NoKey},
     &ChartView::zoomIn,
     &ChartView::hasCurves},
    {"chartZoomOut",
     QT_TRANSLATE_NOOP("ChartCommands", "Zoom &out"),
     {Qt::Key_Minus, Qt::Key_Underscore, NoKey},
     &ChartView::zoomOut,
     &ChartView::isZoomed},
    {"chartUndoZoom",
     QT_TRANSLATE_NOOP("ChartCommands", "&Undo zoom"),
     {Qt::Key_Backspace, Qt::CTRL | Qt::Key_Z, Qt::Key_Back},
     &ChartView::undoZoom,
     &ChartView::canUndoZoom},
    {"chartShowAll",
     QT_TRANSLATE_NOOP("ChartCommands", "Show &all of it"),
     {Qt::Key_Home, Qt::Key_0, NoKey},
     &ChartView::showAll,
     &ChartView::isZoomed},
    {"chartChooseTrial",
     QT_TRANSLATE_NOOP("ChartCommands", "Samples of this &trial"),
     {Qt::Key_Return, Qt::Key_Enter, NoKey},
     &ChartView::chooseTrial,
     &ChartView::pointsAtTrial},
    {"chartHideSeries",
     QT_TRANSLATE_NOOP("ChartCommands", "&Hide this series"),
     {Qt::Key_H, NoKey, NoKey},
     &ChartView::hideSeries,
     &ChartView::pointsAtSeries},
    {"chartShowAllSeries",
     QT_TRANSLATE_NOOP("ChartCommands", "Show all &series"),
     {Qt::SHIFT | Qt::Key_H, NoKey, NoKey},
     &ChartView::showAllSeries,
     &ChartView::hidesSeries},
    {"chartCopyImage",
     QT_TRANSLATE_NOOP("ChartCommands", "&Copy as image"),
     {Qt::CTRL | Qt::SHIFT | Qt::Key_C, NoKey, NoKey},
     &ChartView::copyImage,
     &ChartView::hasCurves},
    {"chartCopySeries",
     QT_TRANSLATE_NOOP("ChartCommands", "Copy series as CS&V"),
     {Qt::CTRL | Qt::SHIFT | Qt::Key_D, NoKey, NoKey},
     &ChartView::copySeries,
     &ChartView::hasCurves},
    {"chartSavePicture",
     QT_TRANSLATE_NOOP("ChartCommands", "Save &picture…"),
     {Qt::CTRL | Qt::SHIFT | Qt::Key_P, NoKey, NoKey},
     &ChartView::savePicture,
     &ChartView::hasCurves},
});

constexpr std::string_view GroupsBegin[] = {"chartChooseTrial", "chartCopyImage"};

/// On many keyboards "+" and "_" are typed with Shift, on others without.
bool isSign(int key) {
    return key > Qt::Key_Space && key < Qt::Key_A;
}

void addSeries(QMenu& menu, ChartView& view) {
    for (const Series& series : view.plot().series) {
        const QString label = QString::fromStdString(series.label);
        QAction* item = menu.addAction(spoken(label).replace(u'&', QStringLiteral("&&")), &view,
                                       [&view, label] { Q_EMIT view.seriesToggled(label); });
        item->setObjectName(QStringLiteral("chartSeries:") % label);
        item->setCheckable(true);
        item->setChecked(!series.hidden);
    }
}

}  // namespace

std::span<const ChartCommand> chartCommands() {
    return Commands;
}

QString menuText(const ChartCommand& command) {
    const QString key = QKeySequence(command.keys.front()).toString(QKeySequence::NativeText);
    return QCoreApplication::translate(Context, command.text) % u'\t' % key;
}

const ChartCommand* commandOf(const QKeyEvent& event) {
    Qt::KeyboardModifiers modifiers = event.modifiers() & ~Qt::KeypadModifier;
    if (isSign(event.key()) || event.key() == Qt::Key_Underscore) modifiers &= ~Qt::ShiftModifier;
    const QKeyCombination pressed(modifiers, static_cast<Qt::Key>(event.key()));
    const auto found = std::ranges::find_if(
        Commands, [&](const ChartCommand& command) { return std::ranges::count(command.keys, pressed) > 0; });
    return found == Commands.end() ? nullptr : &*found;
}

void fillChartMenu(QMenu& menu, ChartView& view) {
    for (const ChartCommand& command : Commands) {
        if (std::ranges::count(GroupsBegin, command.id) > 0) menu.addSeparator();
        QAction* item = menu.addAction(menuText(command), &view, [&view, run = command.run] { (view.*run)(); });
        item->setObjectName(QLatin1String(command.id));
        item->setEnabled((view.*command.isPossible)());
    }
    menu.addSeparator();
    QMenu* series = menu.addMenu(QCoreApplication::translate("ChartCommands", "S&eries"));
    series->setObjectName(QStringLiteral("chartSeriesMenu"));
    series->setEnabled(!view.plot().series.empty());
    addSeries(*series, view);
    if (view.actions().isEmpty()) return;
    menu.addSeparator();
    menu.addActions(view.actions());
}

}  // namespace breakeven
