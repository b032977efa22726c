#include "core/parallel/parallel_error.h"
#include "core/parallel/workforce.h"
#include "tests/support/parallel_main.h"

#include <QtTest>

#include <memory>
#include <set>
#include <string>

using namespace breakeven;

class TestWorkforce : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { releaseWarmWorkers(); }

    void anUnknownBackendIsRefused() {
        QVERIFY_EXCEPTION_THROWN(Workforce::start("no-such", {.workers = 2}), ParallelError);
    }

    void drainingStartsNothing() {
        const auto workforce = Workforce::start("processes", {.workers = 2});
        workforce->drain();
        QCOMPARE(workforce->processes().size(), std::size_t{2});
        workforce->terminate();
        QCOMPARE(workforce->processes().size(), std::size_t{2});
    }

    void serialisingWorkersComeWhenTheyAreNeeded() {
        const auto workforce = Workforce::start("processes", {.workers = 2});
        JobQueue& serialising = workforce->serialisingQueue();
        QVERIFY(&serialising != &workforce->queue());
        QCOMPARE(&workforce->serialisingQueue(), &serialising);
        QCOMPARE(workforce->processes().size(), std::size_t{4});
        workforce->drain();
        const auto piped = Workforce::start("processes-pipe", {.workers = 2});
        QCOMPARE(&piped->serialisingQueue(), &piped->queue());
    }

    void warmWorkersAreUsedAgain() {
        const auto two = warmWorkforce("threads", "fork", 4, 2);
        QCOMPARE(two->workers(), 2);
        QCOMPARE(warmWorkforce("threads", "fork", 4, 2), two);
        const auto four = warmWorkforce("threads", "fork", 4, 100);
        QCOMPARE(four->workers(), 4);
        QVERIFY(warmWorkforce("tbb", "fork", 4, 100) != four);
        QVERIFY(warmWorkforce("threads", "spawn", 4, 100) != four);
        QCOMPARE(warmWorkforce("threads", "fork", 4, 3), four);
    }

    void moreWorkersThanWantedAreNotGiven() {
        const auto eight = warmWorkforce("threads", "fork", 8, 100);
        QCOMPARE(eight->workers(), 8);
        QCOMPARE(warmWorkforce("threads", "fork", 8, 2), eight);
        QCOMPARE(warmWorkforce("threads", "fork", 3, 100)->workers(), 3);
    }

    void listsOfAllLengthsLeaveFewWorkers() {
        constexpr WorkerCount Wanted = 16;
        std::set<std::shared_ptr<Workforce>> workforces;
        for (ItemCount items = 1; items <= 40; ++items)
            workforces.insert(warmWorkforce("threads", "fork", Wanted, items));
        WorkerCount workers = 0;
        for (const auto& workforce : workforces)
            workers += workforce->workers();
        QCOMPARE(workers, 1 + 2 + 4 + 8 + Wanted);
    }
};

BREAKEVEN_PARALLEL_MAIN(TestWorkforce)
#include "tst_workforce.moc"
