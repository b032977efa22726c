/// MainWindow: docks around the headline and the charts. Composes; knows no numbers.
#pragma once

#include "ui/session.h"
#include "ui/theme.h"

#include <QMainWindow>

#include <functional>
#include <vector>

class QLabel;
class QMenu;
class QPlainTextEdit;
class QProgressBar;
class QTabWidget;

namespace breakeven {

class ChartPage;
class ExperimentPanel;

class MainWindow : public QMainWindow {
    Q_OBJECT

public:
    /// Asks breakeven-cli for the catalogue; a file to open may be given at once.
    explicit MainWindow(const QString& file = {}, QWidget* parent = nullptr);
    ~MainWindow() override;

    Session& session() { return m_session; }
    void exportCsv(const QString& path);
    void exportChart(const QString& path);

protected:
    void closeEvent(QCloseEvent* event) override;

private:
    enum class DialogKind { Open, Save };

    void buildCharts();
    void buildDocks();
    void buildToolBar();
    void buildMenus();
    void connectActions();
    void refreshState();
    void refreshProgress();
    void fillExperiments();
    void chooseTheme(Theme theme);
    void resetLayout();
    void showAbout();
    void log(const QString& line);

    /// Opens a dialog and returns; chosen() is called with the path, unless the dialog is dismissed.
    void askForFile(DialogKind kind, const char* name, const QString& title, const QStringList& filters,
                    std::function<void(const QString&)> chosen);
    QDockWidget* addDock(const char* name, const QString& title, QWidget* content, Qt::DockWidgetArea area);

    Session m_session;
    ExperimentPanel* m_panel = nullptr;
    QTabWidget* m_tabs = nullptr;
    std::vector<ChartPage*> m_pages;
    std::vector<QDockWidget*> m_docks;
    QMenu* m_experiments = nullptr;
    QProgressBar* m_progress = nullptr;
    QLabel* m_eta = nullptr;
    QLabel* m_machine = nullptr;
    QPlainTextEdit* m_log = nullptr;
    QByteArray m_firstLayout;
};

}  // namespace breakeven
