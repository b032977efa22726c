#include "tests/ui/picture_ink.h"
#include "tests/ui/recorded_run.h"
#include "tests/ui/ui_test.h"
#include "tests/ui/window_driver.h"
#include "ui/panels/chart_tabs.h"
#include "ui/plots/chart_style.h"
#include "ui/plots/chart_view.h"
#include "ui/presenter.h"
#include "ui/settings.h"
#include "ui/theme.h"

#include <QApplication>
#include <QDockWidget>
#include <QImage>
#include <QMenuBar>
#include <QSignalSpy>
#include <QToolBar>

#include <algorithm>
#include <utility>

using namespace breakeven;

namespace {

constexpr int StartMilliseconds = 20'000;

const QString LongHeadline = QStringLiteral(
    "Die Warteschlange der Arbeiterprozesse lohnt sich auf dieser Maschine erst ab 31 000 Elementen (28 000–36 000) "
    "mit "
    "vier Arbeitern, und auch dann nur, solange die Übergabe der Argumente weniger kostet als die Rechnung selbst");

double contrast(const QColor& a, const QColor& b) {
    const auto rgb = [](const QColor& colour) {
        return Rgb{static_cast<std::uint8_t>(colour.red()), static_cast<std::uint8_t>(colour.green()),
                   static_cast<std::uint8_t>(colour.blue())};
    };
    return breakeven::contrast(rgb(a), rgb(b));
}

}  // namespace

class TestPresenter : public QObject, UiTest {
    Q_OBJECT

    QString m_run;

    Presenter* presenterOf(WindowDriver& driver) {
        return driver.window.findChild<Presenter*>(QStringLiteral("presenterView"));
    }

    /// As on a screen of that size.
    static void resize(Presenter& presenter, QSize size) {
        presenter.setWindowState(Qt::WindowNoState);
        presenter.resize(size);
    }

    /// By its key, as a teacher does it.
    Presenter& enter(WindowDriver& driver) {
        if (!QTest::qWaitForWindowActive(&driver.window)) qFatal("the window does not become active");
        QTest::keyClick(&driver.window, Qt::Key_F5);
        Presenter* presenter = presenterOf(driver);
        if (!presenter || !QTest::qWaitForWindowActive(presenter)) qFatal("there is no presenter");
        return *presenter;
    }

private Q_SLOTS:
    void initTestCase() {
        RecordedRun run("recorded");
        for (const ItemCount size : {ItemCount(100), ItemCount(1'000), ItemCount(10'000), ItemCount(100'000)}) {
            const double serial = static_cast<double>(size) * 1e-8;
            run.trial("serial", size, nineTimes(serial));
            run.trial("tbb", size, nineTimes(2e-5 + serial / 2));
            run.trial("stdpar", size, nineTimes(4e-5 + serial / 2));
        }
        run.add(RunFinished{"completed", Seconds(2)});
        m_run = path("run.jsonl");
        QVERIFY(writeResults(run.events(), m_run.toStdString()));
    }

    void init() {
        failOnAnyWarning();
        QSettings().clear();
        storeFirstStart(false);
    }

    void cleanup() { applyTheme(Theme::Light); }

    void leavingRestoresEverything_data() {
        QTest::addColumn<int>("key");
        QTest::newRow("escape") << int(Qt::Key_Escape);
        QTest::newRow("F5") << int(Qt::Key_F5);
    }

    void leavingRestoresEverything() {
        QFETCH(int, key);
        applyTheme(Theme::Dark);
        WindowDriver driver(m_run);
        QTRY_VERIFY_WITH_TIMEOUT(driver.isReady(), StartMilliseconds);
        auto& tabs = driver.the<ChartTabs>("chartTabs");
        tabs.showChart("distribution");
        driver.the<QDockWidget>("findingsDock").hide();
        driver.the<QLineEdit>("sizesEdit").setFocus();
        const auto state = [&] {
            return std::tuple(driver.window.saveState(), driver.window.geometry(), driver.window.windowState(),
                              tabs.chosen(), driver.window.focusWidget(), driver.window.palette(), driver.window.font(),
                              driver.the<QAction>("presenterAction").isChecked());
        };
        QByteArray last;
        int unchanged = 0;
        const auto isSettled = [&] {  // docks and analysis that come after the first picture are there
            const bool isSame = std::exchange(last, driver.window.saveState()) == last;
            return (unchanged = isSame ? unchanged + 1 : 0) > 10;
        };
        QTRY_VERIFY(isSettled());
        const auto before = state();
        Presenter& presenter = enter(driver);
        QVERIFY(driver.the<QAction>("presenterAction").isChecked());
        QTest::keyClick(&presenter, Qt::Key_2);
        QTest::keyClick(&presenter, Qt::Key_5);
        QVERIFY(tabs.chosen() != std::get<3>(before));
        QTest::keyClick(&presenter, static_cast<Qt::Key>(key));
        QTRY_VERIFY(!presenterOf(driver));
        QVERIFY(QTest::qWaitForWindowActive(&driver.window));
        QVERIFY(state() == before);
        QVERIFY(isDark(driver.window.palette()));
    }

    void oneChartAndItsHeadlineAlone() {
        WindowDriver driver(m_run);
        QTRY_VERIFY_WITH_TIMEOUT(driver.isReady(), StartMilliseconds);
        Presenter& presenter = enter(driver);
        QCOMPARE(driver.says("presenterHeadline"), driver.says("headline"));
        const auto& chart = driver.the<ChartView>("presenterChart");
        QVERIFY(chart.isVisible());
        QCOMPARE(chart.plot().id, std::string("runtime"));
        QCOMPARE(chart.plot().series.size(), std::size_t(3));
        QVERIFY(presenter.findChildren<QDockWidget*>().isEmpty());
        QVERIFY(presenter.findChildren<QMenuBar*>().isEmpty());
        QVERIFY(presenter.findChildren<QToolBar*>().isEmpty());
        QVERIFY(presenter.windowState().testFlag(Qt::WindowFullScreen));
        QCOMPARE(presenter.size(), presenter.screen()->size());
    }

    void everythingIsTwiceAsLargeAndMore() {
        WindowDriver driver(m_run);
        QTRY_VERIFY_WITH_TIMEOUT(driver.isReady(), StartMilliseconds);
        Presenter& presenter = enter(driver);
        const auto& small = driver.the<ChartView>("runtimeChart").frame();
        double last = 0;
        for (const QSize size : {QSize(800, 600), QSize(1024, 768), QSize(1920, 1080), QSize(3840, 2160)}) {
            resize(presenter, size);
            const auto& frame = driver.the<ChartView>("presenterChart").frame();
            const double factor = frame.font().pointSizeF() / small.font().pointSizeF();
            QVERIFY2(factor >= 2, qPrintable(QString::number(factor)));
            QVERIFY(factor >= last);
            last = factor;
            QVERIFY(driver.the<QLabel>("presenterHeadline").font().pointSizeF() >=
                    2 * driver.the<QLabel>("headline").font().pointSizeF());
            QVERIFY(frame.lineScale() >= 1.9);
            QCOMPARE(small.lineScale(), 1.0);
        }
        QVERIFY(last > 4);
    }

    void canBeReadInDaylight_data() {
        QTest::addColumn<int>("theme");
        QTest::newRow("light") << int(Theme::Light);
        QTest::newRow("dark") << int(Theme::Dark);
    }

    void canBeReadInDaylight() {
        QFETCH(int, theme);
        applyTheme(static_cast<Theme>(theme));
        WindowDriver driver(m_run);
        QTRY_VERIFY_WITH_TIMEOUT(driver.isReady(), StartMilliseconds);
        Presenter& presenter = enter(driver);
        resize(presenter, QSize(1920, 1080));
        const QImage picture = presenter.grab().toImage();
        const QColor ground = picture.pixelColor(2, 2);
        QCOMPARE(ground, QColor(Qt::white));
        for (const char* name : {"presenterHeadline", "presenterPlace", "presenterKeys"}) {
            const auto& label = driver.the<QLabel>(name);
            QVERIFY2(contrast(label.palette().color(label.foregroundRole()), ground) >= 7, name);
        }
        const Paper colours = paper(Ground::Daylight);
        QVERIFY(breakeven::contrast(colours.text, colours.background) >= 7);
        QVERIFY(breakeven::contrast(colours.muted, colours.background) >= 7);
        QVERIFY(pixelsOf(picture, toColour(colours.text)) > 1000);
        QVERIFY(pixelsOf(picture, toColour(colours.muted)) > 1000);
        for (const Series& series : driver.the<ChartView>("presenterChart").plot().series) {
            const QColor line = seriesColour(series.family, Ground::Daylight);
            QVERIFY2(contrast(line, ground) >= 4.5, series.label.c_str());
            QVERIFY2(pixelsOf(picture, line) > 1000, series.label.c_str());
        }
    }

    void chartsWithRowsAreLegibleToo() {
        WindowDriver driver(m_run);
        QTRY_VERIFY_WITH_TIMEOUT(driver.isReady(), StartMilliseconds);
        for (const char* id : {"heat-map", "distribution"}) {
            driver.the<ChartTabs>("chartTabs").showChart(id);
            Presenter& presenter = enter(driver);
            resize(presenter, QSize(1024, 768));
            auto& rows = driver.the<QWidget>("presenterRows");
            QVERIFY(rows.isVisible());
            const QImage picture = rows.grab().toImage();
            QCOMPARE(picture.pixelColor(1, 1), QColor(Qt::white));
            QVERIFY(pixelsOf(picture, toColour(paper(Ground::Daylight).text)) > 1000);
            QTest::keyClick(&presenter, Qt::Key_Escape);
            QTRY_VERIFY(!presenterOf(driver));
        }
    }

    /// The part of it that the room sees; the question stands above the presenter, not behind it.
    void itsMenuSavesThePicture() {
        WindowDriver driver(m_run);
        QTRY_VERIFY_WITH_TIMEOUT(driver.isReady(), StartMilliseconds);
        Presenter& presenter = enter(driver);
        auto& chart = driver.the<ChartView>("presenterChart");
        const ZoomRange part{Interval<double>{1'000, 10'000}, {}};
        chart.showRange(part);
        chart.savePicture();
        QTRY_VERIFY(presenter.findChild<QFileDialog*>(QStringLiteral("exportChartDialog")));
        driver.answer("exportChartDialog", folder.filePath(QStringLiteral("room.svg")));
        QTRY_VERIFY(QFile::exists(folder.filePath(QStringLiteral("room.svg"))));
        QVERIFY(driver.the<ChartTabs>("chartTabs").frontView()->zoomRange() == part);
    }

    void aTimelineGivesWayToAChart() {
        WindowDriver driver(m_run);
        QTRY_VERIFY_WITH_TIMEOUT(driver.isReady(), StartMilliseconds);
        auto& tabs = driver.the<ChartTabs>("chartTabs");
        tabs.setCurrentIndex(tabs.count() - 1);
        QVERIFY(!tabs.frontPlot());
        Presenter& presenter = enter(driver);
        QCOMPARE(driver.the<ChartView>("presenterChart").plot().id, std::string("runtime"));
        QTest::keyClick(&presenter, Qt::Key_Escape);
        QTRY_VERIFY(!presenterOf(driver));
        QCOMPARE(tabs.currentIndex(), tabs.count() - 1);
    }

    void keysAndAClickerStepThroughLessons() {
        WindowDriver driver(m_run);
        QTRY_VERIFY_WITH_TIMEOUT(driver.isReady(), StartMilliseconds);
        Presenter& presenter = enter(driver);
        QSignalSpy stepped(&presenter, &Presenter::stepped);
        const auto stepOf = [&](Qt::Key key, Qt::KeyboardModifiers modifiers = {}) {
            stepped.clear();
            QTest::keyClick(&presenter, key, modifiers);
            return stepped.size() == 1 ? stepped.front().front().toInt() : 0;
        };
        for (const Qt::Key key : {Qt::Key_Right, Qt::Key_Down, Qt::Key_PageDown, Qt::Key_Space})
            QCOMPARE(stepOf(key), 1);
        for (const Qt::Key key : {Qt::Key_Left, Qt::Key_Up, Qt::Key_PageUp, Qt::Key_Backspace})
            QCOMPARE(stepOf(key), -1);
        QCOMPARE(stepOf(Qt::Key_Space, Qt::ShiftModifier), -1);
        QCOMPARE(stepOf(Qt::Key_X), 0);
    }

    /// Its chart shows its own runs alone, so the sentence above is of no other.
    void aLessonStandsUnderItsOwnHeadline() {
        WindowDriver driver(m_run);
        QTRY_VERIFY_WITH_TIMEOUT(driver.isReady(), StartMilliseconds);
        QTRY_VERIFY(driver.says("headline").contains(QStringLiteral("pays off")));
        Presenter& presenter = enter(driver);
        QTest::keyClick(&presenter, Qt::Key_Right);
        auto& tabs = driver.the<ChartTabs>("chartTabs");
        QTRY_VERIFY(tabs.showsLesson());
        const QString title = driver.says("lessonTitle");
        QVERIFY(!title.isEmpty());
        QCOMPARE(driver.says("presenterHeadline"), title);
        QVERIFY(driver.window.session().results().trials().empty());
        QVERIFY2(!driver.says("headline").contains(QStringLiteral("pays off")), qPrintable(driver.says("headline")));

        driver.window.session().open(m_run);
        QVERIFY(tabs.showsLesson());
        QTRY_COMPARE(driver.says("headline"), title);
        QCOMPARE(driver.says("presenterHeadline"), title);
        tabs.showChart("runtime");
        QTRY_VERIFY(driver.says("headline").contains(QStringLiteral("pays off")));
        QCOMPARE(driver.says("presenterHeadline"), driver.says("headline"));
    }

    void nothingIsCut_data() {
        QTest::addColumn<QSize>("size");
        QTest::newRow("4:3") << QSize(1024, 768);
        QTest::newRow("16:9") << QSize(1920, 1080);
        QTest::newRow("small") << QSize(640, 480);
    }

    void nothingIsCut() {
        QFETCH(QSize, size);
        WindowDriver driver(m_run);
        QTRY_VERIFY_WITH_TIMEOUT(driver.isReady(), StartMilliseconds);
        Presenter& presenter = enter(driver);
        resize(presenter, size);
        presenter.setLesson(LongHeadline, QStringLiteral("Lektion 12 von 16 · Prozesse oder Threads"));
        QCoreApplication::processEvents();
        const auto& headline = driver.the<QLabel>("presenterHeadline");
        QVERIFY(headline.heightForWidth(headline.width()) <= headline.height());
        if (size.height() > 700) QCOMPARE(headline.text(), LongHeadline);
        QVERIFY(headline.text() == LongHeadline || headline.toolTip() == LongHeadline);
        QVERIFY(driver.the<ChartView>("presenterChart").height() >= size.height() * 35 / 100);
        QCOMPARE(presenter.size(), size);
        const auto& place = driver.the<QLabel>("presenterPlace");
        const auto& keys = driver.the<QLabel>("presenterKeys");
        QVERIFY(place.width() >= place.minimumSizeHint().width());
        QCOMPARE(keys.isVisible(), size.width() >= 1024);
        QVERIFY(!keys.isVisible() || keys.width() >= keys.minimumSizeHint().width());
        QVERIFY(place.font().pointSizeF() >= 1.5 * driver.the<QLabel>("headline").fontInfo().pointSizeF() / 1.45);
    }

    void liveResultsReachIt() {
        WindowDriver driver;
        QTRY_VERIFY_WITH_TIMEOUT(driver.isReady(), StartMilliseconds);
        enter(driver);
        QVERIFY(driver.the<ChartView>("presenterChart").plot().series.empty());
        driver.window.session().open(m_run);
        QTRY_COMPARE(driver.the<ChartView>("presenterChart").plot().series.size(), std::size_t(3));
        QCOMPARE(driver.says("presenterHeadline"), driver.says("headline"));
    }

    void itEndsWithTheWindow() {
        WindowDriver driver;
        QTRY_VERIFY_WITH_TIMEOUT(driver.isReady(), StartMilliseconds);
        enter(driver);
        QVERIFY(driver.window.close());
        QVERIFY(!presenterOf(driver));
    }

    void escapeLeavesAndGoesOnMeasuring() {
        WindowDriver driver;
        QTRY_VERIFY_WITH_TIMEOUT(driver.isReady(), StartMilliseconds);
        driver.trigger("experiment:sleep-staircase");
        Presenter& presenter = enter(driver);
        QTest::keyClick(&presenter, Qt::Key_R, Qt::ControlModifier);
        QVERIFY(driver.isRunning());
        QTest::keyClick(&presenter, Qt::Key_Escape);
        QTRY_VERIFY(!presenterOf(driver));
        QCOMPARE(driver.window.session().state(), Session::State::Running);
    }
};

QTEST_MAIN(TestPresenter)
#include "tst_presenter.moc"
