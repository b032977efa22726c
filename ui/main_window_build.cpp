/// What MainWindow is made of, and what is connected to what.
#include "ui/actions.h"
#include "ui/dialogs/about_box.h"
#include "ui/dialogs/file_dialog.h"
#include "ui/dialogs/machine_trust.h"
#include "ui/dialogs/trust_box.h"
#include "ui/dropped_files.h"
#include "ui/file_actions.h"
#include "ui/main_window.h"
#include "ui/panels/chart_tabs.h"
#include "ui/panels/experiment_panel.h"
#include "ui/panels/findings_panel.h"
#include "ui/panels/headline_panel.h"
#include "ui/panels/history_panel.h"
#include "ui/panels/interrupted_bar.h"
#include "ui/panels/lesson_panel.h"
#include "ui/panels/log_panel.h"
#include "ui/panels/machine_panel.h"
#include "ui/panels/progress_strip.h"
#include "ui/panels/results_panel.h"
#include "ui/panels/samples_panel.h"
#include "ui/panels/what_if_panel.h"
#include "ui/plots/chart_view.h"
#include "ui/plots/row_view.h"
#include "ui/recent_files.h"
#include "ui/settings.h"
#include "ui/spec_history.h"

#include <QActionGroup>
#include <QDockWidget>
#include <QMenuBar>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QToolBar>
#include <QToolButton>
#include <QVBoxLayout>

#include <array>
#include <utility>

namespace breakeven {

namespace {

constexpr std::array<std::pair<const char*, const char*>, 9> DockOfAction{{
    {"goExperimentAction", "experimentDock"},
    {"goResultsAction", "resultsDock"},
    {"goSamplesAction", "samplesDock"},
    {"goHistoryAction", "historyDock"},
    {"goLogAction", "logDock"},
    {"goFindingsAction", "findingsDock"},
    {"goWhatIfAction", "whatIfDock"},
    {"goMachineAction", "machineDock"},
    {"lessonsAction", "lessonDock"},
}};

/// So that it asks for no more room than a few rows of a table.
QScrollArea* scrolled(QWidget* panel) {
    auto* scroll = new QScrollArea;
    scroll->setWidget(panel);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    return scroll;
}

}  // namespace

void MainWindow::buildCharts() {
    auto* centre = new QWidget(this);
    auto* column = new QVBoxLayout(centre);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_interrupted = new InterruptedBar(m_history, m_session, centre);
    m_tabs = new ChartTabs(m_session, centre);
    column->addWidget(m_interrupted);
    m_headline = new HeadlinePanel(m_session, centre);
    column->addWidget(m_headline);
    column->addWidget(m_tabs, 1);
    setCentralWidget(centre);
}

QDockWidget* MainWindow::addDock(const char* name, const QString& title, QWidget* content, Qt::DockWidgetArea area) {
    auto* dock = new QDockWidget(title, this);
    dock->setObjectName(QLatin1String(name));
    if (content != nullptr) dock->setWidget(content);
    addDockWidget(area, dock);
    m_docks.push_back(dock);
    return dock;
}

QDockWidget* MainWindow::addDockBehind(const char* name, const QString& title, std::function<QWidget*()> make,
                                       QDockWidget& front) {
    QDockWidget* dock = addDock(name, title, nullptr, dockWidgetArea(&front));
    tabifyDockWidget(&front, dock);
    const auto fill = [dock, make = std::move(make)] {
        if (dock->widget() == nullptr) dock->setWidget(make());
    };
    connect(dock, &QDockWidget::visibilityChanged, this, [fill](bool isSeen) {
        if (isSeen) fill();
    });
    m_missing.emplace_back(fill);
    return dock;
}

void MainWindow::buildDocks() {
    setCorner(Qt::BottomLeftCorner, Qt::LeftDockWidgetArea);
    setCorner(Qt::BottomRightCorner, Qt::RightDockWidgetArea);
    m_panel = new ExperimentPanel(m_session, this);
    QScrollArea* scroll = scrolled(m_panel);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    connect(m_panel, &ExperimentPanel::validChanged, scroll, [this, scroll] {
        scroll->setMinimumWidth(m_panel->minimumSizeHint().width() + scroll->verticalScrollBar()->sizeHint().width());
    });
    QDockWidget* experiment = addDock("experimentDock", tr("Experiment"), scroll, Qt::LeftDockWidgetArea);
    addDockBehind(
        "lessonDock", tr("Lessons"), [this] { return makeLessons(); }, *experiment);
    experiment->raise();

    m_resultsTable = new ResultsPanel(m_session, this);
    m_log = new LogPanel(this);
    QDockWidget* results = addDock("resultsDock", tr("Results"), m_resultsTable, Qt::BottomDockWidgetArea);
    addDockBehind(
        "samplesDock", tr("Samples"), [this] { return makeSamples(); }, *results);
    addDockBehind(
        "historyDock", tr("History"), [this] { return makeHistory(); }, *results);
    addDockBehind(
        "logDock", tr("Log"), [this] { return m_log; }, *results);
    results->raise();

    QDockWidget* findings =
        addDock("findingsDock", tr("Findings"), new FindingsPanel(m_session, this), Qt::RightDockWidgetArea);
    addDockBehind(
        "whatIfDock", tr("What if"), [this] { return makeWhatIf(); }, *findings);
    findings->raise();
    addDock("machineDock", tr("Machine"), buildMachine(), Qt::RightDockWidgetArea);
}

QWidget* MainWindow::makeLessons() {
    auto* lessons = new LessonPanel(m_course, *m_tabs, this);
    connect(lessons, &LessonPanel::linkChosen, this, &MainWindow::announce);
    return lessons;
}

QWidget* MainWindow::makeSamples() {
    m_samples = new SamplesPanel(m_session, this);
    connect(m_resultsTable, &ResultsPanel::trialChosen, m_samples, &SamplesPanel::showTrial);
    connect(m_resultsTable, &ResultsPanel::trialChosen, m_tabs, &ChartTabs::showCurveOf);
    connect(m_samples, &SamplesPanel::distributionWanted, m_tabs, &ChartTabs::showSamples);
    connect(m_samples, &SamplesPanel::timelineWanted, m_tabs, &ChartTabs::showTimeline);
    return scrolled(m_samples);
}

QWidget* MainWindow::makeHistory() {
    auto* history = new HistoryPanel(m_history, m_session, this);
    connect(history, &HistoryPanel::compareRequested, m_tabs, &ChartTabs::showComparison);
    connect(history, &HistoryPanel::overlayRequested, m_tabs, &ChartTabs::showOverlay);
    return scrolled(history);
}

QWidget* MainWindow::makeWhatIf() {
    auto* whatIf = new WhatIfPanel(m_session, this);
    connect(whatIf, &WhatIfPanel::asked, m_tabs, &ChartTabs::setWhatIf);
    return whatIf;
}

QWidget* MainWindow::buildMachine() {
    auto* machine = new QWidget(this);
    auto* trust = new QToolButton(machine);
    trust->setObjectName(QStringLiteral("machineTrustButton"));
    trust->setDefaultAction(&action(*this, "machineTrustAction"));
    trust->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    auto* column = new QVBoxLayout(machine);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(new MachinePanel(m_session, machine), 1);
    column->addWidget(trust);
    m_trust = new MachineTrust(this);
    return machine;
}

void MainWindow::buildToolBar() {
    QToolBar* bar = addToolBar(tr("Measure"));
    bar->setObjectName(QStringLiteral("measureBar"));
    bar->setMovable(false);
    bar->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    auto* chooser = new QPushButton(tr("Experiment"), bar);
    chooser->setObjectName(QStringLiteral("experimentButton"));
    chooser->setToolTip(tr("Experiments that come with Breakeven"));
    chooser->setFlat(true);
    m_experiments = new QMenu(tr("E&xperiments"), this);
    m_experiments->setToolTipsVisible(true);
    chooser->setMenu(m_experiments);
    bar->addWidget(chooser);
    for (const auto& [id, button] : {std::pair("runAction", "runButton"), std::pair("stopAction", "stopButton")}) {
        bar->addAction(&action(*this, id));
        bar->widgetForAction(&action(*this, id))->setObjectName(QLatin1String(button));
    }
    QFont strong = font();
    strong.setBold(true);
    bar->findChild<QToolButton*>(QStringLiteral("runButton"))->setFont(strong);

    bar->addWidget(new ProgressStrip(m_session, bar));
    action(*this, "presenterAction").setCheckable(true);
    bar->addAction(&action(*this, "presenterAction"));
}

void MainWindow::buildMenus() {
    const auto fill = [this](QMenu* menu, std::initializer_list<const char*> ids) {
        for (const char* id : ids)
            *id ? menu->addAction(&action(*this, id)) : static_cast<void>(menu->addSeparator());
    };
    QMenu* file = menuBar()->addMenu(tr("&File"));
    fill(file, {"openAction", "openClassAction"});
    m_recent = new RecentFiles(this);
    file->addMenu(m_recent);
    file->addMenu(m_experiments);
    fill(file, {"", "saveSpecAction", "saveRunAction", "", "exportCsvAction", "exportChartAction", "exportReportAction",
                "", "quitAction"});
    fill(menuBar()->addMenu(tr("&Edit")),
         {"undoAction", "redoAction", "", "copyChartAction", "copySeriesAction", "", "settingsAction"});
    fill(menuBar()->addMenu(tr("&Measure")), {"runAction", "stopAction"});

    fill(menuBar()->addMenu(tr("&Lessons")),
         {"lessonsAction", "", "previousLessonAction", "nextLessonAction", "", "presenterAction"});

    QMenu* view = menuBar()->addMenu(tr("&View"));
    for (QDockWidget* dock : m_docks)
        view->addAction(dock->toggleViewAction());
    view->addSeparator();
    fill(view->addMenu(tr("&Go to")),
         {"goChartAction", "", "goExperimentAction", "goResultsAction", "goSamplesAction", "goHistoryAction",
          "goLogAction", "goFindingsAction", "goWhatIfAction", "goMachineAction"});
    fill(view, {"", "undoZoomAction", "resetZoomAction", "", "themeSystemAction", "themeLightAction", "themeDarkAction",
                "", "resetLayoutAction"});
    fill(menuBar()->addMenu(tr("&Help")), {"helpAction", "shortcutsAction", "machineTrustAction", "", "aboutAction"});

    auto* themes = new QActionGroup(this);
    const std::pair<const char*, Theme> rows[] = {
        {"themeSystemAction", Theme::System}, {"themeLightAction", Theme::Light}, {"themeDarkAction", Theme::Dark}};
    for (const auto& [id, theme] : rows) {
        QAction& item = action(*this, id);
        item.setCheckable(true);
        item.setChecked(theme == storedTheme());
        themes->addAction(&item);
        connect(&item, &QAction::triggered, this, [this, theme = theme] { chooseTheme(theme); });
    }
}

void MainWindow::connectActions() {
    const auto on = [this](const char* id, auto slot) { connect(&action(*this, id), &QAction::triggered, this, slot); };
    connectFileActions(*this, m_session);
    on("exportChartAction", &MainWindow::exportChart);
    connect(m_tabs, &ChartTabs::pictureWanted, this, &MainWindow::exportChart);
    on("openClassAction", [this] {
        askForFile(*this, {FilePurpose::Folder, "openClassDialog", tr("Folder with the runs of a class"), {}},
                   [this](const QString& path) { m_tabs->showClass({path}); });
    });
    on("quitAction", &MainWindow::close);
    const auto onChart = [&](const char* id, void (ChartView::*ofCurves)(), void (RowView::*ofRows)()) {
        on(id, [this, ofCurves, ofRows] {
            if (ChartView* view = m_tabs->frontView()) (view->*ofCurves)();
            if (RowView* view = m_tabs->frontRows()) (view->*ofRows)();
        });
    };
    on("copyChartAction", [this] { m_tabs->copyFront(); });
    onChart("copySeriesAction", &ChartView::copySeries, &RowView::copySeries);
    onChart("undoZoomAction", &ChartView::undoZoom, &RowView::undoZoom);
    onChart("resetZoomAction", &ChartView::showAll, &RowView::showAll);
    on("undoAction", [this] { m_undo->undo(); });
    on("redoAction", [this] { m_undo->redo(); });
    on("settingsAction", &MainWindow::openSettings);
    on("runAction", [this] { m_session.run(); });
    on("stopAction", [this] { m_session.stop(); });
    on("resetLayoutAction", &MainWindow::resetLayout);
    for (const auto& [id, dock] : DockOfAction)
        on(id, [this, dock = dock] { goTo(dock); });
    on("goChartAction", [this] {
        QWidget* chart = m_tabs->frontView();
        if (chart == nullptr) chart = m_tabs->frontRows();
        focusIn(chart != nullptr ? *chart : *m_tabs->currentWidget());
    });
    on("nextLessonAction", [this] { m_course.step(1); });
    on("previousLessonAction", [this] { m_course.step(-1); });
    connect(&action(*this, "presenterAction"), &QAction::toggled, this, &MainWindow::present);
    on("helpAction", &MainWindow::openHelp);
    on("shortcutsAction", &MainWindow::openShortcuts);
    on("machineTrustAction", [this] {
        m_trust->show();
        m_trust->raise();
    });
    on("aboutAction", [this] { showAboutBox(*this); });
    for (const auto& changed : {&Session::stateChanged, &Session::resultsChanged, &Session::specChanged})
        connect(&m_session, changed, this, &MainWindow::refreshState);
    connect(m_panel, &ExperimentPanel::validChanged, this, &MainWindow::refreshState);
    connect(m_tabs, &ChartTabs::frontChanged, this, &MainWindow::refreshState);
    connect(m_undo, &SpecHistory::changed, this, &MainWindow::refreshState);
    connect(m_trust, &MachineTrust::runningChanged, this, &MainWindow::refreshState);
    connect(&m_session, &Session::catalogChanged, this, &MainWindow::fillExperiments);
}

void MainWindow::connectPanels() {
    connect(&m_session, &Session::resultsChanged, m_log, [this] { m_log->follow(m_session.results()); });
    connect(&m_session, &Session::failed, this, &MainWindow::announce);
    connect(&m_session, &Session::logged, this, &MainWindow::announce);
    connect(&m_session, &Session::trustNeeded, this, [this](const Programs& programs) {
        askForTrust(
            *this, programs, [this, programs] { m_session.agree(programs); }, [this] { m_session.decline(); });
    });
    connect(&m_session, &Session::opened, m_recent, &RecentFiles::add);
    auto* dropped = new DroppedFiles(*this);
    const auto keep = [this](const QStringList& paths) {
        if (!m_history.isOpen()) m_history.open(historyFile());
        m_history.add(paths);
    };
    connect(dropped, &DroppedFiles::openRequested, this, [this, keep](const QString& path) {
        m_session.open(path);
        if (m_session.failure().isEmpty() && !m_session.file().isEmpty()) keep({path});  // else it is an experiment
    });
    connect(dropped, &DroppedFiles::classRequested, m_tabs, &ChartTabs::showClass);
    connect(dropped, &DroppedFiles::refused, this, &MainWindow::announce);
    connect(dropped, &DroppedFiles::historyRequested, this, keep);
    connect(m_recent, &RecentFiles::chosen, &m_session, &Session::open);
    connect(m_recent, &RecentFiles::missing, this, &MainWindow::announce);

    connect(m_tabs, &ChartTabs::frontChanged, m_headline, [this] { m_headline->setOther(m_tabs->frontHeadline()); });
    connect(m_tabs, &ChartTabs::trialChosen, this, &MainWindow::chooseTrial);
    connect(m_resultsTable, &ResultsPanel::trialOpened, this, &MainWindow::chooseTrial);
    connect(findChild<FindingsPanel*>(), &FindingsPanel::chartRequested, m_tabs,
            [this](const QString& plotId, std::optional<int> trialId) {
                if (trialId) m_tabs->showCurveOf(*trialId);
                m_tabs->showChart(plotId.toStdString());
            });
    connect(&m_history, &HistoryModel::failed, this, &MainWindow::announce);
    connect(&m_history, &HistoryModel::added, this, &MainWindow::announce);
}

}  // namespace breakeven
