/// MainWindow: docks around the headline and the charts. Composes; knows no numbers.
#pragma once

#include "ui/session.h"
#include "ui/theme.h"

#include <QMainWindow>

#include <vector>

class QMenu;
class QTabWidget;

namespace breakeven {

class ChartPage;
class ExperimentPanel;
class LogPanel;
class MachineTrust;
class TimelineView;

class MainWindow : public QMainWindow {
    Q_OBJECT

public:
    /// Asks breakeven-cli for the catalogue; a file to open may be given at once.
    explicit MainWindow(const QString& file = {}, QWidget* parent = nullptr);
    ~MainWindow() override;

    Session& session() { return m_session; }

protected:
    void closeEvent(QCloseEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    void buildCharts();
    void buildDocks();
    void buildToolBar();
    void buildMenus();
    void connectActions();
    void refreshState();
    void fillExperiments();
    void chooseTheme(Theme theme);
    void arrangeDocks();  ///< as large as they are at first, in proportion to the window
    void resetLayout();
    void exportChart();
    void showTimeline();
    void announce(const QString& line);  ///< in the status bar for a while, and in the log

    QDockWidget* addDock(const char* name, const QString& title, QWidget* content, Qt::DockWidgetArea area);

    Session m_session;
    ExperimentPanel* m_panel = nullptr;
    QTabWidget* m_tabs = nullptr;
    std::vector<ChartPage*> m_pages;  ///< the first tabs
    TimelineView* m_timeline = nullptr;
    std::vector<QDockWidget*> m_docks;
    QMenu* m_experiments = nullptr;
    LogPanel* m_log = nullptr;
    MachineTrust* m_trust = nullptr;
    QByteArray m_firstLayout;
    bool m_arranged = false;
};

}  // namespace breakeven
