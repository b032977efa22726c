// Rules for single items in worker processes: what is late, what has failed, and what died meanwhile is told once.
#include "core/base/numbers.h"
#include "core/engine/processes/work.h"
#include "core/engine/processes/zygote.h"
#include "tests/core/engine/processes/process_kernels.h"

#include <QtTest>

#include <random>
#include <thread>

using namespace breakeven;

class TestProcessItems : public QObject {
    Q_OBJECT

    static JobRules collecting(double deadline = 0) {
        return {.stopAfterErrors = JobRules::CollectAll, .itemDeadline = Seconds(deadline)};
    }

    /// A list that another kernel of testKernel computes.
    struct List {
        List(const std::string& recipe, ItemCount size, JobRules rules) : counts("count", size), control(rules) {
            shared.recipe = recipe;
            counts.job.shared = &shared;
            counts.job.control = &control;
        }
        CountingList counts;
        SharedKernel shared{.recipe = {}, .memoryFd = counts.memory.fd(), .bytes = counts.memory.bytes().size()};
        JobControl control;
    };

private Q_SLOTS:
    void giveTheNewWorkerItsTime_data() { bothBackends(); }
    /// Whoever comes for one that was killed at a deadline takes longer to make the list than an item may take.
    void giveTheNewWorkerItsTime() {
        QFETCH(QString, id);
        const auto pool = startPool(id, {.workers = 1});
        QVERIFY(pool);
        List list("slow-hang 0", 6, collecting(0.03));
        list.counts.job.chunk = *parseChunk("3");
        QVERIFY((*pool)->map(list.counts.job));
        const auto errors = list.control.errors();
        QCOMPARE(errors.size(), std::size_t{1});
        QCOMPARE(errors[0].item, ItemCount{0});
        QCOMPARE(errors[0].error.code, ErrorCode::TimedOut);
        QCOMPARE(list.control.done(), ItemCount{5});
    }

    void stopOneJobAlone_data() { bothBackends(); }
    /// The worker has begun the next job's chunk before the pool hears that the stopped one's is over.
    void stopOneJobAlone() {
        QFETCH(QString, id);
        const auto pool = startPool(id, {.workers = 1});
        QVERIFY(pool);
        for (int i = 0; i < 20; ++i) {
            List stopped("bad 1", 100, {});
            List next("count", 100, collecting());
            Ends ends;
            (*pool)->submit(stopped.counts.job, {0, 100}, ends);
            (*pool)->submit(next.counts.job, {0, 100}, ends);
            ends.awaitAll(**pool, 2);
            QCOMPARE(stopped.control.errors().size(), std::size_t{1});
            QCOMPARE(next.control.done(), ItemCount{100});
            QVERIFY(next.counts.kernel.countsAre(100, 1));
        }
    }

    void submittedChunksShareTheLimit_data() { bothBackends(); }
    /// Many lie ready before anybody waits, so that no error is heard of in time; of some items, or of one.
    void submittedChunksShareTheLimit() {
        QFETCH(QString, id);
        const auto pool = startPool(id, {.workers = 2});
        QVERIFY(pool);
        for (const ItemCount items : {ItemCount{1}, ItemCount{1000}}) {
            List list("worse 0", 100 * items, {.stopAfterErrors = 3});
            Ends ends;
            for (ItemCount chunk = 0; chunk < 100; ++chunk)
                (*pool)->submit(list.counts.job, {chunk * items, (chunk + 1) * items}, ends);
            ends.awaitAll(**pool, 100);
            const std::size_t errors = list.control.errors().size();
            QVERIFY2(errors >= 3 && errors < 3 + 2, std::to_string(errors).c_str());
            QCOMPARE(ends.items(), 100 * items);
        }
    }

    void jobsInFlightHaveLimitsOfTheirOwn_data() { bothBackends(); }
    void jobsInFlightHaveLimitsOfTheirOwn() {
        QFETCH(QString, id);
        const auto pool = startPool(id, {.workers = 2});
        QVERIFY(pool);
        List strict("worse 0", 1000, {.stopAfterErrors = 1});
        List lax("worse 0", 1000, {.stopAfterErrors = 500});
        Ends ends;
        for (ItemCount begin = 0; begin < 1000; begin += 100)
            for (List* list : {&strict, &lax})
                (*pool)->submit(list->counts.job, {begin, begin + 100}, ends);
        ends.awaitAll(**pool, 20);
        QVERIFY(strict.control.errors().size() < 1 + 2);
        const std::size_t errors = lax.control.errors().size();
        QVERIFY2(errors >= 500 && errors < 500 + 2, std::to_string(errors).c_str());
    }

    void tellOfEveryLateItem_data() { bothBackends(); }
    /// Whether it was killed or ended by itself between two looks.
    void tellOfEveryLateItem() {
        QFETCH(QString, id);
        const auto pool = startPool(id, {.workers = 1});
        QVERIFY(pool);
        List list("nap 101", 5, collecting(0.1));
        list.counts.job.chunk = *parseChunk("5");
        QVERIFY((*pool)->map(list.counts.job));
        const auto errors = list.control.errors();
        QCOMPARE(errors.size(), std::size_t{5});
        for (const ItemError& late : errors) {
            QCOMPARE(late.error.code, ErrorCode::TimedOut);
            QCOMPARE(late.error.detail, "took longer than its deadline of " + formatSeconds(Seconds(0.1)));
        }
        QCOMPARE(list.control.done(), ItemCount{0});
    }

    void countOnAfterAFailedItem_data() { bothBackends(); }
    void countOnAfterAFailedItem() {
        QFETCH(QString, id);
        const auto pool = startPool(id, {.workers = 1});
        QVERIFY(pool);
        List list("bad 1", 100'000, collecting());
        list.counts.job.chunk = *parseChunk("100000");
        std::thread caller([&] { (void)(*pool)->map(list.counts.job); });
        const bool hasCounted = QTest::qWaitFor([&] { return list.control.done() > 10; });
        (*pool)->killWorkers();  // the list would take minutes
        caller.join();
        QVERIFY(hasCounted);
        QCOMPARE(list.control.errors().size(), std::size_t{1});
    }

    void countEveryItemOnceThroughDeaths_data() { bothBackends(); }
    void countEveryItemOnceThroughDeaths() {
        QFETCH(QString, id);
        const auto pool = startPool(id, {.workers = 2});
        QVERIFY(pool);
        std::mt19937 random(11);
        for (int round = 0; round < 100; ++round) {
            List list("count", 5000, collecting());
            list.counts.job.chunk = *parseChunk("1");
            const pid_t victim = (*pool)->processes().at(random() % 2);
            const std::chrono::microseconds moment(random() % 1000);
            std::thread killer([&] {
                std::this_thread::sleep_for(moment);
                ::kill(victim, SIGKILL);
            });
            const auto outcome = (*pool)->map(list.counts.job);
            killer.join();
            QVERIFY2(outcome, outcome ? "" : outcome.error().detail.c_str());
            QVERIFY(list.control.errors().empty());
            QCOMPARE(list.control.done(), ItemCount{5000});
        }
    }

    void blameOnlyWhatRan() {
        CountingList list("count", 10);
        JobControl control(collecting(0.1));
        list.job.control = &control;
        const auto nobody = Crew::start("fork", 0, {});
        QVERIFY(nobody);
        std::atomic<std::int64_t> errorsLeft{10};
        const auto after = [&](Ending ending, std::optional<ItemCount> failed) {
            Work work(list.job, {.begin = 3, .end = 10}, nullptr);
            work.begin(7);
            if (failed) work.addItemError(*failed, {ErrorCode::WorkFailed, "late and bad"});
            if (!work.goesOnAfter(0, ending, *nobody, errorsLeft)) return ItemCount{0};
            return work.rest.begin;
        };
        const auto late = [](Position position, ItemCount item) {
            return Ending{.how = Ending::How::TooLate, .number = SIGKILL, .late = LateItem{position, item}};
        };
        // Late: that is its error, once, and not that of the next one.
        QCOMPARE(after(late(7, 3), {}), ItemCount{4});
        QCOMPARE(errorsLeft.load(), std::int64_t{9});
        QCOMPARE(control.errors().size(), std::size_t{1});
        QCOMPARE(control.errors()[0].item, ItemCount{3});
        // Its error was told before the kill arrived.
        QCOMPARE(after(late(7, 3), ItemCount{3}), ItemCount{4});
        QCOMPARE(after(late(7, 2), ItemCount{3}), ItemCount{4});
        QCOMPARE(control.errors().size(), std::size_t{3});
        // The worker had gone on, to the next item or to another task.
        QCOMPARE(after(late(7, 2), {}), ItemCount{3});
        QCOMPARE(after(late(6, 3), {}), ItemCount{3});
        QCOMPARE(control.errors().size(), std::size_t{3});
    }
};

int main(int argc, char** argv) {
    if (!startZygote(testKernel)) return 1;
    QCoreApplication application(argc, argv);
    TestProcessItems test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_process_items.moc"
