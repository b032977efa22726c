#include "core/engine/chunk.h"

#include <QtTest>

using namespace breakeven;

class TestChunk : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void parsesPolicies() {
        QCOMPARE(parseChunk("auto")->kind, ChunkPolicy::Kind::Auto);
        QCOMPARE(parseChunk("pool")->kind, ChunkPolicy::Kind::Pool);
        const auto count = parseChunk("250");
        QCOMPARE(count->kind, ChunkPolicy::Kind::Count);
        QCOMPARE(count->count, ItemCount{250});
    }

    void namesWhatIsNotAllowed_data() {
        QTest::addColumn<QString>("text");
        for (const char* text : {"", "0", "-1", "1.5", "10 ", "many", "1000000000001", "99999999999999999999999"})
            QTest::newRow(text) << text;
    }
    void namesWhatIsNotAllowed() {
        QFETCH(QString, text);
        const auto chunk = parseChunk(text.toStdString());
        QVERIFY(!chunk);
        QCOMPARE(chunk.error().code, ErrorCode::InvalidInput);
        QVERIFY(chunk.error().detail.find("'" + text.toStdString() + "'") != std::string::npos);
    }

    /// The numbers of Python's Pool.map at 8 workers.
    void poolRuleIsPythons_data() {
        QTest::addColumn<quint64>("size");
        QTest::addColumn<quint64>("items");
        QTest::newRow("9") << quint64{9} << quint64{1};
        QTest::newRow("1000") << quint64{1000} << quint64{32};
        QTest::newRow("1e5") << quint64{100'000} << quint64{3125};
        QTest::newRow("1e8") << quint64{100'000'000} << quint64{3'125'000};
    }
    void poolRuleIsPythons() {
        QFETCH(quint64, size);
        QFETCH(quint64, items);
        QCOMPARE(quint64{chunkItems({.kind = ChunkPolicy::Kind::Pool}, size, 8)}, items);
    }

    void isNeverEmpty() {
        for (const auto kind : {ChunkPolicy::Kind::Auto, ChunkPolicy::Kind::Pool, ChunkPolicy::Kind::Count})
            for (const ItemCount size : {ItemCount{0}, ItemCount{1}, ItemCount{7}})
                QVERIFY(chunkItems({.kind = kind}, size, 1024) >= 1);
    }
};

QTEST_GUILESS_MAIN(TestChunk)
#include "tst_chunk.moc"
