// convert of a folder or of several files: the class.
#include "core/io/formats.h"
#include "tests/app/cli_process.h"
#include "tests/support/class_runs.h"

#include <QTemporaryDir>
#include <QTest>

using namespace breakeven;

class TestConvertClass : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        m_folder = std::make_unique<QTemporaryDir>();
        QVERIFY(QDir(m_folder->path()).mkdir("in"));
    }

    void aFolderBecomesAReport_data() {
        QTest::addColumn<QString>("out");
        QTest::addColumn<QByteArray>("begins");
        QTest::newRow("page") << "class.html" << QByteArray("<!DOCTYPE html>");
        QTest::newRow("text") << "class.md" << QByteArray("# A class · Overhead versus size\n");
        QTest::newRow("table") << "class.csv" << QByteArray("learner,run_id,");
    }

    void aFolderBecomesAReport() {
        QFETCH(QString, out);
        QFETCH(QByteArray, begins);
        putRuns(3);
        const CliResult result = runCli({"convert", path("in"), path(out)});
        QVERIFY2(result.status == 0, result.err.constData());
        QCOMPARE(result.err, QByteArray());
        const QByteArray text = fileText(path(out));
        QVERIFY(text.startsWith(begins));
        QVERIFY(text.contains("learner2"));
        QCOMPARE(runCli({"convert", path("in"), path(out), "--anonymous"}).status, 0);
        QVERIFY(!fileText(path(out)).contains("learner2"));
        QVERIFY(fileText(path(out)).contains("Learner 3"));
    }

    void severalFilesAreAClassToo() {
        putRuns(2);
        const CliResult result =
            runCli({"convert", path("in/learner0.jsonl"), path("in/learner1.jsonl"), path("class.csv")});
        QVERIFY2(result.status == 0, result.err.constData());
        QCOMPARE(rowsOf(fileText(path("class.csv"))).size(), 2);
    }

    void oneFileIsOneRun() {
        putRuns(1);
        QCOMPARE(runCli({"convert", path("in/learner0.jsonl"), path("run.csv")}).status, 0);
        QVERIFY(fileText(path("run.csv")).startsWith("run_id,experiment,"));
        const CliResult refused = runCli({"convert", path("in/learner0.jsonl"), path("no.csv"), "--anonymous"});
        QCOMPARE(refused.status, 2);
        QCOMPARE(linesOf(refused.err).size(), 1);
        QVERIFY(!QFile::exists(path("no.csv")));
    }

    void whatCannotBeReadIsOneLine() {
        putRuns(2);
        saveText(path("in/notes.json"), "[1, 2]");
        saveText(path("in/cut.jsonl"), "{");
        QVERIFY(QFile::link(path("in"), path("in/circle")));
        const CliResult result = runCli({"convert", path("in"), path("in/class.html")});
        QVERIFY2(result.status == 0, result.err.constData());
        QCOMPARE(linesOf(result.err).size(), 2);
        for (const QByteArray& line : linesOf(result.err))
            QVERIFY2(line.startsWith("breakeven-cli: ") && line.contains(": left out: "), line.constData());
        const CliResult anonymous = runCli({"convert", path("in"), path("in/class.html"), "--anonymous"});
        QCOMPARE(anonymous.err, result.err);  // here the teacher finds them, in the page nobody
        QVERIFY(anonymous.err.contains("notes.json: left out: "));
        QVERIFY(!fileText(path("in/class.html")).contains("notes"));
        QCOMPARE(runCli({"convert", path("in"), path("in/class.csv")}).status, 0);  // its own table is no run
        QCOMPARE(rowsOf(fileText(path("in/class.csv"))).size(), 2);
    }

    void whatCannotBeDoneIsOneLine_data() {
        QTest::addColumn<QStringList>("arguments");
        QTest::newRow("nothing in it") << QStringList{"in", "class.html"};
        QTest::newRow("not there") << QStringList{"missing", "in", "class.html"};
        QTest::newRow("samples") << QStringList{"in", "class.samples.csv"};
        QTest::newRow("a run") << QStringList{"in", "class.jsonl"};
        QTest::newRow("pages") << QStringList{"in", "class.pdf"};
        QTest::newRow("nowhere") << QStringList{"in", "missing/class.html"};
        QTest::newRow("no output") << QStringList{"in"};
    }

    void whatCannotBeDoneIsOneLine() {
        QFETCH(QStringList, arguments);
        for (QString& each : arguments)
            each = path(each);
        const CliResult result = runCli(QStringList{"convert"} + arguments);
        QCOMPARE(result.status, 2);
        QVERIFY2(linesOf(result.err).size() == 1, result.err.constData());
        QVERIFY(!QFile::exists(path("class.html")));
    }

    void noRunThatCanBeUsedIsAnError() {
        saveText(path("in/notes.json"), "[1, 2]");
        const CliResult result = runCli({"convert", path("in"), path("class.html")});
        QCOMPARE(result.status, 2);
        QVERIFY(result.err.contains("no run that can be summarised"));
        QVERIFY(!QFile::exists(path("class.html")));
    }

private:
    QString path(const QString& name) const { return m_folder->filePath(name); }

    void putRuns(int count) const {
        for (int i = 0; i < count; ++i) {
            const Learner learner{"learner" + std::to_string(i)};
            QVERIFY(writeResults(eventsOf(learner), path(QString("in/learner%1.jsonl").arg(i)).toStdString()));
        }
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(TestConvertClass)
#include "tst_convert_class.moc"
