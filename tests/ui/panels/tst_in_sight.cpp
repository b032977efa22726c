#include "tests/ui/ui_test.h"
#include "ui/panels/in_sight.h"

#include <QDockWidget>
#include <QMainWindow>
#include <QTabWidget>

#include <vector>

using namespace breakeven;

class TestInSight : public QObject, UiTest {
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnAnyWarning(); }

    void whatNobodySeesWaits() {
        QTabWidget tabs;
        auto* panel = new QWidget;
        tabs.addTab(new QWidget, QStringLiteral("front"));
        tabs.addTab(panel, QStringLiteral("behind"));
        int refreshed = 0;
        InSight inSight(*panel, [&] { ++refreshed; });
        tabs.show();
        inSight.changed();
        inSight.changed();
        QCOMPARE(refreshed, 0);
        tabs.setCurrentIndex(1);
        QCOMPARE(refreshed, 1);
        inSight.changed();
        QCOMPARE(refreshed, 2);
        tabs.setCurrentIndex(0);
        tabs.setCurrentIndex(1);
        QCOMPARE(refreshed, 2);  // nothing has changed
    }

    /// Qt takes all of them for visible.
    void aDockBehindAnotherWaits() {
        QMainWindow window;
        window.setCentralWidget(new QWidget);
        std::vector<QDockWidget*> docks;
        for (const char* title : {"front", "behind"}) {
            docks.push_back(new QDockWidget(QLatin1String(title), &window));
            docks.back()->setWidget(new QWidget);
            window.addDockWidget(Qt::LeftDockWidgetArea, docks.back());
        }
        window.tabifyDockWidget(docks[0], docks[1]);
        int refreshed = 0;
        InSight inSight(*docks[1]->widget(), [&] { ++refreshed; });
        window.show();
        docks[1]->raise();
        QTRY_COMPARE(refreshed, 1);
        docks[0]->raise();
        QTRY_VERIFY(docks[1]->visibleRegion().isEmpty());
        inSight.changed();
        QCOMPARE(refreshed, 1);
        docks[1]->raise();
        QTRY_COMPARE(refreshed, 2);
    }

    void whoCannotWaitHasItAtOnce() {
        QWidget panel;
        int refreshed = 0;
        InSight inSight(panel, [&] { ++refreshed; });
        inSight.update();
        QCOMPARE(refreshed, 1);
        inSight.update();
        panel.show();
        QCOMPARE(refreshed, 1);
    }
};

QTEST_MAIN(TestInSight)
#include "tst_in_sight.moc"
