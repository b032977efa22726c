// WorkerPool::killWorkers with and without shared memory: whatever runs ends, and nobody comes after it.
#include "core/engine/processes/zygote.h"
#include "tests/core/engine/processes/process_kernels.h"

#include <QtTest>

#include <thread>

using namespace breakeven;

namespace {

const Error Terminated{ErrorCode::WorkFailed, "processes: the pool was terminated"};

void compare(const Error& actual, const Error& expected) {
    QCOMPARE(actual.code, expected.code);
    QCOMPARE(actual.detail, expected.detail);
}

}  // namespace

class TestProcessesKilled : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void endAMapWithAnEndlessItem_data() {
        QTest::addColumn<QString>("id");
        QTest::addColumn<bool>("isItemByItem");
        for (const char* id : {"processes", "processes-pipe"})
            for (const bool isItemByItem : {false, true})
                QTest::addRow("%s %s", id, isItemByItem ? "items" : "chunks") << id << isItemByItem;
    }
    void endAMapWithAnEndlessItem() {
        QFETCH(QString, id);
        QFETCH(bool, isItemByItem);
        const auto pool = startPool(id, {.workers = 2});
        QVERIFY(pool);
        CountingList list("hang 37", 1000);
        list.job.chunk = *parseChunk("10");
        JobControl control({.stopAfterErrors = JobRules::CollectAll});
        if (isItemByItem) list.job.control = &control;
        std::atomic<bool> isOver = false;
        Result<void> outcome;
        std::thread caller([&] {
            outcome = (*pool)->map(list.job);
            isOver = true;
        });
        // Item by item all can be seen to end but what is in the endless chunk or was sent ahead behind it; else the
        // workers are killed wherever they are.
        while (isItemByItem && control.done() < 1000 - 2 * 10)
            std::this_thread::yield();
        QVERIFY(!isOver);
        (*pool)->killWorkers();
        caller.join();
        QVERIFY(!outcome);
        compare(outcome.error(), Terminated);
        QVERIFY(control.errors().empty());
        compare((*pool)->map(list.job).error(), Terminated);
    }

    void endWhatWasSubmitted_data() { bothBackends(); }
    void endWhatWasSubmitted() {
        QFETCH(QString, id);
        const auto pool = startPool(id, {.workers = 2});
        QVERIFY(pool);
        CountingList list("hang 0", 1000);
        constexpr ItemCount Size = 1000;  // more than the pool has lines for
        JobControl control;
        CountingList other("count", 10);
        other.job.control = &control;
        Ends otherEnds;
        (*pool)->submit(other.job, {0, 10}, otherEnds);
        otherEnds.awaitAll(**pool, 1);
        Ends ends;
        for (ItemCount i = 0; i < Size; ++i)
            (*pool)->submit(list.job, {0, 1}, ends);
        std::thread killer([&] { (*pool)->killWorkers(); });
        ends.awaitAll(**pool, Size);
        killer.join();
        QCOMPARE(ends.errors().size(), std::size_t{Size});
        for (const Error& error : ends.errors())
            compare(error, Terminated);
        Ends late;
        (*pool)->submit(list.job, {1, 2}, late);
        late.awaitAll(**pool, 1);
        compare(late.errors().at(0), Terminated);
    }

    void blameNoItem_data() { bothBackends(); }
    /// Neither a chunk that has killed a worker before nor an item that is late by the kill becomes guilty of it.
    void blameNoItem() {
        QFETCH(QString, id);
        const auto pool = startPool(id, {.workers = 1});
        QVERIFY(pool);
        CountingList list("hang 3", 10);
        JobControl control({.stopAfterErrors = JobRules::CollectAll});
        list.job.control = &control;
        list.job.chunk = *parseChunk("10");
        Result<void> outcome;
        std::thread caller([&] { outcome = (*pool)->map(list.job); });
        while (control.done() < 3)
            std::this_thread::yield();
        const auto first = (*pool)->processes();
        ::kill(first.at(0), SIGKILL);
        while ((*pool)->processes() == first)
            std::this_thread::yield();
        (*pool)->killWorkers();
        caller.join();
        compare(outcome.error(), Terminated);
        QVERIFY(control.errors().empty());
        QCOMPARE(control.done(), ItemCount{3});
    }
};

int main(int argc, char** argv) {
    if (!startZygote(testKernel)) return 1;
    QCoreApplication application(argc, argv);
    TestProcessesKilled test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_processes_killed.moc"
