// What the automatic backend decides, and that it notices when it was wrong. That it runs every item once is checked
// with all backends.
#include "core/engine/worker_pool.h"
#include "core/os/cpus.h"
#include "tests/core/engine/items.h"

#include <QtTest>

#include <atomic>
#include <functional>
#include <latch>
#include <optional>
#include <stdexcept>
#include <thread>

using namespace breakeven;

namespace {

void nothing() {}
void wait() {
    std::this_thread::sleep_for(std::chrono::milliseconds(1));
}
void compute() {
    const auto end = std::chrono::steady_clock::now() + std::chrono::microseconds(20);
    while (std::chrono::steady_clock::now() < end) {
    }
}

std::unique_ptr<WorkerPool> startAuto(WorkerCount workers) {
    PoolOptions options;
    options.workers = workers;
    return std::move(*findBackend("auto")->start(options));
}

std::string decisionOn(WorkerPool& pool, Kernel& kernel, ItemCount size, const char* chunk = "auto") {
    const auto outcome = pool.map({.kernel = kernel, .size = size, .chunk = *parseChunk(chunk)});
    return outcome ? pool.decision() : outcome.error().detail;
}

/// Submits chunks of one item and waits for each.
class Submitter final : public Completion {
public:
    Submitter(WorkerPool& pool, Kernel& kernel) : m_pool(pool), m_job{.kernel = kernel, .size = 1, .chunk = {}} {}

    bool nextRunsInTheCaller() {
        const auto seen = m_ended.load();
        m_pool.submit(m_job, {.begin = 0, .end = 1}, *this);
        m_pool.await(m_ended, seen);
        return m_thread == std::this_thread::get_id();
    }

    /// Some tries: a thread may be held up in the middle of a chunk.
    bool isOneRunInTheCaller() {
        for (int i = 0; i < 1000; ++i)
            if (nextRunsInTheCaller()) return true;
        return false;
    }

    const Result<void>& outcome() const { return m_outcome; }

private:
    void chunkEnded(Chunk, Result<void> outcome) noexcept override {
        m_outcome = std::move(outcome);
        m_thread = std::this_thread::get_id();
        ++m_ended;
        m_ended.notify_all();
    }

    WorkerPool& m_pool;
    ListJob m_job;
    std::thread::id m_thread;
    Result<void> m_outcome;
    std::atomic<std::uint32_t> m_ended{0};
};

}  // namespace

class TestAuto : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void isSerialWithOneWorker() {
        Items items(compute);
        QCOMPARE(decisionOn(*startAuto(1), items, 100), std::string("serial: there is one worker"));
    }

    void isSerialWhenThereIsNothingToShare() {
        Items items(compute);
        const auto pool = startAuto(2);
        QCOMPARE(decisionOn(*pool, items, 1), std::string("serial: there is one chunk"));
        QCOMPARE(decisionOn(*pool, items, 50, "50"), std::string("serial: there is one chunk"));
    }

    void isSerialForWhatIsTooLittle() {
        Items items(nothing);
        const auto pool = startAuto(2);
        std::string decision;
        for (int i = 0; i < 100 && !decision.starts_with("serial: "); ++i)  // a thread may be held up once
            decision = decisionOn(*pool, items, 10);
        QVERIFY2(decision.find(" of work, handed over ") != std::string::npos ||
                     decision == "serial: the workers share one CPU",
                 decision.c_str());
    }

    void handsOverWorkWhereTwoCanComputeAtOnce() {
        Items items(compute);
        const std::string decision = decisionOn(*startAuto(2), items, 2000);
        if (usableCpus().count == 1) {
            QCOMPARE(decision, std::string("serial: the workers share one CPU"));
            return;
        }
        QVERIFY2(decision.starts_with("threads, 2 workers: ") || decision.starts_with("tbb, 2 workers: "),
                 decision.c_str());
        QVERIFY2(decision.ends_with(" of work"), decision.c_str());
    }

    void handsItemsThatWaitOverOneByOne() {
        Items items(wait);
        const auto pool = startAuto(4);
        for (int i = 0; i < 3; ++i)
            QCOMPARE(decisionOn(*pool, items, 40), std::string("threads, 4 workers, chunk 1: items wait"));
    }

    /// The kernel is the same, its work is not.
    void noticesThatItemsHaveBecomeLong() {
        void (*work)() = nothing;
        Items items([&] { work(); });
        const auto pool = startAuto(4);
        for (int i = 0; i < 10; ++i)
            decisionOn(*pool, items, 40);
        work = wait;
        decisionOn(*pool, items, 40);
        decisionOn(*pool, items, 40);
        QCOMPARE(decisionOn(*pool, items, 40), std::string("threads, 4 workers, chunk 1: items wait"));
    }

    void knowsAKernelByMoreThanItsAddress() {
        std::optional<Items> items;
        const auto pool = startAuto(4);
        items.emplace(nothing);
        for (int i = 0; i < 10; ++i)
            decisionOn(*pool, *items, 40);
        items.emplace(wait);
        QCOMPARE(decisionOn(*pool, *items, 40), std::string("threads, 4 workers, chunk 1: items wait"));
    }

    void noticesThatItemsHaveBecomeShort() {
        void (*work)() = wait;
        Items items([&] { work(); });
        const auto pool = startAuto(4);
        decisionOn(*pool, items, 40);
        work = nothing;
        std::string decision;
        for (int i = 0; i < 100 && !decision.starts_with("serial: "); ++i)
            decision = decisionOn(*pool, items, 40);
        QVERIFY2(decision.starts_with("serial: "), decision.c_str());
    }

    void doesNotHandShortSubmittedChunksOver_data() {
        QTest::addColumn<int>("workers");
        QTest::newRow("1") << 1;
        QTest::newRow("2") << 2;
    }

    void doesNotHandShortSubmittedChunksOver() {
        QFETCH(const int, workers);
        Items items(nothing);
        const auto pool = startAuto(workers);
        Submitter submitter(*pool, items);
        QVERIFY(!submitter.nextRunsInTheCaller());  // whether it is short is not known
        QVERIFY(submitter.isOneRunInTheCaller());
        QVERIFY2(pool->decision().starts_with("serial: "), pool->decision().c_str());
    }

    void handsSubmittedChunksThatWaitOver() {
        Items items(wait);
        const auto pool = startAuto(2);
        Submitter submitter(*pool, items);
        for (int i = 0; i < 5; ++i)
            QVERIFY(!submitter.nextRunsInTheCaller());
        QCOMPARE(pool->decision(), std::string("threads, 2 workers: chunks wait"));
    }

    void handsLongSubmittedChunksOver() {
        Items items([] {
            for (int i = 0; i < 5; ++i)
                compute();
        });
        const auto pool = startAuto(2);
        Submitter submitter(*pool, items);
        for (int i = 0; i < 20; ++i)
            QVERIFY(!submitter.nextRunsInTheCaller());
        QVERIFY2(pool->decision().starts_with("threads, 2 workers: "), pool->decision().c_str());
    }

    void handsSubmittedChunksOverOnceOneWasLong() {
        void (*work)() = nothing;
        Items items([&] { work(); });
        const auto pool = startAuto(2);
        Submitter submitter(*pool, items);
        QVERIFY(submitter.isOneRunInTheCaller());
        work = wait;
        submitter.nextRunsInTheCaller();
        for (int i = 0; i < 5; ++i)
            QVERIFY(!submitter.nextRunsInTheCaller());
    }

    /// The caller would be one too many.
    void handsShortSubmittedChunksOverWhileAllWorkersAreBusy() {
        constexpr ItemCount Long = 1'000'000'000;  // items of a chunk that is short for as many
        const auto pool = startAuto(2);
        std::latch othersMayFollow(1);
        std::latch bothRun(2);
        std::latch mayEnd(1);
        std::thread::id last;
        class Ranges final : public Kernel {
        public:
            explicit Ranges(std::function<void(ItemCount)> work) : m_work(std::move(work)) {}
            void run(ItemCount begin, ItemCount) override { m_work(begin); }

        private:
            std::function<void(ItemCount)> m_work;
        } chunks([&](ItemCount begin) {
            if (begin == 0) return othersMayFollow.wait();
            if (begin == Long + 2) {
                last = std::this_thread::get_id();
                return;
            }
            bothRun.count_down();
            mayEnd.wait();
        });
        const ListJob job{.kernel = chunks, .size = Long + 3, .chunk = {}};
        struct Ends final : Completion {
            void chunkEnded(Chunk, Result<void>) noexcept override {
                ++ended;
                ended.notify_all();
            }
            std::atomic<std::uint32_t> ended{0};
        } ends;
        pool->submit(job, {0, Long}, ends);
        pool->submit(job, {Long, Long + 1}, ends);
        pool->submit(job, {Long + 1, Long + 2}, ends);
        othersMayFollow.count_down();
        pool->await(ends.ended, 0);
        bothRun.wait();
        pool->submit(job, {Long + 2, Long + 3}, ends);
        mayEnd.count_down();
        for (auto seen = ends.ended.load(); seen != 4; seen = ends.ended.load())
            pool->await(ends.ended, seen);
        QVERIFY(last != std::this_thread::get_id());
    }

    void anotherKernelIsTimedAgain() {
        Items shortItems(nothing);
        Items longItems(wait);
        const auto pool = startAuto(2);
        QVERIFY(Submitter(*pool, shortItems).isOneRunInTheCaller());
        QVERIFY(!Submitter(*pool, longItems).nextRunsInTheCaller());
    }

    /// What is known of submitted chunks says nothing of a list.
    void saysWhatItDecidedLast() {
        Items items(wait);
        const auto pool = startAuto(2);
        Submitter submitter(*pool, items);
        submitter.nextRunsInTheCaller();
        QCOMPARE(decisionOn(*pool, items, 1), std::string("serial: there is one chunk"));
        submitter.nextRunsInTheCaller();
        QCOMPARE(pool->decision(), std::string("threads, 2 workers: chunks wait"));
    }

    void tellsHowTimedChunksEnded() {
        Items items([] { throw std::runtime_error("no luck"); });
        const auto pool = startAuto(2);
        Submitter submitter(*pool, items);
        for (int i = 0; i < 3; ++i) {
            submitter.nextRunsInTheCaller();
            QVERIFY(!submitter.outcome());
            QCOMPARE(submitter.outcome().error().code, ErrorCode::WorkFailed);
        }
    }
};

QTEST_GUILESS_MAIN(TestAuto)
#include "tst_auto.moc"
