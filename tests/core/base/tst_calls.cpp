#include "core/base/calls.h"

#include <QtTest>

using namespace breakeven;

class TestCalls : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void areFoundByTheirWords() {
        QCOMPARE(calls().size(), std::size_t{9});
        for (const auto& entry : calls()) {
            QCOMPARE(&entryOf(entry.call), &entry);
            const auto parsed = parseCall(entry.info.id);
            QVERIFY(parsed && *parsed == entry.call);
            QVERIFY(!entry.info.title.empty() && entry.info.description.ends_with('.'));
        }
        QCOMPARE(entryOf(Call::Reduce).info.id, std::string(ReduceCall));
    }

    void unknownOnesAreNamed() {
        const auto call = parseCall("mapp");
        QVERIFY(!call);
        QCOMPARE(call.error().code, ErrorCode::InvalidInput);
        QCOMPARE(call.error().detail,
                 std::string("call: 'mapp' is not known (apply, map, starmap, apply-async, map-async, starmap-async, "
                             "imap, imap-unordered, reduce)"));
        QVERIFY(!parseCall(""));
    }

    void sayWhichChunkTheyUse_data() {
        QTest::addColumn<QString>("call");
        QTest::addColumn<QStringList>("used");  // of auto, pool and 7
        const auto row = [](const char* call, const char* ofAuto, const char* ofPool, const char* ofCount) {
            QTest::newRow(call) << call << QStringList{ofAuto, ofPool, ofCount};
        };
        row("apply", "1", "1", "1");
        row("apply-async", "1", "1", "1");
        row("map", "auto", "pool", "7");
        row("starmap", "auto", "pool", "7");
        row("map-async", "pool", "pool", "7");
        row("starmap-async", "pool", "pool", "7");
        row("imap", "1", "pool", "7");
        row("imap-unordered", "1", "pool", "7");
        row("reduce", "auto", "pool", "7");
    }
    void sayWhichChunkTheyUse() {
        QFETCH(QString, call);
        QFETCH(QStringList, used);
        const Call parsed = *parseCall(call.toStdString());
        QStringList found;
        for (const char* chunk : {"auto", "pool", "7"})
            found << QString::fromStdString(std::string(chunkInUse(parsed, chunk)));
        QCOMPARE(found, used);
    }
};

QTEST_GUILESS_MAIN(TestCalls)
#include "tst_calls.moc"
