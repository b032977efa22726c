#include "core/io/table_run.h"

#include <QtTest>

#include <array>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

using namespace breakeven;

namespace {

constexpr std::array<std::string_view, 8> Names{"workload", "params", "backend", "call",
                                                "chunk",    "pool",   "size",    "workers"};

Result<Trial> trialIn(const std::vector<std::string>& cells) {
    return trialOf(CsvCells(Names, cells, 2));
}

Trial trialOn(const std::string& workload, const std::string& backend, ItemCount size, WorkerCount workers = 2) {
    Trial trial;
    trial.workload = workload;
    trial.backend = backend;
    trial.size = size;
    trial.workers = workers;
    if (backend == "serial") return trial;
    trial.call = "map";
    trial.chunk = "pool";
    trial.pool = "cold";
    return trial;
}

const RunStarted& startOf(const LoadedRun& run) {
    return std::get<RunStarted>(run.events.front());
}

}  // namespace

class TestTableRun : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aRowNamesItsTrial() {
        const auto trial = trialIn({"rows-in-range", "minimum=4", "tbb", "map", "16", "cold", "1000", "8"});
        QVERIFY(trial);
        Trial expected;
        expected.workload = "rows-in-range";
        expected.params = {{"minimum", 4.0}};
        expected.backend = "tbb";
        expected.call = "map";
        expected.chunk = "16";
        expected.pool = "cold";
        expected.size = 1000;
        expected.workers = 8;
        QVERIFY(*trial == expected);
        QVERIFY(trialIn({"square", "", "serial", "", "", "", "1", "1"}));
    }

    void aRowWithoutThemNamesNone_data() {
        QTest::addColumn<int>("column");
        QTest::addColumn<QString>("cell");
        QTest::newRow("no workload") << 0 << "";
        QTest::newRow("no backend") << 2 << "";
        for (const char* wrong : {"", "0", "-1", "1.5", "1e3", "many", "99999999999999999999"}) {
            QTest::addRow("size '%s'", wrong) << 6 << wrong;
            if (*wrong) QTest::addRow("workers '%s'", wrong) << 7 << wrong;
        }
    }

    void aRowWithoutThemNamesNone() {
        QFETCH(int, column);
        QFETCH(QString, cell);
        std::vector<std::string> cells{"square", "", "tbb", "map", "auto", "warm", "10", "2"};
        QVERIFY(trialIn(cells));
        cells[static_cast<std::size_t>(column)] = cell.toStdString();
        QVERIFY(!trialIn(cells));
    }

    void workersThatAreNotToldAreUnknown() {
        const auto trial = trialIn({"square", "", "tbb", "map", "auto", "warm", "10", ""});
        QVERIFY(trial);
        QCOMPARE(trial->workers, UnknownWorkers);
        QVERIFY(!workersOf(*trial));
        TableRun table("t.csv", {});
        table.trialId(*trial);
        const auto run = table.finish("r", "e");
        QVERIFY(run);
        QCOMPARE(startOf(*run).spec.cases.at(0).workers, Case().workers);
    }

    void oversubscriptionIsTheLastFlag() {
        Trial trial = trialOn("square", "tbb", 10);
        QCOMPARE(flagsText({}, trial), std::string());
        QCOMPARE(flagsText({"migrated", "steal"}, trial), std::string("migrated steal"));
        trial.oversubscribed = true;
        QCOMPARE(flagsText({"migrated"}, trial), std::string("migrated oversubscribed"));
        QCOMPARE(flagsText({"oversubscribed", "steal"}, trial), std::string("oversubscribed steal"));
    }

    void aTrialStartsOnce() {
        TableRun table("t.csv", {});
        QCOMPARE(table.trialId(trialOn("square", "serial", 10)), 0);
        QCOMPARE(table.trialId(trialOn("square", "tbb", 10)), 1);
        Trial again = trialOn("square", "serial", 10);
        again.id = 77;
        QCOMPARE(table.trialId(again), 0);
        const auto run = table.finish("r", "e");
        QVERIFY(run);
        QCOMPARE(run->events.size(), std::size_t{4});
        QCOMPARE(std::get<TrialStarted>(run->events[1]).trial.id, 0);
        QCOMPARE(std::get<TrialStarted>(run->events[2]).trial.id, 1);
    }

    void whatATableTellsApartAreTrialsApart_data() {
        QTest::addColumn<int>("field");
        for (int i = 0; i < 8; ++i)
            QTest::newRow(std::string(Names[static_cast<std::size_t>(i)]).c_str()) << i;
    }

    void whatATableTellsApartAreTrialsApart() {
        QFETCH(int, field);
        const std::vector<std::string> cells{"square", "", "tbb", "map", "auto", "warm", "10", "2"};
        const std::vector<std::string> others{"rows", "a=1", "threads", "imap", "16", "cold", "20", "3"};
        auto changed = cells;
        const auto index = static_cast<std::size_t>(field);
        changed[index] = others[index];
        TableRun table("t.csv", {});
        QCOMPARE(table.trialId(*trialIn(cells)), 0);
        QCOMPARE(table.trialId(*trialIn(changed)), 1);
    }

    void eventsStandBetweenStartAndEnd() {
        TableRun table("t.csv", {});
        const int id = table.trialId(trialOn("square", "tbb", 10));
        Sample sample;
        sample.trial = id;
        sample.seconds = Seconds(0.5);
        table.add(sample);
        table.add(TrialFailed{id, 0, TrialStatus::Crashed, ""});
        const auto run = table.finish("r-1", "name");
        QVERIFY(run);
        QCOMPARE(startOf(*run).runId, std::string("r-1"));
        QCOMPARE(startOf(*run).spec.name, std::string("name"));
        QVERIFY(startOf(*run).startedAt.empty() && startOf(*run).version.empty());
        QVERIFY(std::holds_alternative<TrialStarted>(run->events[1]));
        QCOMPARE(std::get<Sample>(run->events[2]).seconds.count(), 0.5);
        QVERIFY(std::holds_alternative<TrialFailed>(run->events[3]));
        QCOMPARE(std::get<RunFinished>(run->events[4]).reason, std::string("completed"));
        QCOMPARE(run->events.size(), std::size_t{5});
    }

    void theExperimentIsWhatTheTrialsShow() {
        TableRun table("t.csv", {});
        table.trialId(trialOn("square", "tbb", 1000, 4));
        table.trialId(trialOn("square", "serial", 20, 1));
        table.trialId(trialOn("square", "tbb", 20, 2));
        Trial warm = trialOn("square", "threads", 20, 2);
        warm.pool = "warm";
        table.trialId(warm);
        Trial rows = trialOn("rows-in-range", "serial", 5, 1);
        rows.params = {{"minimum", 4.0}};
        table.trialId(rows);
        rows.params = {{"minimum", 3.0}};
        table.trialId(rows);
        const auto run = table.finish("r", "e");
        QVERIFY(run);
        const auto& cases = startOf(*run).spec.cases;
        QCOMPARE(cases.size(), std::size_t{2});
        Case square;
        square.workload = "square";
        square.backends = {"tbb", "serial", "threads"};
        square.chunks = {"pool"};
        square.pools = {"cold", "warm"};
        square.sizes = "20,1000";
        square.workers = "1,2,4";
        QVERIFY(cases[0] == square);
        // Serial trials have no call, chunk or pool: the case keeps the initial ones, as a spec needs some.
        Case inRange;
        inRange.workload = "rows-in-range";
        inRange.params = {{"minimum", {4.0, 3.0}}};
        inRange.backends = {"serial"};
        inRange.sizes = "5";
        inRange.workers = "1";
        QVERIFY(cases[1] == inRange);
    }

    void warningsOfTheTableComeFirst() {
        TableRun table("t.csv", {"t.csv: line 2 is skipped: odd"});
        table.trialId(trialOn("square", "tbb", 10));
        table.skip(7, "size: missing");
        const auto run = table.finish("r", "e");
        QVERIFY(run);
        QCOMPARE(run->warnings, (std::vector<std::string>{"t.csv: line 2 is skipped: odd",
                                                          "t.csv: line 7 is skipped: size: missing"}));
    }

    void aTableWithoutATrialIsUnreadable() {
        TableRun table("t.csv", {});
        table.skip(2, "odd");
        const auto run = table.finish("r", "e");
        QVERIFY(!run);
        QCOMPARE(run.error().code, ErrorCode::Unreadable);
        QCOMPARE(run.error().detail, std::string("t.csv: no usable row (line 2 is skipped: odd)"));
        QCOMPARE(TableRun("t.csv", {}).finish("r", "e").error().detail, std::string("t.csv: no usable row"));
    }
};

QTEST_GUILESS_MAIN(TestTableRun)
#include "tst_table_run.moc"
