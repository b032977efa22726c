// Programs of the user's through the command line: behind --, as a workload, in a spec; trust; and that none outlives
// us.
#include "tests/app/cli_process.h"

#include <QTemporaryDir>
#include <QtTest>

#include <csignal>

class TestRunCommand : public QObject {
    Q_OBJECT

    QString path(const QString& name) const { return m_folder.filePath(name); }

    QString script(const QString& name, const QByteArray& text) const {
        saveText(path(name), "#!/bin/sh\n" + text);
        QFile::setPermissions(path(name), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        return path(name);
    }

    static QStringList quick(const QStringList& options, const QStringList& program = {}) {
        QStringList all{"run", "--samples", "2", "--launches", "1", "--progress", "never", "--workers", "2"};
        all += options;
        if (!program.isEmpty()) all += "--";
        return all + program;
    }

    static QByteArray specText(const QByteArray& cases) {
        return R"({"schema":1,"name":"mine","cases":[)" + cases + R"(],"stopping":{"samples":[2,2],"launches":1}})";
    }

    static bool isAlive(const QByteArray& pid) {
        const QString stat = "/proc/" + QString::fromLatin1(pid) + "/stat";
        return QFile::exists(stat) && !fileText(stat).contains(") Z ");
    }

private Q_SLOTS:
    void init() { QVERIFY(m_folder.isValid()); }

    void aProgramBehindDashesIsMeasured() {
        const auto program = script("twice.sh", "echo $(($1 * 2))\n");
        const QString csv = path("twice.csv");
        const auto result = runCli(quick({"--sizes", "10,20", "--csv", csv}, {program, "{size}", "{workers}"}));
        QCOMPARE(result.err, QByteArray());
        QCOMPARE(result.status, 0);
        const auto rows = rowsOf(fileText(csv));
        QCOMPARE(rows.size(), 4);
        for (const auto& row : rows) {
            QCOMPARE(row["workload"], QByteArray("command"));
            QCOMPARE(row["verified"], QByteArray("yes"));
            QCOMPARE(row["workers"], row["backend"] == "serial" ? QByteArray("1") : QByteArray("2"));
            QCOMPARE(row["base"], row["backend"] == "serial" ? QByteArray() : QByteArray("serial"));
            QVERIFY(row["startup_s"].toDouble() > 0 && row["median_s"].toDouble() > 0);
            QCOMPARE(row["pool"] + row["chunk"], QByteArray());
        }
    }

    /// Seconds of all its threads together, say.
    void aProgramMayTellMoreTimeThanItLived() {
        const auto result = runCli(quick({"--sizes", "10", "--csv", path("long.csv"), "--param", "time=own"},
                                         {"printf", "%s\\n", "{\"seconds\": 1.5}"}));
        QCOMPARE(result.err, QByteArray());
        for (const auto& row : rowsOf(fileText(path("long.csv"))))
            QCOMPARE(row["median_s"].toDouble(), 1.5);
    }

    void whereSigchldIsIgnoredItRunsToo() {
        const auto before = std::signal(SIGCHLD, SIG_IGN);
        const auto result = runCli({"doctor"});
        std::signal(SIGCHLD, before);
        QVERIFY2(!result.out.contains("no C++ compiler is found"), result.out);
    }

    /// Every byte of the words comes through the spec as it was typed.
    void wordsArriveAsTheyWereTyped() {
        const QStringList odd{"",     " ", "a b",   "'", "\"", "\\", "'\\''", "$HOME", "*", "~", "#", "a\nb",
                              "{{x}", "é", "--csv", "-", "=",  ";",  "`id`",  "|",     "&", "%", "\t"};
        const QString told = path("told");
        const auto program =
            script("told.sh", "for word; do printf '%s\\0' \"$word\"; done > '" + told.toUtf8() + "'\n");
        const auto result = runCli(quick({}, QStringList{program} + odd));
        QCOMPARE(result.err, QByteArray());
        QCOMPARE(result.status, 0);
        QCOMPARE(fileText(told), (odd.join(QChar(0)) + QChar(0)).toUtf8());
    }

    void theWorkloadTakesTheLine() {
        const auto result =
            runCli(quick({"--workload", "command", "--param", "command=sh -c 'echo \"$1, {size}\"' x {workers}",
                          "--param", "output=ignore", "--sizes", "5"}));
        QCOMPARE(result.err, QByteArray());
        QCOMPARE(result.status, 0);
        QVERIFY2(result.out.contains("command"), result.out);
    }

    void backendsAreWordsForTheProgram() {
        const QString csv = path("words.csv");
        const auto program = script("words.sh", "case $1 in serial|tbb|python-futures) ;; *) exit 1;; esac\n");
        const auto result = runCli(quick({"--backends", "tbb,python-futures", "--sizes", "10", "--csv", csv},
                                         {program, "{backend}", "{workers}"}));
        QCOMPARE(result.err, QByteArray());
        QCOMPARE(result.status, 0);
        QStringList backends;
        for (const auto& row : rowsOf(fileText(csv)))
            backends.append(row["backend"] + "/" + row["base"]);
        QCOMPARE(backends, (QStringList{"serial/", "tbb/serial", "python-futures/serial"}));
    }

    void wrongUseIsOneLine_data() {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QByteArray>("why");
        const auto add = [](const char* name, const QStringList& arguments, const char* why) {
            QTest::newRow(name) << arguments << QByteArray(why);
        };
        add("no program", {"run", "--"}, "run: no program follows --");
        add("an experiment", {"run", "grain", "--", "x"}, "'grain' and a program behind -- exclude each other");
        add("a workload", {"run", "--workload", "square", "--", "x"}, "--workload square and a program behind --");
        add("two programs", {"run", "--param", "command=x", "--", "y"}, "--param command and a program behind --");
        add("no command", {"run", "--workload", "command"}, "params.command: '' is not allowed (a program");
        add("a quote", {"run", "--workload", "command", "--param", "command=x 'y"}, "a second ' to close the quote");
        add("an empty word", {"run", "--", ""}, "params.command: '''' is not allowed (a program");
        add("a call", {"run", "--call", "imap", "--", "x"}, "calls: 'imap' is not allowed (with command: map");
        add("a cache", {"run", "--cache", "d", "--", "x"}, "cache: 'd' is not allowed (none with command");
        add("not there", {"run", "--", "no-such-program", "x"}, "command: no-such-program: there is no such program");
        add("not there, planned", {"run", "--dry-run", "--", "no-such-program"},
            "command: no-such-program: there is no");
        add("no file named", {"run", "--workload", "python-function", "--param", "function=f"},
            "file: no file is named");
        add("no file", {"run", "--workload", "python-function", "--param", "file=none.py", "--param", "function=f"},
            "file: none.py: there is no such file");
        add("a choice", {"run", "--param", "time=mine", "--", "x"}, "params.time: 'mine' is not allowed (wall, own");
    }
    void wrongUseIsOneLine() {
        QFETCH(QStringList, arguments);
        QFETCH(QByteArray, why);
        const auto result = runCli(arguments);
        QCOMPARE(result.status, 2);
        QVERIFY2(result.err.contains(why), result.err);
        QCOMPARE(linesOf(result.err).size(), 1);
    }

    void theDryRunShowsTheProgramAndDoesNotStartIt() {
        const auto program = script("touches.sh", "touch '" + path("touched").toUtf8() + "'\n");
        const auto result = runCli({"run", "--dry-run", "--workers", "2", "--", program, "a b", "{workers}"});
        QCOMPARE(result.status, 0);
        QVERIFY2(result.out.contains("Program            " + program.toUtf8() + " 'a b' {workers}\n"), result.out);
        QVERIFY2(
            result.out.contains("Plan of 'command': 1 block, 2 trials\n  command, 1\u202f000 items: serial, command\n"),
            result.out);
        QVERIFY(!QFile::exists(path("touched")));
    }

    void aFailureIsOneTrialAndTheRestGoesOn() {
        const auto program = script("fails.sh", "[ $1 = 20 ] && { echo 'not twenty' >&2; exit 3; }\nexit 0\n");
        const auto result =
            runCli(quick({"--sizes", "10,20,30", "--csv", path("fails.csv")}, {program, "{size}", "{workers}"}));
        QCOMPARE(result.status, 1);
        QVERIFY2(result.err.contains("2 trials failed: command serial at size 20: exit code 3: not twenty"),
                 result.err);
        QCOMPARE(linesOf(result.err).size(), 1);
        for (const auto& row : rowsOf(fileText(path("fails.csv"))))
            QCOMPARE(row["status"], row["size"] == "20" ? QByteArray("failed") : QByteArray("ok"));
    }

    void whatNeverEndsIsTimedOut() {
        const auto program = script("hangs.sh", "[ $1 = 20 ] && exec sleep 1000\nexit 0\n");
        const auto result = runCli(quick({"--sizes", "10,20,30", "--param", "limit=0.3", "--csv", path("hangs.csv")},
                                         {program, "{size}", "{workers}"}));
        QCOMPARE(result.status, 1);
        QVERIFY2(result.err.contains("timed-out: ran longer than 0.3 s"), result.err);
        for (const auto& row : rowsOf(fileText(path("hangs.csv"))))
            QCOMPARE(row["status"], row["size"] == "20" ? QByteArray("timed-out") : QByteArray("ok"));
    }

    void twoProgramsAreTwoCases() {
        saveText(path("two.json"),
                 specText(R"({"workload":"command","params":{"command":"echo {workers}","output":"ignore"},)"
                          R"("sizes":"1","workers":"2"},)"
                          R"({"workload":"command","params":{"command":"true {workers}"},)"
                          R"("sizes":"1","workers":"2"})"));
        const auto result =
            runCli({"run", path("two.json"), "--trust", "--csv", path("two.csv"), "--progress", "never"}, {},
                   {"XDG_STATE_HOME=" + path("two-state")});
        QCOMPARE(result.err, QByteArray());
        QCOMPARE(result.status, 0);
        QCOMPARE(rowsOf(fileText(path("two.csv"))).size(), 4);
    }

    void aProgramFromAFileRunsOnlyAfterAYes() {
        const auto tool = script("tool.sh", ". \"$1\"\n");
        saveText(path("part-1.sh"), "exit 0\n");
        saveText(path("part-2.sh"), "exit 0\n");
        saveText(path("theirs.json"),
                 specText(R"({"workload":"command","params":{"command":")" + tool.toUtf8() + " " +
                          path("part-{workers}.sh").toUtf8() + R"("},"sizes":"1","workers":"2"})"));
        const QStringList state{"XDG_STATE_HOME=" + path("state")};
        const auto refused = runCli({"run", path("theirs.json")}, {}, state);
        QCOMPARE(refused.status, 3);
        QVERIFY2(refused.err.contains("trust: the experiment would run a program, Program (command = "), refused.err);
        QCOMPARE(runCli({"run", path("theirs.json"), "--dry-run"}, {}, state).status, 0);
        QCOMPARE(runCli({"run", path("theirs.json"), "--trust"}, {}, state).status, 0);
        QCOMPARE(runCli({"run", path("theirs.json")}, {}, state).status, 0);
        // Any of the files that the words name, also one that only a trial with two workers does.
        saveText(path("part-2.sh"), "exit 0 # changed\n");
        QCOMPARE(runCli({"run", path("theirs.json")}, {}, state).status, 3);
        QCOMPARE(runCli({"run", path("theirs.json"), "--trust"}, {}, state).status, 0);
        script("tool.sh", ". \"$1\" # changed\n");
        QCOMPARE(runCli({"run", path("theirs.json")}, {}, state).status, 3);
    }

    void noProgramOutlivesTheRun_data() {
        QTest::addColumn<QString>("whom");
        QTest::addColumn<int>("signal");
        QTest::newRow("stopped") << "cli" << SIGTERM;
        QTest::newRow("the command line is killed") << "cli" << SIGKILL;
        QTest::newRow("the runner is killed") << "runner" << SIGKILL;
    }
    /// Neither the program nor what it has started in turn.
    void noProgramOutlivesTheRun() {
        QFETCH(QString, whom);
        QFETCH(int, signal);
        const QString mark = path(QString("pids-%1-%2").arg(whom).arg(signal));
        const auto program = script("endless.sh",
                                    "sleep 1000 &\necho $PPID $$ $! > \"$1.new\"\n"
                                    "[ -e \"$1\" ] && exit 1\nmv \"$1.new\" \"$1\"\nsleep 1000\n");
        QProcess process;
        prepareCli(process, quick({}, {program, mark}));
        process.start();
        QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(mark), 60'000);
        const auto pids = fileText(mark).trimmed().split(' ');
        QCOMPARE(pids.size(), 3);
        const auto target = whom == "cli" ? process.processId() : pids[0].toLongLong();
        QCOMPARE(::kill(static_cast<pid_t>(target), signal), 0);
        QVERIFY(process.waitForFinished(60'000));
        for (const auto& pid : pids)
            QTRY_VERIFY_WITH_TIMEOUT(!isAlive(pid), 60'000);
    }

private:
    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(TestRunCommand)
#include "tst_run_command.moc"
