#include "core/engine/chunk.h"

#include <QtTest>

#include <algorithm>
#include <chrono>

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

    void isTakenInTurn_data() {
        QTest::addColumn<QString>("chunk");
        QTest::addColumn<quint64>("items");
        QTest::newRow("count") << "7" << quint64{7};
        QTest::newRow("pool") << "pool" << quint64{125};
        QTest::newRow("more than there is") << "5000" << quint64{1000};
    }
    void isTakenInTurn() {
        QFETCH(QString, chunk);
        QFETCH(quint64, items);
        ChunkCursor cursor;
        ChunkTaker first(cursor, *parseChunk(chunk.toStdString()), 1000, 2);
        ChunkTaker second(cursor, *parseChunk(chunk.toStdString()), 1000, 2);
        for (ItemCount begin = 0; begin < 1000; begin += items) {
            const auto taken = (begin / items % 2 == 0 ? first : second).take();
            QVERIFY(taken);
            QCOMPARE(*taken, (Chunk{begin, std::min<ItemCount>(1000, begin + items)}));
        }
        QVERIFY(!first.take());
        QVERIFY(!second.take());
    }

    /// However fast the items: at first one, then at most 16 times as many as before, and never more than a worker's
    /// share of half of what is left.
    void growsWithinItsBounds() {
        constexpr ItemCount Size = 1'000'000;
        ChunkCursor cursor;
        ChunkTaker taker(cursor, {.kind = ChunkPolicy::Kind::Auto}, Size, 4);
        ItemCount done = 0;
        ItemCount before = 0;
        while (const auto taken = taker.take()) {
            QCOMPARE(taken->begin, done);
            const ItemCount items = taken->end - taken->begin;
            QVERIFY(items <= std::max<ItemCount>(1, 16 * before));
            QVERIFY(items <= std::max<ItemCount>(1, (Size - done) / 8));
            done = taken->end;
            before = items;
        }
        QCOMPARE(done, Size);
    }

    void shrinksToSingleItemsWhenTheyAreLong() {
        ChunkCursor cursor;
        ChunkTaker taker(cursor, {.kind = ChunkPolicy::Kind::Auto}, 1'000'000, 4);
        ItemCount items = 0;
        while (items < 100) {  // nothing is done in between, so chunks grow
            const auto taken = taker.take();
            items = taken->end - taken->begin;
        }
        const auto end = std::chrono::steady_clock::now() + items * std::chrono::microseconds(110);
        while (std::chrono::steady_clock::now() < end) {
        }
        const auto taken = taker.take();
        QCOMPARE(taken->end - taken->begin, ItemCount{1});
    }
};

QTEST_GUILESS_MAIN(TestChunk)
#include "tst_chunk.moc"
