// The peers through the command line: bases, refusals, trust.
#include "tests/app/cli_process.h"

#include <QTemporaryDir>
#include <QtTest>

class TestRunPeers : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QVERIFY(m_folder.isValid()); }

    void everyTrialNamesItsBase() {
        const QString csv = m_folder.filePath("bases.csv");
        const auto result =
            runCli({"run", "--workload", "square", "--backends", "tbb,python-multiprocessing", "--sizes", "100",
                    "--samples", "2", "--launches", "1", "--progress", "never", "--workers", "2", "--csv", csv});
        QCOMPARE(result.err, QByteArray());
        QCOMPARE(result.status, 0);
        QMap<QByteArray, QByteArray> bases;
        const auto lines = linesOf(fileText(csv));
        const auto names = lines.at(0).split(',');
        for (const auto& line : lines.mid(1)) {
            const auto cells = line.trimmed().split(',');
            bases[cells.at(names.indexOf("backend"))] = cells.at(names.indexOf("base"));
            QCOMPARE(cells.at(names.indexOf("verified")), QByteArray("yes"));
        }
        QCOMPARE(bases, (QMap<QByteArray, QByteArray>{{"serial", ""},
                                                      {"tbb", "serial"},
                                                      {"python-serial", "serial"},
                                                      {"python-multiprocessing", "python-serial"}}));
        QVERIFY(result.out.contains("vs python-serial"));
    }

    void aCallThatThePeerLacksIsAnErrorOfTheSpec() {
        const auto result =
            runCli({"run", "--workload", "square", "--backends", "python-joblib", "--call", "map,imap", "--dry-run"});
        QCOMPARE(result.status, 2);
        QVERIFY2(result.err.contains("'imap' is not allowed (with python-joblib: map, starmap"), result.err);
    }

    void aReductionHasNoLoopInPython() {
        const auto result = runCli({"run", "--workload", "primes", "--backends", "python-serial", "--call", "reduce"});
        QCOMPARE(result.status, 2);
        QVERIFY2(result.err.contains("'reduce' is not allowed"), result.err);
    }

    void missingPythonIsSaidAndTheRestGoesOn() {
        const QStringList none{"BREAKEVEN_PYTHON=/nonexistent/python3"};
        const auto result = runCli({"run", "--workload", "square", "--backends", "tbb,python-serial", "--sizes", "100",
                                    "--samples", "2", "--launches", "1", "--progress", "never", "--workers", "2"},
                                   {}, none);
        QCOMPARE(result.status, 0);
        QVERIFY2(result.err.contains("1 trial refused: square python-serial at size 100: /nonexistent/python3"),
                 result.err);
        QVERIFY(result.out.contains("tbb"));
        QVERIFY(runCli({"list", "backends"}, {}, none).out.contains("python-futures"));
        QVERIFY(runCli({"list", "backends"}, {}, none).out.contains("(not on this machine: /nonexistent/python3"));
        QVERIFY(!runCli({"list", "backends"}).out.contains("not on this machine"));
        QVERIFY(runCli({"doctor"}, {}, none).out.contains("not usable: /nonexistent/python3"));
        QVERIFY(runCli({"doctor"}).out.contains("joblib "));
    }

    void aRunOfWhichAllWasRefusedHasFailed() {
        const QString history = m_folder.filePath("refused.sqlite");
        const QStringList none{"BREAKEVEN_PYTHON=/nowhere/python3"};
        const auto result = runCli({"run", "--workload", "square", "--backends", "python-serial,python-joblib",
                                    "--sizes", "100", "--samples", "2", "--launches", "1", "--progress", "never",
                                    "--out", m_folder.filePath("refused.jsonl"), "--history", history},
                                   {}, none);
        QCOMPARE(result.status, 1);
        const auto said = linesOf(result.err);
        QCOMPARE(said.size(), 2);
        QVERIFY2(said[0].startsWith("breakeven-cli: run: 2 trials refused: square python-serial at size 100: "
                                    "/nowhere/python3: could not be started: No such file or directory ("),
                 said[0]);
        QCOMPARE(said[1], QByteArray("breakeven-cli: run: failed: nothing but serial was measured"));
        QCOMPARE(eventsOf(fileText(m_folder.filePath("refused.jsonl"))).last()["reason"].toString(), QString("failed"));
        const auto listed = runCli({"history", "list", "--json", "--history", history});
        const auto runs = QJsonDocument::fromJson(listed.out).object()["runs"].toArray();
        QCOMPARE(runs.size(), 1);
        QCOMPARE(runs[0].toObject()["state"].toString(), QString("failed"));
    }

    void aTypedFunctionRunsOnEveryPythonBackend() {
        saveText(m_folder.filePath("mine.py"), "def f(x): return -x\n");
        const auto result =
            runCli({"run", "--workload", "python-function", "--param", "file=" + m_folder.filePath("mine.py"),
                    "--sizes", "10", "--samples", "2", "--launches", "1", "--progress", "never", "--workers", "2"});
        QCOMPARE(result.err, QByteArray());
        QCOMPARE(result.status, 0);
        QVERIFY(result.out.contains("python-joblib-threads") && result.out.contains("python-serial"));
        QVERIFY(!result.out.contains("tbb"));
    }

    void aFunctionFromAFileRunsOnlyAfterAYes() {
        const QString mine = m_folder.filePath("theirs.py");
        saveText(mine, "def f(x): return -x\n");
        const QString spec = m_folder.filePath("theirs.json");
        saveText(spec, R"({"schema":1,"name":"theirs","cases":[{"workload":"python-function","params":{"file":")" +
                           mine.toUtf8() +
                           R"(","function":"f"},"backends":["python-serial"],"sizes":"10"}],)"
                           R"("stopping":{"samples":[2,2],"launches":1}})");
        const QStringList state{"XDG_STATE_HOME=" + m_folder.filePath("state")};
        const auto refused = runCli({"run", spec}, {}, state);
        QCOMPARE(refused.status, 3);
        QVERIFY2(refused.err.contains("theirs.py, function = f, items = range(size))"), refused.err);
        QCOMPARE(runCli({"run", spec, "--dry-run"}, {}, state).status, 0);
        QCOMPARE(runCli({"run", spec, "--trust"}, {}, state).status, 0);
        QCOMPARE(runCli({"run", spec}, {}, state).status, 0);
        saveText(mine, "def f(x): return x + 1\n");
        QCOMPARE(runCli({"run", spec}, {}, state).status, 3);
        QVERIFY(QFile::resize(mine, 17'000'000));  // more than is shown or remembered
        QCOMPARE(runCli({"run", spec}, {}, state).status, 2);
        const auto large = runCli({"run", spec, "--trust"}, {}, state);
        QVERIFY2(large.status == 1 && large.err.contains("null bytes"), large.err);
    }

    void aStoppedRunLeavesNoPython_data() {
        QTest::addColumn<QString>("backend");
        for (const char* backend : {"python-multiprocessing", "python-futures", "python-joblib"})
            QTest::newRow(backend) << backend;
    }
    /// The runner is killed and Python with it, so that only its warden can end the workers.
    void aStoppedRunLeavesNoPython() {
        QFETCH(QString, backend);
        const QString file = m_folder.filePath("endless.py");
        const QString mark = m_folder.filePath(backend);
        const QByteArray text =
            "import os, time\n"
            "main = os.getpid()\n"
            "def f(x):\n"
            "    if os.getpid() == main: return x\n"
            "    own = '%s.%d' % (mark, os.getpid())\n"
            "    open(own, 'w').write('%d %d' % (main, os.getpid()))\n"
            "    os.replace(own, mark)\n"
            "    time.sleep(600)\n";
        saveText(file, "mark = '" + mark.toUtf8() + "'\n" + text);
        QProcess process;
        prepareCli(process, {"run", "--workload", "python-function", "--backends", backend, "--param", "file=" + file,
                             "--sizes", "2", "--workers", "2"});
        process.start();
        QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(mark), 60'000);
        process.terminate();
        QVERIFY(process.waitForFinished(60'000));
        QCOMPARE(process.exitCode(), 130);
        const auto pids = fileText(mark).split(' ');
        QCOMPARE(pids.size(), 2);
        for (const auto& pid : pids) {
            const QString stat = "/proc/" + QString::fromLatin1(pid) + "/stat";
            QTRY_VERIFY_WITH_TIMEOUT(!QFile::exists(stat) || fileText(stat).contains(") Z "), 60'000);
        }
        const QString named = "*" + QString::fromLatin1(pids[0]) + "*";
        QTRY_VERIFY_WITH_TIMEOUT(QDir("/dev/shm").entryList({named}, QDir::AllEntries | QDir::System).isEmpty(),
                                 60'000);
    }

private:
    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(TestRunPeers)
#include "tst_run_peers.moc"
