// Pictures of every state of the window, left in tests/screens of the build folder, and what can be told of them by
// itself: nothing is cut, nothing is blank.
#include "core/plots/plots.h"
#include "tests/ui/ui_test.h"
#include "tests/ui/window_driver.h"
#include "ui/language.h"
#include "ui/panels/chart_tabs.h"
#include "ui/settings.h"
#include "ui/theme.h"

#include <QApplication>
#include <QCheckBox>
#include <QDir>
#include <QDockWidget>
#include <QImage>
#include <QProcess>
#include <QPushButton>
#include <QSet>
#include <QSpinBox>
#include <QTabBar>

using namespace breakeven;

namespace {

constexpr int StartMilliseconds = 20'000;
constexpr int RunMilliseconds = 60'000;

/// Widgets in sight whose text has less room than it asks for.
QStringList cutWidgets(const QWidget& window) {
    QStringList cut;
    const auto check = [&cut](const QWidget& widget, const QString& text) {
        const QSize least = widget.minimumSizeHint();
        if (widget.width() >= least.width() && widget.height() >= least.height()) return;
        cut += QStringLiteral("%1 “%2” has %3×%4 of %5×%6")
                   .arg(widget.objectName(), text)
                   .arg(widget.width())
                   .arg(widget.height())
                   .arg(least.width())
                   .arg(least.height());
    };
    for (const QLabel* label : window.findChildren<QLabel*>())
        if (label->isVisible() && !label->wordWrap() && !label->text().isEmpty()) check(*label, label->text());
    for (const QAbstractButton* button : window.findChildren<QAbstractButton*>())
        if (button->isVisible() && !button->text().isEmpty()) check(*button, button->text());
    return cut;
}

qsizetype coloursIn(const QImage& picture) {
    QSet<QRgb> colours;
    for (int y = 0; y < picture.height(); y += 7)
        for (int x = 0; x < picture.width(); x += 7)
            colours.insert(picture.pixel(x, y));
    return colours.size();
}

}  // namespace

class TestScreens : public QObject, UiTest {
    Q_OBJECT

    QString m_run;

    /// As it looks, in a file of this name.
    static void picture(QWidget& window, const QString& name) {
        QTest::qWait(50);  // lines that wrap ask for their room in a second round
        const QImage shown = window.grab().toImage();
        QVERIFY(QDir().mkpath(QStringLiteral("screens")));
        QVERIFY(shown.save(QStringLiteral("screens/%1.png").arg(name)));
        QVERIFY2(coloursIn(shown) > 20, qPrintable(name));
        const QStringList cut = cutWidgets(window);
        QVERIFY2(cut.isEmpty(), qPrintable(name + QStringLiteral(": ") + cut.join(QStringLiteral("; "))));
    }

    void showRun(WindowDriver& driver, QSize size) const {
        driver.window.resize(size);
        QTRY_VERIFY_WITH_TIMEOUT(driver.isReady(), StartMilliseconds);
        driver.window.session().open(m_run);
        QVERIFY2(driver.window.session().failure().isEmpty(), qPrintable(driver.window.session().failure()));
    }

private Q_SLOTS:
    void initTestCase() {
        m_run = path("run.jsonl");
        QProcess measure;
        measure.start(
            qEnvironmentVariable("BREAKEVEN_CLI"),
            {QStringLiteral("run"), QStringLiteral("first-look"), QStringLiteral("--history"), QStringLiteral("none"),
             QStringLiteral("--progress"), QStringLiteral("never"), QStringLiteral("--out"), m_run});
        QVERIFY(measure.waitForFinished(RunMilliseconds));
        QCOMPARE(measure.exitCode(), 0);
    }

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
        tabs.showTimeline(driver.window.session().results().trials().back().trial.id);
        picture(driver.window, QStringLiteral("%1-timeline").arg(QLatin1String(QTest::currentDataTag())));
    }

    void everyDock() {
        WindowDriver driver;
        showRun(driver, QSize(1440, 900));
        for (const char* name : {"samplesDock", "historyDock", "logDock", "whatIfDock"}) {
            driver.the<QDockWidget>(name).raise();
            picture(driver.window, QStringLiteral("dock-%1").arg(QLatin1String(name)));
        }
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

    /// The last one: a language is for a whole life of the program.
    void german() {
        storeLanguage(QStringLiteral("de"));
        installTranslations(*qApp);
        WindowDriver driver;
        showRun(driver, QSize(1440, 900));
        picture(driver.window, QStringLiteral("german-1440x900"));
        driver.window.resize(1280, 720);
        picture(driver.window, QStringLiteral("german-1280x720"));
        for (const char* action : {"settingsAction", "shortcutsAction", "helpAction"}) {
            QTest::ignoreMessage(QtWarningMsg, "This plugin does not support raise()");
            driver.trigger(action);
            auto* dialog = QApplication::activeWindow();
            QTRY_VERIFY((dialog = QApplication::activeWindow()) != &driver.window && dialog != nullptr);
            picture(*dialog, QStringLiteral("german-%1").arg(QLatin1String(action)));
            dialog->close();
        }
    }
};

QTEST_MAIN(TestScreens)
#include "tst_screens.moc"
