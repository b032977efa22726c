/// MainWindow: docks around the headline and the charts. Composes; knows no numbers.
#pragma once

#include "ui/course.h"
#include "ui/models/history_model.h"
#include "ui/session.h"
#include "ui/theme.h"

#include <QMainWindow>

#include <functional>
#include <vector>

class QMenu;

namespace breakeven {

class ChartTabs;
class ExperimentPanel;
class InterruptedBar;
class LogPanel;
class HeadlinePanel;
class MachineTrust;
class Presenter;
class RecentFiles;
class ResultsPanel;
class SamplesPanel;
class SpecHistory;

class MainWindow : public QMainWindow {
    Q_OBJECT

public:
    /// Asks breakeven-cli for the catalogue once it has been painted; a file to open may be given at once.
    explicit MainWindow(const QString& file = {}, QWidget* parent = nullptr);
    ~MainWindow() override;

    Session& session() { return m_session; }

    /// What is done once the window stands, unless it is only drawn: at the very first start something small is
    /// measured; later a run that was cut off is offered.
    void welcome();

protected:
    void closeEvent(QCloseEvent* event) override;
    bool event(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    // main_window_build.cpp
    void buildCharts();
    void buildDocks();
    QWidget* buildMachine();
    void buildToolBar();
    void buildMenus();
    void connectActions();
    void connectPanels();
    QDockWidget* addDock(const char* name, const QString& title, QWidget* content, Qt::DockWidgetArea area);
    /// One that is not in front at first: its content is made when somebody sees it, in complete() at the latest.
    QDockWidget* addDockBehind(const char* name, const QString& title, std::function<QWidget*()> make,
                               QDockWidget& front);
    QWidget* makeHistory();
    QWidget* makeLessons();
    QWidget* makeSamples();
    QWidget* makeWhatIf();
    void complete();  ///< what the first picture can do without

    void refreshState();
    void fillExperiments();
    void chooseTheme(Theme theme);
    void arrangeDocks();    ///< in proportion to the window
    void giveChartsRoom();  ///< what stands around them yields in a low window, the docks below first
    void resetLayout();
    void exportChart();
    void chooseTrial(int trialId);
    void openSettings();
    void openHelp();
    void openShortcuts();
    void goTo(const char* dock);  ///< which comes to the front and gets the keys
    static void focusIn(QWidget& panel);
    void present(bool wanted);
    void tellPresenter();                ///< which lesson is on
    void announce(const QString& line);  ///< in the status bar for a while, and in the log

    Session m_session;
    HistoryModel m_history;
    Course m_course{m_session};
    ExperimentPanel* m_panel = nullptr;
    SpecHistory* m_undo = nullptr;
    HeadlinePanel* m_headline = nullptr;
    ChartTabs* m_tabs = nullptr;
    Presenter* m_presenter = nullptr;  ///< while it is on
    InterruptedBar* m_interrupted = nullptr;
    ResultsPanel* m_resultsTable = nullptr;
    SamplesPanel* m_samples = nullptr;
    RecentFiles* m_recent = nullptr;
    std::vector<QDockWidget*> m_docks;
    std::vector<std::function<void()>> m_missing;  ///< contents of docks
    QMenu* m_experiments = nullptr;
    LogPanel* m_log = nullptr;
    MachineTrust* m_trust = nullptr;
    QByteArray m_firstLayout;
    bool m_arranged = false;
    bool m_hasOwnSizes = false;  ///< the user made the docks as large as they are
    bool m_complete = false;
};

}  // namespace breakeven
