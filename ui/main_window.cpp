#include "ui/main_window.h"

#include "core/io/formats.h"
#include "core/plots/plots.h"
#include "ui/actions.h"
#include "ui/dialogs/about_box.h"
#include "ui/dialogs/file_dialog.h"
#include "ui/dialogs/machine_trust.h"
#include "ui/dialogs/trust_box.h"
#include "ui/panels/cpu_label.h"
#include "ui/panels/experiment_panel.h"
#include "ui/panels/findings_panel.h"
#include "ui/panels/headline_panel.h"
#include "ui/panels/log_panel.h"
#include "ui/panels/machine_panel.h"
#include "ui/panels/progress_strip.h"
#include "ui/panels/results_panel.h"
#include "ui/plots/chart_page.h"
#include "ui/plots/chart_view.h"
#include "ui/plots/picture.h"
#include "ui/plots/timeline_view.h"
#include "ui/settings.h"

#include <QActionGroup>
#include <QCloseEvent>
#include <QDockWidget>
#include <QIcon>
#include <QMenuBar>
#include <QPushButton>
#include <QScreen>
#include <QScrollArea>
#include <QScrollBar>
#include <QStatusBar>
#include <QTabWidget>
#include <QToolBar>
#include <QToolButton>
#include <QVBoxLayout>

#include <utility>

namespace breakeven {

namespace {

constexpr QSize FirstSize{1440, 900};
constexpr int AnnounceMilliseconds = 8000;
constexpr int SideWidth = 300;  // pixels, of the docks left and right

QString text(const std::string& from) {
    return QString::fromStdString(from);
}

}  // namespace

MainWindow::MainWindow(const QString& file, QWidget* parent) : QMainWindow(parent) {
    setWindowTitle(QStringLiteral("Breakeven"));
    setWindowIcon(QIcon(QStringLiteral(":/icons/breakeven.svg")));
    setDockNestingEnabled(true);
    resize(FirstSize.boundedTo(screen()->availableSize()));
    makeActions(*this);
    buildCharts();
    buildDocks();
    buildToolBar();
    buildMenus();
    connectActions();
    statusBar()->addPermanentWidget(new CpuLabel(m_session, this));
    m_firstLayout = saveState();
    restorePlace(*this);
    refreshState();
    if (!file.isEmpty()) m_session.open(file);
    m_session.loadCatalog();
}

MainWindow::~MainWindow() {
    m_session.disconnect(this);
}

void MainWindow::buildCharts() {
    auto* centre = new QWidget(this);
    auto* column = new QVBoxLayout(centre);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(new HeadlinePanel(m_session, centre));
    m_tabs = new QTabWidget(centre);
    m_tabs->setObjectName(QStringLiteral("chartTabs"));
    m_tabs->setDocumentMode(true);
    for (const PlotEntry& entry : plots()) {
        auto* page = new ChartPage(entry, m_session.results(), m_tabs);
        m_tabs->addTab(page, text(entry.info.title));
        m_tabs->setTabToolTip(m_tabs->count() - 1, text(entry.info.description));
        connect(&m_session, &Session::resultsChanged, page, &ChartPage::resultsChanged);
        m_pages.push_back(page);
    }
    m_timeline = new TimelineView(m_tabs);
    m_tabs->addTab(m_timeline, tr("Timeline"));
    m_tabs->setTabToolTip(m_tabs->count() - 1, tr("What each worker did when"));
    connect(m_tabs, &QTabWidget::currentChanged, this, &MainWindow::showTimeline);
    connect(&m_session, &Session::stateChanged, this, &MainWindow::showTimeline);
    connect(&m_session, &Session::resultsChanged, this, &MainWindow::showTimeline);
    m_pages.front()->setFocus();  // the arrow keys move its cross-hair
    column->addWidget(m_tabs, 1);
    setCentralWidget(centre);
}

QDockWidget* MainWindow::addDock(const char* name, const QString& title, QWidget* content, Qt::DockWidgetArea area) {
    auto* dock = new QDockWidget(title, this);
    dock->setObjectName(QLatin1String(name));
    dock->setWidget(content);
    addDockWidget(area, dock);
    m_docks.push_back(dock);
    return dock;
}

void MainWindow::buildDocks() {
    setCorner(Qt::BottomLeftCorner, Qt::LeftDockWidgetArea);
    setCorner(Qt::BottomRightCorner, Qt::RightDockWidgetArea);
    auto* scroll = new QScrollArea(this);
    m_panel = new ExperimentPanel(m_session, scroll);
    scroll->setWidget(m_panel);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    connect(m_panel, &ExperimentPanel::validChanged, scroll, [this, scroll] {
        scroll->setMinimumWidth(m_panel->minimumSizeHint().width() + scroll->verticalScrollBar()->sizeHint().width());
    });
    addDock("experimentDock", tr("Experiment"), scroll, Qt::LeftDockWidgetArea);

    QDockWidget* results =
        addDock("resultsDock", tr("Results"), new ResultsPanel(m_session, this), Qt::BottomDockWidgetArea);
    m_log = new LogPanel(this);
    QDockWidget* logDock = addDock("logDock", tr("Log"), m_log, Qt::BottomDockWidgetArea);
    tabifyDockWidget(results, logDock);
    results->raise();

    addDock("findingsDock", tr("Findings"), new FindingsPanel(m_session, this), Qt::RightDockWidgetArea);
    auto* machine = new QWidget(this);
    auto* trust = new QToolButton(machine);
    trust->setObjectName(QStringLiteral("machineTrustButton"));
    trust->setDefaultAction(&action(*this, "machineTrustAction"));
    trust->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    auto* column = new QVBoxLayout(machine);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(new MachinePanel(m_session, machine), 1);
    column->addWidget(trust);
    addDock("machineDock", tr("Machine"), machine, Qt::RightDockWidgetArea);
    m_trust = new MachineTrust(this);
    connect(m_trust, &MachineTrust::runningChanged, this, &MainWindow::refreshState);
}

void MainWindow::arrangeDocks() {
    const auto dock = [this](const char* name) { return findChild<QDockWidget*>(QLatin1String(name)); };
    resizeDocks({dock("experimentDock"), dock("findingsDock")}, {SideWidth, SideWidth}, Qt::Horizontal);
    resizeDocks({dock("resultsDock")}, {height() * 28 / 100}, Qt::Vertical);
    resizeDocks({dock("findingsDock"), dock("machineDock")}, {height() / 2, height() / 2}, Qt::Vertical);
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
    m_experiments = new QMenu(tr("&Experiments"), this);
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
}

void MainWindow::buildMenus() {
    const auto fill = [this](QMenu* menu, std::initializer_list<const char*> ids) {
        for (const char* id : ids)
            *id ? menu->addAction(&action(*this, id)) : static_cast<void>(menu->addSeparator());
    };
    QMenu* file = menuBar()->addMenu(tr("&File"));
    fill(file, {"openAction"});
    file->addMenu(m_experiments);
    fill(file, {"", "saveSpecAction", "saveRunAction", "", "exportCsvAction", "exportChartAction", "exportReportAction",
                "", "quitAction"});
    fill(menuBar()->addMenu(tr("&Measure")), {"runAction", "stopAction"});

    QMenu* view = menuBar()->addMenu(tr("&View"));
    for (QDockWidget* dock : m_docks)
        view->addAction(dock->toggleViewAction());
    fill(view, {"", "themeSystemAction", "themeLightAction", "themeDarkAction", "", "resetLayoutAction"});
    fill(menuBar()->addMenu(tr("&Help")), {"machineTrustAction", "", "aboutAction"});

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
    on("openAction", [this] {
        askForFile(*this,
                   {FilePurpose::Open,
                    "openDialog",
                    tr("Open"),
                    {tr("Experiments and results (*.json *.jsonl *.csv)"), tr("All files (*)")}},
                   [this](const QString& path) { m_session.open(path); });
    });
    on("saveSpecAction", [this] {
        askForFile(*this, {FilePurpose::Save, "saveSpecDialog", tr("Save experiment"), {tr("Experiment (*.json)")}},
                   [this](const QString& path) { m_session.saveSpec(path); });
    });
    on("saveRunAction", [this] {
        askForFile(*this, {FilePurpose::Save, "saveRunDialog", tr("Save run"), {tr("Run (*.jsonl)")}},
                   [this](const QString& path) { m_session.saveResults(path); });
    });
    on("exportCsvAction", [this] {
        QStringList filters;
        for (const FormatEntry& format : formats()) {
            if (!format.suffix.ends_with(".csv")) continue;
            filters += text(format.info.title) % QStringLiteral(" (*%1)").arg(text(format.suffix));
        }
        askForFile(*this, {FilePurpose::Save, "exportCsvDialog", tr("Export CSV"), filters},
                   [this](const QString& path) { m_session.saveResults(path); });
    });
    on("exportChartAction", &MainWindow::exportChart);
    on("exportReportAction", [this] {
        askForFile(*this,
                   {FilePurpose::Save,
                    "exportReportDialog",
                    tr("Export report"),
                    {tr("Page for any browser (*.html)"), tr("Markdown (*.md)")}},
                   [this](const QString& path) { m_session.saveResults(path); });
    });
    on("quitAction", &MainWindow::close);
    on("runAction", [this] { m_session.run(); });
    on("stopAction", [this] { m_session.stop(); });
    on("resetLayoutAction", &MainWindow::resetLayout);
    on("machineTrustAction", [this] {
        m_trust->show();
        m_trust->raise();
    });
    on("aboutAction", [this] { showAboutBox(*this); });
    connect(m_panel, &ExperimentPanel::validChanged, this, &MainWindow::refreshState);
    connect(&m_session, &Session::stateChanged, this, &MainWindow::refreshState);
    connect(&m_session, &Session::resultsChanged, this, &MainWindow::refreshState);
    connect(&m_session, &Session::specChanged, this, &MainWindow::refreshState);
    connect(&m_session, &Session::catalogChanged, this, &MainWindow::fillExperiments);
    connect(&m_session, &Session::resultsChanged, m_log, [this] { m_log->follow(m_session.results()); });
    connect(&m_session, &Session::failed, this, &MainWindow::announce);
    connect(&m_session, &Session::logged, this, &MainWindow::announce);
    connect(&m_session, &Session::trustNeeded, this, [this](const Programs& programs) {
        askForTrust(*this, programs, [this, programs] { m_session.agree(programs); });
    });
}

void MainWindow::fillExperiments() {
    m_experiments->clear();
    for (const NamedInfo& info : m_session.catalog().experiments) {
        QAction* item =
            m_experiments->addAction(text(info.title), this, [this, id = info.id] { m_session.openExperiment(id); });
        item->setObjectName(QStringLiteral("experiment:") % text(info.id));
        item->setToolTip(text(info.description));
        item->setStatusTip(text(info.description));
    }
}

void MainWindow::refreshState() {
    const bool running = m_session.state() != Session::State::Idle;
    updateActions(*this, {.running = running,
                          .valid = m_panel->isValid(),
                          .hasSpec = !m_session.spec().cases.empty(),
                          .hasResults = !m_session.results().trials().empty(),
                          .testsMachine = m_trust->isRunning()});
    m_experiments->setEnabled(!running);
    m_trust->setBusy(running);
    m_panel->setEditable(!running && !m_session.spec().cases.empty());
    const std::string& name = m_session.spec().title;
    setWindowTitle(name.empty() ? QStringLiteral("Breakeven") : text(name) % QStringLiteral(" – Breakeven"));
}

void MainWindow::chooseTheme(Theme theme) {
    storeTheme(theme);
    applyTheme(theme);
}

void MainWindow::resetLayout() {
    restoreState(m_firstLayout);
    for (QDockWidget* dock : m_docks)
        dock->show();
    arrangeDocks();
}

void MainWindow::exportChart() {
    const bool isTimeline = m_tabs->currentWidget() == m_timeline;
    QStringList kinds{tr("PNG picture (*.png)")};
    if (!isTimeline) kinds += {tr("SVG drawing (*.svg)"), tr("PDF page (*.pdf)")};
    askForFile(*this, {FilePurpose::Save, "exportChartDialog", tr("Export chart"), kinds},
               [this, isTimeline](const QString& path) {
                   const auto front = static_cast<std::size_t>(m_tabs->currentIndex());
                   m_session.report(
                       isTimeline ? savePicture(*m_timeline, path) : savePicture(m_pages[front]->view().plot(), path),
                       tr("Chart saved to %1").arg(path));
               });
}

void MainWindow::showTimeline() {
    if (m_tabs->currentWidget() != m_timeline) return;
    if (m_session.results().trials().empty()) {
        m_timeline->setPasses({});
        return;
    }
    Result<RunTimeline> timeline = m_session.timeline();
    if (!timeline) {
        m_timeline->setPasses({}, text(timeline.error().detail));
        return;
    }
    QStringList warnings;
    for (const std::string& warning : timeline->warnings)
        warnings += text(warning);
    m_timeline->setPasses(std::move(timeline->passes), warnings.join(QStringLiteral("; ")));
}

void MainWindow::announce(const QString& line) {
    statusBar()->showMessage(line, AnnounceMilliseconds);
    m_log->add(line);
}

void MainWindow::showEvent(QShowEvent* event) {
    QMainWindow::showEvent(event);
    if (!std::exchange(m_arranged, true) && !restoreDocks(*this)) arrangeDocks();
}

void MainWindow::closeEvent(QCloseEvent* event) {
    storeLayout(*this);
    QMainWindow::closeEvent(event);
}

}  // namespace breakeven
