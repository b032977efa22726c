#include "tests/ui/plots/chart_pointer.h"
#include "tests/ui/recorded_run.h"
#include "tests/ui/small_lessons.h"
#include "tests/ui/ui_test.h"
#include "tests/ui/window_driver.h"
#include "ui/panels/chart_tabs.h"
#include "ui/panels/lesson_panel.h"
#include "ui/plots/plot_places.h"
#include "ui/presenter.h"
#include "ui/settings.h"

#include <QCheckBox>
#include <QDockWidget>
#include <QHeaderView>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTableWidget>
#include <QTextBrowser>

#include <cmath>

using namespace breakeven;

namespace {

constexpr int StartMilliseconds = 20'000;
constexpr int RunMilliseconds = 60'000;
constexpr int CurveLesson = 0;   // 01-small-lists: a curve is predicted
constexpr int NumberLesson = 1;  // 02-pool-start: a number

}  // namespace

class TestLessonPanel : public QObject, UiTest {
    Q_OBJECT

    QTemporaryDir m_resources;
    SmallLessons m_lessons{m_resources.path(), 2};
    QByteArray m_cli = qgetenv("BREAKEVEN_CLI");

    static LessonPanel& showLessons(WindowDriver& driver) {
        if (!QTest::qWaitFor([&] { return driver.isReady(); }, StartMilliseconds)) qFatal("the window is not ready");
        driver.trigger("lessonsAction");
        auto& panel = driver.the<LessonPanel>("lessonView");
        if (!panel.isVisible()) qFatal("the lessons are not shown");
        if (panel.focusProxy() != &driver.the<QListWidget>("lessonList")) qFatal("the keys are not the list's");
        return panel;
    }

    static LessonPanel& open(WindowDriver& driver, int lesson) {
        LessonPanel& panel = showLessons(driver);
        auto& list = driver.the<QListWidget>("lessonList");
        list.setCurrentRow(lesson);
        QTest::keyClick(&list, Qt::Key_Return);
        return panel;
    }

    static void press(WindowDriver& driver, const char* button) {
        auto& found = driver.the<QAbstractButton>(button);
        if (!found.isEnabled() || !found.isVisible()) qFatal("%s: cannot be pressed", button);
        QTest::keyClick(&found, Qt::Key_Space);
    }

    static QString textIn(WindowDriver& driver) { return driver.the<QTextBrowser>("lessonText").toPlainText(); }
    static const Plot& plotIn(WindowDriver& driver) { return driver.the<ChartView>("lessonChart").plot(); }

    /// 64 CPUs that cost 10 µs to share the items of small-lists.
    void addBigMachine(LessonRun run, double secondsPerItem) const {
        RecordedRun big("big");
        big.started().environment.usableCpus = 64;
        big.started().environment.facts.push_back({"cpu.model", "Processor", "Big Machine 9000"});
        for (const ItemCount size : {10, 30, 100, 300, 1000, 3000, 10'000, 30'000}) {
            const double serial = secondsPerItem * static_cast<double>(size);
            big.trial("serial", size, nineTimes(serial));
            big.trial("tbb", size, nineTimes(1e-5 + serial / 64));
        }
        m_lessons.addReference("small-lists", run, big.events());
    }

    static const Series* prediction(WindowDriver& driver) { return findSeries(plotIn(driver), "your prediction"); }

private Q_SLOTS:
    void init() {
        failOnAnyWarning();
        QSettings().clear();
        storeFirstStart(false);
        qputenv("XDG_STATE_HOME", path(QTest::currentTestFunction()).toUtf8());
        qputenv("BREAKEVEN_CLI", m_cli);
    }

    void listsAllLessons() {
        WindowDriver driver;
        QTRY_VERIFY_WITH_TIMEOUT(driver.isReady(), StartMilliseconds);
        showLessons(driver);
        auto& list = driver.the<QListWidget>("lessonList");
        QVERIFY2(list.count() == 2, qPrintable(driver.says("lessonIntro")));
        QVERIFY(list.item(0)->text().contains(QStringLiteral("1. Why small lists lose")));
        QVERIFY(list.item(0)->data(Qt::AccessibleTextRole).toString().contains(QStringLiteral("not begun")));
        QVERIFY(driver.says("lessonIntro").contains(QStringLiteral("0 of 2 done")));
    }

    void theSecondPressOfADoubleClickHitsNothing() {
        WindowDriver driver;
        QTRY_VERIFY_WITH_TIMEOUT(driver.isReady(), RunMilliseconds);
        showLessons(driver);
        auto& list = driver.the<QListWidget>("lessonList");
        QTest::mouseClick(list.viewport(), Qt::LeftButton, {}, list.visualItemRect(list.item(NumberLesson)).center());
        QVERIFY(!list.isVisible());
        auto& step = driver.the<QToolButton>("lessonStep3");
        const auto hit = [&] { return driver.window.childAt(step.mapTo(&driver.window, step.rect().center())); };
        QVERIFY(hit() != &step);
        QTRY_COMPARE(hit(), &step);
    }

    void theWholeWayThroughALesson() {
        {
            WindowDriver driver;
            driver.window.resize(1440, 900);
            const LessonPanel& panel = open(driver, CurveLesson);
            QCOMPARE(driver.says("lessonTitle"), QStringLiteral("Why small lists lose"));
            QCOMPARE(driver.says("lessonPlace"), QStringLiteral("1 of 2"));
            QVERIFY(textIn(driver).startsWith(QStringLiteral("Question")));
            QVERIFY(!textIn(driver).contains(u'{'));
            auto& chart = driver.the<ChartView>("lessonChart");
            QVERIFY(chart.isVisible());
            QVERIFY(!driver.the<QToolButton>("lessonStep4").isEnabled());
            QVERIFY(!driver.the<QToolButton>("lessonStep6").isEnabled());

            press(driver, "lessonContinue");
            QCOMPARE(panel.step(), LessonStep::Prediction);
            auto& table = driver.the<QTableWidget>("lessonTable");
            for (int column = 0; column < table.columnCount(); ++column) {
                const QHeaderView& head = *table.horizontalHeader();
                QVERIFY(head.sectionSizeHint(column) <= head.sectionSize(column));
            }
            QVERIFY(table.isVisible() && !driver.the<QLineEdit>("lessonNumber").isVisible());
            QCOMPARE(table.rowCount(), 8);
            QVERIFY(prediction(driver) && prediction(driver)->points.empty());
            ChartPointer pointer(chart);
            pointer.drag(pointer.at(10, 0.02), pointer.at(30'000, 1.8));
            QVERIFY(prediction(driver));
            QCOMPARE(prediction(driver)->points.size(), std::size_t(8));
            QCOMPARE(prediction(driver)->dash, Dash::Dashed);
            QVERIFY(std::abs(std::log(prediction(driver)->points[7].y / 1.8)) < 0.05);
            QVERIFY(!table.item(0, 1)->text().isEmpty());
            table.setCurrentCell(7, 1);
            QTest::keyClicks(&table, QStringLiteral("1"));
            auto* editor = table.findChild<QLineEdit*>();
            QVERIFY(editor);
            QTest::keyClicks(editor, QStringLiteral(".5"));
            QTest::keyClick(editor, Qt::Key_Return);
            QTRY_COMPARE(prediction(driver)->points[7].y, 1.5);

            press(driver, "lessonContinue");
            QCOMPARE(panel.step(), LessonStep::Run);
            QVERIFY(!driver.the<QPushButton>("lessonContinue").isEnabled());
            press(driver, "lessonRun");
            QVERIFY(driver.isRunning());
            QVERIFY(driver.says("lessonState").startsWith(QStringLiteral("Measuring")));
            QTRY_VERIFY_WITH_TIMEOUT(driver.the<QPushButton>("lessonContinue").isEnabled(), RunMilliseconds);
            QVERIFY2(driver.says("lessonState").startsWith(QStringLiteral("Measured")),
                     qPrintable(driver.says("lessonState")));
            QVERIFY(findSeries(plotIn(driver), "tbb"));
            QVERIFY(prediction(driver));

            press(driver, "lessonContinue");
            QCOMPARE(panel.step(), LessonStep::Measured);
            QVERIFY2(textIn(driver).contains(QStringLiteral("Your curve")), qPrintable(textIn(driver)));
            QVERIFY(!driver.the<QCheckBox>("lessonReference").isVisible());

            press(driver, "lessonContinue");
            QCOMPARE(panel.step(), LessonStep::Switch);
            QVERIFY(!driver.the<QPushButton>("lessonContinue").isEnabled());
            auto& cure = driver.the<QCheckBox>("lessonSwitch");
            QCOMPARE(cure.text(), QStringLiteral("Heavier items"));
            press(driver, "lessonSwitch");
            QVERIFY(driver.isRunning() && !cure.isEnabled());
            QTRY_VERIFY_WITH_TIMEOUT(driver.the<QPushButton>("lessonContinue").isEnabled(), RunMilliseconds);
            QVERIFY(cure.isChecked());
            QVERIFY(findSeries(plotIn(driver), "tbb · before"));
            QVERIFY(findSeries(plotIn(driver), "tbb · after"));
            QVERIFY(prediction(driver));

            press(driver, "lessonContinue");
            QCOMPARE(panel.step(), LessonStep::Check);
            const QString answer = driver.says("lessonAnswer");
            QVERIFY(
                QStringList({QStringLiteral("holds"), QStringLiteral("does not hold"), QStringLiteral("not resolved")})
                    .contains(answer));
            const QString branch = answer == u"holds"           ? QStringLiteral("It holds")
                                   : answer == u"does not hold" ? QStringLiteral("It does not hold")
                                                                : QStringLiteral("If it is not resolved here");
            QVERIFY2(textIn(driver).contains(branch), qPrintable(textIn(driver)));

            press(driver, "lessonStep1");
            QCOMPARE(panel.step(), LessonStep::Question);
            press(driver, "lessonStep7");
            press(driver, "lessonContinue");
            QCOMPARE(driver.says("lessonPlace"), QStringLiteral("2 of 2"));
            QCOMPARE(panel.step(), LessonStep::Question);
            press(driver, "lessonListButton");
            QVERIFY(driver.the<QListWidget>("lessonList").item(0)->text().startsWith(QStringLiteral("✓")));
            QVERIFY(driver.says("lessonIntro").contains(QStringLiteral("1 of 2 done")));
        }
        WindowDriver later;
        open(later, CurveLesson);
        QVERIFY(later.the<QListWidget>("lessonList").item(0)->text().startsWith(QStringLiteral("✓")));
        QVERIFY(prediction(later));
        QCOMPARE(prediction(later)->points[7].y, 1.5);
    }

    void theSwitchIsTakenBackByMeasuringAgain() {
        WindowDriver driver;
        open(driver, CurveLesson);
        press(driver, "lessonStep3");
        press(driver, "lessonRun");
        QTRY_VERIFY_WITH_TIMEOUT(driver.the<QPushButton>("lessonContinue").isEnabled(), RunMilliseconds);
        const std::string first = driver.window.session().results().run().runId;
        press(driver, "lessonStep5");
        press(driver, "lessonSwitch");
        QTRY_VERIFY_WITH_TIMEOUT(driver.the<QPushButton>("lessonContinue").isEnabled(), RunMilliseconds);
        press(driver, "lessonSwitch");
        QVERIFY(driver.isRunning());
        QTRY_VERIFY_WITH_TIMEOUT(driver.the<QPushButton>("lessonContinue").isEnabled(), RunMilliseconds);
        QVERIFY(!driver.the<QCheckBox>("lessonSwitch").isChecked());
        QVERIFY(driver.window.session().results().run().runId != first);
        QVERIFY(findSeries(plotIn(driver), "tbb · after"));
    }

    void aNumberIsPredictedWithItsUnit() {
        WindowDriver driver;
        open(driver, NumberLesson);
        press(driver, "lessonStep2");
        QVERIFY(driver.the<QLineEdit>("lessonNumber").isVisible() &&
                !driver.the<QTableWidget>("lessonTable").isVisible());
        QVERIFY(driver.says("lessonAsk").contains(QStringLiteral("seconds")));
        driver.type("lessonNumber", QStringLiteral("many"));
        QVERIFY(driver.says("lessonPredictionNote").contains(QStringLiteral("many")));
        driver.type("lessonNumber", QStringLiteral("12 ms"));
        QCOMPARE(driver.says("lessonPredictionNote"), QStringLiteral("12.0\u202fms"));
        const auto isMine = [](const Guide& guide) { return guide.label == "your prediction" && guide.at == 0.012; };
        QVERIFY(std::ranges::any_of(plotIn(driver).guides, isMine));
    }

    void aStoppedRunSaysSoAndCanBeRunAgain() {
        WindowDriver driver;
        open(driver, CurveLesson);
        press(driver, "lessonStep3");
        press(driver, "lessonRun");
        QTRY_VERIFY_WITH_TIMEOUT(driver.window.session().newest(), RunMilliseconds);
        QCOMPARE(driver.the<QPushButton>("lessonRun").text(), QStringLiteral("St&op"));
        press(driver, "lessonRun");
        QTRY_VERIFY_WITH_TIMEOUT(!driver.isRunning(), RunMilliseconds);
        QVERIFY2(driver.says("lessonState").startsWith(QStringLiteral("Stopped")),
                 qPrintable(driver.says("lessonState")));
        press(driver, "lessonRun");
        QTRY_VERIFY_WITH_TIMEOUT(driver.says("lessonState").startsWith(QStringLiteral("Measured")), RunMilliseconds);
    }

    void aFailedRunSaysWhy() {
        WindowDriver driver;
        open(driver, CurveLesson);
        press(driver, "lessonStep3");
        qputenv("BREAKEVEN_CLI", path("nowhere").toUtf8());
        press(driver, "lessonRun");
        QTRY_VERIFY_WITH_TIMEOUT(driver.says("lessonState").startsWith(QStringLiteral("Failed")), RunMilliseconds);
        QVERIFY(driver.says("lessonState").contains(QStringLiteral("breakeven-cli")));
        QVERIFY(driver.the<QPushButton>("lessonRun").isEnabled());
        QVERIFY(!driver.the<QPushButton>("lessonContinue").isEnabled());
    }

    void aReferenceIsOfferedWhereThereIsOneAndLabelled() {
        addBigMachine(LessonRun::Before, 1e-8);
        addBigMachine(LessonRun::After, 1e-6);
        WindowDriver driver;
        open(driver, CurveLesson);
        press(driver, "lessonStep3");
        press(driver, "lessonRun");
        QTRY_VERIFY_WITH_TIMEOUT(driver.the<QPushButton>("lessonContinue").isEnabled(), RunMilliseconds);
        press(driver, "lessonContinue");
        auto& reference = driver.the<QCheckBox>("lessonReference");
        QVERIFY(reference.isVisible());
        QVERIFY2(reference.text().contains(QStringLiteral("Big Machine 9000, 64 CPUs")), qPrintable(reference.text()));
        press(driver, "lessonReference");
        QVERIFY(findSeries(plotIn(driver), "tbb · Big Machine 9000, 64 CPUs"));
        press(driver, "lessonReference");
        QVERIFY(!findSeries(plotIn(driver), "tbb · Big Machine 9000, 64 CPUs"));
        press(driver, "lessonContinue");
        press(driver, "lessonSwitch");
        QTRY_VERIFY_WITH_TIMEOUT(driver.the<QPushButton>("lessonContinue").isEnabled(), RunMilliseconds);
        press(driver, "lessonContinue");
        QVERIFY2(driver.says("lessonAnswer").endsWith(QStringLiteral("\nMeasured on Big Machine 9000, 64 CPUs: holds")),
                 qPrintable(driver.says("lessonAnswer")));
    }

    void aReferenceOfAnotherExperimentIsLeftOutAndTheLogSaysSo() {
        RecordedRun other("other");
        other.trial("serial", 1000, nineTimes(2e-3));
        const QString references = m_resources.filePath(QStringLiteral("lessons/references"));
        QDir().mkpath(references);
        QVERIFY(writeResults(other.events(), references.toStdString() + "/pool-start.jsonl"));
        WindowDriver driver;
        QSignalSpy logged(&driver.window.session(), &Session::logged);
        open(driver, NumberLesson);
        QVERIFY(!driver.the<QCheckBox>("lessonReference").isVisible());
        const auto isTold = [](const QList<QVariant>& line) {
            return line.front().toString().contains(QStringLiteral("of another experiment than the lesson"));
        };
        QVERIFY(std::ranges::any_of(logged, isTold));
    }

    void runningByTheWindowsOwnButtonIsTheLessonsRun() {
        WindowDriver driver;
        open(driver, CurveLesson);
        driver.click(driver.runButton());
        press(driver, "lessonStep3");
        QVERIFY(driver.says("lessonState").startsWith(QStringLiteral("Measuring")));
        QTRY_VERIFY_WITH_TIMEOUT(driver.says("lessonState").startsWith(QStringLiteral("Measured")), RunMilliseconds);
    }

    void lessonsAreNotChangedWhileOneIsMeasured() {
        WindowDriver driver;
        open(driver, CurveLesson);
        driver.click(driver.runButton());
        press(driver, "lessonListButton");
        auto& list = driver.the<QListWidget>("lessonList");
        list.setCurrentRow(NumberLesson);
        QTest::keyClick(&list, Qt::Key_Return);
        QCOMPARE(driver.says("lessonPlace"), QStringLiteral("1 of 2"));
        QVERIFY(driver.window.session().failure().contains(QStringLiteral("not opened")));
    }

    void thePresenterStepsFromLessonToLesson() {
        WindowDriver driver;
        QTRY_VERIFY_WITH_TIMEOUT(driver.isReady(), StartMilliseconds);
        driver.trigger("presenterAction");
        auto& presenter = driver.the<Presenter>("presenterView");
        QTest::keyClick(&presenter, Qt::Key_PageDown);
        QCOMPARE(driver.says("presenterHeadline"), QStringLiteral("Why small lists lose"));
        QCOMPARE(driver.says("presenterPlace"), QStringLiteral("Lesson 1 of 2"));
        QTest::keyClick(&presenter, Qt::Key_Right);
        QCOMPARE(driver.says("presenterPlace"), QStringLiteral("Lesson 2 of 2"));
        QTest::keyClick(&presenter, Qt::Key_Space);
        QCOMPARE(driver.says("presenterPlace"), QStringLiteral("Lesson 2 of 2"));
        QTest::keyClick(&presenter, Qt::Key_PageUp);
        QCOMPARE(driver.says("presenterPlace"), QStringLiteral("Lesson 1 of 2"));
        QTest::keyClick(&presenter, Qt::Key_S);
        QVERIFY(driver.isRunning());
        driver.window.session().stop();
        QTRY_VERIFY_WITH_TIMEOUT(!driver.isRunning(), RunMilliseconds);
        driver.trigger("presenterAction");
        QTRY_VERIFY(!driver.window.findChild<Presenter*>());
    }
};

QTEST_MAIN(TestLessonPanel)
#include "tst_lesson_panel.moc"
