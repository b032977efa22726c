#include "core/history/run_entry.h"
#include "tests/core/history/stored_runs.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtTest>

using namespace breakeven;

class TestRunEntry : public QObject {
    Q_OBJECT

    static QJsonObject parsed(const std::string& text) {
        return QJsonDocument::fromJson(QByteArray::fromStdString(text)).object();
    }

private Q_SLOTS:
    void everyStateHasAWord() {
        for (const RunState state : {RunState::Running, RunState::Completed, RunState::Budget, RunState::Stopped,
                                     RunState::Failed, RunState::Interrupted})
            QCOMPARE(stateFromWord(stateWord(state)), std::optional(state));
        QVERIFY(!stateFromWord("unheard of"));
    }

    void theLastEventTellsTheState_data() {
        QTest::addColumn<QString>("reason");
        QTest::addColumn<int>("state");
        const auto row = [](const char* reason, RunState state) {
            QTest::newRow(reason) << QString(reason) << static_cast<int>(state);
        };
        row("completed", RunState::Completed);
        row("budget", RunState::Budget);
        row("interrupted", RunState::Stopped);
        row("failed", RunState::Failed);
        row("of a later version", RunState::Completed);
    }
    void theLastEventTellsTheState() {
        QFETCH(QString, reason);
        QFETCH(int, state);
        auto events = eventsOfRun("r");
        events.back() = RunFinished{reason.toStdString(), Seconds(1)};
        QCOMPARE(static_cast<int>(stateOf(events)), state);
        events.pop_back();
        QCOMPARE(stateOf(events), RunState::Interrupted);
        QCOMPARE(stateOf({}), RunState::Interrupted);
    }

    void theListIsJson() {
        RunEntry entry;
        entry.runId = "r";
        entry.title = "Grüße, \"you\"\n";
        entry.file = "/a\xff";
        entry.tags = {"a", "b"};
        entry.state = RunState::Stopped;
        entry.samples = 7;
        const QJsonObject list = parsed(entriesJson(std::vector{entry, RunEntry()}));
        QCOMPARE(list["schema"].toInt(), 1);
        QCOMPARE(list["runs"].toArray().size(), 2);
        const QJsonObject first = list["runs"].toArray()[0].toObject();
        QCOMPARE(first["run_id"].toString(), QString("r"));
        QCOMPARE(first["title"].toString(), QString("Grüße, \"you\"\n"));
        QCOMPARE(first["tags"].toArray(), (QJsonArray{"a", "b"}));
        QCOMPARE(first["state"].toString(), QString("stopped"));
        QCOMPARE(first["samples"].toInt(), 7);
        QVERIFY(first["elapsed_s"].isNull());
        QVERIFY(first["deleted_at"].isNull());
        QCOMPARE(parsed(entriesJson({}))["runs"].toArray().size(), 0);
        QVERIFY(parsed(entriesJson({})).contains("runs"));
    }

    void oneEntryTellsAll() {
        RunEntry entry;
        entry.runId = "r";
        const QJsonObject json = parsed(entryJson(entry, eventsOfRun("r")));
        QCOMPARE(json["run_id"].toString(), QString("r"));
        QCOMPARE(json["spec"].toObject()["name"].toString(), QString("small"));
        QVERIFY(!json["environment"].toObject().isEmpty());
        QVERIFY(json["analysis"].toObject()["findings"].isArray());
    }
};

QTEST_GUILESS_MAIN(TestRunEntry)
#include "tst_run_entry.moc"
