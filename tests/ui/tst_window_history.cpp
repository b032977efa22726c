// The window and its history: which undo the key means, what becomes of files that are dropped, and texts of others,
// which are shown as they are wherever they come up.
#include "core/experiment/codec.h"
#include "core/history/history.h"
#include "core/io/formats.h"
#include "core/os/files.h"
#include "tests/core/history/stored_runs.h"
#include "tests/ui/recorded_run.h"
#include "tests/ui/ui_test.h"
#include "tests/ui/whole_window.h"
#include "tests/ui/window_driver.h"
#include "ui/panels/chart_tabs.h"
#include "ui/settings.h"
#include "ui/theme.h"

#include <QDir>
#include <QDockWidget>
#include <QDropEvent>
#include <QMimeData>
#include <QTextBrowser>
#include <QTextDocument>

using namespace breakeven;

namespace {

constexpr int StartMilliseconds = 20'000;

const QString Hostile = QStringLiteral("<b>loud</b>");

void dropOnto(QWidget& widget, const QStringList& paths) {
    QMimeData data;
    QList<QUrl> urls;
    for (const QString& path : paths)
        urls += QUrl::fromLocalFile(path);
    data.setUrls(urls);
    const QPoint middle = widget.rect().center();
    QDragEnterEvent enter(middle, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(&widget, &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent event(middle, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(&widget, &event);
    QVERIFY(event.isAccepted());
}

/// Labels that would take such a text for markup.
QStringList markupIn(const QWidget& window) {
    QStringList found;
    for (const QLabel* label : window.findChildren<QLabel*>()) {
        const bool isMarkup = label->textFormat() == Qt::RichText ||
                              (label->textFormat() == Qt::AutoText && Qt::mightBeRichText(label->text()));
        if (isMarkup && label->text().contains(Hostile))
            found += label->objectName() + QStringLiteral(": ") + label->text();
    }
    for (const QTextBrowser* page : window.findChildren<QTextBrowser*>())
        if (page->toPlainText().contains(QStringLiteral("loud")) && !page->toPlainText().contains(Hostile))
            found += page->objectName() + QStringLiteral(": ") + page->toPlainText();
    return found;
}

}  // namespace

class TestWindowHistory : public QObject, UiTest {
    Q_OBJECT

    QString m_file;
    int m_number = 0;

    void add(const std::vector<Event>& events) const {
        Result<History> history = History::open(m_file.toStdString());
        QVERIFY(history && history->add(loadedRun(events), {}));
    }

    std::vector<RunEntry> stored() const { return *History::open(m_file.toStdString())->list(); }

    QStringList titles() const {
        QStringList titles;
        for (const RunEntry& run : stored())
            titles += QString::fromStdString(run.title);
        return titles;
    }

    static QTableView& historyIn(WindowDriver& driver) {
        driver.trigger("goHistoryAction");
        return driver.the<QTableView>("historyView");
    }

private Q_SLOTS:
    void initTestCase() { applyTheme(Theme::Light); }

    void init() {
        failOnAnyWarning();
        const QString own = QStringLiteral("%1/%2").arg(folder.path()).arg(++m_number);
        QVERIFY(QDir().mkpath(own));
        forgetEverything(own);
        m_file = own + QStringLiteral("/history.sqlite");
        storeHistoryFile(m_file);
    }

    /// The experiment's and the history's could both be taken back.
    void theUndoKeyIsWhereTheKeysGo() {
        add(eventsOfRun("20261121T100000-a"));
        WindowDriver driver;
        QTRY_VERIFY_WITH_TIMEOUT(driver.isReady(), StartMilliseconds);
        QVERIFY(QTest::qWaitForWindowActive(&driver.window));
        const auto sizes = [&] { return driver.window.session().spec().cases[0].sizes; };
        const std::string before = sizes();
        driver.type("sizesEdit", QStringLiteral("10,20"));
        QTableView& runs = historyIn(driver);
        runs.selectRow(0);
        QTest::keyClick(&runs, Qt::Key_Delete);
        QCOMPARE(titles(), QStringList());

        driver.the<QLineEdit>("sizesEdit").setFocus();
        QTest::keySequence(&driver.the<QLineEdit>("sizesEdit"), QKeySequence::Undo);
        QCOMPARE(sizes(), before);
        QCOMPARE(titles(), QStringList());
        driver.trigger("redoAction");
        runs.setFocus();
        QTest::keySequence(&runs, QKeySequence::Undo);
        QCOMPARE(titles(), QStringList{"small"});
        QCOMPARE(sizes(), std::string("10,20"));
        QTest::keySequence(&runs, QKeySequence::Undo);  // nothing is left of the history's
        QCOMPARE(sizes(), before);
    }

    void whatIsDroppedIsShownAndKept_data() {
        QTest::addColumn<QString>("name");
        QTest::addColumn<int>("rows");
        QTest::newRow("run") << QStringLiteral("run.jsonl") << 2;
        QTest::newRow("summary") << QStringLiteral("run.csv") << 2;
        QTest::newRow("samples") << QStringLiteral("run.samples.csv") << 2;
        QTest::newRow("seeds' table") << QStringLiteral("run.seeds.csv") << 2;
        for (const char* name : {"google_benchmark", "hyperfine", "pyperf"})
            QTest::newRow(name) << QString(qEnvironmentVariable("BREAKEVEN_TEST_DATA") + QStringLiteral("/imports/") +
                                           QLatin1String(name) + QStringLiteral(".json"))
                                << 1;
    }

    void whatIsDroppedIsShownAndKept() {
        QFETCH(QString, name);
        QFETCH(int, rows);
        const QString file = QDir(folder.path()).absoluteFilePath(name);
        if (!QFile::exists(file)) QVERIFY(writeResults(eventsOfRun("20261121T100000-a"), file.toStdString()));
        WindowDriver driver;
        QTRY_VERIFY_WITH_TIMEOUT(driver.isReady(), StartMilliseconds);
        dropOnto(driver.window, {file});
        QVERIFY2(driver.rows() >= rows, qPrintable(driver.says("activityLabel")));
        QCOMPARE(titles().size(), 1);
        QVERIFY(stored().front().startedAt > "2");  // it is among those of its time
        dropOnto(driver.window, {file});
        QCOMPARE(titles().size(), 1);
    }

    void anExperimentThatIsDroppedIsOpenedOnly() {
        ExperimentSpec spec = RecordedRun("dropped").started().spec;
        spec.cases[0].backends = {"serial"};
        spec.cases[0].sizes = "10";
        QVERIFY(saveFile(path("spec.json").toStdString(), writeSpec(spec)));
        WindowDriver driver;
        QTRY_VERIFY_WITH_TIMEOUT(driver.isReady(), StartMilliseconds);
        dropOnto(driver.window, {path("spec.json")});
        QCOMPARE(driver.window.session().spec().name, std::string("dropped"));
        QCOMPARE(titles(), QStringList());
    }

    /// Also several at once, and folders, which elsewhere in the window are a class.
    void whatIsDroppedOntoTheHistoryIsKeptAlone() {
        const QString runs = path("runs");
        QVERIFY(QDir().mkpath(runs));
        for (const char* name : {"a", "b", "c"})
            QVERIFY(writeResults(eventsOfRun(std::string("20261121T100000-") + name, "2026-11-21T10:00:00Z", 6, name),
                                 runs.toStdString() + '/' + name + ".jsonl"));
        WindowDriver driver;
        QTRY_VERIFY_WITH_TIMEOUT(driver.isReady(), StartMilliseconds);
        QTableView& table = historyIn(driver);
        dropOnto(*table.viewport(), {runs + QStringLiteral("/a.jsonl"), runs + QStringLiteral("/b.jsonl")});
        QCOMPARE(table.model()->rowCount(), 2);
        dropOnto(*table.viewport(), {runs});
        QCOMPARE(table.model()->rowCount(), 3);
        QCOMPARE(driver.rows(), 0);
        QVERIFY(driver.window.session().file().isEmpty());
    }

    void textsOfOthersAreNoMarkup() {
        std::vector<Event> events = eventsOfRun("20261121T100000-a", "2026-11-21T10:00:00Z", 6, Hostile.toStdString());
        auto& started = std::get<RunStarted>(events.front());
        started.environment.facts = {{"cpu.model", Hostile.toStdString(), Hostile.toStdString()}};
        for (Event& event : events) {
            if (auto* trial = std::get_if<TrialStarted>(&event)) {
                trial->trial.workload = Hostile.toStdString();
                trial->trial.params["source"] = Hostile.toStdString();
                if (trial->trial.id == 1) trial->trial.backend = Hostile.toStdString();
            }
        }
        events.insert(events.end() - 1, Note{Hostile.toStdString()});
        QVERIFY(writeResults(events, path("hostile.jsonl").toStdString()));
        add(events);
        std::get<RunStarted>(events.front()).runId = "20261121T110000-b";
        add(events);
        {
            Result<History> history = History::open(m_file.toStdString());
            QVERIFY(history->setNote("20261121T100000-a", Hostile.toStdString()));
            QVERIFY(history->tag("20261121T100000-a", std::vector{Hostile.toStdString()}));
        }
        WindowDriver driver;
        QTRY_VERIFY_WITH_TIMEOUT(driver.isReady(), StartMilliseconds);
        driver.window.session().open(path("hostile.jsonl"));
        QCOMPARE(driver.window.session().failure(), QString());
        QTableView& runs = historyIn(driver);
        QCOMPARE(runs.model()->rowCount(), 2);
        auto& tabs = driver.the<ChartTabs>("chartTabs");
        runs.selectAll();
        driver.trigger("historyOverlay");
        driver.trigger("historyCompare");
        for (int tab = 0; tab < tabs.count(); ++tab) {
            tabs.setCurrentIndex(tab);
            QCOMPARE(markupIn(driver.window).join(u'\n'), QString());
        }
        runs.selectRow(0);
        QTest::keyClick(&runs, Qt::Key_Delete);
        QVERIFY(driver.says("historyUndoBarText").contains(Hostile));
        for (const QDockWidget* dock : driver.window.findChildren<QDockWidget*>()) {
            const_cast<QDockWidget*>(dock)->raise();
            QCOMPARE(markupIn(driver.window).join(u'\n'), QString());
        }
    }
};

QTEST_MAIN(TestWindowHistory)
#include "tst_window_history.moc"
