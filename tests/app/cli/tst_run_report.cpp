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

    void reportsSpeakTheLanguageAskedForElseTheSystems() {
        const CliResult run = runCli({"run", "-", "--out", path("d.jsonl"), "--html", path("d.html"), "--csv",
                                      path("d.csv"), "--language", "de", "--history", path("d.sqlite")},
                                     sleeperSpec("1,2", "0.001", 2));
        QVERIFY2(run.status == 0, run.err.constData());
        QVERIFY(fileText(path("d.html")).contains("<html lang=\"de\">"));
        QVERIFY(fileText(path("d.csv")).startsWith("run_id,experiment,"));
        QVERIFY2(run.out.startsWith("size  series"), run.out.constData());
        for (const QString suffix : {"html", "md"}) {
            const auto converted = [&](const QStringList& options, const QString& locale) {
                const CliResult result = runCli(QStringList{"convert", path("d.jsonl"), path("e." + suffix)} + options,
                                                {}, {"LC_ALL=" + locale});
                return result.status == 0 ? fileText(path("e." + suffix)) : result.err;
            };
            const QByteArray german = converted({"--language", "de"}, "C.UTF-8");
            const QByteArray english = converted({}, "C.UTF-8");
            QVERIFY(german.contains("Befunde") && !english.contains("Befunde"));
            QCOMPARE(converted({}, "de_DE.UTF-8"), german);
            QCOMPARE(converted({"--language", "en"}, "de_DE.UTF-8"), english);
            const CliResult exported = runCli(
                {"history", "export", "last", path("f." + suffix), "--language", "de", "--history", path("d.sqlite")});
            QVERIFY2(exported.status == 0, exported.err.constData());
            QCOMPARE(fileText(path("f." + suffix)), german);
        }
    }

    void anotherLanguageIsRefusedBeforeAnythingRuns() {
        const CliResult run =
            runCli({"run", "-", "--html", path("g.html"), "--language", "fr"}, sleeperSpec("1", "0.001", 2));
        QCOMPARE(run.status, 2);
        QCOMPARE(run.err, QByteArray("breakeven-cli: language: 'fr' is not allowed (en, de)\n"));
        QVERIFY(!QFile::exists(path("g.html")));
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
