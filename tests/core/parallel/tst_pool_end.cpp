#include "core/parallel/pool.h"
#include "tests/support/numbers.h"
#include "tests/support/parallel_main.h"

#include <QtTest>

#include <atomic>
#include <chrono>
#include <future>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include <sys/mman.h>
#include <unistd.h>

using namespace breakeven;

namespace {

ErrorCode codeOf(const std::function<void()>& call) {
    try {
        call();
    } catch (const ParallelError& error) {
        return error.code();
    }
    return ErrorCode::Internal;
}

/// Tells when its last owner has gone.
struct Parting {
    ~Parting() { isOver.set_value(); }
    std::promise<void> isOver;
};

/// Counts items that have begun, in whatever process. Made before the workers' ancestor is forked, so that all have it.
std::atomic<int>& begun = []() -> std::atomic<int>& {
    void* const page =
        mmap(nullptr, sizeof(std::atomic<int>), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    if (page == MAP_FAILED) qFatal("no shared page");
    return *new (page) std::atomic<int>(0);
}();

void awaitBegun(int items) {
    while (begun.load() < items)
        std::this_thread::yield();
}

int endless(int) {
    ++begun;
    for (;;)
        pause();
}

}  // namespace

class TestPoolEnd : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void terminateEndsARunningItemOfAProcess_data() { processBackends(); }
    void terminateEndsARunningItemOfAProcess() {
        QFETCH(QString, backend);
        begun = 0;
        Pool pool({.workers = 2, .backend = backend.toStdString()});
        const auto running = pool.applyAsync(endless, 1);
        awaitBegun(1);
        pool.terminate();
        QVERIFY(running.ready());
        QCOMPARE(codeOf([&] { running.get(); }), ErrorCode::Interrupted);
        pool.restart();
        QCOMPARE(pool.apply(tripled, 2), 6);
    }

    void destroyingEndsARunningItemOfAProcess_data() { processBackends(); }
    void destroyingEndsARunningItemOfAProcess() {
        QFETCH(QString, backend);
        begun = 0;
        auto pool = std::make_unique<Pool>(PoolSettings{.workers = 2, .backend = backend.toStdString()});
        const auto running = pool->mapAsync(firstNumbers(3), endless, {.chunk = 1});
        awaitBegun(2);
        pool.reset();
        QCOMPARE(codeOf([&] { running.get(); }), ErrorCode::Interrupted);
    }

    void terminateEndsAMapOfProcesses_data() { processBackends(); }
    void terminateEndsAMapOfProcesses() {
        QFETCH(QString, backend);
        begun = 0;
        Pool pool({.workers = 2, .backend = backend.toStdString()});
        auto mapping =
            std::async(std::launch::async, [&] { return codeOf([&] { pool.map(firstNumbers(10), endless, 1); }); });
        awaitBegun(2);
        pool.terminate();
        QCOMPARE(mapping.get(), ErrorCode::Interrupted);
    }

    void terminateStopsAMapOfThreads_data() { localBackends(); }
    void terminateStopsAMapOfThreads() {
        QFETCH(QString, backend);
        const std::string id = backend.toStdString();
        constexpr int Many = 100'000;
        ThreadPool pool({.workers = 2, .backend = LocalBackend::named(id)});
        std::promise<void> hasBegun;
        std::once_flag first;
        std::atomic<int> calls{0};
        const auto item = [&](int) {
            std::call_once(first, [&] { hasBegun.set_value(); });
            ++calls;
            std::this_thread::sleep_for(std::chrono::milliseconds(1));
        };
        auto mapping =
            std::async(std::launch::async, [&] { return codeOf([&] { pool.map(firstNumbers(Many), item, 1); }); });
        hasBegun.get_future().wait();
        pool.terminate();
        QCOMPARE(mapping.get(), ErrorCode::Interrupted);
        QVERIFY(calls < Many);
    }

    void anItemMayTerminateItsPool_data() { localBackends(); }
    void anItemMayTerminateItsPool() {
        QFETCH(QString, backend);
        const std::string id = backend.toStdString();
        auto parting = std::make_shared<Parting>();
        auto isOver = parting->isOver.get_future();
        ThreadPool pool({.workers = 2, .backend = LocalBackend::named(id)});
        const auto ending = pool.applyAsync([&pool, parting](int x) { return pool.terminate(), x; }, 4);
        parting.reset();
        QCOMPARE(ending.get(), 4);
        isOver.wait();
        QCOMPARE(codeOf([&] { pool.apply(tripled, 1); }), ErrorCode::InvalidInput);
        pool.restart();
        QCOMPARE(pool.apply(tripled, 1), 3);
    }

    void aJobMayHoldItsPool_data() { localBackends(); }
    void aJobMayHoldItsPool() {
        QFETCH(QString, backend);
        const std::string id = backend.toStdString();
        auto parting = std::make_shared<Parting>();
        auto isOver = parting->isOver.get_future();
        auto pool = std::make_shared<ThreadPool>(
            ThreadPoolSettings{.workers = 2, .backend = LocalBackend::named(id), .initializer = [parting] {}});
        parting.reset();
        std::promise<void> mayEnd;
        auto holding = [held = pool, end = mayEnd.get_future().share()](int x) { return end.wait(), x; };
        std::thread asking([&, asked = pool.get()] { asked->applyAsync(std::move(holding), 1); });
        pool.reset();
        mayEnd.set_value();
        asking.join();
        isOver.wait();
    }

    void aCallbackMayDestroyItsPool_data() { localBackends(); }
    void aCallbackMayDestroyItsPool() {
        QFETCH(QString, backend);
        const std::string id = backend.toStdString();
        auto parting = std::make_shared<Parting>();
        auto isOver = parting->isOver.get_future();
        auto pool = std::make_unique<ThreadPool>(
            ThreadPoolSettings{.workers = 2, .backend = LocalBackend::named(id), .initializer = [parting] {}});
        parting.reset();
        ThreadPool& asked = *pool;
        std::promise<void> mayEnd;
        const auto destroy = [&, end = mayEnd.get_future().share()](const int&) {
            end.wait();
            pool.reset();
        };
        const auto future = asked.applyAsync({.callback = destroy}, tripled, 1);
        mayEnd.set_value();
        QCOMPARE(future.get(), 3);
        isOver.wait();
        QVERIFY(!pool);
    }

    void destroyingWaitsForCallbacks_data() { localBackends(); }
    void destroyingWaitsForCallbacks() {
        QFETCH(QString, backend);
        const std::string id = backend.toStdString();
        auto pool = std::make_unique<ThreadPool>(ThreadPoolSettings{.workers = 2, .backend = LocalBackend::named(id)});
        std::promise<void> isCalled;
        std::promise<void> mayReturn;
        std::atomic<bool> hasReturned{false};
        std::string refusal;
        const auto ask = [&, asked = pool.get()](const int& x) {
            isCalled.set_value();
            mayReturn.get_future().wait();
            // Either the pool still takes it, or it says that it is closed.
            refusal = codeOf([&] { asked->apply(tripled, x); }) == ErrorCode::InvalidInput ? "closed" : "open";
            hasReturned = true;
        };
        const auto future = pool->applyAsync({.callback = ask}, tripled, 1);
        isCalled.get_future().wait();
        std::thread releasing([&] { mayReturn.set_value(); });
        pool.reset();
        QVERIFY(hasReturned);
        QVERIFY(future.ready());
        releasing.join();
    }

    void destroyingDropsWhatIsPending_data() {
        // Serial has nothing pending, and async waits for a free worker before it takes a second chunk.
        QTest::addColumn<QString>("backend");
        for (const char* backend : {"tbb", "threads", "openmp-dynamic", "stdpar"})
            QTest::addRow("%s", backend) << QString(backend);
    }
    void destroyingDropsWhatIsPending() {
        QFETCH(QString, backend);
        const std::string id = backend.toStdString();
        auto pool = std::make_unique<ThreadPool>(ThreadPoolSettings{.workers = 1, .backend = LocalBackend::named(id)});
        std::promise<void> isRunning;
        std::promise<void> mayEnd;
        const auto running = pool->applyAsync([&] {
            isRunning.set_value();
            mayEnd.get_future().wait();
            return 7;
        });
        isRunning.get_future().wait();
        std::promise<std::string> text;
        std::vector<Future<int>> waiting;
        waiting.push_back(pool->applyAsync(
            {.errorCallback = [&](const ParallelError& error) { text.set_value(error.what()); }}, tripled, 1));
        // More than are handed over at once.
        for (int i = 0; i < 10; ++i)
            waiting.push_back(pool->applyAsync(tripled, i));
        std::thread ending([&] { pool.reset(); });
        QCOMPARE(codeOf([&] { waiting.back().get(); }), ErrorCode::Interrupted);
        mayEnd.set_value();
        ending.join();
        QCOMPARE(running.get(), 7);
        for (const auto& future : waiting)
            QVERIFY(future.ready());
    }

    void aPoolIsDestroyedAtOnceAfterAResult_data() { localBackends(); }
    void aPoolIsDestroyedAtOnceAfterAResult() {
        QFETCH(QString, backend);
        const std::string id = backend.toStdString();
        ThreadPool other({.workers = 2, .backend = LocalBackend::named(id)});
        for (int i = 0; i < 100; ++i) {
            ThreadPool pool({.workers = 2, .backend = LocalBackend::named(id)});
            QCOMPARE(pool.applyAsync(tripled, i).get(), 3 * i);
        }
    }

private:
    static void processBackends() {
        QTest::addColumn<QString>("backend");
        for (const char* backend : {"processes", "processes-pipe"})
            QTest::addRow("%s", backend) << QString(backend);
    }
    static void localBackends() {
        QTest::addColumn<QString>("backend");
        for (const char* backend : {"tbb", "threads", "async", "openmp-dynamic", "stdpar", "serial"})
            QTest::addRow("%s", backend) << QString(backend);
    }
};

BREAKEVEN_PARALLEL_MAIN(TestPoolEnd)
#include "tst_pool_end.moc"
