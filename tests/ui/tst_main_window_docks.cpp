#include "tests/ui/recorded_run.h"
#include "tests/ui/ui_test.h"
#include "tests/ui/window_driver.h"
#include "ui/settings.h"

#include <QDockWidget>
#include <QScrollArea>
#include <QTextBrowser>

using namespace breakeven;

namespace {

constexpr int StartMilliseconds = 20'000;

}  // namespace

/// The docks around the charts: there at once or made later, as large as the window and its user want them.
class TestMainWindowDocks : public QObject, UiTest {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        failOnAnyWarning();
        QSettings().clear();
    }

    void hiddenPanelsComeBack() {
        WindowDriver driver;
        auto& dock = driver.the<QDockWidget>("findingsDock");
        dock.close();
        QVERIFY(!dock.isVisible());
        driver.trigger("resetLayoutAction");
        QVERIFY(dock.isVisible());
    }

    void docksGrowWithTheWindowUntilTheyAreMadeLarger() {
        WindowDriver driver;
        QTRY_VERIFY_WITH_TIMEOUT(driver.isReady(), StartMilliseconds);
        auto& below = driver.the<QDockWidget>("resultsDock");
        auto& beside = driver.the<QDockWidget>("findingsDock");
        driver.window.resize(1440, 900);
        QTRY_VERIFY2(below.height() >= 165 && beside.width() >= 290, qPrintable(QString::number(below.height())));
        driver.window.resize(3840, 2160);
        QTRY_VERIFY2(below.height() >= 430 && beside.width() >= 400, qPrintable(QString::number(below.height())));
        driver.window.resize(1440, 900);
        QTRY_VERIFY(below.height() <= 210);
        const int before = below.height();
        driver.dragDockBelowUp(80);
        QTRY_VERIFY(below.height() > before + 60);
        const int wanted = below.height();
        driver.window.resize(1600, 1000);
        QTest::qWait(0);
        QCOMPARE(below.height(), wanted);
        driver.trigger("resetLayoutAction");
        QTRY_VERIFY(below.height() < wanted);
    }

    void docksGoOnGrowingAfterARestart() {
        {
            WindowDriver driver;
            QTRY_VERIFY_WITH_TIMEOUT(driver.isReady(), StartMilliseconds);
            driver.window.close();
        }
        WindowDriver driver;
        QTRY_VERIFY_WITH_TIMEOUT(driver.isReady(), StartMilliseconds);
        auto& below = driver.the<QDockWidget>("resultsDock");
        driver.window.resize(3840, 2160);
        QTRY_VERIFY2(below.height() >= 430, qPrintable(QString::number(below.height())));
        driver.dragDockBelowUp(80);
        driver.window.close();
        QVERIFY(storedOwnSizes());
    }

    void whatIsBehindIsMadeOnceTheWindowStands() {
        WindowDriver driver;
        QVERIFY(!driver.window.findChild<QWidget*>(QStringLiteral("historyView")));
        QTRY_VERIFY_WITH_TIMEOUT(driver.isReady(), StartMilliseconds);
        for (const char* name : {"samplesDock", "historyDock", "logDock", "whatIfDock"})
            QVERIFY2(driver.the<QDockWidget>(name).widget(), name);
    }

    void whatIsBehindIsUpToDateOnceItIsSeen() {
        WindowDriver driver;
        QTRY_VERIFY_WITH_TIMEOUT(driver.isReady(), StartMilliseconds);
        for (const char* name : {"historyDock", "whatIfDock"})
            driver.the<QDockWidget>(name).raise();
        const auto& findings = driver.the<QTextBrowser>("findingsView");
        QTRY_VERIFY(findings.visibleRegion().isEmpty() &&
                    driver.the<QTableView>("resultsTable").visibleRegion().isEmpty());
        const QString before = findings.toPlainText();
        RecordedRun run("run");
        for (const char* backend : {"serial", "tbb"})
            run.trial(backend, 1000, nineTimes(0.001));
        run.openIn(driver.window.session(), path("run.jsonl"));
        QCOMPARE(driver.rows(), 0);
        QCOMPARE(findings.toPlainText(), before);
        for (const char* name : {"resultsDock", "findingsDock"})
            driver.the<QDockWidget>(name).raise();
        QTRY_COMPARE(driver.rows(), 2);
        QTRY_VERIFY(findings.toPlainText() != before);
    }

    void whatWasInFrontIsThereAtOnce() {
        {
            WindowDriver driver;
            QTRY_VERIFY_WITH_TIMEOUT(driver.isReady(), StartMilliseconds);
            driver.the<QDockWidget>("historyDock").raise();
            driver.window.close();
        }
        WindowDriver driver;
        QVERIFY(driver.window.findChild<QWidget*>(QStringLiteral("historyView")));
        driver.trigger("resetLayoutAction");
        driver.window.close();
    }

    void aStoredLayoutDoesNotCutTheDocks() {
        int first = 0;
        for (int start = 0; start < 3; ++start) {
            WindowDriver driver;
            QTRY_VERIFY_WITH_TIMEOUT(driver.isReady(), StartMilliseconds);
            auto* scroll = qobject_cast<QScrollArea*>(driver.the<QDockWidget>("experimentDock").widget());
            QTRY_VERIFY(scroll->viewport()->width() >= scroll->widget()->minimumSizeHint().width());
            if (start == 0) first = scroll->width();
            QCOMPARE(scroll->width(), first);
            driver.window.close();
        }
    }
};

QTEST_MAIN(TestMainWindowDocks)
#include "tst_main_window_docks.moc"
