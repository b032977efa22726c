// What every backend promises of a list: each item once, chunks as asked for, failures that come back.
#include "core/os/cpus.h"
#include "tests/core/engine/conformance.h"

#include <algorithm>

using namespace breakeven;

class TestConformance : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void runsEveryItemOnce_data() { allBackends(); }
    void runsEveryItemOnce() {
        QFETCH(QString, id);
        const WorkerCount cpus = usableCpus().count;
        for (const WorkerCount workers : {1, 2, 3, 10 * cpus}) {
            const auto pool = startPool(id, workers);
            QVERIFY2(pool, pool ? "" : pool.error().detail.c_str());
            for (const ItemCount size : {0U, 1U, 2U, 7U, 1000U})
                for (const char* chunk : {"auto", "pool", "1", "3", "1000000"}) {
                    TracedList list("count", size, chunk);
                    for (TracedKernel::Slot times = 1; times <= 2; ++times) {
                        const auto outcome = (*pool)->map(list.job);
                        QVERIFY2(outcome, outcome ? "" : outcome.error().detail.c_str());
                        QCOMPARE(list.firstNot(times), size);
                    }
                }
        }
    }

    void runsTenMillionItems_data() { allBackends(); }
    void runsTenMillionItems() {
        QFETCH(QString, id);
        const auto pool = startPool(id, 2);
        QVERIFY(pool);
        TracedList list("count", 10'000'000);
        QVERIFY((*pool)->map(list.job));
        QCOMPARE(list.firstNot(1), ItemCount{10'000'000});
    }

    void handsOverExactChunks_data() { allBackends(); }
    void handsOverExactChunks() {
        QFETCH(QString, id);
        const auto pool = startPool(id, 3);
        QVERIFY(pool);
        for (const ItemCount count : {1U, 7U, 250U, 999U, 1000U, 1001U}) {
            TracedList list("ranges", 1000, std::to_string(count).c_str());
            QVERIFY((*pool)->map(list.job));
            for (ItemCount item = 0; item < 1000; ++item)
                QCOMPARE(ItemCount{list.slot(item)}, item / count * count + 1);
        }
    }

    void comesBackFromExceptions_data() { allBackends(); }
    void comesBackFromExceptions() {
        QFETCH(QString, id);
        const auto pool = startPool(id, 3);
        QVERIFY(pool);
        for (const char* chunk : {"auto", "1", "10"}) {
            TracedList failing("throw 37", 100, chunk);
            const auto outcome = (*pool)->map(failing.job);
            QVERIFY(!outcome);
            QCOMPARE(outcome.error().code, ErrorCode::WorkFailed);
            QCOMPARE(outcome.error().detail, std::string("item 37 failed"));
            TracedList good("count", 100, chunk);
            QVERIFY((*pool)->map(good.job));
            QCOMPARE(good.firstNot(1), ItemCount{100});
        }
    }

    void comesBackFromWhatIsNoStdException_data() { allBackends(); }
    void comesBackFromWhatIsNoStdException() {
        QFETCH(QString, id);
        const auto pool = startPool(id, 2);
        QVERIFY(pool);
        TracedList failing("throw-int 50", 100);
        const auto outcome = (*pool)->map(failing.job);
        QVERIFY(!outcome);
        QCOMPARE(outcome.error().code, ErrorCode::WorkFailed);
        QCOMPARE(outcome.error().detail, std::string("an exception that is not a std::exception"));
        TracedList good("count", 100);
        QVERIFY((*pool)->map(good.job));
    }

    /// Once an item has failed, no further chunk is begun.
    void endsAtTheFirstException_data() { allBackends(); }
    void endsAtTheFirstException() {
        QFETCH(QString, id);
        const auto pool = startPool(id, 2);
        QVERIFY(pool);
        TracedList list("throw-every 1", 100'000, "1");
        QVERIFY(!(*pool)->map(list.job));
        ItemCount begun = 0;
        for (ItemCount item = 0; item < list.job.size; ++item)
            begun += list.slot(item);
        QVERIFY(begun < list.job.size / 2);
    }
};

int main(int argc, char** argv) {
    return runWithZygote<TestConformance>(argc, argv);
}
#include "tst_conformance.moc"
