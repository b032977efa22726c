#include "app/cli/catalog.h"
#include "app/cli/run_options.h"
#include "tests/app/cli_process.h"

#include <QTemporaryDir>
#include <QTest>

using namespace breakeven;

class TestRunOptions : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void everyOptionParses();
    void badInput_data();
    void badInput();
    void badSpecs_data();
    void badSpecs();
    void tooLargeByHandIsRefused();
    void tooLargeInASpecIsSkipped();
    void paramReachesEveryCaseThatKnowsIt();
    void withoutAnythingItIsOverheadVsSize();
    void shippedExperimentsCanBePlanned_data();
    void shippedExperimentsCanBePlanned();
    void unbuiltIdsSaySo_data();
    void unbuiltIdsSaySo();
    void theContractsExperimentsAreShipped();
    void aRunIsMeasuredAgain();
    void eachOptionSetsItsField();
    void anotherWorkloadDropsTheParameters();
    void aChoiceMayBeAList();
    void unknownWorkloadsKeepTheirName();
    void chunksMayBeScientific();

private:
    QString path(const char* name) const { return m_folder->filePath(name); }
    QStringList outputs() const;

    std::unique_ptr<QTemporaryDir> m_folder;
};

namespace {

/// A runner that would end the run with status 4, if it were started.
const QStringList NoRunner = {"BREAKEVEN_RUNNER=/bin/false"};

}  // namespace

void TestRunOptions::init() {
    m_folder = std::make_unique<QTemporaryDir>();
}

QStringList TestRunOptions::outputs() const {
    return {"--out",         path("run.jsonl"), "--csv",       path("a.csv"),
            "--samples-csv", path("b.csv"),     "--seeds-csv", path("c.csv")};
}

void TestRunOptions::everyOptionParses() {
    const QStringList arguments = {"run",           "sleep-staircase",
                                   "--workload",    "sleep-square",
                                   "--param",       "seconds=0.5",
                                   "--sizes",       "1:9:+1",
                                   "--workers",     "-1",
                                   "--backends",    "serial,threads",
                                   "--call",        "map",
                                   "--chunk",       "auto,4,pool",
                                   "--pool",        "cold,warm,after-idle",
                                   "--start",       "fork",
                                   "--in-flight",   "all",
                                   "--precision",   "5%",
                                   "--samples",     "3:30",
                                   "--max-seconds", "12.5",
                                   "--launches",    "2",
                                   "--seed",        "18446744073709551615",
                                   "--events",      "-",
                                   "--history",     "none",
                                   "--progress",    "always",
                                   "--yes",         "--trust",
                                   "--dry-run"};
    const CliResult result = runCli(arguments + outputs(), {}, NoRunner);
    QCOMPARE(result.err, QByteArray());
    QCOMPARE(result.status, 0);
    QVERIFY2(result.out.contains("9 blocks"), result.out.constData());
    QVERIFY2(result.out.contains("3 to 30, until ±5 %"), result.out.constData());
    QVERIFY(QDir(m_folder->path()).isEmpty());
}

void TestRunOptions::badInput_data() {
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArray>("named");
    const auto add = [](const QString& option, const QString& value, const QByteArray& named) {
        QTest::newRow(qPrintable(option + ' ' + value)) << QStringList{option, value} << named;
    };
    for (const char* sizes : {"0", "-5", "1e300", "abc", "", "10:1", "1:9:+0", "10:1e6:x1", "1.5"}) {
        add("--sizes", sizes, "sizes: ");
    }
    for (const char* workers : {"0", "abc", "", "1e9", "0x"})
        add("--workers", workers, "workers: ");
    add("--workload", "sqare", "square");
    add("--backends", "tbbb", "tbb");
    add("--backends", "", "backends: ");
    add("--call", "mapp", "map");
    add("--chunk", "0", "auto, pool");
    add("--pool", "hot", "cold");
    add("--start", "exec", "fork or spawn");
    add("--param", "seconds=0.1", "param: ");
    add("--param", "seconds", "NAME=VALUE");
    for (const char* precision : {"0", "2", "-1%", "101%", "%", "nan"})
        add("--precision", precision, "precision: ");
    for (const char* samples : {"5:2", "0:3", ":", "a:b", "1:2:3", "1:2000000"})
        add("--samples", samples, "samples: ");
    for (const char* seconds : {"0", "-1", "inf", "soon", "1e10"})
        add("--max-seconds", seconds, "seconds above 0 and up to 1e9");
    for (const char* launches : {"0", "101", "1.5"})
        add("--launches", launches, "1 to 100");
    for (const char* seed : {"-1", "1.5", "18446744073709551616"})
        add("--seed", seed, "18446744073709551615");
    add("--chunk", "1e3:2e3", "auto, pool");
    add("--chunk", "1.5", "auto, pool");
    add("--chunk", "1e13", "auto, pool");
    add("--events", "events.jsonl", "--out");
    add("--progress", "often", "auto, always or never");
}

void TestRunOptions::badInput() {
    QFETCH(QStringList, arguments);
    QFETCH(QByteArray, named);
    const CliResult result = runCli(QStringList{"run"} + arguments + outputs(), {}, NoRunner);
    QCOMPARE(result.status, 2);
    QCOMPARE(linesOf(result.err).size(), 1);
    QVERIFY2(result.err.startsWith("breakeven-cli: "), result.err.constData());
    QVERIFY2(result.err.contains(named), result.err.constData());
    QVERIFY(result.out.isEmpty());
    QVERIFY(QDir(m_folder->path()).isEmpty());
}

void TestRunOptions::badSpecs_data() {
    QTest::addColumn<QByteArray>("spec");
    QTest::addColumn<QByteArray>("named");
    QTest::addColumn<bool>("isSpec");  // only the catalogue tells that it cannot be measured
    QTest::newRow("empty") << QByteArray() << QByteArray() << false;
    QTest::newRow("binary") << QByteArray(
                                   "\x7f"
                                   "ELF\0\x01\xff\xfe",
                                   8)
                            << QByteArray() << false;
    QTest::newRow("cut") << sleeperSpec("1", "0.1", 1).left(60) << QByteArray() << false;
    QTest::newRow("typo") << sleeperSpec("1", "0.1", 1).replace("backends", "backend") << QByteArray("backend")
                          << false;
    QTest::newRow("unknown id") << sleeperSpec("1", "0.1", 1).replace("threads", "threds") << QByteArray("threads")
                                << true;
    QTest::newRow("out of range") << sleeperSpec("1", "-1", 1) << QByteArray("seconds") << true;
    QTest::newRow("sizes") << sleeperSpec("0", "0.1", 1) << QByteArray("sizes") << true;
}

void TestRunOptions::badSpecs() {
    QFETCH(QByteArray, spec);
    QFETCH(QByteArray, named);
    QTemporaryDir elsewhere;
    const QString file = elsewhere.filePath("spec.json");
    saveText(file, spec);
    const CliResult fromFile = runCli(QStringList{"run", file} + outputs(), {}, NoRunner);
    const CliResult fromInput = runCli(QStringList{"run", "-"} + outputs(), spec, NoRunner);
    for (const CliResult& result : {fromFile, fromInput}) {
        QCOMPARE(result.status, 2);
        QCOMPARE(linesOf(result.err).size(), 1);
        QVERIFY2(result.err.contains(named), result.err.constData());
    }
    QFETCH(bool, isSpec);
    QVERIFY2(isSpec || fromFile.err.contains("spec.json"), fromFile.err.constData());
    QVERIFY(QDir(m_folder->path()).isEmpty());
}

void TestRunOptions::tooLargeByHandIsRefused() {
    const CliResult result =
        runCli(QStringList{"run", "--workload", "square", "--sizes", "10,1e12"} + outputs(), {}, NoRunner);
    QCOMPARE(result.status, 3);
    QCOMPARE(linesOf(result.err).size(), 1);
    QVERIFY2(result.err.contains("1\u202f000\u202f000\u202f000\u202f000 needs 16"), result.err.constData());
    QVERIFY2(result.err.contains("the limit is"), result.err.constData());
    QVERIFY(QDir(m_folder->path()).isEmpty());
}

void TestRunOptions::tooLargeInASpecIsSkipped() {
    const QByteArray spec = R"({"schema":1,"name":"large","cases":[{"workload":"square","backends":["serial"],)"
                            R"("sizes":"10,1e12"}],"stopping":{"samples":[2,2],"max_seconds":5,"launches":1}})";
    const CliResult result = runCli(QStringList{"run", "-"} + outputs(), spec);
    QCOMPARE(result.status, 0);
    const auto rows = rowsOf(fileText(path("a.csv")));
    QCOMPARE(rows.size(), 2);
    for (const auto& row : rows)
        QCOMPARE(row["status"], QByteArray(row["size"] == "10" ? "ok" : "skipped"));
    QVERIFY2(result.out.contains("skipped: square at size 1\u202f000\u202f000\u202f000\u202f000 needs 16.0\u202fTB"),
             result.out.constData());
    QByteArray nothing = spec;
    const CliResult vain = runCli({"run", "-", "--history", "none"}, nothing.replace("10,1e12", "1e12"));
    QCOMPARE(vain.status, 1);
    QVERIFY2(vain.err.contains("run: failed: nothing was measured"), vain.err.constData());
}

void TestRunOptions::paramReachesEveryCaseThatKnowsIt() {
    const QByteArray spec =
        R"({"schema":1,"name":"two","cases":[{"workload":"square","backends":["serial"],"sizes":"10"},)"
        R"({"workload":"sleep-square","backends":["serial"],"sizes":"10"}],)"
        R"("stopping":{"samples":[1,1],"max_seconds":1,"launches":1}})";
    const CliResult result = runCli({"run", "-", "--param", "seconds=0.25,0.5", "--dry-run"}, spec, NoRunner);
    QCOMPARE(result.err, QByteArray());
    QCOMPARE(result.status, 0);
    QVERIFY2(result.out.contains("3 blocks"), result.out.constData());
}

void TestRunOptions::withoutAnythingItIsOverheadVsSize() {
    const CliResult result = runCli({"run", "--dry-run"}, {}, NoRunner);
    QCOMPARE(result.status, 0);
    QVERIFY2(result.out.startsWith("Plan of 'overhead-vs-size'"), result.out.constData());
    QVERIFY2(result.out.contains("1.60"), result.out.constData());  // two doubles for each of 1e8 items
}

void TestRunOptions::shippedExperimentsCanBePlanned_data() {
    QTest::addColumn<QString>("file");
    const QDir folder(qEnvironmentVariable("BREAKEVEN_RESOURCES") + "/experiments");
    const QStringList names = folder.entryList({"*.json"}, QDir::Files);
    QVERIFY(names.contains("overhead-vs-size.json"));
    for (const QString& name : names)
        QTest::newRow(qPrintable(name)) << folder.filePath(name);
}

void TestRunOptions::shippedExperimentsCanBePlanned() {
    QFETCH(QString, file);
    const QString id = QFileInfo(file).baseName();
    const CliResult fromFile = runCli({"run", file, "--dry-run"}, {}, NoRunner);
    QCOMPARE(fromFile.err, QByteArray());
    QCOMPARE(fromFile.status, 0);
    QVERIFY2(fromFile.out.startsWith("Plan of '" + id.toUtf8() + "'"), fromFile.out.constData());
    QCOMPARE(runCli({"run", id, "--dry-run"}, {}, NoRunner).out, fromFile.out);
}

void TestRunOptions::unbuiltIdsSaySo_data() {
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("backend") << QStringList{"--backends", "serial,mpi"};
}

void TestRunOptions::unbuiltIdsSaySo() {
    QFETCH(QStringList, arguments);
    const CliResult result = runCli(QStringList{"run"} + arguments + outputs(), {}, NoRunner);
    QCOMPARE(result.status, 2);
    QCOMPARE(linesOf(result.err).size(), 1);
    QVERIFY2(result.err.contains("' is not built yet ("), result.err.constData());
    QVERIFY(QDir(m_folder->path()).isEmpty());
}

/// The ids that scripts rely on.
void TestRunOptions::theContractsExperimentsAreShipped() {
    const Result<Catalog> catalog = composeCatalog();
    QVERIFY(catalog);
    for (const char* id : {"overhead-vs-size",
                           "sleep-staircase",
                           "joblib-vs-multiprocessing",
                           "process-data",
                           "rows-in-range",
                           "dataframe",
                           "two-arguments",
                           "hyperparameters",
                           "normalise-rows",
                           "common-items",
                           "run-scripts",
                           "text-cleaning",
                           "image-resize",
                           "api-calls",
                           "crawl",
                           "io-workers",
                           "in-flight-memory",
                           "memoize",
                           "peers",
                           "imbalance",
                           "grain",
                           "false-sharing",
                           "bandwidth",
                           "serial-fraction",
                           "oversubscription",
                           "reduction",
                           "pool-states"}) {
        RunOptions options;
        options.experiment = id;
        QVERIFY2(chooseSpec(options, *catalog), id);
    }
}

void TestRunOptions::aRunIsMeasuredAgain() {
    const CliResult first =
        runCli({"run", "-", "--progress", "never", "--out", path("first.jsonl")}, sleeperSpec("2", "0.001", 2));
    QCOMPARE(first.status, 0);
    const CliResult again = runCli({"run", path("first.jsonl"), "--progress", "never", "--out", path("again.jsonl")});
    QCOMPARE(again.err, QByteArray());
    QCOMPARE(again.status, 0);
    const auto before = eventsOf(fileText(path("first.jsonl")));
    const auto after = eventsOf(fileText(path("again.jsonl")));
    QCOMPARE(after.front()["spec"], before.front()["spec"]);
    QCOMPARE(countEvents(after, "sample"), countEvents(before, "sample"));
}

void TestRunOptions::eachOptionSetsItsField() {
    const Result<Catalog> catalog = composeCatalog();
    QVERIFY(catalog);
    RunOptions options;
    options.experiment = "sleep-staircase";
    options.sizes = "1,2";
    options.workers = "1,2";
    options.backends = "tbb,threads";
    options.call = "map,imap";
    options.inFlight = "2*n_jobs,all";
    options.start = "spawn";
    options.chunk = "auto,pool";
    options.pool = "cold,warm";
    options.params = {"seconds=0.5,1"};
    options.precision = "5%";
    options.samples = "4";
    options.maxSeconds = "1e2";
    options.launches = "7";
    options.seed = "42";
    const Result<ExperimentSpec> spec = chooseSpec(options, *catalog);
    QVERIFY(spec);
    QCOMPARE(spec->name, std::string("sleep-staircase"));
    for (const Case& row : spec->cases) {
        QCOMPARE(row.sizes, std::string("1,2"));
        QCOMPARE(row.workers, std::string("1,2"));
        QCOMPARE(row.backends, (std::vector<std::string>{"tbb", "threads"}));
        QCOMPARE(row.calls, (std::vector<std::string>{"map", "imap"}));
        QCOMPARE(row.inFlights, (std::vector<std::string>{"2*n_jobs", "all"}));
        QCOMPARE(row.starts, (std::vector<std::string>{"spawn"}));
        QCOMPARE(row.chunks, (std::vector<std::string>{"auto", "pool"}));
        QCOMPARE(row.pools, (std::vector<std::string>{"cold", "warm"}));
        QCOMPARE(row.params.at("seconds").size(), std::size_t(2));
    }
    QCOMPARE(spec->stopping.precision, 0.05);
    QCOMPARE(spec->stopping.minSamples, 4);
    QCOMPARE(spec->stopping.maxSamples, 4);
    QCOMPARE(spec->stopping.maxTime.count(), 100.0);
    QCOMPARE(spec->stopping.launches, 7);
    QCOMPARE(spec->seed, std::uint64_t(42));
}

void TestRunOptions::anotherWorkloadDropsTheParameters() {
    const Result<Catalog> catalog = composeCatalog();
    QVERIFY(catalog);
    RunOptions options;
    options.experiment = "sleep-staircase";
    options.workload = "sleep-square";
    QVERIFY(!chooseSpec(options, *catalog)->cases[0].params.empty());
    options.workload = "square";
    QVERIFY(chooseSpec(options, *catalog)->cases[0].params.empty());
}

void TestRunOptions::aChoiceMayBeAList() {
    const Result<Catalog> catalog = composeCatalog();
    QVERIFY(catalog);
    RunOptions options;
    options.workload = "imbalance";
    options.params = {"distribution=uniform,one-heavy"};
    const Result<ExperimentSpec> spec = chooseSpec(options, *catalog);
    QVERIFY(spec);
    QCOMPARE(spec->cases[0].params.at("distribution"), (std::vector<ParamValue>{"uniform", "one-heavy"}));
}

void TestRunOptions::unknownWorkloadsKeepTheirName() {
    const CliResult result = runCli({"run", "--workload", "sqare", "--param", "seconds=1"}, {}, NoRunner);
    QCOMPARE(result.status, 2);
    QVERIFY2(result.err.contains("workload: 'sqare' is not known"), result.err.constData());
}

void TestRunOptions::chunksMayBeScientific() {
    const CliResult scientific =
        runCli({"run", "--workload", "square", "--chunk", "1e3,2000,1000", "--sizes", "10", "--dry-run"}, {}, NoRunner);
    QCOMPARE(scientific.err, QByteArray());
    QCOMPARE(scientific.status, 0);
    // serial, and one trial for each of two chunks
    QVERIFY2(scientific.out.contains("1 block, 3 trials"), scientific.out.constData());
    QVERIFY2(scientific.out.contains("1000") && !scientific.out.contains("1e"), scientific.out.constData());
}

QTEST_GUILESS_MAIN(TestRunOptions)
#include "tst_run_options.moc"
