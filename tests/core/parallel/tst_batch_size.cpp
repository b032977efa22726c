#include "core/parallel/batch_size.h"

#include <QtTest>

#include <vector>

using namespace breakeven;

namespace {

BatchSize adaptive() {
    return BatchSize({.kind = ChunkPolicy::Kind::Auto}, 1000, 2);
}

}  // namespace

class TestBatchSize : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void countsAndThePoolsFormulaStay() {
        BatchSize seven({.kind = ChunkPolicy::Kind::Count, .count = 7}, 1000, 2);
        seven.ended(7, Seconds(1e-6));
        QCOMPARE(seven.next(), ItemCount{7});
        BatchSize pool({.kind = ChunkPolicy::Kind::Pool}, 1000, 2);
        QCOMPARE(pool.next(), ItemCount{125});
        BatchSize unknown({.kind = ChunkPolicy::Kind::Pool}, std::nullopt, 2);
        QCOMPARE(unknown.next(), ItemCount{1});
    }

    /// b' = max(1, min(2 b, 2 int(0.2 b / d))) below 0.2 s, from 2 s on without the bound of 2 b.
    void autoFollowsJoblibsRule_data() {
        QTest::addColumn<double>("taken");
        QTest::addColumn<int>("next");  // after a batch of 8
        QTest::newRow("much too quick: at most doubled") << 1e-9 << 16;
        QTest::newRow("too quick") << 0.15 << 16;
        QTest::newRow("just too quick") << 0.199 << 16;
        QTest::newRow("at the lower bound") << 0.2 << 8;
        QTest::newRow("fitting") << 1.0 << 8;
        QTest::newRow("at the upper bound") << 2.0 << 8;
        QTest::newRow("just too slow") << 2.1 << 1;
        QTest::newRow("too slow") << 100.0 << 1;
    }
    void autoFollowsJoblibsRule() {
        QFETCH(double, taken);
        QFETCH(int, next);
        BatchSize batch = adaptive();
        for (const ItemCount size : {1, 2, 4}) {
            QCOMPARE(batch.next(), size);
            batch.ended(size, Seconds(1e-3));
        }
        QCOMPARE(batch.next(), ItemCount{8});
        batch.ended(8, Seconds(taken));
        QCOMPARE(batch.next(), static_cast<ItemCount>(next));
    }

    void aSlowLargeBatchShrinksInOneStep() {
        BatchSize batch = adaptive();
        for (ItemCount size = 1; size <= 64; size *= 2)
            batch.ended(batch.next(), Seconds(1e-3));
        QCOMPARE(batch.next(), ItemCount{128});
        batch.ended(128, Seconds(4));
        QCOMPARE(batch.next(), ItemCount{12});  // 2 int(128 * 0.2 / 4)
    }

    void oneSlowItemStaysAlone() {
        BatchSize batch = adaptive();
        batch.ended(1, Seconds(5));
        QCOMPARE(batch.next(), ItemCount{1});
    }

    void batchesOfAnEarlierSizeDoNotCount() {
        BatchSize batch = adaptive();
        batch.ended(1, Seconds(1e-3));
        QCOMPARE(batch.next(), ItemCount{2});
        batch.ended(1, Seconds(1e-3));
        QCOMPARE(batch.next(), ItemCount{2});
    }

    /// 0.8 of what was and 0.2 of what is.
    void timesAreSmoothed() {
        BatchSize batch = adaptive();
        batch.ended(1, Seconds(0.22));
        batch.ended(1, Seconds(0.13));
        QCOMPARE(batch.next(), ItemCount{1});  // 0.202 s
        batch.ended(1, Seconds(0.13));
        QCOMPARE(batch.next(), ItemCount{2});  // 0.1876 s
    }
};

QTEST_GUILESS_MAIN(TestBatchSize)
#include "tst_batch_size.moc"
