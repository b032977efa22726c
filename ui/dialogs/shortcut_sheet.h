/// ShortcutSheet: every key of the window, read from what has it: the menus, the panels' own actions, the charts'
/// table.
#pragma once

#include <QDialog>
#include <QSet>

class QAction;
class QLineEdit;
class QMainWindow;
class QMenu;
class QTreeWidget;
class QTreeWidgetItem;

namespace breakeven {

class ShortcutSheet : public QDialog {
    Q_OBJECT

public:
    explicit ShortcutSheet(QMainWindow& window);

protected:
    void showEvent(QShowEvent* event) override;

private:
    void fill();
    void addMenu(QTreeWidgetItem& group, const QMenu& menu);
    void addAction(QTreeWidgetItem& group, const QAction& action);
    void addCharts();
    void addTimeline();
    void addPanels();
    QTreeWidgetItem& groupOf(const QString& title);
    void filter();

    QMainWindow& m_window;
    QLineEdit* m_search;
    QTreeWidget* m_keys;
    QSet<const QAction*> m_told;
};

}  // namespace breakeven
