// The timeline, from the run to the file that viewers open.
#include "tests/app/cli_process.h"

#include <QTemporaryDir>
#include <QtTest>

#include <memory>

class TestRunTrace : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;

    QString path(const QString& name) const { return m_folder->filePath(name); }
    CliResult run(const QStringList& more, const QString& backends = "threads,processes,processes-pipe") const {
        return runCli(QStringList{"run",    "--workload", "square", "--sizes",       "1e4", "--backends",
                                  backends, "--workers",  "2",      "--samples",     "3:3", "--launches",
                                  "1",      "--pool",     "warm",   "--chunk",       "100", "--call",
                                  "map",    "--progress", "never",  "--max-seconds", "20"} +
                      more);
    }
    static QByteArray spanNames(const QByteArray& trace) {
        QStringList names;
        for (const QJsonValue& event : QJsonDocument::fromJson(trace)["traceEvents"].toArray())
            if (event["ph"] == "X" && !names.contains(event["name"].toString())) names += event["name"].toString();
        names.sort();
        return names.join(' ').toUtf8();
    }
    static int processesIn(const QByteArray& trace) {
        int count = 0;
        for (const QJsonValue& event : QJsonDocument::fromJson(trace)["traceEvents"].toArray())
            count += event["name"] == "process_name";
        return count;
    }

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void aKeptRunHasItsTimelineBesideIt() {
        saveText(path("run.spans"), "of an earlier run");
        const CliResult result = run({"--out", path("run.jsonl"), "--trace", path("a.trace.json")});
        QVERIFY2(result.status == 0, result.err.constData());
        QVERIFY(fileText(path("run.jsonl")).contains(R"({"event":"trace","file":"run.spans"})"));
        QVERIFY(!fileText(path("run.spans")).contains("earlier"));
        const QByteArray trace = fileText(path("a.trace.json"));
        QCOMPARE(spanNames(trace), QByteArray("compute transport wait"));
        QCOMPARE(processesIn(trace), 3);

        const CliResult converted = runCli({"convert", path("run.jsonl"), path("b.trace.json")});
        QVERIFY2(converted.status == 0, converted.err.constData());
        QCOMPARE(fileText(path("b.trace.json")), trace);

        QVERIFY(QDir().mkdir(path("elsewhere")));
        QVERIFY(QFile::rename(path("run.jsonl"), path("elsewhere/run.jsonl")));
        const CliResult moved = runCli({"convert", path("elsewhere/run.jsonl"), path("c.trace.json")});
        QCOMPARE(moved.status, 2);
        QCOMPARE(linesOf(moved.err).size(), 1);
        QVERIFY2(moved.err.contains("the run's timeline is not there"), moved.err.constData());
        QVERIFY(!QFile::exists(path("c.trace.json")));
    }

    /// Ten samples of each trial take far longer.
    void aTimelineComesBeforeTheSamples() {
        const CliResult result = runCli({"run", "--workload", "sleep-square", "--param", "seconds=0.1", "--sizes", "4",
                                         "--backends", "threads", "--workers", "2", "--max-seconds", "1", "--progress",
                                         "never", "--trace", path("a.trace.json")});
        QVERIFY2(result.status == 0, result.err.constData());
        QCOMPARE(processesIn(fileText(path("a.trace.json"))), 1);
    }

    void theSpansGoWhereTheyAreWanted() {
        const CliResult result = run({"--out", path("run.jsonl"), "--spans", path("mine.spans")});
        QVERIFY2(result.status == 0, result.err.constData());
        QVERIFY(QFile::exists(path("mine.spans")) && !QFile::exists(path("run.spans")));
        QVERIFY(QDir().mkdir(path("elsewhere")));
        QVERIFY(QFile::rename(path("run.jsonl"), path("elsewhere/run.jsonl")));
        const CliResult converted = runCli({"convert", path("elsewhere/run.jsonl"), path("a.trace.json")});
        QVERIFY2(converted.status == 0, converted.err.constData());
        QCOMPARE(processesIn(fileText(path("a.trace.json"))), 3);
    }

    void aTimelineAloneLeavesNothingElse() {
        const QString temporary = path("tmp");
        QVERIFY(QDir().mkdir(temporary));
        const CliResult result = runCli(
            QStringList{"run", "--workload", "square", "--sizes", "1e4", "--backends", "threads", "--workers", "2",
                        "--samples", "3:3", "--launches", "1", "--progress", "never", "--trace", path("a.trace.json")},
            {}, {"TMPDIR=" + temporary});
        QVERIFY2(result.status == 0, result.err.constData());
        QVERIFY(processesIn(fileText(path("a.trace.json"))) >= 1);
        QVERIFY(QDir(temporary).isEmpty());
    }

    /// There is nothing of which a timeline could be.
    void serialRunsHaveNone() {
        const CliResult result = run({"--trace", path("a.trace.json"), "--csv", path("a.csv")}, "serial");
        QCOMPARE(result.status, 2);
        QVERIFY2(result.err.contains("trace: ") && result.err.contains("parallel backend"), result.err.constData());
        QVERIFY(!QFile::exists(path("a.csv")));
    }

    void theTimelineIsNoOtherOutput() {
        const CliResult result = run({"--out", path("run.jsonl"), "--csv", path("run.spans")});
        QCOMPARE(result.status, 2);
        QVERIFY2(result.err.contains("run.spans is also the file of --out"), result.err.constData());
    }
};

QTEST_GUILESS_MAIN(TestRunTrace)
#include "tst_run_trace.moc"
