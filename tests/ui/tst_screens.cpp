// Pictures of every state of the window, left in tests/screens of the build folder, and what can be told of them by
// itself: nothing is cut, nothing is blank.
#include "core/plots/plots.h"
#include "tests/ui/screens.h"
#include "ui/panels/chart_tabs.h"
#include "ui/plots/timeline_canvas.h"
#include "ui/plots/timeline_view.h"
#include "ui/settings.h"
#include "ui/theme.h"

#include <QDockWidget>
#include <QDragEnterEvent>
#include <QMimeData>
#include <QUrl>

using namespace breakeven;

class TestScreens : public QObject, Screens {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { measureRun(); }

    void init() {
        failOnAnyWarning();
        QSettings().clear();
        storeFirstStart(false);
    }

    void cleanup() { applyTheme(Theme::Light); }

    void everyChart_data() {
        QTest::addColumn<int>("theme");
        QTest::addColumn<QSize>("size");
        QTest::newRow("light-1440x900") << int(Theme::Light) << QSize(1440, 900);
        QTest::newRow("dark-1280x720") << int(Theme::Dark) << QSize(1280, 720);
        QTest::newRow("light-3840x2160") << int(Theme::Light) << QSize(3840, 2160);
    }
    void everyChart() {
        QFETCH(int, theme);
        QFETCH(QSize, size);
        applyTheme(static_cast<Theme>(theme));
        WindowDriver driver;
        showRun(driver, size);
        auto& tabs = driver.the<ChartTabs>("chartTabs");
        for (const PlotEntry& entry : plots()) {
            tabs.showChart(entry.info.id);
            picture(driver.window,
                    QStringLiteral("%1-%2").arg(QLatin1String(QTest::currentDataTag()), entry.info.id.c_str()));
        }
        tabs.showTimeline(recordedTrial(driver.window.session().results()));
        picture(driver.window, QStringLiteral("%1-timeline").arg(QLatin1String(QTest::currentDataTag())));
    }

    /// Of a run that varies chunks and hands results out early: no chart is empty, nor is the timeline.
    void whatFirstLookDoesNotHave() {
        const QString usual = run();
        measureRun(QStringLiteral("--sizes 1000:1e6:x10 --call map,imap --chunk 16,256,4096 --samples 6:9 --launches 1")
                       .split(u' '),
                   QStringLiteral("varied.jsonl"));
        WindowDriver driver;
        showRun(driver, QSize(1440, 900));
        auto& tabs = driver.the<ChartTabs>("chartTabs");
        for (const char* plot : {"latency", "grain", "heat-map", "distribution"}) {
            tabs.showChart(plot);
            QVERIFY2(!tabs.frontPlot()->isEmpty(), plot);
            picture(driver.window, QStringLiteral("varied-%1").arg(QLatin1String(plot)));
        }
        tabs.showTimeline(recordedTrial(driver.window.session().results()));
        QVERIFY(driver.the<TimelineView>("timelineView").canvas().timeline());
        picture(driver.window, QStringLiteral("varied-timeline"));
        setRun(usual);
    }

    void everyDock() {
        WindowDriver driver;
        showRun(driver, QSize(1440, 900));
        for (const char* name : {"samplesDock", "historyDock", "logDock", "whatIfDock"}) {
            driver.the<QDockWidget>(name).raise();
            picture(driver.window, QStringLiteral("dock-%1").arg(QLatin1String(name)));
        }
    }

    void sixRunsOnOneChart() {
        WindowDriver driver;
        showRun(driver, QSize(1440, 900));
        std::vector<NamedResults> runs;
        for (const char* name : {"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"})
            runs.push_back({name, driver.window.session().results()});
        driver.the<ChartTabs>("chartTabs").showOverlay(runs);
        picture(driver.window, QStringLiteral("overlay-six"));
    }

    void filesAboveTheWindow() {
        WindowDriver driver;
        showRun(driver, QSize(1440, 900));
        QMimeData files;
        files.setUrls({QUrl::fromLocalFile(run()), QUrl::fromLocalFile(path("more.jsonl"))});
        QDragEnterEvent entered(QPoint(700, 400), Qt::CopyAction, &files, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(&driver.window, &entered);
        QVERIFY(entered.isAccepted());
        picture(driver.window, QStringLiteral("state-dropping"));
        QDragLeaveEvent left;
        QCoreApplication::sendEvent(&driver.window, &left);
    }

    void beforeWhileAndAfterARun() {
        WindowDriver driver;
        driver.window.resize(1440, 900);
        QTRY_VERIFY_WITH_TIMEOUT(driver.isReady(), StartMilliseconds);
        picture(driver.window, QStringLiteral("state-empty"));
        driver.type("sizesEdit", QStringLiteral("10:1e7"));
        driver.click(driver.runButton());
        QTRY_VERIFY_WITH_TIMEOUT(driver.rows() > 4, RunMilliseconds);
        picture(driver.window, QStringLiteral("state-running"));
        driver.click(driver.stopButton());
        QTRY_VERIFY_WITH_TIMEOUT(!driver.isRunning(), RunMilliseconds);
        picture(driver.window, QStringLiteral("state-stopped"));
        driver.window.session().open(path("nothing.jsonl"));
        QVERIFY(!driver.window.session().failure().isEmpty());
        picture(driver.window, QStringLiteral("state-failed"));
    }
};

QTEST_MAIN(TestScreens)
#include "tst_screens.moc"
