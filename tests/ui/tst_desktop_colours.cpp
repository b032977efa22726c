/// The desktop turns dark, or light again, while the window is open.
#include "tests/ui/recorded_run.h"
#include "tests/ui/ui_test.h"
#include "tests/ui/whole_window.h"
#include "tests/ui/window_driver.h"
#include "ui/panels/chart_tabs.h"
#include "ui/settings.h"
#include "ui/theme.h"

#include <QApplication>
#include <QDir>
#include <QImage>
#include <QStatusBar>

using namespace breakeven;

namespace {

constexpr int StartMilliseconds = 20'000;

/// But the log, which tells the time.
constexpr const char* Docks[] = {"lessonDock",     "samplesDock", "historyDock", "whatIfDock",
                                 "experimentDock", "resultsDock", "findingsDock"};

/// As desktops have them: none is ours.
const QPalette DarkDesktop(QColor(0x31, 0x36, 0x3B), QColor(0x2A, 0x2E, 0x32));
const QPalette LightDesktop(QColor(0xEF, 0xF0, 0xF1), QColor(0xE3, 0xE5, 0xE7));

}  // namespace

class TestDesktopColours : public QObject, UiTest {
    Q_OBJECT

    QString m_run;

    /// With what was measured, once everything stands.
    void open(WindowDriver& driver) const {
        driver.window.resize(1440, 900);
        QTRY_VERIFY_WITH_TIMEOUT(driver.isReady(), StartMilliseconds);
        QVERIFY(QTest::qWaitForWindowActive(&driver.window));
        driver.window.session().open(m_run);
        QVERIFY2(driver.window.session().failure().isEmpty(), qPrintable(driver.window.session().failure()));
        driver.window.statusBar()->clearMessage();
        for (const char* dock : Docks) {  // the question of what if is drawn from when it is first seen on
            driver.the<QDockWidget>(dock).raise();
            QCoreApplication::processEvents();
        }
    }

    /// Every chart and every dock in front.
    static QMap<QString, QImage> pictures(WindowDriver& driver) {
        QMap<QString, QImage> all;
        auto& tabs = driver.the<ChartTabs>("chartTabs");
        const auto take = [&](const QString& name) {
            driver.runButton().setFocus();
            QImage& picture = all[name];
            for (QImage before(1, 1, QImage::Format_RGB32); picture != before;) {
                before = picture;
                QTest::qWait(50);  // lines that wrap ask for their room in a second round
                picture = driver.window.grab().toImage();
            }
        };
        for (int place = 0; place < tabs.count(); ++place) {
            tabs.setCurrentIndex(place);
            take(tabs.tabText(place));
        }
        for (const char* dock : Docks) {
            driver.the<QDockWidget>(dock).raise();
            take(QLatin1String(dock));
        }
        return all;
    }

    static void compare(const QMap<QString, QImage>& shown, const QMap<QString, QImage>& expected) {
        QVERIFY(QDir().mkpath(QStringLiteral("screens")));
        QStringList different;
        for (auto each = expected.begin(); each != expected.end(); ++each) {
            if (shown[each.key()] == each.value()) continue;
            different += each.key();
            shown[each.key()].save(QStringLiteral("screens/desktop-%1-shown.png").arg(each.key()));
            each.value().save(QStringLiteral("screens/desktop-%1-expected.png").arg(each.key()));
        }
        QVERIFY2(different.isEmpty(), qPrintable(different.join(QStringLiteral(", "))));
    }

private Q_SLOTS:
    void initTestCase() {
        RecordedRun run("recorded");
        for (const ItemCount size : {ItemCount(100), ItemCount(1'000), ItemCount(10'000), ItemCount(100'000)}) {
            run.trial("serial", size, nineTimes(static_cast<double>(size) * 1e-8));
            run.trial("tbb", size, nineTimes(2e-5 + static_cast<double>(size) * 5e-9));
        }
        run.started().environment.facts = {{"cpu.model", "Processor", "Small one"}};
        m_run = path("run.jsonl");
        QVERIFY(writeResults(run.events(), m_run.toStdString()));
        QApplication::setCursorFlashTime(0);
    }

    void init() {
        QTest::failOnWarning(
            QRegularExpression(QStringLiteral("^(?!This plugin does not support (propagateSizeHints|raise))")));
        forgetEverything(path("state"));
        storeHistoryFile(path("history.sqlite"));  // no other test adds to it meanwhile
    }

    void cleanup() { applyTheme(Theme::Light); }

    /// Nothing keeps a colour of before: everything is as in a window that was opened on such a desktop.
    void theWindowBecomesWhatItWouldHaveBeen() {
        applyTheme(Theme::Dark);
        QMap<QString, QImage> dark;
        {
            WindowDriver driver;
            open(driver);
            dark = pictures(driver);
        }
        applyTheme(Theme::System);
        WindowDriver driver;
        open(driver);
        const QMap<QString, QImage> light = pictures(driver);
        QVERIFY(!isDark(driver.window.palette()));
        QApplication::setPalette(DarkDesktop);
        QTRY_VERIFY(isDark(driver.window.palette()) && QApplication::palette() != DarkDesktop);
        compare(pictures(driver), dark);
        QApplication::setPalette(LightDesktop);
        QTRY_VERIFY(!isDark(driver.window.palette()) && QApplication::palette() != LightDesktop);
        compare(pictures(driver), light);
    }

    void aChosenThemeStays() {
        applyTheme(Theme::Light);
        const QPalette ours = QApplication::palette();
        WindowDriver driver;
        QTRY_VERIFY_WITH_TIMEOUT(driver.isReady(), StartMilliseconds);
        QApplication::setPalette(DarkDesktop);
        QTRY_COMPARE(QApplication::palette(), ours);
        applyTheme(Theme::Dark);
        QApplication::setPalette(LightDesktop);
        QTRY_VERIFY(QApplication::palette() != LightDesktop && isDark(QApplication::palette()));
    }

    /// Without a palette from the desktop, what the platform says of itself is asked for anew.
    void whatIsToldIsAskedFor() {
        applyTheme(Theme::System);
        WindowDriver driver;
        QTRY_VERIFY_WITH_TIMEOUT(driver.isReady(), StartMilliseconds);
        QApplication::setPalette(DarkDesktop);
        QTRY_VERIFY(QApplication::palette() != DarkDesktop && isDark(driver.window.palette()));
        QEvent changed(QEvent::ThemeChange);
        QCoreApplication::sendEvent(&driver.window, &changed);
        QTRY_VERIFY(!isDark(driver.window.palette()));  // the platform of tests is light
    }
};

QTEST_MAIN(TestDesktopColours)
#include "tst_desktop_colours.moc"
