#include "core/experiment/codec.h"
#include "core/io/formats.h"
#include "core/io/run_timeline.h"
#include "tests/ui/ui_test.h"
#include "tests/ui/window_driver.h"
#include "ui/plots/chart_view.h"
#include "ui/settings.h"
#include "ui/theme.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QDoubleSpinBox>
#include <QFile>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QTabWidget>

#include <algorithm>

using namespace breakeven;

namespace {

constexpr int StartMilliseconds = 20'000;
constexpr int RunMilliseconds = 60'000;

int childrenOfThisProcess() {
    int count = 0;
    const QByteArray parent = "PPid:\t" + QByteArray::number(QCoreApplication::applicationPid()) + '\n';
    for (const QString& entry : QDir(QStringLiteral("/proc")).entryList(QDir::Dirs)) {
        QFile status(QStringLiteral("/proc/") + entry + QStringLiteral("/status"));
        if (status.open(QIODevice::ReadOnly) && status.readAll().contains(parent)) ++count;
    }
    return count;
}

}  // namespace

class TestMainWindow : public QObject, UiTest {
    Q_OBJECT

private:
    /// serial and tbb at four sizes, written as a run file.
    QString savedRun() const {
        RunStarted started;
        started.runId = "saved";
        started.spec.name = "saved";
        started.spec.cases.emplace_back().workload = "square";
        std::vector<Event> events = {started};
        int id = 0;
        for (const ItemCount size : {ItemCount(100), ItemCount(1'000), ItemCount(10'000), ItemCount(100'000)}) {
            for (const char* backend : {"serial", "tbb"}) {
                Trial trial;
                trial.id = id++;
                trial.workload = "square";
                trial.backend = backend;
                trial.size = size;
                trial.workers = trial.backend == "tbb" ? 2 : 1;
                events.push_back(TrialStarted{0, trial});
                const double serial = static_cast<double>(size) * 1e-8;
                for (int round = 0; round < 9; ++round) {
                    Sample taken;
                    taken.trial = trial.id;
                    taken.round = round;
                    taken.seconds =
                        Seconds((trial.backend == "tbb" ? 2e-5 + serial / 2 : serial) * (1 + 0.001 * round));
                    taken.verified = true;
                    events.push_back(taken);
                }
            }
        }
        events.push_back(RunFinished{"completed", Seconds(2)});
        const QString file = path("saved.jsonl");
        if (!writeResults(events, file.toStdString())) qFatal("the run could not be written");
        return file;
    }

private Q_SLOTS:
    void init() { failOnAnyWarning(); }

    void startsEmptyAndInviting() {
        WindowDriver driver;
        QCOMPARE(driver.says("headline"), QStringLiteral("Pick an experiment, or press Run for overhead versus size"));
        QTRY_VERIFY_WITH_TIMEOUT(driver.isReady(), StartMilliseconds);
        QVERIFY(!driver.isRunning());
        QVERIFY(!driver.the<QAction>("exportCsvAction").isEnabled());
        for (const char* id :
             {"experiment:overhead-vs-size", "experiment:sleep-staircase", "experiment:rows-in-range"}) {
            QVERIFY2(driver.window.findChild<QAction*>(QLatin1String(id)), id);
        }
        const auto& tabs = driver.the<QTabWidget>("chartTabs");
        QCOMPARE(tabs.tabText(0), QStringLiteral("Runtime"));
        QCOMPARE(tabs.tabText(1), QStringLiteral("Speed-up"));
    }

    void experimentsAreChosenByTitle() {
        WindowDriver driver;
        QTRY_VERIFY_WITH_TIMEOUT(driver.isReady(), StartMilliseconds);
        QStringList titles;
        for (const QAction* item : driver.the<QPushButton>("experimentButton").menu()->actions())
            titles += item->text();
        QVERIFY(titles.size() > 20);
        QVERIFY2(std::ranges::is_sorted(titles), qPrintable(titles.join(u'\n')));
    }

    void measuresShowsAndExports() {
        WindowDriver driver;
        QTRY_VERIFY_WITH_TIMEOUT(driver.isReady(), StartMilliseconds);
        driver.chooseWorkload("square");
        driver.type("sizesEdit", QStringLiteral("100,10000"));
        driver.type("workersEdit", QStringLiteral("2"));
        driver.choose({QStringLiteral("serial"), QStringLiteral("threads")});
        driver.the<QDoubleSpinBox>("maxSecondsBox").setValue(3);
        driver.the<QSpinBox>("launchesBox").setValue(1);

        driver.click(driver.runButton());
        QVERIFY(driver.isRunning());
        QVERIFY(!driver.the<QLineEdit>("sizesEdit").isEnabled());
        QTRY_VERIFY_WITH_TIMEOUT(!driver.isRunning(), RunMilliseconds);
        QVERIFY2(driver.window.session().failure().isEmpty(), qPrintable(driver.window.session().failure()));

        const Plot& plot = driver.the<ChartView>("runtimeChart").plot();
        QCOMPARE(plot.series.size(), std::size_t(2));
        QCOMPARE(plot.series[0].label, std::string("serial"));
        QCOMPARE(plot.series[1].label, std::string("threads"));
        for (const Series& series : plot.series)
            QCOMPARE(series.points.size(), std::size_t(2));
        QCOMPARE(driver.rows(), 4);
        QVERIFY(driver.says("headline").contains(QStringLiteral("threads")));
        QVERIFY(driver.says("activityLabel").contains(QStringLiteral("of 4 trials")));

        driver.the<QTabWidget>("chartTabs").setCurrentIndex(1);
        QCOMPARE(driver.the<ChartView>("speedupChart").plot().series.size(), std::size_t(1));

        QVERIFY(!driver.window.findChild<QComboBox*>(QStringLiteral("timelinePass")));  // nobody has looked at it yet
        auto& table = driver.the<QTableView>("resultsTable");
        table.setCurrentIndex(table.model()->index(1, 0));
        QTest::keyClick(&table, Qt::Key_Return);
        auto& tabs = driver.the<QTabWidget>("chartTabs");
        tabs.setCurrentIndex(tabs.count() - 1);
        const auto& passes = driver.the<QComboBox>("timelinePass");
        QVERIFY2(passes.currentText().contains(QStringLiteral("size 100:")), qPrintable(passes.currentText()));
        const auto recorded = std::ranges::count_if(driver.window.session().results().trials(),
                                                    [](const TrialResult& each) { return !each.profiles.empty(); });
        QVERIFY(recorded > 0);
        QCOMPARE(passes.count(), static_cast<int>(recorded));
        QVERIFY2(passes.itemText(0).contains(QStringLiteral("threads")), qPrintable(passes.itemText(0)));
        driver.trigger("exportChartAction");
        driver.answer("exportChartDialog", path("timeline.png"));
        QTRY_VERIFY(QFile::exists(path("timeline.png")));

        driver.trigger("saveRunAction");
        driver.answer("saveRunDialog", path("kept.jsonl"));
        QTRY_VERIFY(QFile::exists(path("kept.jsonl")));
        const Result<LoadedRun> kept = readResults(path("kept.jsonl").toStdString());
        QVERIFY(kept);
        const auto timeline = readTimeline(foldEvents(kept->events), folder.path().toStdString());
        QVERIFY2(timeline, timeline ? "" : timeline.error().detail.c_str());
        QCOMPARE(timeline->passes.size(), std::size_t(2));

        driver.trigger("exportReportAction");
        driver.answer("exportReportDialog", path("report.html"));
        QTRY_VERIFY(QFile::exists(path("report.html")));

        driver.trigger("exportCsvAction");
        driver.answer("exportCsvDialog", path("exported.csv"));
        QTRY_VERIFY(QFile::exists(path("exported.csv")));
        const Result<LoadedRun> exported = readResults(path("exported.csv").toStdString());
        QVERIFY(exported);
        const Results read = foldEvents(exported->events);
        QCOMPARE(read.trials().size(), std::size_t(4));
        QVERIFY(read.trials()[0].imported);
    }

    void stoppingKeepsWhatWasMeasured() {
        WindowDriver driver;
        QTRY_VERIFY_WITH_TIMEOUT(driver.isReady(), StartMilliseconds);
        driver.trigger("experiment:sleep-staircase");
        driver.the<QDoubleSpinBox>("maxSecondsBox").setValue(20.0 * RunMilliseconds / 1000);
        QVERIFY(driver.isReady());
        driver.click(driver.runButton());
        QTRY_VERIFY_WITH_TIMEOUT(driver.says("activityLabel").startsWith(QStringLiteral("Measuring")), RunMilliseconds);
        const int rows = driver.rows();
        driver.click(driver.stopButton());
        QTRY_VERIFY_WITH_TIMEOUT(driver.isReady(), RunMilliseconds);
        QVERIFY(rows > 0);
        QVERIFY(driver.rows() >= rows);
        QVERIFY(!driver.window.session().results().trials()[0].samples.empty());
        QVERIFY2(driver.says("activityLabel").startsWith(QStringLiteral("Stopped")),
                 qPrintable(driver.says("activityLabel")));
        QVERIFY(driver.window.session().failure().isEmpty());
        const auto* log = driver.window.findChild<QPlainTextEdit*>(QStringLiteral("logView"));
        QVERIFY2(log->toPlainText().contains(QStringLiteral("interrupted")), qPrintable(log->toPlainText()));
    }

    void badSizesAreToldUnderTheirField_data() {
        QTest::addColumn<QString>("sizes");
        QTest::newRow("zero") << QStringLiteral("0");
        QTest::newRow("word") << QStringLiteral("many");
        QTest::newRow("descending") << QStringLiteral("100:10");
        QTest::newRow("nothing") << QStringLiteral(" ");
    }

    void badSizesAreToldUnderTheirField() {
        QFETCH(QString, sizes);
        WindowDriver driver;
        QTRY_VERIFY_WITH_TIMEOUT(driver.isReady(), StartMilliseconds);
        const QString before = driver.says("sizesNote");
        driver.type("sizesEdit", sizes);
        QVERIFY(!driver.isReady());
        QVERIFY(driver.says("sizesNote") != before);
        QVERIFY(driver.says("sizesNote").startsWith(QStringLiteral("sizes: ")));
        QVERIFY(!driver.says("sizesNote").contains(u'\n'));
        driver.type("sizesEdit", QStringLiteral("10,100"));
        QVERIFY(driver.isReady());
        QCOMPARE(driver.says("sizesNote"), QStringLiteral("2 sizes: 10, 100"));
    }

    void otherFieldsAreCheckedToo() {
        WindowDriver driver;
        QTRY_VERIFY_WITH_TIMEOUT(driver.isReady(), StartMilliseconds);
        driver.type("workersEdit", QStringLiteral("0"));
        QVERIFY(!driver.isReady());
        QVERIFY(driver.says("workersNote").startsWith(QStringLiteral("workers: ")));
        driver.type("workersEdit", QStringLiteral("1,2"));
        QVERIFY(driver.isReady());
        driver.choose({});
        QVERIFY(!driver.isReady());
        driver.choose({QStringLiteral("tbb")});
        QVERIFY(driver.isReady());
        driver.chooseWorkload("sleep-square");
        driver.type("param:seconds", QStringLiteral("-1"));
        QVERIFY(!driver.isReady());
        driver.type("param:seconds", QStringLiteral("0.01"));
        QVERIFY(driver.isReady());
        QCOMPARE(driver.window.session().spec().cases[0].workload, std::string("sleep-square"));
    }

    void opensASavedRun() {
        const QString file = savedRun();
        WindowDriver driver;
        QTRY_VERIFY_WITH_TIMEOUT(driver.isReady(), StartMilliseconds);
        driver.trigger("openAction");
        driver.answer("openDialog", file);
        QTRY_COMPARE(driver.rows(), 8);
        QVERIFY(driver.says("headline").startsWith(QStringLiteral("tbb pays off from")));
        QCOMPARE(driver.the<ChartView>("runtimeChart").plot().markers.size(), std::size_t(1));

        driver.type("yourSizeEdit", QStringLiteral("100 000"));
        QVERIFY2(driver.says("yourSizeAnswer").startsWith(QStringLiteral("tbb: 1.92× faster")),
                 qPrintable(driver.says("yourSizeAnswer")));
        QVERIFY(driver.says("yourSizeAnswer").contains(QStringLiteral("faster")));
        driver.type("yourSizeEdit", QStringLiteral("100"));
        QVERIFY(driver.says("yourSizeAnswer").contains(QStringLiteral("slower")));
        driver.type("yourSizeEdit", QStringLiteral("many"));
        QVERIFY(driver.says("yourSizeAnswer").contains(QStringLiteral("not allowed")));
    }

    /// A title is plain text, too, whatever it looks like.
    void aLongWordMakesNoWideWindow() {
        ExperimentSpec spec;
        spec.cases.emplace_back().workload = "square";
        spec.cases.back().backends = {"serial", "threads"};
        spec.cases.back().sizes = "10";
        spec.name = std::string(100, 'n');
        spec.title = "<b>" + std::string(3000, 'x') + "</b>";
        QFile file(path("long.json"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray::fromStdString(writeSpec(spec)));
        file.close();
        WindowDriver driver(path("long.json"));
        QTRY_VERIFY_WITH_TIMEOUT(driver.isReady(), StartMilliseconds);
        QCOMPARE(driver.window.session().failure(), QString());
        QVERIFY2(driver.window.minimumSizeHint().width() < 1000,
                 qPrintable(QString::number(driver.window.minimumSizeHint().width())));
    }

    void theTitleNamesWhatIsOpen() {
        WindowDriver driver(savedRun());
        QTRY_COMPARE(driver.rows(), 8);
        const QString experiment = driver.window.windowTitle();
        QVERIFY2(experiment.endsWith(QStringLiteral(" – Breakeven")), qPrintable(experiment));
        QFile table(path("times.seeds.csv"));
        QVERIFY(table.open(QIODevice::WriteOnly));
        table.write("list_length,type,time_taken\n10,serial,0.1\n10,parallel,0.2\n");
        table.close();
        driver.window.session().open(path("times.seeds.csv"));
        QCOMPARE(driver.window.session().failure(), QString());
        QCOMPARE(driver.window.windowTitle(), QStringLiteral("times.seeds.csv – Breakeven"));
    }

    void scalesCanBeSwitched() {
        WindowDriver driver(savedRun());
        QTRY_COMPARE(driver.rows(), 8);
        const auto& chart = driver.the<ChartView>("runtimeChart");
        const AxisScale before = chart.plot().y.scale;
        driver.the<QCheckBox>("runtimeYLog").click();
        QVERIFY(chart.plot().y.scale != before);
        driver.the<QCheckBox>("runtimeXLog").click();
        QCOMPARE(chart.plot().x.scale, AxisScale::Linear);
    }

    void aBrokenFileIsOneLine() {
        QFile file(path("broken.jsonl"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("this is no run\nat all\n");
        file.close();
        WindowDriver driver;
        QTRY_VERIFY_WITH_TIMEOUT(driver.isReady(), StartMilliseconds);
        driver.trigger("openAction");
        driver.answer("openDialog", file.fileName());
        QTRY_VERIFY(driver.says("activityLabel").contains(QStringLiteral("broken.jsonl")));
        QVERIFY(!driver.says("activityLabel").contains(u'\n'));
        QVERIFY(driver.isReady());
        QCOMPARE(driver.rows(), 0);
    }

    void themesRecolourEverything() {
        WindowDriver driver(savedRun());
        QTRY_COMPARE(driver.rows(), 8);
        const auto paperUnder = [&driver](const char* action) {
            driver.trigger(action);
            QCoreApplication::processEvents();  // the new palette travels as an event
            return driver.the<ChartView>("runtimeChart").grab().toImage().pixelColor(2, 2);
        };
        QVERIFY(paperUnder("themeLightAction").lightness() > 200);
        QVERIFY(paperUnder("themeDarkAction").lightness() < 60);
        QVERIFY(isDark(driver.window.palette()));
        QCOMPARE(storedTheme(), Theme::Dark);
        QVERIFY(paperUnder("themeLightAction").lightness() > 200);
    }

    void editingOneFieldKeepsTheOthers() {
        WindowDriver driver;
        QTRY_VERIFY_WITH_TIMEOUT(driver.isReady(), StartMilliseconds);
        ExperimentSpec spec = driver.window.session().spec();
        spec.stopping.precision = 0.0025;
        spec.stopping.maxTime = Seconds(3.25);
        driver.window.session().setSpec(spec);
        driver.type("sizesEdit", QStringLiteral("10,100"));
        QCOMPARE(driver.window.session().spec().cases[0].sizes, std::string("10,100"));
        QCOMPARE(driver.window.session().spec().stopping.precision, 0.0025);
        QCOMPARE(driver.window.session().spec().stopping.maxTime.count(), 3.25);
    }

    void listsThatDoNotFitCannotBeRun() {
        WindowDriver driver;
        QTRY_VERIFY_WITH_TIMEOUT(driver.isReady(), StartMilliseconds);
        driver.type("sizesEdit", QStringLiteral("1e12"));
        QVERIFY(!driver.isReady());
        QVERIFY2(!driver.says("estimateLabel").isEmpty() &&
                     driver.says("estimateLabel").contains(QStringLiteral("at most ")),
                 qPrintable(driver.says("estimateLabel") + driver.says("sizesNote")));
    }

    void namesWithoutAKnownSuffixAreCompleted() {
        WindowDriver driver(savedRun());
        QTRY_COMPARE(driver.rows(), 8);
        driver.trigger("saveRunAction");
        QTRY_VERIFY(driver.window.findChild<QFileDialog*>(QStringLiteral("saveRunDialog")));
        const auto* name =
            driver.the<QFileDialog>("saveRunDialog").findChild<QLineEdit*>(QStringLiteral("fileNameEdit"));
        QVERIFY(!name->text().isEmpty());
        QCOMPARE(name->text(), QString::fromStdString(driver.window.session().spec().name));
        driver.answer("saveRunDialog", path("v1.5"));
        QTRY_VERIFY(QFile::exists(path("v1.5.jsonl")));
    }

    void importedResultsAreOpened() {
        const QString file = path("table.csv");
        QVERIFY(writeResults(readResults(savedRun().toStdString())->events, file.toStdString()));
        WindowDriver driver(file);
        QCOMPARE(driver.says("activityLabel"), QStringLiteral("Opened table.csv"));
    }

    void closingEndsTheMeasuring() {
        {
            WindowDriver driver;
            QTRY_VERIFY_WITH_TIMEOUT(driver.isReady(), StartMilliseconds);
            driver.trigger("experiment:sleep-staircase");
            driver.click(driver.runButton());
            QTRY_VERIFY(childrenOfThisProcess() > 0);
        }
        QCOMPARE(childrenOfThisProcess(), 0);
    }
};

QTEST_MAIN(TestMainWindow)
#include "tst_main_window.moc"
