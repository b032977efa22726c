/// The window, driven by the names of its widgets.
#pragma once

#include "ui/main_window.h"

#include <QAction>
#include <QComboBox>
#include <QDockWidget>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMouseEvent>
#include <QTableView>
#include <QTest>
#include <QToolButton>

namespace breakeven {

class WindowDriver {
public:
    explicit WindowDriver(const QString& file = {}) : window(file) { window.show(); }

    MainWindow window;

    template <class Widget>
    Widget& the(const char* name) {
        auto* found = window.findChild<Widget*>(QLatin1String(name));
        if (!found) qFatal("%s: no such widget", name);
        return *found;
    }

    QToolButton& runButton() { return the<QToolButton>("runButton"); }
    QToolButton& stopButton() { return the<QToolButton>("stopButton"); }
    QString says(const char* label) { return the<QLabel>(label).text(); }
    int rows() { return the<QTableView>("resultsTable").model()->rowCount(); }
    void trigger(const char* name) { the<QAction>(name).trigger(); }

    bool isReady() { return runButton().isEnabled(); }
    bool isRunning() { return stopButton().isEnabled(); }

    void type(const char* edit, const QString& text) {
        auto& field = the<QLineEdit>(edit);
        field.setFocus();
        field.selectAll();
        QTest::keyClicks(&field, text);
    }

    void choose(const QStringList& backends) {
        auto& list = the<QListWidget>("backendList");
        for (int row = 0; row < list.count(); ++row) {
            QListWidgetItem* item = list.item(row);
            const bool wanted = backends.contains(item->data(Qt::UserRole).toString());
            item->setCheckState(wanted ? Qt::Checked : Qt::Unchecked);
        }
    }

    /// By the line above it, as a user does.
    void dragDockBelowUp(int pixels) {
        const QRect dock = the<QDockWidget>("resultsDock").geometry();
        const QPoint line(dock.center().x(), dock.top() - 2);
        const QPoint to = line - QPoint(0, pixels);
        QTest::mousePress(&window, Qt::LeftButton, {}, line);
        QMouseEvent moved(QEvent::MouseMove, to, window.mapToGlobal(to), Qt::NoButton, Qt::LeftButton, {});
        QCoreApplication::sendEvent(&window, &moved);
        QCoreApplication::processEvents();  // docks follow by a timer
        QTest::mouseRelease(&window, Qt::LeftButton, {}, to);
    }

    void chooseWorkload(const char* id) {
        auto& box = the<QComboBox>("workloadBox");
        box.setCurrentIndex(box.findData(QLatin1String(id)));
    }

    void click(QWidget& widget) { QTest::mouseClick(&widget, Qt::LeftButton); }

    /// Types a path into an open file dialog and accepts it.
    void answer(const char* dialogName, const QString& path) {
        QTRY_VERIFY(window.findChild<QFileDialog*>(QLatin1String(dialogName)));
        auto& dialog = the<QFileDialog>(dialogName);
        auto* name = dialog.findChild<QLineEdit*>(QStringLiteral("fileNameEdit"));
        QVERIFY(name);
        QVERIFY(QTest::qWaitForWindowActive(&dialog));
        name->setFocus();  // only then does what is typed take the place of a file that is selected
        name->setText(path);
        QTest::keyClick(name, Qt::Key_Return);
    }
};

}  // namespace breakeven
