#include "ui/actions.h"

#include <QAction>
#include <QCoreApplication>
#include <QIcon>

#include <array>

namespace breakeven {

namespace {

constexpr const char* Context = "Actions";

constexpr auto Table = std::to_array<ActionInfo>({
    {"openAction", QT_TRANSLATE_NOOP("Actions", "&Open…"),
     QT_TRANSLATE_NOOP("Actions", "Open an experiment, a run or a table of results"), "Ctrl+O", "", EnabledWhen::Idle},
    {"openClassAction", QT_TRANSLATE_NOOP("Actions", "Open c&lass…"),
     QT_TRANSLATE_NOOP("Actions", "Lay the runs of many learners side by side, all that lie in a folder"),
     "Ctrl+Shift+O", "", EnabledWhen::Always},
    {"saveSpecAction", QT_TRANSLATE_NOOP("Actions", "Save &experiment…"),
     QT_TRANSLATE_NOOP("Actions", "Save what is to be measured, for this window or breakeven-cli run"), "Ctrl+S", "",
     EnabledWhen::HasSpec},
    {"saveRunAction", QT_TRANSLATE_NOOP("Actions", "Save &run…"),
     QT_TRANSLATE_NOOP("Actions", "Save every sample with the machine it was taken on"), "Ctrl+Shift+S", "",
     EnabledWhen::HasResults},
    {"exportCsvAction", QT_TRANSLATE_NOOP("Actions", "Export &CSV…"),
     QT_TRANSLATE_NOOP("Actions", "Write the table of results, or all samples, as comma-separated values"),
     "Ctrl+Shift+E", "", EnabledWhen::HasResults},
    {"exportChartAction", QT_TRANSLATE_NOOP("Actions", "Export c&hart…"),
     QT_TRANSLATE_NOOP("Actions", "Save the chart in front as a PNG, SVG or PDF picture"), "Ctrl+Shift+P", "",
     EnabledWhen::HasPicture},
    {"exportReportAction", QT_TRANSLATE_NOOP("Actions", "Export re&port…"),
     QT_TRANSLATE_NOOP("Actions", "Write charts, findings, tables and method as one page"), "Ctrl+Shift+R", "",
     EnabledWhen::HasResults},
    {"copyChartAction", QT_TRANSLATE_NOOP("Actions", "&Copy chart"),
     QT_TRANSLATE_NOOP("Actions", "Put the chart in front on the clipboard as a picture"), "Ctrl+Shift+C", "",
     EnabledWhen::HasPicture},
    {"copySeriesAction", QT_TRANSLATE_NOOP("Actions", "Copy chart &data"),
     QT_TRANSLATE_NOOP("Actions",
                       "Put the points of the chart in front on the clipboard, with their intervals, as CSV"),
     "Ctrl+Shift+D", "", EnabledWhen::HasNumbers},
    {"undoZoomAction", QT_TRANSLATE_NOOP("Actions", "&Undo zoom"),
     QT_TRANSLATE_NOOP("Actions", "What the chart in front showed before it was zoomed or moved"), "Alt+Backspace", "",
     EnabledWhen::HasNumbers},
    {"resetZoomAction", QT_TRANSLATE_NOOP("Actions", "Show &whole chart"),
     QT_TRANSLATE_NOOP("Actions", "Leave the zoom of the chart in front"), "Ctrl+0", "", EnabledWhen::HasNumbers},
    {"quitAction", QT_TRANSLATE_NOOP("Actions", "&Quit"),
     QT_TRANSLATE_NOOP("Actions", "Stop measuring and close the window"), "Ctrl+Q", "", EnabledWhen::Always},
    {"undoAction", QT_TRANSLATE_NOOP("Actions", "&Undo"),
     QT_TRANSLATE_NOOP("Actions", "Take back the last change to the experiment"), "Ctrl+Z", "", EnabledWhen::CanUndo},
    {"redoAction", QT_TRANSLATE_NOOP("Actions", "&Redo"),
     QT_TRANSLATE_NOOP("Actions", "Make the change again that was taken back"), "Ctrl+Shift+Z; Ctrl+Y", "",
     EnabledWhen::CanRedo},
    {"settingsAction", QT_TRANSLATE_NOOP("Actions", "Se&ttings…"),
     QT_TRANSLATE_NOOP("Actions", "Theme, language, the file of the history, notices"), "Ctrl+,", "",
     EnabledWhen::Always},
    {"runAction", QT_TRANSLATE_NOOP("Actions", "&Run"), QT_TRANSLATE_NOOP("Actions", "Measure the experiment"),
     "Ctrl+R; Ctrl+Return; Ctrl+Enter", ":/icons/run.svg", EnabledWhen::Ready},
    {"stopAction", QT_TRANSLATE_NOOP("Actions", "&Stop"),
     QT_TRANSLATE_NOOP("Actions", "Stop measuring and keep what was measured"), "Ctrl+.; Esc", ":/icons/stop.svg",
     EnabledWhen::Running},
    {"lessonsAction", QT_TRANSLATE_NOOP("Actions", "&Lessons"),
     QT_TRANSLATE_NOOP("Actions", "The lessons: a question, your prediction, and what this machine says"), "Ctrl+L", "",
     EnabledWhen::Always},
    {"nextLessonAction", QT_TRANSLATE_NOOP("Actions", "&Next lesson"),
     QT_TRANSLATE_NOOP("Actions", "Open the lesson after this one"), "Ctrl+PgDown", "", EnabledWhen::Idle},
    {"previousLessonAction", QT_TRANSLATE_NOOP("Actions", "Pre&vious lesson"),
     QT_TRANSLATE_NOOP("Actions", "Open the lesson before this one"), "Ctrl+PgUp", "", EnabledWhen::Idle},
    {"presenterAction", QT_TRANSLATE_NOOP("Actions", "&Presenter"),
     QT_TRANSLATE_NOOP("Actions", "One chart and its headline, large, for a room in daylight; again: back"), "F5", "",
     EnabledWhen::Always},
    {"goExperimentAction", QT_TRANSLATE_NOOP("Actions", "&Experiment"),
     QT_TRANSLATE_NOOP("Actions", "Go to what is measured"), "Ctrl+1", "", EnabledWhen::Always},
    {"goResultsAction", QT_TRANSLATE_NOOP("Actions", "&Results"),
     QT_TRANSLATE_NOOP("Actions", "Go to the table of results"), "Ctrl+2", "", EnabledWhen::Always},
    {"goSamplesAction", QT_TRANSLATE_NOOP("Actions", "&Samples"),
     QT_TRANSLATE_NOOP("Actions", "Go to the samples of one trial"), "Ctrl+3", "", EnabledWhen::Always},
    {"goHistoryAction", QT_TRANSLATE_NOOP("Actions", "&History"),
     QT_TRANSLATE_NOOP("Actions", "Go to the runs that are kept"), "Ctrl+4", "", EnabledWhen::Always},
    {"goLogAction", QT_TRANSLATE_NOOP("Actions", "L&og"), QT_TRANSLATE_NOOP("Actions", "Go to what happened when"),
     "Ctrl+5", "", EnabledWhen::Always},
    {"goFindingsAction", QT_TRANSLATE_NOOP("Actions", "&Findings"),
     QT_TRANSLATE_NOOP("Actions", "Go to the findings in words"), "Ctrl+6", "", EnabledWhen::Always},
    {"goWhatIfAction", QT_TRANSLATE_NOOP("Actions", "&What if"),
     QT_TRANSLATE_NOOP("Actions", "Go to the sliders that move the measured curve"), "Ctrl+7", "", EnabledWhen::Always},
    {"goMachineAction", QT_TRANSLATE_NOOP("Actions", "&Machine"),
     QT_TRANSLATE_NOOP("Actions", "Go to the facts of this machine"), "Ctrl+8", "", EnabledWhen::Always},
    {"goChartAction", QT_TRANSLATE_NOOP("Actions", "&Chart"),
     QT_TRANSLATE_NOOP("Actions", "Go to the chart in front, for the arrow keys"), "Ctrl+9", "", EnabledWhen::Always},
    {"themeSystemAction", QT_TRANSLATE_NOOP("Actions", "&System theme"),
     QT_TRANSLATE_NOOP("Actions", "Light or dark, as the desktop is"), "F7", "", EnabledWhen::Always},
    {"themeLightAction", QT_TRANSLATE_NOOP("Actions", "&Light theme"),
     QT_TRANSLATE_NOOP("Actions", "Dark ink on light paper, for daylight and projectors"), "F8", "",
     EnabledWhen::Always},
    {"themeDarkAction", QT_TRANSLATE_NOOP("Actions", "&Dark theme"),
     QT_TRANSLATE_NOOP("Actions", "Light ink on dark paper"), "F9", "", EnabledWhen::Always},
    {"resetLayoutAction", QT_TRANSLATE_NOOP("Actions", "&Reset layout"),
     QT_TRANSLATE_NOOP("Actions", "Put all panels back where they were at first"), "Ctrl+Shift+L", "",
     EnabledWhen::Always},
    {"helpAction", QT_TRANSLATE_NOOP("Actions", "&Help"),
     QT_TRANSLATE_NOOP("Actions", "What the window shows, how it measures, what each word means"), "F1", "",
     EnabledWhen::Always},
    {"shortcutsAction", QT_TRANSLATE_NOOP("Actions", "&Keys…"),
     QT_TRANSLATE_NOOP("Actions", "Every key of the window on one sheet"), "Ctrl+/; Ctrl+?", "", EnabledWhen::Always},
    {"machineTrustAction", QT_TRANSLATE_NOOP("Actions", "How far to &trust this machine…"),
     QT_TRANSLATE_NOOP("Actions", "The self-test, and what was proven of the way of measuring"), "Ctrl+Shift+T", "",
     EnabledWhen::Always},
    {"aboutAction", QT_TRANSLATE_NOOP("Actions", "&About Breakeven"),
     QT_TRANSLATE_NOOP("Actions", "Version and licences"), "Shift+F1", "", EnabledWhen::Always},
});

bool isEnabled(EnabledWhen when, const WindowState& state) {
    switch (when) {
        case EnabledWhen::Always:
            return true;
        case EnabledWhen::Idle:
            return !state.running;
        case EnabledWhen::Ready:
            return !state.running && state.valid && !state.testsMachine;
        case EnabledWhen::Running:
            return state.running;
        case EnabledWhen::CanUndo:
            return !state.running && state.canUndo;
        case EnabledWhen::CanRedo:
            return !state.running && state.canRedo;
        case EnabledWhen::HasSpec:
            return state.hasSpec && state.valid;
        case EnabledWhen::HasResults:
            return state.hasResults;
        case EnabledWhen::HasPicture:
            return state.hasPicture;
        case EnabledWhen::HasNumbers:
            return state.hasNumbers;
    }
    return true;
}

/// nullptr: it is, or something is being measured, which can be seen.
const char* whyNotReady(const WindowState& state) {
    if (state.testsMachine)
        return QT_TRANSLATE_NOOP("Actions", "The self-test runs, which an experiment would disturb");
    if (state.running || state.valid || !state.hasSpec) return nullptr;
    return QT_TRANSLATE_NOOP("Actions", "This experiment cannot be run here; its panel says why");
}

/// What it is for and its key; where it cannot be chosen, why not.
QString tipOf(const ActionInfo& info, const QAction& made, const char* lack) {
    if (lack != nullptr) return QCoreApplication::translate(Context, lack);
    const QString tip = QCoreApplication::translate(Context, info.tip);
    const QKeySequence key = made.shortcut();
    return key.isEmpty() ? tip : tip % QStringLiteral(" (%1)").arg(key.toString(QKeySequence::NativeText));
}

}  // namespace

std::span<const ActionInfo> actionTable() {
    return Table;
}

void makeActions(QObject& parent) {
    for (const ActionInfo& info : Table) {
        auto* made = new QAction(QCoreApplication::translate(Context, info.text), &parent);
        made->setObjectName(QLatin1String(info.id));
        const QList<QKeySequence> shortcuts =
            QKeySequence::listFromString(QLatin1String(info.shortcut), QKeySequence::PortableText);
        made->setShortcuts(shortcuts);
        made->setStatusTip(QCoreApplication::translate(Context, info.tip));
        made->setToolTip(tipOf(info, *made, nullptr));
        if (*info.icon) made->setIcon(QIcon(QLatin1String(info.icon)));
    }
}

QAction& action(const QObject& parent, const char* id) {
    auto* found = parent.findChild<QAction*>(QLatin1String(id), Qt::FindDirectChildrenOnly);
    Q_ASSERT_X(found, "action", id);
    return *found;
}

void updateActions(const QObject& parent, const WindowState& state) {
    for (const ActionInfo& info : Table) {
        QAction& each = action(parent, info.id);
        each.setEnabled(isEnabled(info.when, state));
        if (info.when == EnabledWhen::Ready) each.setToolTip(tipOf(info, each, whyNotReady(state)));
    }
}

}  // namespace breakeven
