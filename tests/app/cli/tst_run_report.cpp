// The report, from the run to the page and the Markdown.
#include "tests/app/cli_process.h"

#include <QTemporaryDir>
#include <QtTest>

class TestRunReport : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    QString path(const QString& name) const { return m_folder.filePath(name); }

private Q_SLOTS:
    void aRunAndItsFileGiveTheSameReport() {
        const CliResult run =
            runCli({"run", "-", "--out", path("a.jsonl"), "--html", path("a.page"), "--md", path("a.text")},
                   sleeperSpec("1,2,4", "0.001", 2));
        QVERIFY2(run.status == 0, run.err.constData());
        QVERIFY(fileText(path("a.page")).startsWith("<!DOCTYPE html>"));
        QVERIFY(fileText(path("a.text")).startsWith("# "));
        for (const auto& [suffix, written] : {std::pair("html", "a.page"), std::pair("md", "a.text")}) {
            const QString converted = path(QString("b.") + suffix);
            const CliResult result = runCli({"convert", path("a.jsonl"), converted});
            QVERIFY2(result.status == 0, result.err.constData());
            QCOMPARE(fileText(converted), fileText(path(written)));
        }
    }

    void aReportIsNotReadAgain() {
        saveText(path("c.html"), "<!DOCTYPE html>\n");
        const CliResult result = runCli({"convert", path("c.html"), path("c.csv")});
        QCOMPARE(result.status, 2);
        QVERIFY2(result.err.contains("not a file of results"), result.err.constData());
    }

    void twoOutputsCannotShareAFile() {
        const CliResult result =
            runCli({"run", "-", "--html", path("x"), "--md", path("x")}, sleeperSpec("1", "0.001", 2));
        QCOMPARE(result.status, 2);
        QVERIFY2(result.err.contains("is also the file of --"), result.err.constData());
        QVERIFY(!QFile::exists(path("x")));
    }
};

QTEST_GUILESS_MAIN(TestRunReport)
#include "tst_run_report.moc"
