// history, run --history and history:ID, seen from outside.
#include "tests/app/cli/cli_history.h"

#include <QtTest>

#include <memory>

class TestCliHistory : public QObject, CliHistory {
    Q_OBJECT

    /// A run that goes on until it is ended, and is listed already.
    std::unique_ptr<QProcess> startLongRun(const QStringList& more = {}, QProcess* reader = nullptr) const {
        auto process = std::make_unique<QProcess>();
        prepareCli(*process, QStringList{"run", "-", "--progress", "never"} + more, {"XDG_DATA_HOME=" + path("data")});
        if (reader != nullptr) process->setStandardOutputProcess(reader);
        process->start();
        process->write(sleeperSpec("1,2", "0.01", 2000));
        process->closeWriteChannel();
        if (!QTest::qWaitFor([this] { return runs().value(0)["samples"].toInt() > 0; }, 60'000))
            qFatal("the run does not begin");
        return process;
    }

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void everyRunIsRemembered() {
        const CliResult run = quickRun({"--out", path("a.jsonl")});
        QVERIFY2(run.status == 0 && run.err.isEmpty(), run.err.constData());
        QCOMPARE(quickRun({"--events", "-"}).status, 0);
        const auto listed = runs();
        QCOMPARE(listed.size(), 2);
        const QJsonObject first = listed[1];
        QCOMPARE(first["state"].toString(), QString("completed"));
        QCOMPARE(first["experiment"].toString(), QString("sleeper"));
        QCOMPARE(first["samples"].toInt(), 6);
        QCOMPARE(first["trials"].toInt(), 2);
        QCOMPARE(first["file"].toString(), path("a.jsonl"));
        QVERIFY(!first["headline"].toString().isEmpty());
        QCOMPARE(listed[0]["file"].toString(), QString());
        QVERIFY(first["run_id"] != listed[0]["run_id"]);

        const CliResult text = history({"list"});
        QCOMPARE(linesOf(text.out).size(), 3);
        QVERIFY2(linesOf(text.out)[0].startsWith("id        started (UTC)     name     state      samples"),
                 text.out.constData());
        const CliResult shown = history({"show", first["run_id"].toString()});
        QCOMPARE(shown.status, 0);
        QVERIFY2(shown.out.endsWith('\n' + run.out), shown.out.constData());
        QCOMPARE(shown.err, QByteArray());
    }

    void noneAndDryRunsLeaveNoTrace() {
        QCOMPARE(quickRun({"--history", "none"}).status, 0);
        QCOMPARE(quickRun({"--dry-run"}).status, 0);
        QVERIFY(!QFile::exists(path("data")));
        QCOMPARE(quickRun({"--history", path("other.sqlite")}).status, 0);
        QVERIFY(!QFile::exists(path("data")));
        QCOMPARE(runs({"--history", path("other.sqlite")}).size(), 1);
    }

    /// What is exported is the run file that --out writes.
    void whatIsRememberedIsTheRunFile() {
        QCOMPARE(quickRun({"--out", path("a.jsonl")}).status, 0);
        QCOMPARE(history({"export", "last", path("b.jsonl")}).status, 0);
        QCOMPARE(fileText(path("b.jsonl")), fileText(path("a.jsonl")));
        QCOMPARE(history({"export", "last", path("b.csv")}).status, 0);
        QCOMPARE(cli({"convert", path("a.jsonl"), path("a.csv")}).status, 0);
        QCOMPARE(fileText(path("b.csv")), fileText(path("a.csv")));
    }

    void otherCommandsTakeARunFromIt() {
        QCOMPARE(quickRun({"--out", path("a.jsonl")}).status, 0);
        QCOMPARE(cli({"analyze", "history:last", "--json"}).out, cli({"analyze", path("a.jsonl"), "--json"}).out);
        QCOMPARE(cli({"convert", "history:last", path("c.samples.csv")}).status, 0);
        QCOMPARE(rowsOf(fileText(path("c.samples.csv"))).size(), 6);
        const CliResult compared = cli({"compare", "history:last", path("a.jsonl"), "--json"});
        QVERIFY2(compared.status == 0, compared.err.constData());
        const CliResult missing = cli({"analyze", "history:nope"});
        QCOMPARE(missing.status, 2);
        QCOMPARE(missing.err, QByteArray("breakeven-cli: history: there is no run 'nope'\n"));
    }

    void aRunIsNamedTaggedAndFound() {
        QCOMPARE(quickRun().status, 0);
        QCOMPARE(quickRun().status, 0);
        QCOMPARE(history({"rename", "last", "With \"quotes\" at 100%"}).status, 0);
        QCOMPARE(history({"tag", "last", "nightly", "two words"}).status, 0);
        QCOMPARE(history({"tag", "last", "nightly", "--remove"}).status, 0);
        QCOMPARE(history({"note", "last", "after the fix"}).status, 0);
        const auto found = runs({"100%", "fix", "\"quotes\""});
        QCOMPARE(found.size(), 1);
        QCOMPARE(found[0]["tags"].toArray(), QJsonArray{"two words"});
        QCOMPARE(found[0]["note"].toString(), QString("after the fix"));
        QVERIFY(runs({"nightly"}).isEmpty());
        const CliResult shown = history({"show", "last"});
        QVERIFY2(shown.out.startsWith("With \"quotes\" at 100%\nRun "), shown.out.constData());
        QVERIFY2(shown.out.contains("\nTags: two words\nNote: after the fix\n"), shown.out.constData());
        const CliResult json = history({"show", "last", "--json"});
        QCOMPARE(QJsonDocument::fromJson(json.out).object()["spec"].toObject()["name"].toString(), QString("sleeper"));
    }

    void whatIsDeletedCanComeBack() {
        QCOMPARE(quickRun().status, 0);
        const QString id = runs()[0]["run_id"].toString();
        const CliResult deleted = history({"delete", "last"});
        const QString tail = id.section('-', 1);
        QCOMPARE(QString::fromUtf8(deleted.out),
                 "Deleted 'sleeper' (" + tail + "); 'history undelete " + tail + "' undoes it\n");
        QVERIFY(runs().isEmpty());
        QCOMPARE(runs({"--deleted"}).size(), 1);
        QCOMPARE(history({"show", id}).status, 2);
        QCOMPARE(history({"undelete", tail}).status, 0);
        QCOMPARE(runs().size(), 1);
        QCOMPARE(history({"delete", id}).status, 0);
        QCOMPARE(history({"purge"}).out, QByteArray("1 run is gone for good\n"));
        QVERIFY(runs({"--deleted"}).isEmpty());
    }

    void aLostHistoryIsRebuiltFromFiles() {
        QVERIFY(QDir(m_folder->path()).mkpath("runs"));
        QCOMPARE(quickRun({"--out", path("runs/a.jsonl")}).status, 0);
        QCOMPARE(quickRun({"--out", path("runs/b.jsonl"), "--csv", path("runs/b.csv")}).status, 0);
        const auto before = runs();
        QVERIFY(QDir(path("data")).removeRecursively());
        const CliResult imported = history({"import", path("runs")});
        QVERIFY2(imported.status == 0, imported.err.constData());
        QCOMPARE(imported.out, QByteArray("2 runs taken in, 0 there already\n"));
        QCOMPARE(history({"import", path("runs"), path("runs/b.csv")}).out,
                 QByteArray("0 runs taken in, 3 there already\n"));
        const auto after = runs();
        QCOMPARE(after.size(), 2);
        for (const char* key : {"run_id", "started_at", "state", "samples", "trials", "headline", "machine", "file"})
            QCOMPARE(after[0][key], before[0][key]);

        saveText(path("runs/c.jsonl"), "no run\n");
        const CliResult partly = history({"import", path("runs")});
        QCOMPARE(partly.status, 2);
        QCOMPARE(partly.out, QByteArray("0 runs taken in, 2 there already\n"));
        QCOMPARE(linesOf(partly.err).size(), 2);
        QVERIFY2(linesOf(partly.err)[0].startsWith("breakeven-cli: " + path("runs/c.jsonl").toUtf8() + ": "),
                 partly.err.constData());
        QCOMPARE(linesOf(partly.err)[1], QByteArray("breakeven-cli: history: 1 of 3 files could not be read"));
    }

    void aKilledRunIsOfferedAsFarAsItCame() {
        const auto run = startLongRun();
        QCOMPARE(runs()[0]["state"].toString(), QString("running"));
        run->kill();
        QVERIFY(run->waitForFinished());
        const QJsonObject cut = runs()[0];
        QCOMPARE(cut["state"].toString(), QString("interrupted"));
        QVERIFY(!cut["headline"].toString().isEmpty());
        const CliResult shown = history({"show", "last"});
        QCOMPARE(shown.status, 0);
        QVERIFY2(shown.err.contains("the run did not come to its end"), shown.err.constData());
        QCOMPARE(cli({"convert", "history:last", path("cut.samples.csv")}).status, 0);
        QCOMPARE(rowsOf(fileText(path("cut.samples.csv"))).size(), cut["samples"].toInt());
    }

    void aRunThatItsUserStoppedIsStopped() {
        const auto run = startLongRun({"--events", "-"});
        run->terminate();
        QVERIFY(run->waitForFinished());
        QCOMPARE(run->exitCode(), 130);
        const QJsonObject stopped = runs()[0];
        QCOMPARE(stopped["state"].toString(), QString("stopped"));
        QVERIFY(stopped["trials"].toInt() > 0);
    }

    void aRunWhoseReaderIsGoneIsInterrupted() {
        QProcess reader;
        reader.setStandardOutputFile(QProcess::nullDevice());
        reader.start("cat", QStringList());
        const auto run = startLongRun({"--events", "-"}, &reader);
        reader.kill();
        QVERIFY(reader.waitForFinished());
        QVERIFY(run->waitForFinished());
        QCOMPARE(runs()[0]["state"].toString(), QString("interrupted"));
        QVERIFY(!runs()[0]["headline"].toString().isEmpty());
    }

    void severalRunsAreWrittenAtOnce() {
        const auto first = startLongRun();
        QCOMPARE(quickRun().status, 0);
        QCOMPARE(history({"note", "last", "in between"}).status, 0);
        first->terminate();
        QVERIFY(first->waitForFinished());
        QCOMPARE(first->readAllStandardError(),
                 QByteArray("breakeven-cli: run: interrupted (what was measured is kept)\n"));
        const auto listed = runs();
        QCOMPARE(listed.size(), 2);
        QCOMPARE(listed[0]["state"].toString(), QString("completed"));
        QCOMPARE(listed[0]["note"].toString(), QString("in between"));
        QCOMPARE(listed[1]["state"].toString(), QString("stopped"));
    }

    void usageErrorsAreOneLine_data() {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QByteArray>("why");
        const auto row = [](const QStringList& arguments, const QByteArray& why) {
            QTest::newRow(qPrintable(arguments.join(' '))) << arguments << why;
        };
        row({}, "subcommand");
        row({"show"}, "id is required");
        row({"show", "last"}, "history: there is no run yet");
        row({"show", "x'y"}, "history: there is no run 'x'y'");
        row({"tag", "last"}, "tags is required");
        row({"export", "last", "x.doc"}, "suffix is not known");
        row({"export", "last", "/does/not/exist/a.csv"}, "cannot be written");
        row({"import", "/does/not/exist"}, "/does/not/exist");
        row({"import", "/proc/self/fdinfo"}, "holds no run file");
        row({"list", "--history", "/does/not/exist"}, "there is no such file");
    }
    void usageErrorsAreOneLine() {
        QFETCH(QStringList, arguments);
        QFETCH(QByteArray, why);
        const CliResult result = history(arguments);
        QCOMPARE(result.status, 2);
        QVERIFY2(result.err.startsWith("breakeven-cli: ") && result.err.contains(why), result.err.constData());
        QCOMPARE(linesOf(result.err).size(), arguments.value(1) == "/does/not/exist" ? 2 : 1);
    }
};

QTEST_GUILESS_MAIN(TestCliHistory)
#include "tst_cli_history.moc"
