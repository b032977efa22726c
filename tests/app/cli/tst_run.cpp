#include "tests/app/cli_process.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <cmath>
#include <csignal>

class TestRun : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void measuresAndWritesEverything();
    void aDebugBuildSaysSo();
    void eventsFoldToTheSameResults();
    void specFromFileAndInputAgree();
    void convertKeepsWhatACutFileHolds();
    void analyzeHasTheContractsKeys();
    void unwritableOutputsAreFoundFirst_data();
    void unwritableOutputsAreFoundFirst();
    void oneFileForTwoOutputsIsRefused();
    void dashIsNoFile_data();
    void dashIsNoFile();
    void fullDiskKeepsTheRest();
    void interruptKeepsWhatWasMeasured();
    void aPacedRunWaitsAfterEachBlock();
    void onlyAReaderPaces();
    void endsWhenNobodyReadsTheEvents();
    void progressOnAPipeIsPlain();
    void eightWorkersClimbAStaircase();

private:
    QString path(const char* name) const { return m_folder->filePath(name); }
    QStringList outputs() const;
    QStringList shortRun() const;

    std::unique_ptr<QTemporaryDir> m_folder;
};

namespace {

constexpr const char* SummaryColumns =
    "run_id,experiment,workload,params,backend,call,chunk,pool,size,workers,samples,median_s,ci_low_s,ci_high_s,min_s,"
    "mean_s,stddev_s,items_per_s,base,speedup,speedup_low,speedup_high,efficiency,self_speedup,startup_s,"
    "first_result_s,cpu_s,peak_rss_bytes,verified,status,flags";
constexpr const char* SampleColumns =
    "run_id,launch,round,order,workload,params,backend,call,chunk,pool,size,workers,iterations,seconds,startup_s,cpu_s,"
    "flags";
constexpr const char* SeedColumns = "list_length,type,time_taken";

QByteArray headerOf(const QString& file) {
    return linesOf(fileText(file)).value(0).trimmed();
}

/// Waits for output and appends it, until it holds the text.
bool readUntil(QProcess& process, QByteArray& output, const QByteArray& text) {
    constexpr int LimitMs = 30'000;
    while (!output.contains(text)) {
        if (!process.waitForReadyRead(LimitMs)) return false;
        output += process.readAllStandardOutput();
    }
    return true;
}

}  // namespace

void TestRun::init() {
    m_folder = std::make_unique<QTemporaryDir>();
}

QStringList TestRun::outputs() const {
    return {"--out",         path("run.jsonl"), "--csv",       path("a.csv"),
            "--samples-csv", path("b.csv"),     "--seeds-csv", path("c.csv")};
}

QStringList TestRun::shortRun() const {
    return {"run",        "--workload",    "square", "--sizes",    "10:1e3", "--backends",
            "serial,tbb", "--max-seconds", "2",      "--launches", "1"};
}

void TestRun::measuresAndWritesEverything() {
    const CliResult result = runCli(shortRun() + outputs());
    QVERIFY2(result.status == 0, result.err.constData());
    QVERIFY(result.out.contains("tbb"));

    QCOMPARE(headerOf(path("a.csv")), QByteArray(SummaryColumns));
    QCOMPARE(headerOf(path("b.csv")), QByteArray(SampleColumns));
    QCOMPARE(headerOf(path("c.csv")), QByteArray(SeedColumns));
    const auto trials = rowsOf(fileText(path("a.csv")));
    QCOMPARE(trials.size(), 6);
    for (const auto& trial : trials) {
        QCOMPARE(trial["status"], QByteArray("ok"));
        QCOMPARE(trial["verified"], QByteArray("yes"));
        QVERIFY(trial["median_s"].toDouble() > 0);
    }
    const auto samples = rowsOf(fileText(path("b.csv")));
    const auto events = eventsOf(fileText(path("run.jsonl")));
    QCOMPARE(samples.size(), countEvents(events, "sample"));
    QVERIFY(samples.size() >= 6);
    QCOMPARE(events.front()["event"].toString(), QString("run-started"));
    QCOMPARE(events.back()["event"].toString(), QString("run-finished"));
    QCOMPARE(rowsOf(fileText(path("c.csv"))).size(), 6);
}

void TestRun::aDebugBuildSaysSo() {
#ifdef NDEBUG
    constexpr bool IsDebug = false;
#else
    constexpr bool IsDebug = true;
#endif
    const QByteArray sentence = "Measured by a debug build";
    const CliResult measured = runCli(shortRun() + outputs());
    QCOMPARE(measured.status, 0);
    QCOMPARE(measured.out.contains(sentence), IsDebug);
    for (const char* file : {"run.jsonl", "a.csv", "b.csv"})
        QCOMPARE(runCli({"analyze", path(file)}).out.contains(sentence), IsDebug);
    QCOMPARE(runCli({"doctor"}).out.contains("This is a debug build"), IsDebug);
}

void TestRun::eventsFoldToTheSameResults() {
    const CliResult result = runCli(shortRun() + outputs() + QStringList{"--events", "-", "--progress", "never"});
    QCOMPARE(result.status, 0);
    QCOMPARE(result.err, QByteArray());
    QCOMPARE(result.out, fileText(path("run.jsonl")));
    const auto events = eventsOf(result.out);
    for (const QJsonObject& event : events)
        QVERIFY(!event["event"].toString().isEmpty());
    QCOMPARE(events.back()["event"].toString(), QString("run-finished"));
    saveText(path("stream.jsonl"), result.out);
    QCOMPARE(runCli({"convert", path("stream.jsonl"), path("stream.csv")}).status, 0);
    QCOMPARE(fileText(path("stream.csv")), fileText(path("a.csv")));
}

void TestRun::specFromFileAndInputAgree() {
    const QByteArray spec = sleeperSpec("2", "0.001", 2);
    saveText(path("spec.json"), spec);
    const CliResult fromFile = runCli({"run", path("spec.json"), "--out", path("file.jsonl")});
    const CliResult fromInput = runCli({"run", "-", "--out", path("input.jsonl")}, spec);
    QCOMPARE(fromFile.status, 0);
    QCOMPARE(fromInput.status, 0);
    const auto file = eventsOf(fileText(path("file.jsonl")));
    const auto input = eventsOf(fileText(path("input.jsonl")));
    QCOMPARE(file.front()["spec"], input.front()["spec"]);
    QCOMPARE(countEvents(file, "sample"), countEvents(input, "sample"));
    QVERIFY(file.front()["run_id"] != input.front()["run_id"]);
}

void TestRun::convertKeepsWhatACutFileHolds() {
    QCOMPARE(runCli(shortRun() + outputs()).status, 0);
    const QByteArray whole = fileText(path("run.jsonl"));
    saveText(path("cut.jsonl"), whole.left(whole.size() * 2 / 3));
    const CliResult result = runCli({"convert", path("cut.jsonl"), path("cut.samples.csv")});
    QCOMPARE(result.status, 0);
    QCOMPARE(linesOf(result.err).size(), 1);
    QVERIFY2(result.err.contains("cut.jsonl"), result.err.constData());
    const auto kept = rowsOf(fileText(path("cut.samples.csv"))).size();
    QVERIFY(kept > 0);
    QVERIFY(kept < rowsOf(fileText(path("b.csv"))).size());
}

void TestRun::analyzeHasTheContractsKeys() {
    QCOMPARE(runCli(shortRun() + outputs()).status, 0);
    const CliResult json = runCli({"analyze", path("run.jsonl"), "--at", "500", "--json"});
    QCOMPARE(json.status, 0);
    QVERIFY(json.out.endsWith("}\n") && !json.out.endsWith("\n\n"));
    const QJsonObject analysis = QJsonDocument::fromJson(json.out).object();
    QCOMPARE(analysis["schema"].toInt(), 1);
    for (const char* key : {"break_even", "at", "speedup", "waterfall", "models", "regimes", "findings"}) {
        QVERIFY2(analysis.contains(key), key);
    }
    QVERIFY(!analysis["break_even"].toArray().isEmpty());
    QVERIFY(!runCli({"analyze", path("run.jsonl")}).out.isEmpty());
}

void TestRun::unwritableOutputsAreFoundFirst_data() {
    QTest::addColumn<QString>("option");
    for (const char* option : {"--out", "--csv", "--samples-csv", "--seeds-csv"})
        QTest::newRow(option) << option;
}

void TestRun::unwritableOutputsAreFoundFirst() {
    QFETCH(QString, option);
    saveText(path("file"), "text");
    const CliResult result =
        runCli({"run", "--workload", "square", option, path("file/run.jsonl")}, {}, {"BREAKEVEN_RUNNER=/bin/false"});
    QCOMPARE(result.status, 2);
    QCOMPARE(linesOf(result.err).size(), 1);
    QVERIFY2(result.err.contains(option.mid(2).toUtf8() + ": "), result.err.constData());
    QCOMPARE(fileText(path("file")), QByteArray("text"));
}

void TestRun::oneFileForTwoOutputsIsRefused() {
    const CliResult result = runCli(shortRun() + QStringList{"--csv", path("x.csv"), "--samples-csv", path("x.csv")});
    QCOMPARE(result.status, 2);
    QVERIFY2(result.err.contains("--samples-csv"), result.err.constData());
    const CliResult disguised =
        runCli(shortRun() + QStringList{"--csv", path("x.csv"), "--samples-csv", path("./x.csv")});
    QCOMPARE(disguised.status, 2);
    QVERIFY2(disguised.err.contains("--samples-csv"), disguised.err.constData());
    QVERIFY(QDir(m_folder->path()).isEmpty());
}

void TestRun::dashIsNoFile_data() {
    QTest::addColumn<QString>("option");
    QTest::addColumn<QByteArray>("hint");
    QTest::newRow("out") << "--out" << QByteArray("--events -");
    for (const char* option : {"--csv", "--samples-csv", "--seeds-csv"})
        QTest::newRow(option) << option << QByteArray("/dev/stdout");
}

void TestRun::dashIsNoFile() {
    QFETCH(QString, option);
    QFETCH(QByteArray, hint);
    const CliResult result = runCli({"run", "--workload", "square", option, "-"}, {}, {"BREAKEVEN_RUNNER=/bin/false"});
    QCOMPARE(result.status, 2);
    QCOMPARE(linesOf(result.err).size(), 1);
    QVERIFY2(result.err.contains(option.mid(2).toUtf8() + ": '-' is not allowed"), result.err.constData());
    QVERIFY2(result.err.contains(hint), result.err.constData());
    QVERIFY(!QFile::exists("-"));
}

void TestRun::fullDiskKeepsTheRest() {
    QVERIFY(QFile::link("/dev/full", path("full.jsonl")));
    const CliResult result = runCli(shortRun() + QStringList{"--out", path("full.jsonl"), "--csv", path("a.csv")});
    QCOMPARE(result.status, 4);
    QCOMPARE(linesOf(result.err).size(), 1);
    QVERIFY(!rowsOf(fileText(path("a.csv"))).isEmpty());
}

void TestRun::interruptKeepsWhatWasMeasured() {
    QProcess process;
    prepareCli(process, QStringList{"run", "-", "--events", "-"} + outputs());
    process.start();
    process.write(sleeperSpec("1,1000", "0.05", 6));
    process.closeWriteChannel();
    QByteArray output;
    QVERIFY(readUntil(process, output, "\"block-finished\""));
    QVERIFY(process.processId() > 1);
    ::kill(static_cast<pid_t>(process.processId()), SIGINT);
    QVERIFY(process.waitForFinished(10'000));  // the sample under way would take 50 s
    QCOMPARE(process.exitStatus(), QProcess::NormalExit);
    QCOMPARE(process.exitCode(), 130);
    output += process.readAllStandardOutput();

    const auto events = eventsOf(output);
    QCOMPARE(events.back()["event"].toString(), QString("run-finished"));
    QCOMPARE(events.back()["reason"].toString(), QString("interrupted"));
    QCOMPARE(countEvents(events, "trial-finished"), qsizetype(0));  // more samples were to come
    QCOMPARE(output, fileText(path("run.jsonl")));
    const auto messages = linesOf(process.readAllStandardError());
    const QByteArray lastProgress = messages.value(messages.size() - 2);
    QVERIFY2(lastProgress.contains("2/4 trials"), lastProgress.constData());
    const auto rows = rowsOf(fileText(path("a.csv")));
    QVERIFY(std::any_of(rows.begin(), rows.end(), [](const auto& row) { return row["samples"].toInt() > 0; }));
    QCOMPARE(runCli({"analyze", path("run.jsonl")}).status, 0);
}

void TestRun::aPacedRunWaitsAfterEachBlock() {
    constexpr int LookMs = 400;  // less than what it waits at most
    QProcess process;
    prepareCli(process, QStringList{"run", "-", "--events", "-", "--paced", "--progress", "never"});
    process.start();
    process.write(sleeperSpec("1,2", "0.001", 3) + "\n\n");  // it is not closed: an empty line ends the spec
    QByteArray all;
    int blocks = 0;
    while (!all.contains("\"run-finished\"")) {
        QVERIFY2(process.waitForReadyRead(), all.constData());
        all += process.readAllStandardOutput();
        if (!all.endsWith('\n') || !linesOf(all).back().contains("\"block-finished\"")) continue;
        ++blocks;
        if (blocks == 1) QVERIFY2(!process.waitForReadyRead(LookMs), process.readAllStandardOutput().constData());
        process.write("\n");
    }
    QVERIFY(blocks >= 2);
    QVERIFY(process.waitForFinished());
    QCOMPARE(process.exitCode(), 0);
    QCOMPARE(countEvents(eventsOf(all), "block-finished"), qsizetype(blocks));
}

void TestRun::onlyAReaderPaces() {
    const CliResult result = runCli(shortRun() + QStringList{"--paced"});
    QCOMPARE(result.status, 2);
    QCOMPARE(result.err, QByteArray("breakeven-cli: paced: a run is paced by who reads its --events -\n"));
}

void TestRun::endsWhenNobodyReadsTheEvents() {
    // The reader goes away after the last line before a sample of ten seconds, so no write can tell.
    saveText(path("spec.json"), sleeperSpec("1,200", "0.05", 100));
    QProcess shell;
    shell.setWorkingDirectory(m_folder->path());
    shell.start("/bin/sh", {"-c",
                            "{ \"$0\" run spec.json --events - --out run.jsonl --csv a.csv; echo $? > status; } |"
                            " grep -q 'trial-started\",\"trial\":3'",
                            cliProgram()});
    QVERIFY(shell.waitForFinished(5'000));
    QCOMPARE(fileText(path("status")).trimmed(), QByteArray("130"));
    QVERIFY(fileText(path("run.jsonl")).contains("\"interrupted\""));
    QVERIFY(!rowsOf(fileText(path("a.csv"))).isEmpty());
}

void TestRun::progressOnAPipeIsPlain() {
    const QByteArray spec = sleeperSpec("2", "0.001", 2);
    const CliResult plain = runCli({"run", "-"}, spec);
    QCOMPARE(plain.status, 0);
    QVERIFY2(plain.err.contains("2/2 trials"), plain.err.constData());
    QVERIFY(!plain.err.contains('\r') && !plain.err.contains('\x1b'));
    QVERIFY(runCli({"run", "-", "--progress", "never"}, spec).err.isEmpty());
    const CliResult bar = runCli({"run", "-", "--progress", "always"}, spec);
    QVERIFY2(bar.err.contains("100%|██████████") && bar.err.contains('\r'), bar.err.constData());
}

void TestRun::eightWorkersClimbAStaircase() {
    const CliResult result =
        runCli({"run", "sleep-staircase", "--param", "seconds=0.1", "--sizes", "7,8,9", "--workers", "8", "--backends",
                "serial,threads", "--samples", "3:3", "--csv", path("a.csv")});
    QVERIFY2(result.status == 0, result.err.constData());
    QMap<QByteArray, double> medians;
    for (const auto& row : rowsOf(fileText(path("a.csv")))) {
        if (row["backend"] == "threads") medians[row["size"]] = row["median_s"].toDouble();
    }
    const auto waves = [&](const char* size) { return std::floor(medians[size] / 0.1); };
    QCOMPARE(waves("7"), 1.0);
    QCOMPARE(waves("8"), 1.0);
    QCOMPARE(waves("9"), 2.0);
}

QTEST_GUILESS_MAIN(TestRun)
#include "tst_run.moc"
