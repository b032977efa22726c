#include "core/parallel/job_queue.h"

#include <QtTest>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <functional>
#include <future>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <utility>
#include <vector>

using namespace breakeven;

namespace {

/// Takes chunks and does nothing with them until it is told to. Notices whatever WorkerPool forbids.
class HandPool final : public WorkerPool {
public:
    struct Submitted {
        const ListJob* job;
        Chunk chunk;
        Completion* completion;
    };

    Result<void> map(const ListJob& job) override {
        const Use use(*this);
        if (running > 0) isMisused = true;
        ++maps;
        if (inMap) inMap();
        try {
            job.run({0, job.size});
        } catch (const std::exception& problem) {
            return Error{ErrorCode::WorkFailed, problem.what()};
        }
        return job.outcome();
    }

    void submit(const ListJob& job, Chunk chunk, Completion& completion) override {
        const Use use(*this);
        ++running;
        const std::lock_guard lock(m_mutex);
        m_submitted.push_back({&job, chunk, &completion});
    }

    void killWorkers() override { ++kills; }

    std::size_t submitted() const {
        const std::lock_guard lock(m_mutex);
        return m_submitted.size();
    }

    /// Ends the oldest chunk, in the calling thread.
    void endOne(Result<void> outcome = {}) {
        std::unique_lock lock(m_mutex);
        const Submitted first = m_submitted.front();
        m_submitted.erase(m_submitted.begin());
        lock.unlock();
        if (outcome) first.job->run(first.chunk);
        --running;
        first.completion->chunkEnded(first.chunk, std::move(outcome));
    }

    std::atomic<int> maps{0};
    std::atomic<int> kills{0};
    std::atomic<int> running{0};
    std::atomic<bool> isMisused{false};
    std::function<void()> inMap;

private:
    struct Use {
        explicit Use(HandPool& pool) : m_pool(pool) {
            if (m_pool.m_users++ > 0) m_pool.isMisused = true;
        }
        ~Use() { --m_pool.m_users; }
        HandPool& m_pool;
    };

    std::atomic<int> m_users{0};
    mutable std::mutex m_mutex;
    std::vector<Submitted> m_submitted;
};

class CountingKernel final : public Kernel {
public:
    void run(ItemCount begin, ItemCount end) override { items += end - begin; }
    std::atomic<ItemCount> items{0};
};

class TestJob final : public QueuedJob {
public:
    explicit TestJob(ItemCount size, bool isQuick = true) : m_isQuick(isQuick) { m_job.size = size; }
    ~TestJob() override {
        if (onDestroy) onDestroy();
    }

    const ListJob& list() const override { return m_job; }
    bool begins() override { return !isCancelled; }
    void ended(Result<void> outcome) override {
        if (onEnd) onEnd();
        m_outcome.set_value(std::move(outcome));
    }
    bool endsQuickly() const override { return m_isQuick; }

    std::future<Result<void>> outcome() { return m_outcome.get_future(); }

    CountingKernel kernel;
    std::atomic<bool> isCancelled{false};
    std::function<void()> onEnd;
    std::function<void()> onDestroy;

private:
    JobControl m_control;
    ListJob m_job{.kernel = kernel, .size = 0, .chunk = {}, .control = &m_control};
    std::promise<Result<void>> m_outcome;
    bool m_isQuick;
};

/// A queue of two workers over a HandPool.
struct Bench {
    std::unique_ptr<HandPool> made = std::make_unique<HandPool>();
    HandPool& pool = *made;
    CallbackThread callbacks;
    JobQueue queue{std::move(made), 2, callbacks};
};

void await(const std::function<bool()>& condition) {
    while (!condition())
        std::this_thread::yield();
}

}  // namespace

class TestJobQueue : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aListIsHandedOverInChunks() {
        Bench bench;
        const auto job = std::make_shared<TestJob>(10);
        auto outcome = job->outcome();
        bench.queue.enqueue(job, 3);
        for (int chunk = 0; chunk < 4; ++chunk) {
            await([&] { return bench.pool.submitted() > 0; });
            bench.pool.endOne();
        }
        QVERIFY(outcome.get());
        QCOMPARE(job->kernel.items.load(), ItemCount{10});
        QVERIFY(bench.queue.isIdle());
        QVERIFY(!bench.pool.isMisused);
    }

    void fewAreWithThePoolAtATime() {
        Bench bench;
        std::vector<std::future<Result<void>>> outcomes;
        for (int i = 0; i < 3; ++i) {
            const auto job = std::make_shared<TestJob>(4);
            outcomes.push_back(job->outcome());
            bench.queue.enqueue(job, 1);
        }
        QCOMPARE(bench.pool.submitted(), std::size_t{4});
        for (int chunk = 0; chunk < 12; ++chunk) {
            await([&] { return bench.pool.submitted() > 0; });
            QVERIFY(bench.pool.submitted() <= 4);
            bench.pool.endOne();
        }
        for (auto& outcome : outcomes)
            QVERIFY(outcome.get());
    }

    void theLowestFailedChunkIsTheOutcome() {
        Bench bench;
        const auto job = std::make_shared<TestJob>(8);
        auto outcome = job->outcome();
        bench.queue.enqueue(job, 2);
        QCOMPARE(bench.pool.submitted(), std::size_t{4});
        bench.pool.endOne();
        bench.pool.endOne(Error{ErrorCode::WorkFailed, "second"});
        bench.pool.endOne(Error{ErrorCode::WorkFailed, "third"});
        bench.pool.endOne();
        QCOMPARE(outcome.get().error().detail, std::string("second"));
    }

    void aFailureDropsTheRest() {
        Bench bench;
        const auto job = std::make_shared<TestJob>(100);
        auto outcome = job->outcome();
        bench.queue.enqueue(job, 1);
        bench.pool.endOne(Error{ErrorCode::WorkFailed, "first"});
        for (int chunk = 1; chunk < 4; ++chunk)
            bench.pool.endOne();
        QCOMPARE(outcome.get().error().detail, std::string("first"));
        QCOMPARE(bench.pool.submitted(), std::size_t{0});
    }

    void anIdlePoolMapsItself() {
        Bench bench;
        CountingKernel kernel;
        QVERIFY(bench.queue.map({.kernel = kernel, .size = 7, .chunk = {}}));
        QCOMPARE(kernel.items.load(), ItemCount{7});
        QCOMPARE(bench.pool.maps.load(), 1);
    }

    void aBusyPoolIsNotAskedToMap() {
        Bench bench;
        const auto job = std::make_shared<TestJob>(1);
        bench.queue.enqueue(job, 1);
        CountingKernel kernel;
        auto mapping = std::async(std::launch::async, [&] {
            return bench.queue.map({.kernel = kernel, .size = 2, .chunk = {ChunkPolicy::Kind::Count, 1}});
        });
        await([&] { return bench.pool.submitted() == 3; });
        for (int chunk = 0; chunk < 3; ++chunk)
            bench.pool.endOne();
        QVERIFY(mapping.get());
        QCOMPARE(kernel.items.load(), ItemCount{2});
        QCOMPARE(bench.pool.maps.load(), 0);
    }

    void nothingIsSubmittedDuringAMap() {
        Bench bench;
        const auto job = std::make_shared<TestJob>(1);
        auto outcome = job->outcome();
        std::size_t duringMap = 1;
        bench.pool.inMap = [&] {
            bench.queue.enqueue(job, 1);
            duringMap = bench.pool.submitted();
        };
        CountingKernel kernel;
        QVERIFY(bench.queue.map({.kernel = kernel, .size = 2, .chunk = {}}));
        QCOMPARE(duringMap, std::size_t{0});
        bench.pool.endOne();
        QVERIFY(outcome.get());
        QVERIFY(!bench.pool.isMisused);
    }

    void aCancelledJobIsDroppedWithoutACall() {
        Bench bench;
        const auto first = std::make_shared<TestJob>(4);
        bench.queue.enqueue(first, 1);
        auto second = std::make_shared<TestJob>(1);
        std::promise<void> isGone;
        std::atomic<bool> hasEnded{false};
        second->onEnd = [&] { hasEnded = true; };
        second->onDestroy = [&] { isGone.set_value(); };
        second->isCancelled = true;
        bench.queue.enqueue(std::exchange(second, nullptr), 1);
        for (int chunk = 0; chunk < 4; ++chunk)
            bench.pool.endOne();
        isGone.get_future().wait();
        QVERIFY(!hasEnded);
        bench.queue.drain();
    }

    void terminateDropsWhatWaitsNowAndLater() {
        Bench bench;
        const auto running = std::make_shared<TestJob>(8);
        const auto waiting = std::make_shared<TestJob>(8);
        const auto later = std::make_shared<TestJob>(8);
        const auto whole = std::make_shared<TestJob>(2);
        auto wholeOutcome = whole->outcome();
        auto runningOutcome = running->outcome();
        bench.queue.enqueue(whole, 1);
        bench.queue.enqueue(running, 1);
        bench.queue.enqueue(waiting, 1);
        bench.queue.terminate();
        QCOMPARE(bench.pool.kills.load(), 1);
        QCOMPARE(waiting->outcome().get().error().code, ErrorCode::Interrupted);
        bench.queue.enqueue(later, 1);
        QCOMPARE(later->outcome().get().error().code, ErrorCode::Interrupted);
        CountingKernel kernel;
        QCOMPARE(bench.queue.map({.kernel = kernel, .size = 2, .chunk = {}}).error().code, ErrorCode::Interrupted);
        QVERIFY(!bench.queue.isIdle());
        for (int chunk = 0; chunk < 4; ++chunk)
            bench.pool.endOne(Error{ErrorCode::WorkFailed, "killed"});
        QCOMPARE(wholeOutcome.get().error().code, ErrorCode::Interrupted);
        QCOMPARE(runningOutcome.get().error().code, ErrorCode::Interrupted);
        bench.queue.drain();
    }

    void terminateStopsAMapBetweenChunks() {
        Bench bench;
        bench.pool.inMap = [&] { bench.queue.terminate(); };
        CountingKernel kernel;
        QCOMPARE(bench.queue.map({.kernel = kernel, .size = 2, .chunk = {}}).error().code, ErrorCode::Interrupted);
        QCOMPARE(kernel.items.load(), ItemCount{0});
        JobControl control;
        Bench other;
        other.pool.inMap = [&] { other.queue.terminate(); };
        const ListJob job{.kernel = kernel, .size = 2, .chunk = {}, .control = &control};
        QCOMPARE(other.queue.map(job).error().code, ErrorCode::Interrupted);
        QVERIFY(control.isStopped());
    }

    void jobsAreDestroyedOnTheCallbackThread_data() {
        QTest::addColumn<bool>("isQuick");
        QTest::newRow("quick") << true;
        QTest::newRow("with callbacks") << false;
    }
    void jobsAreDestroyedOnTheCallbackThread() {
        QFETCH(bool, isQuick);
        Bench bench;
        auto job = std::make_shared<TestJob>(1, isQuick);
        bool endsThere = false;
        bool diesThere = false;
        job->onEnd = [&] { endsThere = bench.callbacks.isOwnThread(); };
        job->onDestroy = [&] { diesThere = bench.callbacks.isOwnThread(); };
        bench.queue.enqueue(std::exchange(job, nullptr), 1);
        bench.pool.endOne();
        bench.queue.drain();
        bench.callbacks.drain();
        QCOMPARE(endsThere, !isQuick);
        QVERIFY(diesThere);
    }

    void destroyingWaitsForAWorkerThatEndsAJob() {
        CallbackThread callbacks;
        auto made = std::make_unique<HandPool>();
        HandPool& pool = *made;
        auto queue = std::make_unique<JobQueue>(std::move(made), 2, callbacks);
        const auto job = std::make_shared<TestJob>(1);
        std::promise<void> isEnding;
        std::promise<void> isDestroying;
        std::future<void> destroying;
        bool wasEarly = true;
        job->onEnd = [&] {
            isEnding.set_value();
            isDestroying.get_future().wait();
            wasEarly = destroying.wait_for(std::chrono::milliseconds(50)) == std::future_status::ready;
        };
        queue->enqueue(job, 1);
        std::thread worker([&] { pool.endOne(); });
        isEnding.get_future().wait();
        destroying = std::async(std::launch::async, [&] { queue.reset(); });
        isDestroying.set_value();
        worker.join();
        destroying.get();
        QVERIFY(!wasEarly);
    }
};

QTEST_GUILESS_MAIN(TestJobQueue)
#include "tst_job_queue.moc"
