#include "tests/app/cli_process.h"

#include <QTemporaryDir>
#include <QTest>

class TestMain : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void helpEverywhere_data();
    void helpEverywhere();
    void version_data();
    void version();
    void usageErrorsAreOneLine_data();
    void usageErrorsAreOneLine();
    void doctorKnowsTheCpus();
    void listsEverythingThatCanBeChosen();
};

namespace {

const QStringList Subcommands = {"list", "run", "analyze", "compare", "convert", "history", "doctor", "lesson"};

}  // namespace

void TestMain::helpEverywhere_data() {
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("main") << QStringList{"--help"};
    for (const QString& each : Subcommands)
        QTest::newRow(qPrintable(each)) << QStringList{each, "--help"};
    QTest::newRow("history list") << QStringList{"history", "list", "--help"};
}

void TestMain::helpEverywhere() {
    QFETCH(QStringList, arguments);
    const CliResult result = runCli(arguments);
    QCOMPARE(result.status, 0);
    QVERIFY(result.out.contains("Usage: "));
    QVERIFY(result.err.isEmpty());
}

void TestMain::version_data() {
    helpEverywhere_data();
}

void TestMain::version() {
    QFETCH(QStringList, arguments);
    arguments.back() = "--version";
    const CliResult result = runCli(arguments);
    QCOMPARE(result.status, 0);
    QVERIFY2(result.out.startsWith("breakeven "), result.out.constData());
    QCOMPARE(linesOf(result.out).size(), 1);
}

void TestMain::usageErrorsAreOneLine_data() {
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArray>("named");
    QTest::newRow("nothing") << QStringList{} << QByteArray("subcommand");
    QTest::newRow("unknown subcommand") << QStringList{"measure"} << QByteArray("measure");
    QTest::newRow("unknown option") << QStringList{"run", "--speed"} << QByteArray("--speed");
    QTest::newRow("nearly an option") << QStringList{"run", "--pools=cold"} << QByteArray("did you mean '--pool'?");
    QTest::newRow("value missing") << QStringList{"run", "--sizes"} << QByteArray("--sizes");
    QTest::newRow("given twice") << QStringList{"run", "--seed", "1", "--seed", "2"} << QByteArray("--seed");
    QTest::newRow("too many words") << QStringList{"convert", "a", "b", "c"} << QByteArray("c");
    QTest::newRow("too few words") << QStringList{"convert", "a"} << QByteArray("out");
    QTest::newRow("line break") << QStringList{"run", "no\nsuch\nexperiment"} << QByteArray("experiment");
    QTest::newRow("line break in a file name") << QStringList{"analyze", "no\nfile"} << QByteArray("file");
    QTest::newRow("unknown lesson") << QStringList{"lesson", "first-steps"} << QByteArray("small-lists");
    QTest::newRow("unknown language") << QStringList{"lesson", "1", "--language", "xx"} << QByteArray("en, de");
    QTest::newRow("lessons in no language") << QStringList{"list", "lessons", "--language", ""} << QByteArray("en");
    QTest::newRow("unknown list") << QStringList{"list", "workload"} << QByteArray("workloads");
    QTest::newRow("convert a missing file")
        << QStringList{"convert", "none.jsonl", "x.csv"} << QByteArray("none.jsonl");
    QTest::newRow("convert to what") << QStringList{"convert", "none.jsonl", "x.doc"} << QByteArray("x.doc");
    QTest::newRow("convert to pages") << QStringList{"convert", "none.jsonl", "x.pdf"}
                                      << QByteArray("breakeven --report RUN OUT.pdf");
    QTest::newRow("a run to pages") << QStringList{"run", "--pdf", "x.pdf"}
                                    << QByteArray("breakeven --report RUN OUT.pdf");
    QTest::newRow("analyze a missing file") << QStringList{"analyze", "none.jsonl"} << QByteArray("none.jsonl");
    QTest::newRow("compare with nothing") << QStringList{"compare", "a.jsonl"} << QByteArray("b is required");
    QTest::newRow("compare a missing file") << QStringList{"compare", "none.jsonl", "x.jsonl"} << QByteArray("none");
    QTest::newRow("analyze a folder") << QStringList{"analyze", "/"} << QByteArray("/");
    QTest::newRow("analyze at no size") << QStringList{"analyze", "none.jsonl", "--at", "0"} << QByteArray("--at");
}

void TestMain::usageErrorsAreOneLine() {
    QFETCH(QStringList, arguments);
    QFETCH(QByteArray, named);
    const CliResult result = runCli(arguments);
    QCOMPARE(result.status, 2);
    QCOMPARE(linesOf(result.err).size(), 1);
    QVERIFY2(result.err.startsWith("breakeven-cli: "), result.err.constData());
    QVERIFY2(result.err.contains(named), result.err.constData());
    QVERIFY(result.out.isEmpty());
}

void TestMain::doctorKnowsTheCpus() {
    const CliResult json = runCli({"doctor", "--json"});
    QCOMPARE(json.status, 0);
    const QJsonObject machine = QJsonDocument::fromJson(json.out).object();
    QVERIFY2(machine["usable_cpus"].toInt() >= 1, json.out.constData());
    QVERIFY2(!machine["usable_cpus_reason"].toString().isEmpty(), json.out.constData());
    QVERIFY(json.out.endsWith("}\n") && !json.out.endsWith("\n\n"));
    QVERIFY(json.out.contains("load.hiccups"));
    const CliResult text = runCli({"doctor", "--quick"});
    QCOMPARE(text.status, 0);
    QVERIFY(text.out.contains("Advice"));
    QVERIFY(!text.out.contains("kept off its CPU"));  // nobody listened
}

void TestMain::listsEverythingThatCanBeChosen() {
    const CliResult all = runCli({"list", "--json"});
    QCOMPARE(all.status, 0);
    QVERIFY(all.out.endsWith("}\n") && !all.out.endsWith("\n\n"));
    const QJsonObject catalog = QJsonDocument::fromJson(all.out).object();
    for (const char* part : {"workloads", "backends", "calls", "pools", "experiments", "plots", "formats"}) {
        QVERIFY2(!catalog[part].toArray().isEmpty(), part);
        const CliResult one = runCli({"list", part, "--json"});
        QCOMPARE(QJsonDocument::fromJson(one.out).object()[part], catalog[part]);
        const QByteArray firstId = catalog[part].toArray().first().toObject()["id"].toString().toUtf8();
        const CliResult text = runCli({"list", part});
        QVERIFY2(text.out.startsWith("  " + firstId), text.out.constData());
    }
}

QTEST_GUILESS_MAIN(TestMain)
#include "tst_main.moc"
