// Pictures of every state of the window, left in tests/screens of the build folder, and what can be told of them by
// itself: nothing is cut, nothing is blank.
#include "core/plots/plots.h"
#include "tests/ui/ui_test.h"
#include "tests/ui/window_driver.h"
#include "ui/language.h"
#include "ui/panels/chart_tabs.h"
#include "ui/settings.h"
#include "ui/theme.h"

#include <QAbstractItemView>
#include <QAction>
#include <QApplication>
#include <QCheckBox>
#include <QDir>
#include <QDockWidget>
#include <QImage>
#include <QPlainTextEdit>
#include <QProcess>
#include <QPushButton>
#include <QSet>
#include <QSpinBox>
#include <QTabBar>
#include <QTextBrowser>

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

/// Sentences of it that are English: German has none of these words.
QString englishOf(const QStringList& texts) {
    static const QRegularExpression words(
        QStringLiteral("\\b(the|of|is|are|and|with|than|which|not|this|that|its|to|has|have|were|be|on|by)\\b"));
    QStringList english;
    for (const QString& text : texts)
        if (text.contains(words) && !english.contains(text)) english += text;
    return english.join(u'\n');
}

QString englishIn(const QWidget& window) {
    QStringList texts;
    for (const QWidget* widget : window.findChildren<QWidget*>())
        texts << widget->toolTip() << widget->accessibleName() << widget->accessibleDescription();
    for (const QLabel* label : window.findChildren<QLabel*>())
        texts += label->text();
    for (const QAbstractButton* button : window.findChildren<QAbstractButton*>())
        texts += button->text();
    for (const QAction* action : window.findChildren<QAction*>())
        texts << action->text() << action->toolTip();
    for (const QTabBar* tabs : window.findChildren<QTabBar*>())
        for (int tab = 0; tab < tabs->count(); ++tab)
            texts << tabs->tabText(tab) << tabs->tabToolTip(tab);
    for (const QTextBrowser* page : window.findChildren<QTextBrowser*>())
        texts += page->toPlainText();
    for (const QPlainTextEdit* edit : window.findChildren<QPlainTextEdit*>())
        texts << edit->toPlainText() << edit->placeholderText();
    for (const QAbstractItemView* view : window.findChildren<QAbstractItemView*>()) {
        const QAbstractItemModel* model = view->model();
        for (int row = 0; model != nullptr && row < model->rowCount(); ++row) {
            for (int column = 0; column < model->columnCount(); ++column) {
                const QModelIndex cell = model->index(row, column);
                texts << cell.data().toString() << cell.data(Qt::ToolTipRole).toString();
            }
        }
    }
    return englishOf(texts);
}

QString englishIn(const Plot& plot) {
    QStringList texts{spoken(plot.title), spoken(plot.note), spoken(plot.x.title), spoken(plot.y.title)};
    for (const Series& series : plot.series) {
        texts += spoken(series.label);
        for (const PlotPoint& point : series.points)
            texts += spoken(point.note);
    }
    for (const Guide& guide : plot.guides)
        texts += spoken(guide.label);
    for (const Bound& bound : plot.bounds)
        texts += spoken(bound.label);
    for (const Marker& marker : plot.markers)
        texts << spoken(marker.label) << spoken(marker.what);
    for (const Box& box : plot.boxes)
        texts << spoken(box.label) << spoken(box.value) << spoken(box.note);
    if (plot.heatMap) {
        for (const Cell& cell : plot.heatMap->cells)
            texts += spoken(cell.note);
    }
    return englishOf(texts);
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

    /// The last ones: a language is for a whole life of the program.
    void german() {
        storeLanguage(QStringLiteral("de"));
        installTranslations(*qApp);
        WindowDriver driver;
        showRun(driver, QSize(1440, 900));
        driver.type("yourSizeEdit", QStringLiteral("50000"));
        picture(driver.window, QStringLiteral("german-1440x900"));
        driver.window.resize(1280, 720);
        picture(driver.window, QStringLiteral("german-1280x720"));
        QCOMPARE(englishIn(driver.window), QString());
        for (const char* action :
             {"settingsAction", "shortcutsAction", "helpAction", "machineTrustAction", "aboutAction"}) {
            const bool isRaised = QByteArray(action) != "aboutAction";
            if (isRaised) QTest::ignoreMessage(QtWarningMsg, "This plugin does not support raise()");
            driver.trigger(action);
            auto* dialog = QApplication::activeWindow();
            QTRY_VERIFY((dialog = QApplication::activeWindow()) != &driver.window && dialog != nullptr);
            picture(*dialog, QStringLiteral("german-%1").arg(QLatin1String(action)));
            QCOMPARE(englishIn(*dialog), QString());
            dialog->close();
        }
    }

    void everyChartInGerman() {
        WindowDriver driver;
        showRun(driver, QSize(1440, 900));
        auto& tabs = driver.the<ChartTabs>("chartTabs");
        const Results& results = driver.window.session().results();
        for (const PlotEntry& entry : plots()) {
            tabs.showChart(entry.info.id);
            picture(driver.window, QStringLiteral("german-%1").arg(QLatin1String(entry.info.id.c_str())));
            QCOMPARE(englishIn(entry.draw(results, {})), QString());
        }
        tabs.showTimeline(results.trials().back().trial.id);
        picture(driver.window, QStringLiteral("german-timeline"));
        QCOMPARE(englishIn(driver.window), QString());
    }

    void everyDockInGerman() {
        WindowDriver driver;
        showRun(driver, QSize(1440, 900));
        for (const char* name : {"samplesDock", "historyDock", "logDock", "whatIfDock"}) {
            driver.the<QDockWidget>(name).raise();
            picture(driver.window, QStringLiteral("german-%1").arg(QLatin1String(name)));
            QCOMPARE(englishIn(driver.window), QString());
        }
    }

    void everyExperimentInGerman() {
        WindowDriver driver;
        driver.window.resize(1280, 720);
        QTRY_VERIFY_WITH_TIMEOUT(driver.isReady(), StartMilliseconds);
        picture(driver.window, QStringLiteral("german-empty"));
        for (const NamedInfo& experiment : driver.window.session().catalog().experiments) {
            driver.window.session().openExperiment(experiment.id);
            QCOMPARE(englishIn(driver.window), QString());
        }
        driver.type("sizesEdit", QStringLiteral("-5"));
        driver.window.session().open(path("nothing.jsonl"));
        picture(driver.window, QStringLiteral("german-failed"));
        QCOMPARE(englishIn(driver.window), QString());
    }
};

QTEST_MAIN(TestScreens)
#include "tst_screens.moc"
