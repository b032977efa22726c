#include "core/io/formats.h"
#include "tests/app/cli_process.h"
#include "tests/core/history/stored_runs.h"
#include "tests/ui/ui_test.h"
#include "ui/models/history_model.h"

#include <QAbstractItemModelTester>
#include <QIcon>
#include <QSignalSpy>

#include <set>

using namespace breakeven;

class TestHistoryModel : public QObject, UiTest {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        failOnAnyWarning();
        m_file = QStringLiteral("%1/history-%2.sqlite").arg(folder.path()).arg(++m_number);
    }

    void runsStandNewestFirst() {
        add("20261121T100000-a", "2026-11-21T10:00:00Z", "first");
        add("20261121T110000-b", "2026-11-21T11:00:00Z", "second");
        HistoryModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.open(m_file.toStdString());
        QVERIFY2(model.problem().isEmpty(), qPrintable(model.problem()));
        QCOMPARE(titles(model), (QStringList{"second", "first"}));
        QCOMPARE(cell(model, 0, HistoryModel::State), QStringLiteral("complete"));
        QCOMPARE(cell(model, 0, HistoryModel::Trials), QStringLiteral("2"));
        QCOMPARE(cell(model, 0, HistoryModel::Machine), QStringLiteral("Some CPU, 2 CPUs"));
        const QDateTime local =
            QDateTime::fromString(QStringLiteral("2026-11-21T11:00:00Z"), Qt::ISODate).toLocalTime();
        QCOMPARE(cell(model, 0, HistoryModel::Started), local.toString(QStringLiteral("yyyy-MM-dd HH:mm")));
        QVERIFY(!cell(model, 0, HistoryModel::Headline).isEmpty());
        for (int column = 0; column < model.columnCount(); ++column) {
            QVERIFY(!model.headerData(column, Qt::Horizontal).toString().isEmpty());
            QVERIFY(!model.headerData(column, Qt::Horizontal, Qt::ToolTipRole).toString().isEmpty());
        }
    }

    void tipsHaveRoomOnAScreen() {
        add("20261121T100000-a", "2026-11-21T10:00:00Z", "<b>bold</b>");
        QVERIFY(History::open(m_file.toStdString())
                    ->setNote("20261121T100000-a", QString("many words ").repeated(900).toStdString()));
        HistoryModel model;
        model.open(m_file.toStdString());
        const QStringList lines = model.index(0, 1).data(Qt::ToolTipRole).toString().split(u'\n');
        QCOMPARE(lines.front(), QStringLiteral("<b>bold</b>"));
        QVERIFY(lines.size() > 8 && lines.size() <= 20);
        for (const QString& line : lines)
            QVERIFY2(line.size() <= 90, qPrintable(line));
        QVERIFY(lines.contains(
            QStringLiteral("Note: many words many words many words many words many words many words many words many")));
    }

    void everyStateHasItsWordAndMark() {
        add("20261121T100000-a", "2026-11-21T10:00:00Z", "whole");
        std::vector<Event> cut = eventsOfRun("20261121T110000-b", "2026-11-21T11:00:00Z");
        cut.pop_back();
        addRun(cut);
        HistoryModel model;
        model.open(m_file.toStdString());
        QCOMPARE(cell(model, 0, HistoryModel::State), QStringLiteral("interrupted"));
        const QImage interrupted = mark(model, 0);
        const QImage complete = mark(model, 1);
        QVERIFY(!interrupted.isNull() && interrupted != complete);
    }

    void longListsComePageByPage() {
        fill(450);
        HistoryModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.open(m_file.toStdString());
        QCOMPARE(model.rowCount(), int(HistoryModel::PageSize));
        QVERIFY(model.canFetchMore({}));
        model.fetchMore({});
        QCOMPARE(model.rowCount(), 2 * int(HistoryModel::PageSize));
        model.fetchMore({});
        QCOMPARE(model.rowCount(), 450);
        QVERIFY(!model.canFetchMore({}));
        std::set<std::string> ids;
        for (int row = 0; row < model.rowCount(); ++row)
            ids.insert(model.entry(row).runId);
        QCOMPARE(ids.size(), std::size_t{450});
    }

    /// A run that comes in between would move the pages.
    void noRunComesTwice() {
        fill(250);
        HistoryModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.open(m_file.toStdString());
        add("20270101T000000-new", "2027-01-01T00:00:00Z", "new");
        while (model.canFetchMore({}))
            model.fetchMore({});
        QCOMPARE(model.rowCount(), 251);
        QCOMPARE(cell(model, 0, HistoryModel::Title), QStringLiteral("new"));
        std::set<std::string> ids;
        for (int row = 0; row < model.rowCount(); ++row)
            ids.insert(model.entry(row).runId);
        QCOMPARE(ids.size(), std::size_t{251});
    }

    void searchingAndDeletedOnes() {
        add("20261121T100000-a", "2026-11-21T10:00:00Z", "first");
        add("20261121T110000-b", "2026-11-21T11:00:00Z", "second");
        HistoryModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.open(m_file.toStdString());
        model.search(QStringLiteral("fir st"), false);
        QCOMPARE(titles(model), QStringList{"first"});
        model.search({}, false);
        QVERIFY(model.remove({"20261121T100000-a"}));
        QCOMPARE(titles(model), QStringList{"second"});
        model.search({}, true);
        QCOMPARE(titles(model), QStringList{"first"});
        QVERIFY(!model.flags(model.index(0, HistoryModel::Title)).testFlag(Qt::ItemIsEditable));
        QVERIFY(model.restore({"20261121T100000-a"}));
        QCOMPARE(model.rowCount(), 0);
        model.search({}, false);
        QCOMPARE(titles(model), (QStringList{"second", "first"}));
    }

    void whatIsEditedIsInTheFile() {
        add("20261121T100000-a", "2026-11-21T10:00:00Z", "first");
        HistoryModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.open(m_file.toStdString());
        const QSignalSpy failures(&model, &HistoryModel::failed);
        QVERIFY(model.setData(model.index(0, HistoryModel::Title), QStringLiteral(" before the fix ")));
        QVERIFY(model.setTags("20261121T100000-a", {QStringLiteral("b"), QStringLiteral("a")}));
        QVERIFY(model.setTags("20261121T100000-a", {QStringLiteral("b"), QStringLiteral("c")}));
        QVERIFY(model.setNote("20261121T100000-a", QStringLiteral("two\nlines")));
        QCOMPARE(cell(model, 0, HistoryModel::Title), QStringLiteral("before the fix"));
        QCOMPARE(cell(model, 0, HistoryModel::Tags), QStringLiteral("b, c"));
        const Result<History> history = History::open(m_file.toStdString());
        const auto entries = history->list();
        QCOMPARE(entries->front().title, std::string("before the fix"));
        QCOMPARE(entries->front().tags, (std::vector<std::string>{"b", "c"}));
        QCOMPARE(entries->front().note, std::string("two\nlines"));

        QVERIFY(!model.setData(model.index(0, HistoryModel::Title), QStringLiteral("   ")));
        QCOMPARE(failures.count(), 0);
        QVERIFY(!model.setData(model.index(0, HistoryModel::Title), QString(300, u'x')));
        QCOMPARE(failures.count(), 1);
        QVERIFY(failures.front().front().toString().startsWith(QStringLiteral("History: name: ")));
        QCOMPARE(cell(model, 0, HistoryModel::Title), QStringLiteral("before the fix"));
    }

    void whatOthersWriteIsTakenOverInPlace() {
        add("20261121T100000-a", "2026-11-21T10:00:00Z", "first");
        add("20261121T120000-c", "2026-11-21T12:00:00Z", "third");
        HistoryModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.open(m_file.toStdString());
        model.refresh();
        const QPersistentModelIndex first = model.index(1, 0);
        const QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
        const QSignalSpy lists(&model, &HistoryModel::listed);
        model.refresh();
        QCOMPARE(lists.count(), 0);  // nothing has changed

        add("20261121T110000-b", "2026-11-21T11:00:00Z", "second");
        QCOMPARE(cli({"rename", "20261121T100000-a", "one"}).status, 0);
        QCOMPARE(cli({"delete", "20261121T120000-c"}).status, 0);
        model.refresh();
        QCOMPARE(titles(model), (QStringList{"second", "one"}));
        QCOMPARE(first.row(), 1);
        QCOMPARE(resets.count(), 0);
    }

    void aRunOfTheCommandLineIsSeenWhileItGoesOnAndWhenItIsKilled() {
        HistoryModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.open(m_file.toStdString());
        QProcess process;
        prepareCli(process, {"run", "-", "--progress", "never", "--history", m_file});
        process.start();
        process.write(sleeperSpec("1,2", "0.01", 2000));
        process.closeWriteChannel();
        const auto state = [&] {
            model.refresh();
            return model.rowCount() == 0 ? QString() : cell(model, 0, HistoryModel::State);
        };
        QTRY_COMPARE_WITH_TIMEOUT(state(), QStringLiteral("running"), 60'000);
        QTRY_VERIFY_WITH_TIMEOUT((model.refresh(), model.entry(0).samples > 0), 60'000);
        process.kill();
        QVERIFY(process.waitForFinished());
        QTRY_COMPARE_WITH_TIMEOUT(state(), QStringLiteral("interrupted"), 60'000);
        QCOMPARE(model.cutOffRuns().size(), std::size_t{1});
        const Result<LoadedRun> run = model.load(model.entry(0).runId);
        QVERIFY(run && !foldEvents(run->events).trials().empty());
    }

    void filesAreTakenIn() {
        HistoryModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.open(m_file.toStdString());
        QVERIFY(writeResults(eventsOfRun("20261121T100000-a"), path("a.jsonl").toStdString()));
        QVERIFY(writeResults(eventsOfRun("20261121T110000-b"), path("b.jsonl").toStdString()));
        saveText(path("c.jsonl"), "nothing\n");
        const QSignalSpy failures(&model, &HistoryModel::failed);
        const QSignalSpy additions(&model, &HistoryModel::added);
        model.add({path("a.jsonl")});
        QCOMPARE(model.entry(0).file, path("a.jsonl").toStdString());
        model.add({path("a.jsonl"), path("c.jsonl"), path("b.jsonl")});
        QCOMPARE(model.rowCount(), 2);
        QCOMPARE(additions[0][0].toString(), QStringLiteral("1 run taken into the history"));
        QCOMPARE(additions[1][0].toString(), QStringLiteral("1 run taken into the history, 1 was there already"));
        QCOMPARE(failures.count(), 1);
        const QString line = failures[0][0].toString();
        QVERIFY2(line.startsWith(QStringLiteral("Not taken into the history: %1: ").arg(path("c.jsonl"))),
                 qPrintable(line));
        model.add({path("c.jsonl")});
        QCOMPARE(additions.count(), 2);
    }

    void anUnusableFileIsOneLine() {
        HistoryModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        const QSignalSpy problems(&model, &HistoryModel::problemChanged);
        model.open(folder.path().toStdString());
        QVERIFY(!model.isOpen() && model.isReadOnly());
        QVERIFY2(model.problem().endsWith(QStringLiteral("it is a folder")), qPrintable(model.problem()));
        QCOMPARE(problems.count(), 1);
        QCOMPARE(model.rowCount(), 0);
        QVERIFY(!model.load("any"));
        QVERIFY(model.cutOffRuns().empty());
        model.open({});
        QVERIFY(model.problem().contains(QStringLiteral("HOME is not set")));
        model.open(m_file.toStdString());
        QVERIFY(model.problem().isEmpty());
    }

    void aDamagedFileIsSetAsideAndSaid() {
        const QTemporaryDir own;
        const QString file = own.filePath(QStringLiteral("history.sqlite"));
        saveText(file, QByteArray("SQLite format 3\0 and then nothing that makes sense", 50).repeated(100));
        HistoryModel model;
        model.open(file.toStdString());
        QVERIFY(model.isOpen());
        QVERIFY2(model.notice().contains(QStringLiteral(".damaged-1")), qPrintable(model.notice()));
    }

private:
    void addRun(const std::vector<Event>& events) {
        Result<History> history = History::open(m_file.toStdString());
        QVERIFY(history && history->add(loadedRun(events), {}));
    }
    void add(const std::string& id, const std::string& startedAt, const std::string& name) {
        addRun(eventsOfRun(id, startedAt, 6, name));
    }
    void fill(int count) {
        Result<History> history = History::open(m_file.toStdString());
        for (int i = 0; i < count; ++i) {
            const std::string number = std::to_string(1000 + i);
            std::vector<Event> events = eventsOfRun("20261121T" + number + "-" + number, "2026-11-21T" + number, 0);
            QVERIFY(history->add(loadedRun(events), {}));
        }
    }
    CliResult cli(const QStringList& arguments) const {
        QStringList all = QStringList{"history"} + arguments;
        return runCli(all + QStringList{"--history", m_file});
    }
    static QString cell(const HistoryModel& model, int row, int column) {
        return model.index(row, column).data().toString();
    }
    static QStringList titles(const HistoryModel& model) {
        QStringList texts;
        for (int row = 0; row < model.rowCount(); ++row)
            texts += cell(model, row, HistoryModel::Title);
        return texts;
    }
    static QImage mark(const HistoryModel& model, int row) {
        return model.index(row, HistoryModel::State).data(Qt::DecorationRole).value<QIcon>().pixmap(12, 12).toImage();
    }

    QString m_file;
    int m_number = 0;
};

QTEST_MAIN(TestHistoryModel)
#include "tst_history_model.moc"
