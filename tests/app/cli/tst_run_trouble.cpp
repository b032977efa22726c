// What run says when its output, its trials or its options are in trouble.
#include "tests/app/cli_process.h"

#include <QTemporaryDir>
#include <QtTest>

class TestRunTrouble : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;

    QString path(const QString& name) const { return m_folder->filePath(name); }

    /// A runner whose answers are edited: sed gets the script.
    QString editedRunner(const QByteArray& script) const {
        const QByteArray real = qEnvironmentVariable("BREAKEVEN_BIN").toUtf8() + "/breakeven-runner";
        saveText(path("runner"), "#!/bin/sh\n'" + real + "' | sed -u '" + script + "'\n");
        QFile::setPermissions(path("runner"), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        return "BREAKEVEN_RUNNER=" + path("runner");
    }

    static QStringList quickRun(const QStringList& more = {}) {
        return QStringList{"run",        "--workload",     "square",    "--sizes",    "10",
                           "--backends", "serial,threads", "--workers", "2",          "--samples",
                           "3:3",        "--launches",     "1",         "--progress", "never"} +
               more;
    }

    /// The program's standard output as the shell's redirection has it; before: what the shell does first.
    static CliResult runTo(const QByteArray& redirection, const QStringList& arguments, const QStringList& variables,
                           const QString& before = {}) {
        QProcess process;
        prepareCli(process, {}, variables);
        process.setProgram("/bin/sh");
        process.setArguments(QStringList{"-c", before + "exec \"$0\" \"$@\" " + redirection, cliProgram()} + arguments);
        process.start();
        process.closeWriteChannel();
        if (!process.waitForFinished(60'000)) return {};
        return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
    }

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void outputThatIsLostIsTheOnlyError_data() {
        QTest::addColumn<QByteArray>("redirection");
        QTest::addColumn<QStringList>("more");
        for (const char* redirection : {">&-", "> /dev/full"}) {
            QTest::addRow("table %s", redirection) << QByteArray(redirection) << QStringList();
            QTest::addRow("events %s", redirection) << QByteArray(redirection) << QStringList{"--events", "-"};
        }
    }
    /// Also when a trial has failed.
    void outputThatIsLostIsTheOnlyError() {
        QFETCH(QByteArray, redirection);
        QFETCH(QStringList, more);
        const QString failing = editedRunner(
            "s/{\"event\":\"sample\",\"trial\":1,.*/"
            "{\"event\":\"trial-failed\",\"trial\":1,\"launch\":0,"
            "\"status\":\"failed\",\"detail\":\"on purpose\"}/");
        const CliResult seen = runTo("", quickRun(more), {failing});
        QCOMPARE(seen.status, 1);
        QVERIFY2(seen.err.contains("on purpose"), seen.err.constData());
        const CliResult lost = runTo(redirection, quickRun(more + QStringList{"--csv", path("a.csv")}), {failing});
        QCOMPARE(lost.status, 4);
        QCOMPARE(linesOf(lost.err).size(), 1);
        QVERIFY2(lost.err.startsWith("breakeven-cli: standard output: "), lost.err.constData());
        QVERIFY(!rowsOf(fileText(path("a.csv"))).isEmpty());
    }

    /// As on a full disk: what is small still fits.
    void everyFileThatCannotBeWrittenIsTold() {
        const QStringList outputs{"--html",      path("a.html"),      "--md",      path("a.md"),
                                  "--seeds-csv", path("a.seeds.csv"), "--history", "none"};
        const CliResult result = runTo("", quickRun(outputs), {}, "ulimit -f 2; ");
        QCOMPARE(result.status, 4);
        const auto lines = linesOf(result.err);
        QVERIFY2(lines.size() == 2, result.err.constData());
        for (const char* option : {"md", "html"}) {
            const QByteArray file = path(QStringLiteral("a.%1").arg(QLatin1String(option))).toUtf8();
            const QByteArray line =
                QByteArray("breakeven-cli: ") + option + ": " + file + ": cannot be written: File too large";
            QVERIFY2(lines.contains(line), result.err.constData());
            QVERIFY(!QFile::exists(file));
        }
        QCOMPARE(rowsOf(fileText(path("a.seeds.csv"))).size(), 2);
        QVERIFY(result.out.contains("threads"));
    }

    void otherSubcommandsNeedAnOutputToo() {
        const CliResult result = runTo(">&-", {"list"}, {});
        QCOMPARE(result.status, 4);
        QVERIFY2(result.err.startsWith("breakeven-cli: standard output: "), result.err.constData());
    }

    void refusalsSayWhy() {
        const QString refusing = editedRunner(
            "s/{\"event\":\"sample\",\"trial\":1,.*/"
            "{\"event\":\"trial-failed\",\"trial\":1,\"launch\":0,"
            "\"status\":\"refused\",\"detail\":\"needs too much\"}/");
        const CliResult result = runCli(quickRun(), {}, {refusing});
        QCOMPARE(result.err, QByteArray("breakeven-cli: run: 1 trial refused: square threads at size 10: "
                                        "needs too much\n"
                                        "breakeven-cli: run: failed: nothing but serial was measured\n"));
        QCOMPARE(result.status, 1);
    }

    void aCacheIsAFolderWithAName_data() {
        QTest::addColumn<QByteArray>("folder");
        QTest::addColumn<QByteArray>("value");
        QTest::newRow("nothing") << QByteArray() << QByteArray("''");
        QTest::newRow("not UTF-8") << QByteArray("a\xff") << QByteArray("a name that is not UTF-8");
    }
    void aCacheIsAFolderWithAName() {
        QFETCH(QByteArray, folder);
        QFETCH(QByteArray, value);
        const CliResult result = runTo("--cache \"$(printf \"$OCTAL\")\"", quickRun(),
                                       {"OCTAL=" + QString(folder.isEmpty() ? "" : "a\\377")});
        QCOMPARE(result.status, 2);
        QCOMPARE(result.err,
                 "breakeven-cli: cache: " + value + " is not allowed (a folder, named in UTF-8, or temporary)\n");
        QCOMPARE(result.out, QByteArray());
    }
};

QTEST_GUILESS_MAIN(TestRunTrouble)
#include "tst_run_trouble.moc"
