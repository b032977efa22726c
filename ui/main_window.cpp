#include "ui/main_window.h"

#include "ui/actions.h"
#include "ui/dialogs/file_dialog.h"
#include "ui/dialogs/help_browser.h"
#include "ui/dialogs/machine_trust.h"
#include "ui/dialogs/settings_dialog.h"
#include "ui/dialogs/shortcut_sheet.h"
#include "ui/first_start.h"
#include "ui/language.h"
#include "ui/notification.h"
#include "ui/panels/chart_tabs.h"
#include "ui/panels/cpu_label.h"
#include "ui/panels/experiment_panel.h"
#include "ui/panels/headline_panel.h"
#include "ui/panels/interrupted_bar.h"
#include "ui/panels/log_panel.h"
#include "ui/panels/results_panel.h"
#include "ui/panels/samples_panel.h"
#include "ui/plots/chart_style.h"
#include "ui/presenter.h"
#include "ui/settings.h"
#include "ui/spec_history.h"
#include "ui/verbatim.h"

#include <QAction>
#include <QCloseEvent>
#include <QDockWidget>
#include <QFileInfo>
#include <QIcon>
#include <QLayout>
#include <QMenu>
#include <QMouseEvent>
#include <QScrollArea>
#include <QStatusBar>
#include <QTabBar>
#include <QTimer>

#include <algorithm>
#include <utility>

namespace breakeven {

namespace {

constexpr QSize FirstSize{1440, 900};
constexpr int AnnounceMilliseconds = 8000;
constexpr int PaintedMilliseconds = 100;  // after which a window that was not painted is none to be painted
constexpr int LowHeight = 640;            // pixels, of a window in which not all has room at once
constexpr int MostSide = 300;             // pixels, of the docks left and right,
constexpr int MostSidePercent = 11;       // or this much of a window so wide that it is more

/// One of a kind at a time: an open one comes to the front.
template <class Dialog, class Make>
void raiseOnly(QWidget& window, Make make) {
    auto* dialog = window.findChild<Dialog*>();
    if (dialog == nullptr) {
        dialog = make();
        dialog->setAttribute(Qt::WA_DeleteOnClose);
    }
    dialog->show();
    dialog->raise();
    dialog->activateWindow();
}

}  // namespace

MainWindow::MainWindow(const QString& file, QWidget* parent) : QMainWindow(parent) {
    setWindowTitle(QStringLiteral("Breakeven"));
    setWindowIcon(QIcon(QStringLiteral(":/icons/breakeven.svg")));
    setDockNestingEnabled(true);
    resize(FirstSize);
    makeActions(*this);
    buildCharts();
    buildDocks();
    m_undo = new SpecHistory(m_session, *m_panel, this);
    buildToolBar();
    buildMenus();
    connectActions();
    connectPanels();
    new RunNotice(m_session, *this, desktopNotice(*this));
    statusBar()->addPermanentWidget(new CpuLabel(m_session, this));
    m_firstLayout = saveState();
    restorePlace(*this);
    m_arranged = restoreDocks(*this);
    m_hasOwnSizes = m_arranged && storedOwnSizes();
    refreshState();
    if (QFileInfo(file).isDir())
        m_tabs->showClass({file});
    else if (!file.isEmpty())
        m_session.open(file);
    // Counted from the loop's first turn: on a slow machine the window may take longer than that to be made.
    QTimer::singleShot(0, this, [this] { QTimer::singleShot(PaintedMilliseconds, this, &MainWindow::complete); });
}

MainWindow::~MainWindow() {
    delete m_presenter;
    delete findChild<QDockWidget*>(QStringLiteral("lessonDock"));  // what is being typed still reaches the course
    m_session.disconnect(this);
    m_undo->disconnect(this);  // its stack tells of its own end
}

void MainWindow::welcome() {
    m_session.keepAbandoned();
    measureAtFirstStart(m_session);
    m_interrupted->look();
}

void MainWindow::arrangeDocks() {
    const auto dock = [this](const char* name) { return findChild<QDockWidget*>(QLatin1String(name)); };
    const int side = std::min(std::max(MostSide, width() * MostSidePercent / 100), width() * 21 / 100);
    resizeDocks({dock("experimentDock"), dock("findingsDock")}, {side, side}, Qt::Horizontal);
    resizeDocks({dock("resultsDock")}, {height() * 22 / 100}, Qt::Vertical);
    resizeDocks({dock("findingsDock"), dock("machineDock")}, {height() / 2, height() / 2}, Qt::Vertical);
    layout()->activate();  // else they still are as large as they were
    giveChartsRoom();
}

void MainWindow::giveChartsRoom() {
    m_headline->setBrief(height() < LowHeight);
    const int tabs = 2 * m_tabs->tabBar()->sizeHint().height();  // of the charts, and of those of a group
    const int lack = m_headline->minimumHeight() + tabs + leastChart(font()) - centralWidget()->height();
    if (lack <= 0) return;
    for (QDockWidget* dock : m_docks)
        if (dockWidgetArea(dock) == Qt::BottomDockWidgetArea && !dock->isFloating() && !dock->visibleRegion().isEmpty())
            resizeDocks({dock}, {std::max(1, dock->height() - lack)}, Qt::Vertical);
}

void MainWindow::fillExperiments() {
    m_experiments->clear();
    std::vector<std::pair<QString, NamedInfo>> byTitle;
    for (const NamedInfo& info : m_session.catalog().experiments)
        byTitle.emplace_back(spoken(info.title), info);
    std::ranges::sort(byTitle, [](const auto& a, const auto& b) { return a.first.localeAwareCompare(b.first) < 0; });
    for (const auto& [title, info] : byTitle) {
        QAction* item = m_experiments->addAction(title, this, [this, id = info.id] { m_session.openExperiment(id); });
        item->setObjectName(QStringLiteral("experiment:") % verbatim(info.id));
        item->setToolTip(spoken(info.description));
        item->setStatusTip(spoken(info.description));
    }
}

void MainWindow::refreshState() {
    const bool running = m_session.state() != Session::State::Idle;
    updateActions(*this, {.running = running,
                          .valid = m_panel->isValid(),
                          .hasSpec = !m_session.spec().cases.empty(),
                          .hasResults = !m_session.results().trials().empty(),
                          .hasPicture = m_tabs->hasPicture(),
                          .hasNumbers = m_tabs->hasNumbers(),
                          .canUndo = m_undo->canUndo(),
                          .canRedo = m_undo->canRedo(),
                          .testsMachine = m_trust->isRunning()});
    action(*this, "undoAction").setText(m_undo->undoText());
    action(*this, "redoAction").setText(m_undo->redoText());
    m_experiments->setEnabled(!running);
    m_trust->setBusy(running);
    m_panel->setEditable(!running && !m_session.spec().cases.empty());
    const std::string& title = m_session.spec().title;
    const QString name = title.empty() ? m_session.file() : spoken(title);
    setWindowTitle(name.isEmpty() ? QStringLiteral("Breakeven") : name % QStringLiteral(" – Breakeven"));
}

void MainWindow::chooseTheme(Theme theme) {
    storeTheme(theme);
    applyTheme(theme);
}

void MainWindow::resetLayout() {
    m_hasOwnSizes = true;  // none is given to a dock that is not back in its place
    restoreState(m_firstLayout);
    for (QDockWidget* dock : m_docks)
        dock->show();
    m_hasOwnSizes = false;
    arrangeDocks();
}

void MainWindow::exportChart() {
    const QStringList kinds{tr("PNG picture (*.png)"), tr("SVG drawing (*.svg)"), tr("PDF page (*.pdf)")};
    QWidget& above = m_presenter != nullptr ? static_cast<QWidget&>(*m_presenter) : *this;
    const QString name = QString::fromStdString(m_session.spec().name);
    askForFile(
        above, {FilePurpose::Save, "exportChartDialog", tr("Export chart"), kinds, name},
        [this](const QString& path) { m_session.report(m_tabs->saveFront(path), tr("Chart saved to %1").arg(path)); });
}

void MainWindow::chooseTrial(int trialId) {
    complete();
    m_resultsTable->chooseTrial(trialId);
    m_samples->showTrial(trialId);
    m_tabs->followTrial(trialId);
    auto* dock = findChild<QDockWidget*>(QStringLiteral("samplesDock"));
    dock->show();
    dock->raise();
}

void MainWindow::openSettings() {
    raiseOnly<SettingsDialog>(*this, [this] {
        auto* dialog = new SettingsDialog(this);
        connect(dialog, &SettingsDialog::stored, this, [this] {
            applyTheme(storedTheme());
            if (m_history.isOpen()) m_history.open(historyFile());
        });
        return dialog;
    });
}

void MainWindow::openHelp() {
    raiseOnly<HelpBrowser>(*this, [this] { return new HelpBrowser(this); });
}

void MainWindow::openShortcuts() {
    raiseOnly<ShortcutSheet>(*this, [this] { return new ShortcutSheet(*this); });
}

/// The window is left as it is, so that nothing has to be put back.
void MainWindow::present(bool wanted) {
    if (!wanted) {
        delete std::exchange(m_presenter, nullptr);
        activateWindow();
        return;
    }
    m_presenter = new Presenter(*m_headline, *m_tabs, *this);
    connect(
        m_presenter, &Presenter::leaveWanted, &action(*this, "presenterAction"),
        [this] { action(*this, "presenterAction").setChecked(false); }, Qt::QueuedConnection);
    connect(m_presenter, &Presenter::stepped, &m_course, &Course::step);
    connect(m_presenter, &Presenter::switchWanted, &m_course,
            [this] { m_course.measure(m_course.isSwitched() ? LessonRun::Before : LessonRun::After); });
    for (const auto& changed : {&Course::opened, &Course::changed})
        connect(&m_course, changed, m_presenter, [this] { tellPresenter(); });
    connect(m_tabs, &ChartTabs::frontChanged, m_presenter, [this] { tellPresenter(); });
    tellPresenter();
    m_presenter->setGeometry(screen()->geometry());
    m_presenter->showFullScreen();
    m_presenter->activateWindow();
    m_presenter->setFocus();
}

/// The lesson's title stands above its chart until there are results of its own, which have a headline of their own.
void MainWindow::tellPresenter() {
    const Lesson* lesson = m_tabs->showsLesson() ? m_course.lesson() : nullptr;
    if (!lesson) return m_presenter->setLesson({}, {});
    const QString title = verbatim(lesson->title);
    const QString place = tr("Lesson %1 of %2").arg(m_course.place() + 1).arg(m_course.lessons().size());
    if (m_session.results().trials().empty() || !m_course.isShown()) return m_presenter->setLesson(title, place);
    m_presenter->setLesson({}, place % QStringLiteral(" · ") % title);
}

void MainWindow::goTo(const char* name) {
    complete();
    auto* dock = findChild<QDockWidget*>(QLatin1String(name));
    dock->show();
    dock->raise();
    const auto* scroll = qobject_cast<QScrollArea*>(dock->widget());
    focusIn(scroll ? *scroll->widget() : *dock->widget());
}

/// The keys go where the panel wants them, else to the first of its fields that takes any.
void MainWindow::focusIn(QWidget& panel) {
    if (panel.focusProxy() || (panel.focusPolicy() & Qt::TabFocus) != 0) return panel.setFocus(Qt::ShortcutFocusReason);
    for (QWidget* each = panel.nextInFocusChain(); each != &panel; each = each->nextInFocusChain()) {
        const bool takesKeys = (each->focusPolicy() & Qt::TabFocus) != 0 && each->isVisible() && each->isEnabled();
        if (panel.isAncestorOf(each) && takesKeys) return each->setFocus(Qt::ShortcutFocusReason);
    }
}

void MainWindow::announce(const QString& line) {
    statusBar()->showMessage(line, AnnounceMilliseconds);
    m_log->add(line);
}

void MainWindow::resizeEvent(QResizeEvent* event) {
    QMainWindow::resizeEvent(event);
    m_arranged && !m_hasOwnSizes ? arrangeDocks() : giveChartsRoom();
}

void MainWindow::showEvent(QShowEvent* event) {
    QMainWindow::showEvent(event);
    if (!std::exchange(m_arranged, true)) arrangeDocks();
}

bool MainWindow::event(QEvent* event) {
    if (event->type() == QEvent::Paint && !m_complete) QTimer::singleShot(0, this, &MainWindow::complete);
    if (event->type() == QEvent::MouseButtonPress && isSeparator(static_cast<const QMouseEvent&>(*event).pos()))
        m_hasOwnSizes = true;
    if (event->type() == QEvent::ThemeChange || event->type() == QEvent::ApplicationPaletteChange)
        QTimer::singleShot(0, this, [told = event->type()] { followDesktop(told); });  // once every widget was told
    return QMainWindow::event(event);
}

void MainWindow::complete() {
    if (std::exchange(m_complete, true)) return;
    m_session.loadCatalog();
    for (const auto& make : m_missing)
        make();
}

void MainWindow::closeEvent(QCloseEvent* event) {
    delete std::exchange(m_presenter, nullptr);  // a window of its own, for which the program would go on
    storeLayout(*this, m_hasOwnSizes);
    QMainWindow::closeEvent(event);
}

}  // namespace breakeven
