#include "tests/app/cli_process.h"

#include <QTemporaryDir>
#include <QTest>

class TestConvert : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void summariesHoldNoSamples() {
        writeSummary();
        saveText(path("old.samples.csv"), "kept");
        const CliResult result = runCli({"convert", path("a.csv"), path("old.samples.csv")});
        QCOMPARE(result.status, 2);
        QCOMPARE(linesOf(result.err).size(), 1);
        QVERIFY2(result.err.contains("old.samples.csv: ") && result.err.contains("holds no samples"),
                 result.err.constData());
        QCOMPARE(fileText(path("old.samples.csv")), QByteArray("kept"));
    }

    void summariesHoldCurves() {
        writeSummary();
        QCOMPARE(runCli({"convert", path("a.csv"), path("b.seeds.csv")}).status, 0);
        QCOMPARE(rowsOf(fileText(path("b.seeds.csv"))).size(), 2);
    }

    void aRunThatTookNoSampleHasATableWithoutRows() {
        writeSummary();
        const QByteArray run = fileText(path("a.jsonl"));
        saveText(path("begun.jsonl"), run.left(run.indexOf('\n') + 1));
        const CliResult result = runCli({"convert", path("begun.jsonl"), path("begun.samples.csv")});
        QVERIFY2(result.status == 0, result.err.constData());
        QCOMPARE(rowsOf(fileText(path("begun.samples.csv"))).size(), 0);
    }

    void resultsOfOtherProgramsAreConverted_data() {
        QTest::addColumn<QString>("file");
        QTest::addColumn<int>("trials");
        QTest::addColumn<int>("warnings");
        QTest::newRow("Google Benchmark") << "google_benchmark.json" << 9 << 2;
        QTest::newRow("hyperfine") << "hyperfine.json" << 4 << 0;
        QTest::newRow("pyperf") << "pyperf.json" << 4 << 0;
    }

    void resultsOfOtherProgramsAreConverted() {
        QFETCH(QString, file);
        QFETCH(int, trials);
        QFETCH(int, warnings);
        const QString from = qEnvironmentVariable("BREAKEVEN_TEST_DATA") + "/imports/" + file;
        const CliResult result = runCli({"convert", from, path("a.jsonl")});
        QVERIFY2(result.status == 0, result.err.constData());
        QCOMPARE(linesOf(result.err).size(), warnings);
        for (const char* to : {"b.csv", "b.samples.csv", "b.html", "b.md"}) {
            const CliResult again = runCli({"convert", path("a.jsonl"), path(to)});
            QVERIFY2(again.status == 0 && again.err.isEmpty(), again.err.constData());
        }
        QCOMPARE(rowsOf(fileText(path("b.csv"))).size(), trials);
    }

    void whatIsReadIsNotOverwritten() {
        writeSummary();
        const QByteArray run = fileText(path("a.jsonl"));
        QVERIFY(QFile::link(path("a.jsonl"), path("link.csv")));
        const CliResult result = runCli({"convert", path("a.jsonl"), path("link.csv")});
        QCOMPARE(result.status, 2);
        QCOMPARE(result.err, "breakeven-cli: out: " + path("link.csv").toUtf8() + " is the file that is read\n");
        QCOMPARE(fileText(path("a.jsonl")), run);
    }

    void noJsonIsWritten() {
        writeSummary();
        QCOMPARE(runCli({"convert", path("a.csv"), path("b.json")}).status, 2);
    }

private:
    QString path(const char* name) const { return m_folder->filePath(name); }

    void writeSummary() const {
        const CliResult run =
            runCli({"run", "-", "--out", path("a.jsonl"), "--csv", path("a.csv")}, sleeperSpec("1", "0.001", 2));
        QCOMPARE(run.status, 0);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(TestConvert)
#include "tst_convert.moc"
