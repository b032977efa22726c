#include "tests/app/cli_process.h"

#include <QTemporaryDir>
#include <QTest>

class TestCompare : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() {
        QVERIFY(m_folder.isValid());
        saveText(path("a.seeds.csv"), table("0.002", "0.05"));
        saveText(path("b.seeds.csv"), table("0.002", "0.10"));
        for (const char* name : {"a.jsonl", "b.jsonl"})
            QCOMPARE(runCli({"run", "-", "--out", path(name)}, sleeperSpec("1,2", "0.0005", 7)).status, 0);
    }

    void everyFormatIsRead() {
        for (const char* to : {"c.csv", "c.samples.csv"}) {
            QCOMPARE(runCli({"convert", path("a.jsonl"), path(to)}).status, 0);
            const QJsonObject json = compared("a.jsonl", to);
            QCOMPARE(json["trials"].toArray().size(), 4);
            for (const QJsonValue& each : json["trials"].toArray())
                QVERIFY(std::abs(each["ratio"].toDouble() - 1) < 1e-6);
        }
        QCOMPARE(compared("a.seeds.csv", "b.seeds.csv")["trials"].toArray().size(), 4);
    }

    void twoRunsAreComparedTrialByTrial() {
        const QJsonObject json = compared("a.jsonl", "b.jsonl");
        QCOMPARE(json["schema"].toInt(), 1);
        QCOMPARE(json["trials"].toArray().size(), 4);
        const QJsonObject trial = json["trials"].toArray().last().toObject();
        QCOMPARE(trial["backend"].toString(), QString("threads"));
        QCOMPARE(trial["size"].toInt(), 2);
        QCOMPARE(trial["workers"].toInt(), 2);
        QVERIFY(trial["low"].toDouble() <= trial["ratio"].toDouble());
        QVERIFY(trial["ratio"].toDouble() <= trial["high"].toDouble());
        QVERIFY(trial["a"].toObject()["samples"].toInt() >= 7);
        QVERIFY(!trial["paired"].toBool());
        const QStringList verdicts = {"faster", "slower", "same", "not-resolved"};
        QVERIFY(verdicts.contains(trial["verdict"].toString()));
        const QJsonObject summary = json["summary"].toObject();
        int judged = 0;
        for (const QString& verdict : verdicts)
            judged += summary[verdict].toInt();
        QCOMPARE(judged, 4);
        QVERIFY(summary["environment_known"].toBool());
        QVERIFY(!summary["different_machines"].toBool());
        QVERIFY(json["break_even"].toArray().size() == 1);
        for (const QJsonValue& each : json["environment"].toArray())
            QVERIFY(each["id"].toString() != "cpu.model");
    }

    void aRunEqualsItself() {
        const QJsonObject json = compared("a.jsonl", "a.jsonl");
        for (const QJsonValue& each : json["trials"].toArray()) {
            QCOMPARE(each["verdict"].toString(), QString("same"));
            QVERIFY(each["paired"].toBool());
        }
        QVERIFY(json["environment"].toArray().isEmpty());
        const QByteArray text = textOf("a.jsonl", "a.jsonl");
        QVERIFY2(text.startsWith("From A to B: 4 same.\nPaired: "), text.constData());
        QVERIFY2(text.contains("Environment: no fact differs"), text.constData());
    }

    void theTextIsATable() {
        const QByteArray text = textOf("a.seeds.csv", "b.seeds.csv");
        const QList<QByteArray> lines = linesOf(text);
        QCOMPARE(lines.value(0), QByteArray("From A to B: 4 not resolved."));  // one sample each
        QVERIFY2(lines.value(3).contains("series") && lines.value(3).contains("A / B"), text.constData());
        QVERIFY2(text.contains("tbb") && text.contains("0.50×"), text.constData());
        QVERIFY2(text.contains("Break-even (items)"), text.constData());
        QVERIFY2(text.contains("Environment: not known of both files"), text.constData());
    }

    void whatOnlyOneHasIsNamed() {
        saveText(path("more.seeds.csv"), table("0.002", "0.05") + "100,openmp-static,0.003\n");
        const QByteArray text = textOf("a.seeds.csv", "more.seeds.csv");
        QVERIFY2(text.contains("Only in B\n  openmp-static, 100 items\n"), text.constData());
        QVERIFY(!text.contains("Only in A"));
        QCOMPARE(compared("more.seeds.csv", "a.seeds.csv")["only_a"].toArray().size(), 1);
    }

    void runsWithoutACommonTrialSaySo() {
        saveText(path("other.seeds.csv"), "list_length,type,time_taken\n7,threads,0.001\n");
        const CliResult text = runCli({"compare", path("a.seeds.csv"), path("other.seeds.csv")});
        QCOMPARE(text.status, 1);
        QVERIFY(text.out.startsWith("The runs have no trial in common.\n"));
        QVERIFY2(text.out.contains("Only in A\n  serial, 2 sizes from 100 to 10\u202f000 items\n"),
                 text.out.constData());
        const CliResult json = runCli({"compare", path("a.seeds.csv"), path("other.seeds.csv"), "--json"});
        QCOMPARE(json.status, 1);
        QCOMPARE(json.err, QByteArray("breakeven-cli: compare: the runs have no trial in common\n"));
        QVERIFY(QJsonDocument::fromJson(json.out).object()["trials"].toArray().isEmpty());
    }

    void differentMachinesAreSaidOutLoud() {
        QByteArray other = fileText(path("b.jsonl"));
        const qsizetype from = other.indexOf("\"Processor\"");
        QVERIFY(from > 0);
        const qsizetype value = other.indexOf("\"value\":\"", from) + 9;
        other.replace(value, other.indexOf('"', value) - value, "another processor");
        saveText(path("other.jsonl"), other);
        const QByteArray text = textOf("a.jsonl", "other.jsonl");
        QVERIFY2(text.contains("Different machines: the times compare machines, not programs.\n"), text.constData());
        QVERIFY2(text.contains("another processor"), text.constData());
        QVERIFY(compared("a.jsonl", "other.jsonl")["summary"].toObject()["different_machines"].toBool());
    }

    void whatCannotBeReadIsRefused() {
        saveText(path("junk.jsonl"), "junk\n");
        for (const QStringList& files :
             {QStringList{path("junk.jsonl"), path("a.jsonl")}, QStringList{path("a.jsonl"), path("junk.jsonl")},
              QStringList{path("a.jsonl"), path("none.jsonl")}}) {
            const CliResult result = runCli({"compare", files[0], files[1]});
            QCOMPARE(result.status, 2);
            QCOMPARE(linesOf(result.err).size(), 1);
            QCOMPARE(result.out, QByteArray());
        }
    }

private:
    QString path(const QString& name) const { return m_folder.filePath(name); }

    static QByteArray table(const QByteArray& small, const QByteArray& large) {
        return "list_length,type,time_taken\n100,serial,0.001\n100,tbb," + small + "\n10000,serial,0.1\n10000,tbb," +
               large + "\n";
    }

    QByteArray textOf(const QString& a, const QString& b) const {
        const CliResult result = runCli({"compare", path(a), path(b)});
        if (result.status != 0 || !result.err.isEmpty()) qWarning() << result.status << result.err;
        return result.out;
    }

    QJsonObject compared(const QString& a, const QString& b) const {
        const CliResult result = runCli({"compare", path(a), path(b), "--json"});
        if (result.status != 0 || !result.err.isEmpty()) qWarning() << result.status << result.err;
        return QJsonDocument::fromJson(result.out).object();
    }

    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(TestCompare)
#include "tst_compare.moc"
