#include "core/measure/launch_layout.h"
#include "tests/app/cli_process.h"

#include <QTemporaryDir>
#include <QTest>

#include <csignal>

class TestExperimentRun : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void missingRunnerIsFoundFirst();
    void runnerThatIsNoneCannotFinish();
    void killedRunnerLosesNothing();
    void crashingTrialIsFound();
    void trialsOfNoPlanAreAFault();
    void everyLaunchHasItsOwnRunner();
    void everyLaunchHasItsOwnLayoutAndReferences();
    void shortRunsSpendNothingOnReferences();
    void stoppedRunnerEndsWithTheBudget();

private:
    QString path(const char* name) const { return m_folder->filePath(name); }
    /// A runner that does something first; the real one is $REAL.
    QString wrapRunner(const QByteArray& commands) const;
    /// The statuses in the summary a.csv, row by row.
    QMap<QByteArray, QList<QByteArray>> statusByBackend() const;

    std::unique_ptr<QTemporaryDir> m_folder;
};

namespace {

/// Commands for wrapRunner: the real runner, until a request holds this.
QByteArray whenAskedFor(const QByteArray& part, const QByteArray& commands) {
    return "while IFS= read -r line; do\n"
           "  case $line in *'" +
           part + "'*) " + commands +
           ";; esac\n"
           "  printf '%s\\n' \"$line\"\n"
           "done | \"$REAL\"";
}

}  // namespace

void TestExperimentRun::init() {
    m_folder = std::make_unique<QTemporaryDir>();
}

QString TestExperimentRun::wrapRunner(const QByteArray& commands) const {
    const QString script = path("runner");
    const QByteArray real = qEnvironmentVariable("BREAKEVEN_BIN").toUtf8() + "/breakeven-runner";
    saveText(script, "#!/bin/sh\nREAL='" + real + "'\ncd '" + m_folder->path().toUtf8() + "'\n" + commands + '\n');
    QFile::setPermissions(script, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    return "BREAKEVEN_RUNNER=" + script;
}

QMap<QByteArray, QList<QByteArray>> TestExperimentRun::statusByBackend() const {
    QMap<QByteArray, QList<QByteArray>> statuses;
    for (const auto& row : rowsOf(fileText(path("a.csv"))))
        statuses[row["backend"]].append(row["status"]);
    return statuses;
}

void TestExperimentRun::missingRunnerIsFoundFirst() {
    const CliResult result =
        runCli({"run", "--workload", "square", "--out", path("run.jsonl")}, {}, {"BREAKEVEN_RUNNER=" + path("none")});
    QCOMPARE(result.status, 4);
    QCOMPARE(linesOf(result.err).size(), 1);
    QVERIFY2(result.err.contains("none"), result.err.constData());
    QVERIFY(QDir(m_folder->path()).isEmpty());
}

void TestExperimentRun::runnerThatIsNoneCannotFinish() {
    const CliResult result = runCli({"run", "--workload", "square", "--progress", "never", "--out", path("run.jsonl")},
                                    {}, {"BREAKEVEN_RUNNER=/bin/false"});
    QCOMPARE(result.status, 4);
    QCOMPARE(linesOf(result.err).size(), 1);
    QCOMPARE(eventsOf(fileText(path("run.jsonl"))).back()["reason"].toString(), QString("failed"));
}

void TestExperimentRun::killedRunnerLosesNothing() {
    QProcess process;
    prepareCli(process, {"run", "-", "--events", "-", "--progress", "never", "--csv", path("a.csv")},
               {wrapRunner("echo $$ > pid.new && mv pid.new pid && exec \"$REAL\"")});
    process.start();
    process.write(sleeperSpec("1,6", "0.1", 1).replace("\"serial\",", "\"serial\",\"processes\","));
    process.closeWriteChannel();
    QByteArray output;
    while (!output.contains("\"block-finished\"")) {  // of size 1; the runner is now busy with size 6
        QVERIFY(process.waitForReadyRead(30'000));
        output += process.readAllStandardOutput();
    }
    const int runner = fileText(path("pid")).trimmed().toInt();
    QVERIFY(runner > 1);
    ::kill(runner, SIGKILL);
    QVERIFY(process.waitForFinished(30'000));
    QCOMPARE(process.exitCode(), 0);
    QCOMPARE(process.readAllStandardError(), QByteArray());
    output += process.readAllStandardOutput();
    const auto events = eventsOf(output);
    QCOMPARE(events.back()["event"].toString(), QString("run-finished"));
    QCOMPARE(events.back()["reason"].toString(), QString("completed"));
    for (const auto& row : rowsOf(fileText(path("a.csv")))) {
        QCOMPARE(row["status"], QByteArray("ok"));
        QCOMPARE(row["verified"], QByteArray("yes"));
    }
    QVERIFY(output.contains("ended by signal 9"));
}

void TestExperimentRun::crashingTrialIsFound() {
    // Dies by a signal whenever it is asked for the backend threads.
    const QString runner = wrapRunner(whenAskedFor("\"backend\":\"threads\"", "kill -SEGV $$"));
    const QByteArray spec = sleeperSpec("1,2", "0.001", 2).replace("\"serial\",", "\"serial\",\"tbb\",");
    const CliResult result = runCli({"run", "-", "--progress", "never", "--csv", path("a.csv")}, spec, {runner});
    QCOMPARE(result.status, 1);
    QVERIFY2(result.err.contains("crashed") && result.err.contains("signal 11"), result.err.constData());
    const auto statuses = statusByBackend();
    QCOMPARE(statuses["serial"], QList<QByteArray>(2, "ok"));
    QCOMPARE(statuses["tbb"], QList<QByteArray>(2, "ok"));
    QCOMPARE(statuses["threads"], QList<QByteArray>(2, "crashed"));
}

void TestExperimentRun::trialsOfNoPlanAreAFault() {
    const QString runner = wrapRunner("\"$REAL\" | sed -u '/trial-started/s/\"trial\":[0-9]*/\"trial\":999/'");
    const CliResult result = runCli({"run", "--workload", "square", "--sizes", "10", "--backends", "serial",
                                     "--progress", "never", "--out", path("run.jsonl")},
                                    {}, {runner});
    QCOMPARE(result.status, 4);
    QCOMPARE(result.err, QByteArray("breakeven-cli: breakeven-runner: trial 999 is none of the plan's\n"));
    QCOMPARE(eventsOf(fileText(path("run.jsonl"))).back()["reason"].toString(), QString("failed"));
}

void TestExperimentRun::everyLaunchHasItsOwnRunner() {
    const QString runner = wrapRunner("echo started >> starts && exec \"$REAL\"");
    const CliResult result =
        runCli({"run", "--workload", "square", "--sizes", "10", "--backends", "serial", "--samples", "6:6",
                "--launches", "3", "--progress", "never", "--samples-csv", path("b.csv")},
               {}, {runner});
    QVERIFY2(result.status == 0, result.err.constData());
    QCOMPARE(linesOf(fileText(path("starts"))).size(), 3);
    QMap<QByteArray, int> samples;
    for (const auto& row : rowsOf(fileText(path("b.csv"))))
        ++samples[row["launch"]];
    QCOMPARE(samples.size(), 3);
}

void TestExperimentRun::everyLaunchHasItsOwnLayoutAndReferences() {
    const QString words =
        "run --workload square --sizes 10 --backends serial,threads --workers 2 --launches 2 "
        "--samples 2:2 --seed 7 --max-seconds 60 --progress never --out";
    const CliResult result = runCli(words.split(' ') + QStringList{path("run.jsonl")});
    QCOMPARE(result.status, 0);
    int launch = 0;
    for (const auto& event : eventsOf(fileText(path("run.jsonl")))) {
        if (event["event"].toString() != "launch-reference") continue;
        const breakeven::LaunchLayout layout = breakeven::randomLayout(7, launch);
        QCOMPARE(event["launch"].toInt(), launch);
        QCOMPARE(event["environment_bytes"].toInt(), static_cast<int>(layout.environmentBytes));
        QCOMPARE(event["stack_bytes"].toInt(), static_cast<int>(layout.stackBytes));
        ++launch;
    }
    QCOMPARE(launch, 2);
    QCOMPARE(countEvents(eventsOf(fileText(path("run.jsonl"))), "pool-reference"), 2);
}

void TestExperimentRun::shortRunsSpendNothingOnReferences() {
    const QString words =
        "run --workload square --sizes 10 --backends serial,threads --launches 1 --samples 2:2 "
        "--max-seconds 2.9 --progress never --out";
    const CliResult result = runCli(words.split(' ') + QStringList{path("run.jsonl")});
    QCOMPARE(result.status, 0);
    QVERIFY(!fileText(path("run.jsonl")).contains("-reference\""));
}

/// Size 1 is measured; then the runner and all it has started are stopped, and would be for ever.
void TestExperimentRun::stoppedRunnerEndsWithTheBudget() {
    const QString runner = wrapRunner(whenAskedFor("\"size\":2", "echo $$ > pid; kill -STOP 0"));
    const QByteArray spec = sleeperSpec("1,2", "0.001", 2).replace("\"max_seconds\":60", "\"max_seconds\":1");
    const CliResult result =
        runCli({"run", "-", "--progress", "never", "--csv", path("a.csv"), "--out", path("run.jsonl")}, spec, {runner});
    QCOMPARE(result.status, 0);
    QCOMPARE(result.err, QByteArray());
    QCOMPARE(statusByBackend()["serial"], (QList<QByteArray>{"ok", "skipped"}));
    QVERIFY2(result.out.contains("the runner was stopped and did not go on, so it was ended"), result.out.constData());
    QCOMPARE(eventsOf(fileText(path("run.jsonl"))).back()["reason"].toString(), QString("budget"));
    QCOMPARE(::kill(fileText(path("pid")).trimmed().toInt(), 0), -1);
}

QTEST_GUILESS_MAIN(TestExperimentRun)
#include "tst_experiment_run.moc"
