// Worker processes that die, stop or hang, with and without shared memory. What all backends promise is in
// tst_backends.
#include "core/engine/processes/control_block.h"
#include "core/engine/processes/zygote.h"
#include "tests/core/engine/processes/process_kernels.h"

#include <QtTest>

#include <chrono>
#include <thread>

#include <sys/wait.h>
#include <time.h>

using namespace breakeven;

class TestProcesses : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void repairWhatDiesOnce() {
        const auto pool = startPool("processes", {.workers = 3});
        QVERIFY(pool);
        for (const char* chunk : {"auto", "pool", "1", "10"}) {
            CountingList list("kill-once 500", 1000);
            list.job.chunk = *parseChunk(chunk);
            const auto outcome = (*pool)->map(list.job);
            QVERIFY2(outcome, outcome ? "" : outcome.error().detail.c_str());
            QCOMPARE(list.kernel.countOf(500), std::uint64_t{2});
            QVERIFY(list.kernel.countOf(999) >= 1);
            QVERIFY(worksStill(**pool, 3));
        }
    }

    void nameWhatDiesTwice_data() { bothBackends(); }
    void nameWhatDiesTwice() {
        QFETCH(QString, id);
        const auto pool = startPool(id, {.workers = 3});
        QVERIFY(pool);
        for (int i = 0; i < 20; ++i) {
            CountingList list("kill 503", 1000);
            list.job.chunk = *parseChunk("10");
            const auto outcome = (*pool)->map(list.job);
            QVERIFY(!outcome);
            QCOMPARE(outcome.error().code, ErrorCode::ChildCrashed);
            const std::string text = outcome.error().detail;
            QVERIFY2(text.starts_with("processes: chunk [500, 510) killed worker ") &&
                         text.ends_with(" by signal 9 (Killed), twice"),
                     text.c_str());
            QVERIFY(worksStill(**pool, 3));
        }
        CountingList leaving("exit 5", 10);
        leaving.job.chunk = *parseChunk("1");
        const std::string text = (*pool)->map(leaving.job).error().detail;
        QVERIFY2(text.starts_with("processes: chunk [5, 6) ended worker ") && text.ends_with(" with status 3, twice"),
                 text.c_str());
    }

    void goOnAroundADeadlyItem_data() { bothBackends(); }
    void goOnAroundADeadlyItem() {
        QFETCH(QString, id);
        const auto pool = startPool(id, {.workers = 2});
        QVERIFY(pool);
        for (const char* chunk : {"pool", "1", "1000"}) {
            CountingList list("kill 37", 100);
            JobControl control({.stopAfterErrors = JobRules::CollectAll});
            list.job.chunk = *parseChunk(chunk);
            list.job.control = &control;
            QVERIFY((*pool)->map(list.job));
            const auto errors = control.errors();
            QCOMPARE(errors.size(), std::size_t{1});
            QCOMPARE(errors[0].item, ItemCount{37});
            QCOMPARE(errors[0].error.code, ErrorCode::ChildCrashed);
            QVERIFY(errors[0].error.detail.ends_with(" by signal 9 (Killed), twice"));
            QCOMPARE(control.done(), ItemCount{99});
            for (ItemCount i = 0; i < 100; ++i)
                if (i != 37) QCOMPARE(list.kernel.countOf(i), std::uint64_t{1});
        }
        QVERIFY(worksStill(**pool, 2));
    }

    void killAnItemAtItsDeadline_data() { bothBackends(); }
    void killAnItemAtItsDeadline() {
        QFETCH(QString, id);
        const auto pool = startPool(id, {.workers = 2});
        QVERIFY(pool);
        CountingList list("hang 37", 100);
        JobControl control({.stopAfterErrors = JobRules::CollectAll, .itemDeadline = Seconds(0.05)});
        list.job.control = &control;
        list.job.chunk = *parseChunk("50");
        const auto outcome = (*pool)->map(list.job);
        QVERIFY2(outcome, outcome ? "" : outcome.error().detail.c_str());
        const auto errors = control.errors();
        QCOMPARE(errors.size(), std::size_t{1});
        QCOMPARE(errors[0].item, ItemCount{37});
        QCOMPARE(errors[0].error.code, ErrorCode::TimedOut);
        QCOMPARE(control.done(), ItemCount{99});
        QVERIFY(worksStill(**pool, 2));
    }

    void tellOfEveryFailedItem_data() { bothBackends(); }
    void tellOfEveryFailedItem() {
        QFETCH(QString, id);
        const auto pool = startPool(id, {.workers = 2});
        QVERIFY(pool);
        CountingList list("throw 37", 100);
        JobControl collecting({.stopAfterErrors = JobRules::CollectAll});
        list.job.control = &collecting;
        QVERIFY((*pool)->map(list.job));
        QCOMPARE(collecting.done(), ItemCount{99});
        QCOMPARE(collecting.errors().size(), std::size_t{1});
        QCOMPARE(collecting.errors()[0].error.detail, std::string("item 37 failed"));
        JobControl failing;
        list.job.control = &failing;
        QCOMPARE((*pool)->map(list.job).error().detail, std::string("item 37: item 37 failed"));
        JobControl stopped;
        stopped.stop();
        CountingList untouched("count", 100);
        untouched.job.control = &stopped;
        QCOMPARE((*pool)->map(untouched.job).error().code, ErrorCode::Interrupted);
        QVERIFY(untouched.kernel.countsAre(100, 0));
    }

    void replaceAWorkerThatDiedBetweenCalls_data() { bothBackends(); }
    void replaceAWorkerThatDiedBetweenCalls() {
        QFETCH(QString, id);
        const auto pool = startPool(id, {.workers = 3});
        QVERIFY(pool);
        QVERIFY(worksStill(**pool, 3));
        for (const pid_t pid : (*pool)->processes()) {
            ::kill(pid, SIGTERM);
            siginfo_t ended{};
            QCOMPARE(waitid(P_PID, static_cast<id_t>(pid), &ended, WEXITED | WNOWAIT), 0);
        }
        QVERIFY(worksStill(**pool, 3));
    }

    void replaceAWorkerThatIsStopped_data() { bothBackends(); }
    void replaceAWorkerThatIsStopped() {
        QFETCH(QString, id);
        const auto pool = startPool(id, {.workers = 2});
        QVERIFY(pool);
        const auto before = (*pool)->processes();
        for (const pid_t pid : before)
            ::kill(pid, SIGSTOP);
        QVERIFY(worksStill(**pool, 2));
        QVERIFY((*pool)->processes() != before);
    }

    void runSubmittedChunks_data() { bothBackends(); }
    void runSubmittedChunks() {
        QFETCH(QString, id);
        const auto pool = startPool(id, {.workers = 2});
        QVERIFY(pool);
        QVERIFY((*pool)->needsAwait());
        constexpr ItemCount Size = 3000;
        CountingList list("count", Size);
        CountingList other("count", Size);
        Ends ends;
        for (ItemCount i = 0; i < Size; ++i) {
            (*pool)->submit(list.job, {i, i + 1}, ends);
            if (i % 100 == 0) (*pool)->submit(other.job, {i, i + 100}, ends);
        }
        ends.awaitAll(**pool, Size + Size / 100);
        QVERIFY(ends.errors().empty());
        QCOMPARE(ends.items(), 2 * Size);
        QVERIFY(list.kernel.countsAre(Size, 1));
        QVERIFY(other.kernel.countsAre(Size, 1));
    }

    void takeChunksWhileAnotherThreadAwaits_data() { bothBackends(); }
    void takeChunksWhileAnotherThreadAwaits() {
        QFETCH(QString, id);
        const auto pool = startPool(id, {.workers = 2});
        QVERIFY(pool);
        constexpr ItemCount Size = 2000;
        CountingList list("count", Size);
        Ends ends;
        (*pool)->submit(list.job, {0, 1}, ends);
        std::thread submitter([&] {
            for (ItemCount i = 1; i < Size; ++i)
                (*pool)->submit(list.job, {i, i + 1}, ends);
        });
        for (std::uint32_t seen = 1; seen <= Size; seen += 100)
            ends.awaitAll(**pool, seen);
        submitter.join();
        ends.awaitAll(**pool, Size);
        QVERIFY(list.kernel.countsAre(Size, 1));
    }

    void tellOfWhatWasRefusedAtOnce_data() { bothBackends(); }
    /// The thread that awaits learns of a chunk that ends in submit by itself, not at its next look.
    void tellOfWhatWasRefusedAtOnce() {
        QFETCH(QString, id);
        const auto pool = startPool(id, {.workers = 1});
        QVERIFY(pool);
        CountingList list("hang 0", 1);
        CountingList refused("count", 1);
        refused.job.shared = nullptr;
        Ends ends;
        (*pool)->submit(list.job, {0, 1}, ends);
        constexpr std::uint32_t Chunks = 20;
        std::atomic<std::uint32_t> seen = 0;
        const auto begin = std::chrono::steady_clock::now();
        std::thread waiting([&] {
            for (std::uint32_t i = 1; i <= Chunks; ++i) {
                ends.awaitAll(**pool, i);
                seen = i;
            }
        });
        for (std::uint32_t i = 0; i < Chunks; ++i) {
            while (seen < i)
                std::this_thread::yield();
            (*pool)->submit(refused.job, {0, 1}, ends);
        }
        waiting.join();
        const auto time = std::chrono::steady_clock::now() - begin;
        (*pool)->killWorkers();
        ends.awaitAll(**pool, Chunks + 1);
        QVERIFY(time < Chunks / 2 * LongestSleep);
    }

    /// A stream that was full once must not keep the caller busy for ever after.
    void sleepWhileAWorkerWorks() {
        const auto pool = startPool("processes-pipe", {.workers = 1});
        QVERIFY(pool);
        const auto cpuTime = [] {
            timespec time{};
            clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
            return std::chrono::seconds(time.tv_sec) + std::chrono::nanoseconds(time.tv_nsec);
        };
        // The first input fills the stream's buffer (208 KiB) while the worker still makes the list, so that nothing at
        // all of the second is taken at first.
        constexpr ItemCount Size = 26'600;
        CountingList large("slow-count", Size);
        CountingList nap("count", 2);
        const SharedKernel shared{.recipe = "nap 200", .memoryFd = nap.memory.fd(), .bytes = 16};
        nap.job.shared = &shared;
        Ends ends;
        (*pool)->submit(large.job, {0, Size}, ends);
        (*pool)->submit(large.job, {0, Size}, ends);
        ends.awaitAll(**pool, 2);
        QVERIFY(ends.errors().empty());
        const auto begin = std::chrono::steady_clock::now();
        const auto used = cpuTime();
        (*pool)->submit(nap.job, {0, 1}, ends);
        ends.awaitAll(**pool, 3);
        QVERIFY(cpuTime() - used < (std::chrono::steady_clock::now() - begin) / 2);
    }

    void nameSubmittedChunksThatKill_data() { bothBackends(); }
    void nameSubmittedChunksThatKill() {
        QFETCH(QString, id);
        const auto pool = startPool(id, {.workers = 2});
        QVERIFY(pool);
        CountingList list("kill 50", 100);
        Ends ends;
        for (ItemCount i = 0; i < 100; i += 10)
            (*pool)->submit(list.job, {i, i + 10}, ends);
        ends.awaitAll(**pool, 10);
        QCOMPARE(ends.items(), ItemCount{100});
        QCOMPARE(ends.errors().size(), std::size_t{1});
        QVERIFY(ends.errors()[0].detail.starts_with("processes: chunk [50, 60) killed worker "));
        QVERIFY(list.kernel.countOf(99) >= 1);
        QVERIFY(worksStill(**pool, 2));
    }

    void fold_data() { bothBackends(); }
    void fold() {
        QFETCH(QString, id);
        const auto pool = startPool(id, {.workers = 2});
        QVERIFY(pool);
        CountingList list("count", 10);
        const SharedKernel shared{
            .recipe = "witness", .memoryFd = list.memory.fd(), .bytes = list.memory.bytes().size()};
        list.job.shared = &shared;
        list.job.step = Step::Fold;
        list.job.chunk = *parseChunk("5");
        QVERIFY((*pool)->map(list.job));
        for (ItemCount i = 0; i < 10; ++i)
            QCOMPARE(list.kernel.countOf(i), std::uint64_t{i % 5 == 0 ? 5U : 0U});
    }
};

int main(int argc, char** argv) {
    if (!startZygote(testKernel)) return 1;
    QCoreApplication application(argc, argv);
    TestProcesses test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_processes.moc"
