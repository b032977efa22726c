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
