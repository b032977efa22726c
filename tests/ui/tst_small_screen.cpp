// A netbook, or an old projector: the window fits a screen of 1024×600 with its frame, whatever it shows, in both
// languages, its charts can be read, and it comes back into sight where it was left on a larger screen.
#include "core/plots/plots.h"
#include "tests/ui/recorded_run.h"
#include "tests/ui/screens.h"
#include "tests/ui/small_lessons.h"
#include "tests/ui/whole_window.h"
#include "ui/language.h"
#include "ui/panels/chart_tabs.h"
#include "ui/panels/class_panel.h"
#include "ui/plots/chart_view.h"
#include "ui/plots/row_view.h"
#include "ui/plots/timeline_canvas.h"
#include "ui/plots/timeline_view.h"
#include "ui/settings.h"

#include <QApplication>
#include <QDockWidget>
#include <QScreen>
#include <QTabBar>
#include <QTableView>

#include <utility>

using namespace breakeven;

class TestSmallScreen : public QObject, Screens {
    Q_OBJECT

    static constexpr int LeastHeight = 140;  // of what a chart draws, pixels

    QTemporaryDir m_resources;
    SmallLessons m_lessons{m_resources.path(), 2};

    void showRecorded(WindowDriver& driver) const {
        QTRY_VERIFY_WITH_TIMEOUT(driver.isReady(), StartMilliseconds);
        RecordedRun run("run");
        for (const ItemCount size : {10, 1'000, 100'000, 10'000'000}) {
            for (const char* backend : {"serial", "tbb", "openmp-static", "threads", "processes", "async"})
                run.trial(backend, size, nineTimes(1e-8 * static_cast<double>(size) + (*backend == 's' ? 0 : 1e-4)));
        }
        run.openIn(driver.window.session(), path("recorded.jsonl"));
    }

    /// Its view, and in that the place of what it draws: the area between the axes, rows, lanes, a table.
    static std::pair<const QWidget*, QRect> chartInFront(WindowDriver& driver) {
        const auto& tabs = driver.the<ChartTabs>("chartTabs");
        if (const ChartView* view = tabs.frontView()) return {view->viewport(), view->frame().area().toRect()};
        if (const RowView* view = tabs.frontRows()) return {view, view->frame().area().toRect()};
        if (tabs.currentWidget()->objectName() == u"comparisonPanel") {
            const QWidget* table = driver.the<QTableView>("comparisonTable").viewport();
            return {table, table->rect()};
        }
        const auto& canvas = driver.the<TimelineView>("timelineView").canvas();
        return {canvas.viewport(), canvas.lanesRect()};
    }

    /// It fits now, nothing in it is cut or lies upon each other, and the chart is in sight.
    static void look(WindowDriver& driver, const QString& name) {
        picture(driver.window, QStringLiteral("small-%1").arg(name));
        const auto [view, place] = chartInFront(driver);
        const QRect seen = view->visibleRegion().boundingRect() & place;
        QVERIFY2(seen == place && seen.height() >= LeastHeight,
                 qPrintable(
                     QStringLiteral("%1: %2 of %3 pixels are seen").arg(name).arg(seen.height()).arg(place.height())));
        const auto& answer = driver.the<QLabel>("yourSizeAnswer");
        const QRect told = answer.visibleRegion().boundingRect();
        QVERIFY2(!answer.isVisible() || told.height() >= answer.heightForWidth(answer.width()),
                 qPrintable(QStringLiteral("%1: %2 pixels of %3").arg(name).arg(told.height()).arg(answer.text())));
        const QSize room = driver.window.screen()->availableSize() - (driver.window.frameSize() - driver.window.size());
        const QSize least = driver.window.minimumSizeHint();
        QVERIFY2(least.width() <= room.width() && least.height() <= room.height(),
                 qPrintable(QStringLiteral("%1: %2×%3").arg(name).arg(least.width()).arg(least.height())));
        const QRect shown = driver.window.frameGeometry();
        QVERIFY2(driver.window.screen()->availableGeometry().contains(shown),
                 qPrintable(QStringLiteral("%1: at %2, %3, %4×%5")
                                .arg(name)
                                .arg(shown.x())
                                .arg(shown.y())
                                .arg(shown.width())
                                .arg(shown.height())));
    }

    /// Many series with long names, data for every chart.
    void lookAtMeasured(WindowDriver& driver, const QString& language) {
        driver.window.session().open(run());
        QVERIFY2(driver.window.session().failure().isEmpty(), qPrintable(driver.window.session().failure()));
        auto& tabs = driver.the<ChartTabs>("chartTabs");
        for (const PlotEntry& entry : plots()) {
            tabs.showChart(entry.info.id);
            QVERIFY(!tabs.frontPlot()->isEmpty());
            look(driver, language + QStringLiteral("-many-") + QString::fromStdString(entry.info.id));
        }
        tabs.showTimeline(recordedTrial(driver.window.session().results()));
        look(driver, language + QStringLiteral("-timeline"));
        const Results& results = driver.window.session().results();
        tabs.showOverlay({{"one", results}, {"other", results}});
        look(driver, language + QStringLiteral("-many-overlay"));
    }

    void lookEverywhere(const QString& language) {
        WindowDriver driver;
        showRecorded(driver);
        auto& tabs = driver.the<ChartTabs>("chartTabs");
        driver.type("yourSizeEdit", QStringLiteral("50000"));
        QVERIFY2(!driver.says("yourSizeAnswer").contains(u'…'), qPrintable(driver.says("yourSizeAnswer")));
        for (const QToolButton* scroll : tabs.tabBar()->findChildren<QToolButton*>())
            QVERIFY(!scroll->isVisible());  // every tab is in sight
        for (const PlotEntry& entry : plots()) {
            tabs.showChart(entry.info.id);
            look(driver, language + u'-' + QString::fromStdString(entry.info.id));
        }
        const Results& results = driver.window.session().results();
        const std::vector<NamedResults> runs{{"Overhead against list size, on Monday", results},
                                             {"Overhead against list size, on Tuesday", results}};
        tabs.showOverlay(runs);
        look(driver, language + QStringLiteral("-overlay"));
        tabs.showComparison(runs);
        look(driver, language + QStringLiteral("-comparison"));
        tabs.showClass({path("class")});
        QTRY_VERIFY_WITH_TIMEOUT(!driver.the<ClassPanel>("classPanel").summary().runs.empty(), RunMilliseconds);
        look(driver, language + QStringLiteral("-class"));
        tabs.showChart("runtime");
        for (const char* dock : {"samplesDock", "historyDock", "logDock", "whatIfDock"}) {
            driver.the<QDockWidget>(dock).raise();
            look(driver, language + u'-' + QLatin1String(dock));
        }
        driver.trigger("lessonsAction");
        look(driver, language + QStringLiteral("-lessons"));
        QTest::keyClick(&driver.the<QListWidget>("lessonList"), Qt::Key_Return);
        for (const char* step : {"lessonStep1", "lessonStep2", "lessonStep3", "lessonStep7"}) {
            driver.the<QAbstractButton>(step).click();
            look(driver, language + u'-' + QLatin1String(step));
        }
        lookAtMeasured(driver, language);
    }

    void everyExperimentFits() {
        WindowDriver driver;
        QTRY_VERIFY_WITH_TIMEOUT(driver.isReady(), StartMilliseconds);
        for (const NamedInfo& experiment : driver.window.session().catalog().experiments) {
            driver.window.session().openExperiment(experiment.id);
            QTest::qWait(0);
            const QSize least = driver.window.minimumSizeHint();
            QVERIFY2(least.width() <= 1000 && least.height() <= 560,
                     qPrintable(QStringLiteral("%1: %2×%3")
                                    .arg(QString::fromStdString(experiment.id))
                                    .arg(least.width())
                                    .arg(least.height())));
        }
    }

private Q_SLOTS:
    void initTestCase() {
        measureRun(QStringLiteral("--sizes 1000:1e6:x10 --call map,imap --chunk 16,256 --samples 3:6 --launches 1")
                       .split(u' '));
        QCOMPARE(QGuiApplication::primaryScreen()->size(), QSize(1024, 600));
        writeClass(path("class"), {"anna", "ben", "clara", "dora", "emil", "fritz"});
    }

    void init() {
        failOnAnyWarning();
        forgetEverything(path(QTest::currentTestFunction()));
    }

    void aLargerWindowComesBackWithinTheScreen_data() {
        QTest::addColumn<QRect>("left");
        QTest::newRow("too large") << QRect(0, 40, 1440, 900);
        QTest::newRow("beyond the right") << QRect(1500, 400, 1440, 900);
        QTest::newRow("above the top") << QRect(-200, -300, 1440, 900);
    }

    void aLargerWindowComesBackWithinTheScreen() {
        QFETCH(QRect, left);
        {
            QMainWindow former;
            former.setGeometry(left);
            storeLayout(former);
        }
        WindowDriver driver;
        QVERIFY(QTest::qWaitForWindowExposed(&driver.window));
        QVERIFY(driver.window.frameGeometry().top() < driver.window.geometry().top());  // it has a title
        const QRect shown = driver.window.frameGeometry();
        QVERIFY(driver.window.screen()->availableGeometry().contains(shown));
    }

    void aChartHasThreeTenthsOfTheHeight() {
        WindowDriver driver;
        driver.window.resize(1280, 720);
        showRecorded(driver);
        const auto& chart = driver.the<ChartView>("runtimeChart");
        QVERIFY2(chart.frame().area().height() >= 720 * 0.3,
                 qPrintable(QString::number(chart.frame().area().height())));
    }

    /// The docks below keep their height while a window shrinks, so that the charts would lose theirs.
    void aWindowThatShrinksKeepsItsCharts() {
        WindowDriver driver;
        driver.window.resize(1008, 900);
        showRecorded(driver);
        const auto& chart = driver.the<ChartView>("runtimeChart");
        auto& results = driver.the<QDockWidget>("resultsDock");
        driver.dragDockBelowUp(250 - results.height());
        QTRY_VERIFY(results.height() > 200);
        driver.window.resize(1008, 568);
        QTRY_VERIFY2(chart.frame().area().height() >= LeastHeight,
                     qPrintable(QString::number(chart.frame().area().height())));
    }

    void english() { lookEverywhere(QStringLiteral("en")); }
    void everyExperimentInEnglish() { everyExperimentFits(); }

    /// The last ones: a language is for a whole life of the program.
    void german() {
        storeLanguage(QStringLiteral("de"));
        installTranslations(*qApp);
        lookEverywhere(QStringLiteral("de"));
    }
    void everyExperimentInGerman() { everyExperimentFits(); }
};

/// On a screen of that size, on which windows have frames.
int main(int argc, char** argv) {
    const QTemporaryDir folder;
    QFile screens(folder.filePath(QStringLiteral("screens.json")));
    const QByteArray json = R"({"windowFrameMargins": true, "screens": [{"name": "small", "x": 0, "y": 0, "width": 1024,
        "height": 600, "logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}]})";
    if (!screens.open(QIODevice::WriteOnly) || screens.write(json) != json.size()) qFatal("no screens");
    screens.close();
    qputenv("QT_QPA_PLATFORM", "offscreen:configfile=" + screens.fileName().toUtf8());
    const QApplication app(argc, argv);
    TestSmallScreen test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_small_screen.moc"
