// --cache, from the command line to the samples.
#include "tests/app/cli_process.h"

#include <QTemporaryDir>
#include <QtTest>

#include <algorithm>

class TestRunCache : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;

    QString path(const QString& name) const { return m_folder->filePath(name); }
    CliResult run(const QString& cache, const QStringList& more = {}, const QStringList& environment = {}) const {
        return runCli(QStringList{"run",
                                  "--workload",
                                  "primes",
                                  "--sizes",
                                  "40",
                                  "--backends",
                                  "serial,threads,processes,processes-pipe",
                                  "--workers",
                                  "2",
                                  "--samples",
                                  "3:3",
                                  "--launches",
                                  "1",
                                  "--progress",
                                  "never",
                                  "--samples-csv",
                                  path("samples.csv"),
                                  "--csv",
                                  path("summary.csv"),
                                  "--cache",
                                  cache} +
                          more,
                      {}, environment);
    }

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void theFirstRunStoresAndTheSecondLooksUp() {
        for (const bool isFirst : {true, false}) {
            const CliResult result = run(path("cache"));
            QCOMPARE(result.err, QByteArray());
            QCOMPARE(result.status, 0);
            int stored = 0;
            for (const auto& sample : rowsOf(fileText(path("samples.csv")))) {
                if (!sample["flags"].split(' ').contains("cache-stores")) continue;
                ++stored;
                QCOMPARE(sample["round"], QByteArray("0"));
                QVERIFY(sample["backend"] != "serial");
            }
            QCOMPARE(stored, isFirst ? 1 : 0);  // whoever comes first in the round
            const auto trials = rowsOf(fileText(path("summary.csv")));
            QVERIFY(trials.size() > 1);
            for (const auto& trial : trials) {
                QCOMPARE(trial["verified"], QByteArray("yes"));
                QCOMPARE(trial["samples"], QByteArray("3"));
            }
        }
    }

    void aTemporaryOneIsNewEachTimeAndGoes() {
        QVERIFY(QDir(m_folder->path()).mkdir("tmp"));
        for (int time = 0; time < 2; ++time) {
            const CliResult result = run("temporary", {"--out", path("run.jsonl")}, {"TMPDIR=" + path("tmp")});
            QCOMPARE(result.err, QByteArray());
            QCOMPARE(result.status, 0);
            QCOMPARE(std::ranges::count_if(
                         rowsOf(fileText(path("samples.csv"))),
                         [](const auto& sample) { return sample["flags"].split(' ').contains("cache-stores"); }),
                     1);
            for (const auto& trial : rowsOf(fileText(path("summary.csv"))))
                QVERIFY(!trial["params"].contains("tmp") && trial["status"] == "ok");
            const QByteArray run = fileText(path("run.jsonl"));
            QVERIFY(run.contains("\"cache\":\"temporary\"") && !run.contains("breakeven-cache-"));
            QVERIFY(QDir(path("tmp")).isEmpty());
            QVERIFY(!QFile::exists(path("temporary")) && !QFile::exists("temporary"));
        }
    }

    void anUnusableFolderIsFoundFirst() {
        saveText(path("file"), "x");
        const CliResult result = run(path("file"));
        QCOMPARE(result.status, 2);
        QCOMPARE(result.err, "breakeven-cli: cache: " + path("file").toUtf8() + ": Not a directory\n");
        QVERIFY(result.out.isEmpty() && !QFile::exists(path("summary.csv")));
    }

    void anUnusableTemporaryFolderIsFoundFirst() {
        saveText(path("file"), "x");
        for (const QString& wrong : {path("file"), path("nowhere")}) {
            const CliResult result = run("temporary", {}, {"TMPDIR=" + wrong});
            QCOMPARE(result.status, 2);
            QCOMPARE(result.err, QByteArray("breakeven-cli: TMPDIR: it names no folder\n"));
            QVERIFY(result.out.isEmpty() && !QFile::exists(path("summary.csv")));
        }
    }

    void aReductionHasNoCache() {
        const CliResult result = run(path("cache"), {"--call", "reduce"});
        QCOMPARE(result.status, 2);
        QVERIFY2(result.err.startsWith("breakeven-cli: cache: '") && result.err.contains("with the call reduce"),
                 result.err.constData());
        QVERIFY(!QFile::exists(path("cache")));
    }

    void aDryRunMakesNothing() {
        QCOMPARE(run(path("cache"), {"--dry-run"}).status, 0);
        QVERIFY(QDir(m_folder->path()).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestRunCache)
#include "tst_run_cache.moc"
