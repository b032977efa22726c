// Programs of a folder through the command line: who may run them, and that none outlives the run.
#include "tests/app/cli_process.h"

#include <QTemporaryDir>
#include <QtTest>

#include <csignal>

class TestRunScripts : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        m_folder = std::make_unique<QTemporaryDir>();
        QVERIFY(QDir(m_folder->path()).mkdir("programs"));
    }

    void theShippedScriptsOfASpecRunWithoutAYes() {
        const CliResult result = runCli({"run", specWith(""), "--progress", "never"}, {}, state());
        QCOMPARE(result.err, QByteArray());
        QCOMPARE(result.status, 0);
        QVERIFY(!QFile::exists(path("state")));  // nothing was said yes to
    }

    void aFolderOfASpecNeedsAYesToWhatIsInIt() {
        const QString programs = path("programs");
        saveText(programs + "/a.sh", "echo theirs\n");
        const QStringList run{"run", specWith(programs), "--progress", "never"};
        const CliResult refused = runCli(run, {}, state());
        QCOMPARE(refused.status, 3);
        QVERIFY2(refused.err.contains("would run a program, Run scripts (folder = " + programs.toUtf8() + ")"),
                 refused.err.constData());
        QCOMPARE(runCli(run + QStringList{"--trust"}, {}, state()).status, 0);
        QCOMPARE(runCli(run, {}, state()).status, 0);
        saveText(programs + "/b.sh", "echo more\n");
        QCOMPARE(runCli(run, {}, state()).status, 3);
    }

    void aTypedFolderIsTrusted() {
        saveText(path("programs/a.sh"), "echo mine\n");
        const CliResult result = runCli(typed("serial,threads,processes"), {}, state());
        QCOMPARE(result.err, QByteArray());
        QCOMPARE(result.status, 0);
    }

    void nothingOutlivesTheRun_data() {
        QTest::addColumn<QString>("backend");
        QTest::addColumn<bool>("isKilled");  // who runs the program, by SIGKILL; else the run is stopped
        for (const char* backend : {"serial", "threads", "processes", "processes-pipe"}) {
            QTest::addRow("%s stopped", backend) << backend << false;
            QTest::addRow("%s killed", backend) << backend << true;
        }
    }
    void nothingOutlivesTheRun() {
        QFETCH(QString, backend);
        QFETCH(bool, isKilled);
        const QByteArray mark = path("mark").toUtf8();
        saveText(path("programs/endless.sh"),
                 "sleep 1000 &\necho $PPID $$ $! > " + mark + ".$$\nln " + mark + ".$$ " + mark + "\nwait\n");
        QProcess process;
        prepareCli(process, typed(backend));
        process.start();
        QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(mark), 60'000);
        const auto pids = fileText(mark).trimmed().split(' ');
        QCOMPARE(pids.size(), 3);
        if (isKilled)
            ::kill(pids[0].toInt(), SIGKILL);
        else
            process.terminate();
        for (const QByteArray& pid : pids)
            QTRY_VERIFY_WITH_TIMEOUT(hasEnded(pid), 60'000);
        process.terminate();
        QTRY_COMPARE_WITH_TIMEOUT(process.state(), QProcess::NotRunning, 60'000);
    }

private:
    QString path(const QString& name) const { return m_folder->filePath(name); }
    QStringList state() const { return {"XDG_STATE_HOME=" + path("state")}; }

    QStringList typed(const QString& backends) const {
        return {"run",        "--workload", "script",     "--param",    "folder=" + path("programs"),
                "--sizes",    "2",          "--backends", backends,     "--workers",
                "2",          "--samples",  "2",          "--launches", "1",
                "--progress", "never"};
    }

    QString specWith(const QString& folder) const {
        saveText(path("spec.json"),
                 R"({"schema":1,"name":"theirs","cases":[{"workload":"script","params":{"folder":")" + folder.toUtf8() +
                     R"(","seconds":0},"backends":["serial","threads"],)"
                     R"("sizes":"3"}],"stopping":{"samples":[2,2],"launches":1}})");
        return path("spec.json");
    }

    static bool hasEnded(const QByteArray& pid) {
        const QString stat = "/proc/" + QString::fromLatin1(pid) + "/stat";
        return !QFile::exists(stat) || fileText(stat).contains(") Z ");
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(TestRunScripts)
#include "tst_run_scripts.moc"
