// Every action of the window does what it says when its key is pressed, in the window as it is: a key that two actions
// have does nothing at all.
#include "core/io/formats.h"
#include "tests/ui/recorded_run.h"
#include "tests/ui/scripted_cli.h"
#include "tests/ui/whole_window.h"
#include "tests/ui/window_driver.h"
#include "ui/actions.h"
#include "ui/panels/chart_tabs.h"
#include "ui/plots/chart_view.h"
#include "ui/settings.h"

#include <QApplication>
#include <QClipboard>
#include <QDialog>
#include <QDockWidget>
#include <QFileInfo>
#include <QSignalSpy>

#include <functional>
#include <map>

using namespace breakeven;

namespace {

using Effect = std::function<void(WindowDriver&, const std::function<void()>& press)>;

/// What can be seen of it in front of all, with the keys going there.
bool hasKeys(WindowDriver& driver, const char* dock) {
    const auto& panel = driver.the<QDockWidget>(dock);
    return panel.isVisible() && panel.isAncestorOf(QApplication::focusWidget());
}

ChartView& chartOf(WindowDriver& driver) {
    return *driver.the<ChartTabs>("chartTabs").frontView();
}

void waitFor(const std::function<bool()>& holds) {
    QTRY_VERIFY_WITH_TIMEOUT(holds(), WaitMilliseconds);
}

}  // namespace

class TestWindowActions : public QObject, ScriptedCli {
    Q_OBJECT

    std::map<std::string, Effect> m_effects;

    /// A dialog of that name opens.
    static Effect opens(const char* dialog) {
        return [dialog](WindowDriver& driver, const auto& press) {
            press();
            waitFor([&] {
                const auto* found = driver.window.findChild<QDialog*>(QLatin1String(dialog));
                return found != nullptr && found->isVisible();
            });
        };
    }

    /// A dialog of that name asks for a file, which is then written.
    Effect writes(const char* dialog, const char* file) const {
        return [this, dialog, file](WindowDriver& driver, const auto& press) {
            press();
            driver.answer(dialog, path(file));
            waitFor([&] { return QFileInfo(path(file)).size() > 0; });
        };
    }

    /// The panel was put away.
    static Effect goesTo(const char* dock) {
        return [dock](WindowDriver& driver, const auto& press) {
            driver.the<QDockWidget>(dock).close();
            chartOf(driver).setFocus();
            press();
            waitFor([&] { return hasKeys(driver, dock); });
        };
    }

    static Effect chooses(Theme theme, Theme other) {
        return [theme, other](WindowDriver&, const auto& press) {
            storeTheme(other);
            press();
            QCOMPARE(storedTheme(), theme);
        };
    }

    /// To another lesson than the one that stands behind so many steps.
    static Effect leavesLesson(int steps) {
        return [steps](WindowDriver& driver, const auto& press) {
            for (int step = 0; step < steps; ++step)
                driver.trigger("nextLessonAction");
            const QString before = driver.says("lessonTitle");
            press();
            waitFor([&] { return driver.says("lessonTitle") != before && !driver.says("lessonTitle").isEmpty(); });
        };
    }

    void fillEffects() {
        m_effects["openAction"] = opens("openDialog");
        m_effects["openClassAction"] = opens("openClassDialog");
        m_effects["saveSpecAction"] = writes("saveSpecDialog", "spec.json");
        m_effects["saveRunAction"] = writes("saveRunDialog", "kept.jsonl");
        m_effects["exportCsvAction"] = writes("exportCsvDialog", "table.csv");
        m_effects["exportReportAction"] = writes("exportReportDialog", "report.html");
        // The chart has these keys, too, where it has the focus.
        m_effects["exportChartAction"] = [this](WindowDriver& driver, const auto& press) {
            driver.the<QLineEdit>("sizesEdit").setFocus();
            writes("exportChartDialog", "chart.png")(driver, press);
        };
        m_effects["copyChartAction"] = [](WindowDriver& driver, const auto& press) {
            driver.the<QLineEdit>("sizesEdit").setFocus();
            QApplication::clipboard()->clear();
            press();
            QVERIFY(!QApplication::clipboard()->image().isNull());
        };
        m_effects["copySeriesAction"] = [](WindowDriver& driver, const auto& press) {
            driver.the<QLineEdit>("sizesEdit").setFocus();
            QApplication::clipboard()->clear();
            press();
            QVERIFY(QApplication::clipboard()->text().contains(QStringLiteral("tbb")));
        };
        m_effects["undoZoomAction"] = [](WindowDriver& driver, const auto& press) {
            chartOf(driver).showRange({Interval<double>{100, 10'000}, {}});
            chartOf(driver).showRange({Interval<double>{1'000, 2'000}, {}});
            press();
            QCOMPARE(chartOf(driver).zoomRange().x->high, 10'000.0);
        };
        m_effects["resetZoomAction"] = [](WindowDriver& driver, const auto& press) {
            chartOf(driver).showRange({Interval<double>{100, 10'000}, {}});
            chartOf(driver).showRange({Interval<double>{1'000, 2'000}, {}});
            press();
            QVERIFY(chartOf(driver).zoomRange().showsAll());
        };
        m_effects["quitAction"] = [](WindowDriver& driver, const auto& press) {
            press();
            QVERIFY(!driver.window.isVisible());
        };
        const auto sizes = [](WindowDriver& driver) { return driver.window.session().spec().cases[0].sizes; };
        m_effects["undoAction"] = [sizes](WindowDriver& driver, const auto& press) {
            const std::string before = sizes(driver);
            driver.type("sizesEdit", QStringLiteral("10,20"));
            QCOMPARE(sizes(driver), std::string("10,20"));
            press();
            QCOMPARE(sizes(driver), before);
        };
        m_effects["redoAction"] = [sizes](WindowDriver& driver, const auto& press) {
            driver.type("sizesEdit", QStringLiteral("10,20"));
            driver.trigger("undoAction");
            press();
            QCOMPARE(sizes(driver), std::string("10,20"));
        };
        m_effects["settingsAction"] = opens("settingsDialog");
        m_effects["runAction"] = [](WindowDriver& driver, const auto& press) {
            press();
            QVERIFY(driver.isRunning());
        };
        m_effects["stopAction"] = [](WindowDriver& driver, const auto& press) {
            driver.trigger("runAction");
            press();
            waitFor([&] { return !driver.isRunning() && driver.isReady(); });
        };
        m_effects["lessonsAction"] = goesTo("lessonDock");
        m_effects["nextLessonAction"] = leavesLesson(1);
        m_effects["previousLessonAction"] = leavesLesson(2);
        m_effects["presenterAction"] = [](WindowDriver& driver, const auto& press) {
            press();
            const auto* presenter = driver.window.findChild<QWidget*>(QStringLiteral("presenterView"));
            QVERIFY(presenter && presenter->isVisible());
            driver.trigger("presenterAction");
        };
        m_effects["goExperimentAction"] = goesTo("experimentDock");
        m_effects["goResultsAction"] = goesTo("resultsDock");
        m_effects["goSamplesAction"] = goesTo("samplesDock");
        m_effects["goHistoryAction"] = goesTo("historyDock");
        m_effects["goLogAction"] = goesTo("logDock");
        m_effects["goFindingsAction"] = goesTo("findingsDock");
        m_effects["goWhatIfAction"] = goesTo("whatIfDock");
        m_effects["goMachineAction"] = goesTo("machineDock");
        m_effects["goChartAction"] = [](WindowDriver& driver, const auto& press) {
            driver.the<QLineEdit>("sizesEdit").setFocus();
            press();
            QVERIFY(chartOf(driver).hasFocus());
        };
        m_effects["themeSystemAction"] = chooses(Theme::System, Theme::Dark);
        m_effects["themeLightAction"] = chooses(Theme::Light, Theme::Dark);
        m_effects["themeDarkAction"] = chooses(Theme::Dark, Theme::Light);
        m_effects["resetLayoutAction"] = [](WindowDriver& driver, const auto& press) {
            driver.the<QDockWidget>("machineDock").close();
            press();
            QVERIFY(driver.the<QDockWidget>("machineDock").isVisible());
        };
        m_effects["helpAction"] = opens("helpBrowser");
        m_effects["shortcutsAction"] = opens("shortcutSheet");
        m_effects["machineTrustAction"] = opens("machineTrust");
        m_effects["aboutAction"] = opens("aboutBox");
    }

private Q_SLOTS:
    void initTestCase() {
        makeCatalog();
        write("events.jsonl", ::recordedRun(1, 1));
        pretend("trap 'exit 130' INT\ncat events.jsonl\nwhile true; do sleep 0.05; done\n");
        RecordedRun run("recorded");
        for (const ItemCount size : {ItemCount(100), ItemCount(1'000), ItemCount(10'000), ItemCount(100'000)}) {
            run.trial("serial", size, nineTimes(static_cast<double>(size) * 1e-8));
            run.trial("tbb", size, nineTimes(2e-5 + static_cast<double>(size) * 5e-9));
        }
        run.started().spec.cases[0].backends = {"serial", "tbb"};
        run.started().spec.cases[0].sizes = "100:1e5";
        QVERIFY(writeResults(run.events(), path("run.jsonl").toStdString()));
        fillEffects();
    }

    void init() {
        // The exception is what the offscreen platform says of dialogs that come to the front.
        QTest::failOnWarning(
            QRegularExpression(QStringLiteral("^(?!This plugin does not support (propagateSizeHints|raise))")));
        forgetEverything(path("state"));
    }

    void theKeyDoesIt_data() {
        QTest::addColumn<QString>("id");
        for (const ActionInfo& info : actionTable())
            QTest::newRow(info.id) << QString::fromLatin1(info.id);
        QCOMPARE(m_effects.size(), actionTable().size());
    }

    void theKeyDoesIt() {
        QFETCH(QString, id);
        const auto effect = m_effects.find(id.toStdString());
        QVERIFY2(effect != m_effects.end(), "no test triggers it");
        WindowDriver driver(path("run.jsonl"));
        QTRY_VERIFY_WITH_TIMEOUT(driver.isReady(), WaitMilliseconds);
        QVERIFY(QTest::qWaitForWindowActive(&driver.window));
        auto& action = driver.the<QAction>(qPrintable(id));
        const QSignalSpy triggered(&action, &QAction::triggered);
        qsizetype before = 0;
        effect->second(driver, [&] {
            QVERIFY(action.isEnabled());
            before = triggered.count();
            QWidget* focus = QApplication::focusWidget();
            QTest::keySequence(focus ? focus : &driver.window, action.shortcut());
            QTRY_COMPARE(triggered.count(), before + 1);
        });
    }
};

QTEST_MAIN(TestWindowActions)
#include "tst_window_actions.moc"
