// A history that is damaged, read-only, full or of another kind, seen from outside.
#include "tests/app/cli/cli_history.h"

#include <QtTest>

#include <memory>

#include <sys/stat.h>
#include <unistd.h>

class TestCliHistoryUnusable : public QObject, CliHistory {
    Q_OBJECT

    /// The arguments behind a limit of the size of each file that is written.
    CliResult runLimited(int kilobytes, const QStringList& arguments, const QByteArray& input) const {
        QProcess process;
        prepareCli(process, {}, {"XDG_DATA_HOME=" + path("data")});
        process.setProgram("/bin/bash");
        process.setArguments(
            QStringList{"-c", "ulimit -f \"$0\" && exec \"$@\"", QString::number(kilobytes), cliProgram()} + arguments);
        process.start();
        process.write(input);
        process.closeWriteChannel();
        if (!process.waitForFinished(60'000)) return {};
        return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
    }

    /// The superuser may write what is read-only.
    CliResult asNobody(const QStringList& arguments, const QByteArray& input = {}) const {
        const QStringList dropped = {"--reuid", "65534", "--regid", "65534", "--clear-groups", cliProgram()};
        const bool isRoot = ::geteuid() == 0;
        QProcess process;
        prepareCli(process, (isRoot ? dropped : QStringList()) + arguments, {"XDG_DATA_HOME=" + path("data")});
        if (isRoot) process.setProgram("setpriv");
        process.start();
        process.write(input);
        process.closeWriteChannel();
        if (!process.waitForFinished(60'000)) return {};
        return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
    }

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void aFullDiskCostsTheEntryAlone_data() {
        QTest::addColumn<int>("kilobytes");
        QTest::addColumn<QByteArray>("end");
        QTest::newRow("nothing can be begun") << 8 << QByteArray("; this run is not remembered\n");
        QTest::newRow("it is full in the middle") << 120 << QByteArray("; this run is not remembered as a whole\n");
    }
    void aFullDiskCostsTheEntryAlone() {
        QFETCH(int, kilobytes);
        QFETCH(QByteArray, end);
        const CliResult run =
            runLimited(kilobytes, {"run", "-", "--progress", "never"}, sleeperSpec("1", "0.0001", 60));
        QVERIFY2(run.status == 0, run.err.constData());
        QCOMPARE(linesOf(run.err).size(), 1);
        QVERIFY2(run.err.startsWith("breakeven-cli: history: " + file().toUtf8() + ": "), run.err.constData());
        QVERIFY2(run.err.endsWith(end), run.err.constData());
        QVERIFY(run.out.contains("threads"));
        QVERIFY(runs().size() <= 1);
        for (const QJsonObject& entry : runs())
            QCOMPARE(entry["state"].toString(), QString("interrupted"));
    }

    /// Those that the user named stop a run before it begins, the default one does not.
    void anUnusableHistoryIsSaid_data() {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("why");
        QTest::newRow("a folder") << "folder" << QByteArray("folder: cannot be opened: it is a folder");
        QTest::newRow("below a file") << "text/h.sqlite" << QByteArray("text/h.sqlite: cannot be opened: ");
        QTest::newRow("results") << "a.jsonl"
                                 << QByteArray("'a.jsonl' is not allowed (a file that the history has for");
        QTest::newRow("a text") << "text" << QByteArray("text: it is another kind of file, not a history");
        QTest::newRow("a newer one") << "newer.sqlite" << QByteArray("newer.sqlite: schema 99 is newer");
    }
    void anUnusableHistoryIsSaid() {
        QFETCH(QString, name);
        QFETCH(QByteArray, why);
        QVERIFY(QDir(m_folder->path()).mkpath("folder"));
        saveText(path("text"), "text");
        saveText(path("a.jsonl"), "kept");
        QCOMPARE(quickRun({"--history", path("newer.sqlite")}).status, 0);
        QByteArray newer = fileText(path("newer.sqlite"));
        newer[63] = 99;  // the last byte of user_version in the file's header
        saveText(path("newer.sqlite"), newer);

        const QString before = QDir::currentPath();
        QVERIFY(QDir::setCurrent(m_folder->path()));
        const CliResult refused = quickRun({"--history", name});
        QDir::setCurrent(before);
        QCOMPARE(refused.status, 2);
        QCOMPARE(refused.out, QByteArray());
        QCOMPARE(linesOf(refused.err).size(), 1);
        QVERIFY2(refused.err.startsWith("breakeven-cli: history: ") && refused.err.contains(why),
                 refused.err.constData());
        QCOMPARE(fileText(path("text")), QByteArray("text"));
        QCOMPARE(fileText(path("a.jsonl")), QByteArray("kept"));
        QCOMPARE(fileText(path("newer.sqlite")), newer);
    }

    void aRunGoesOnWithoutTheDefaultHistory() {
        QVERIFY(QDir(m_folder->path()).mkpath("data/breakeven/history.sqlite"));
        const CliResult run = quickRun();
        QCOMPARE(run.status, 0);
        QCOMPARE(run.err, "breakeven-cli: history: " + file().toUtf8() +
                              ": cannot be opened: it is a folder; this run is not remembered\n");
        QCOMPARE(history({"list"}).status, 2);
    }

    void aDamagedHistoryIsSetAside() {
        QCOMPARE(quickRun().status, 0);
        saveText(file(), "x" + fileText(file()).mid(1));
        const CliResult run = quickRun();
        QCOMPARE(run.status, 0);
        QCOMPARE(run.err, "breakeven-cli: history: " + file().toUtf8() +
                              ": it is damaged: file is not a database; it is kept as history.sqlite.damaged-1, and a "
                              "new one begun\n");
        QCOMPARE(runs().size(), 1);
        QVERIFY(QFile::exists(file() + ".damaged-1"));
    }

    void aReadOnlyHistoryStopsNoRun_data() {
        QTest::addColumn<int>("folderMode");
        QTest::newRow("the file is read-only") << 0777;
        QTest::newRow("the folder, too") << 0755;
    }
    void aReadOnlyHistoryStopsNoRun() {
        QFETCH(int, folderMode);
        QCOMPARE(quickRun().status, 0);
        for (const QString& each : {m_folder->path(), path("data")})
            QCOMPARE(::chmod(each.toUtf8().constData(), 0755), 0);
        QCOMPARE(::chmod(path("data/breakeven").toUtf8().constData(), static_cast<mode_t>(folderMode)), 0);
        QCOMPARE(::chmod(file().toUtf8().constData(), 0444), 0);
        const CliResult listed = asNobody({"history", "list"});
        QVERIFY2(listed.status == 0, listed.err.constData());
        QCOMPARE(linesOf(listed.out).size(), 2);
        const CliResult analyzed = asNobody({"analyze", "history:last"});
        QVERIFY2(analyzed.status == 0, analyzed.err.constData());
        const CliResult noted = asNobody({"history", "note", "last", "text"});
        QCOMPARE(noted.status, 2);
        QCOMPARE(linesOf(noted.err).size(), 1);
        const CliResult run = asNobody({"run", "-", "--progress", "never"}, sleeperSpec("1", "0.001", 3));
        QVERIFY2(run.status == 0, run.err.constData());
        QCOMPARE(linesOf(run.err).size(), 1);
        QVERIFY2(run.err.startsWith("breakeven-cli: history: " + file().toUtf8() + ": cannot be "),
                 run.err.constData());
        QVERIFY2(run.err.endsWith("; this run is not remembered\n"), run.err.constData());
    }

    void aFolderThatIsNotOursSaysSo() {
        QVERIFY(QDir(m_folder->path()).mkpath("data/breakeven"));
        for (const QString& each : {m_folder->path(), path("data"), path("data/breakeven")})
            QCOMPARE(::chmod(each.toUtf8().constData(), 0555), 0);
        const CliResult listed = asNobody({"history", "list"});
        QCOMPARE(listed.status, 2);
        QCOMPARE(listed.err, "breakeven-cli: history: " + file().toUtf8() + ": cannot be opened: Permission denied\n");
        QCOMPARE(::chmod(path("data/breakeven").toUtf8().constData(), 0700), 0);
        QCOMPARE(::chmod(m_folder->path().toUtf8().constData(), 0755), 0);
    }

    /// The history is the one that the user named, so a run that it lacks is not finished.
    void aRunThatANamedHistoryLosesIsUnfinished() {
        const CliResult run = runLimited(120, {"run", "-", "--progress", "never", "--history", path("h.sqlite")},
                                         sleeperSpec("1", "0.0001", 60));
        QCOMPARE(run.status, 4);
        QVERIFY2(run.err.endsWith("; this run is not remembered as a whole\n"), run.err.constData());
        QVERIFY(run.out.contains("threads"));
    }

    void aHistoryWithDamagedRunsSaysWhatToDo() {
        QCOMPARE(quickRun().status, 0);
        constexpr int PageOfPieces = 6;  // behind those of runs and tags
        QByteArray bytes = fileText(file());
        saveText(file(), bytes.replace(PageOfPieces * 4096, 4096, QByteArray(4096, 'x')));
        QCOMPARE(runs().size(), 1);
        const CliResult run = quickRun();
        QCOMPARE(run.status, 0);
        QCOMPARE(linesOf(run.err).size(), 1);
        QVERIFY2(run.err.endsWith("; this run is not remembered as a whole: rename the file, and the next run begins a "
                                  "new history\n"),
                 run.err.constData());
        QCOMPARE(quickRun({"--history", file()}).status, 4);
    }
};

QTEST_GUILESS_MAIN(TestCliHistoryUnusable)
#include "tst_cli_history_unusable.moc"
