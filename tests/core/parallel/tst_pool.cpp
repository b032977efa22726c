#include "core/parallel/joblib.h"
#include "core/parallel/pool.h"
#include "tests/support/numbers.h"
#include "tests/support/parallel_main.h"

#include <QtTest>

#include <atomic>
#include <csignal>
#include <cstdint>
#include <ctime>
#include <future>
#include <latch>
#include <set>
#include <stdexcept>
#include <string>
#include <vector>

#include <unistd.h>

using namespace breakeven;

namespace {

/// The text of what a call throws.
std::string textOf(const std::function<void()>& call) {
    try {
        call();
    } catch (const ParallelError& error) {
        return error.what();
    }
    return "nothing was thrown";
}

int initialised = 0;

}  // namespace

class TestPool : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyCallGivesTheResultsOfALoop_data() { allBackends(); }
    void everyCallGivesTheResultsOfALoop() {
        QFETCH(QString, backend);
        Pool pool({.workers = 2, .backend = backend.toStdString()});
        const std::vector<int> expected = [] {
            auto numbers = firstNumbers(100);
            std::ranges::transform(numbers, numbers.begin(), tripled);
            return numbers;
        }();
        QCOMPARE(pool.apply(tripled, 7), 21);
        QCOMPARE(pool.apply([](const std::string& text, double x) { return x + static_cast<double>(text.size()); },
                            "four", 0.5),
                 4.5);
        QCOMPARE(pool.map(firstNumbers(100), tripled), expected);
        QCOMPARE(pool.map(firstNumbers(100), tripled, 7), expected);
        QCOMPARE(pool.mapAsync(firstNumbers(100), tripled).get(), expected);
        QCOMPARE(pool.mapAsync(std::vector<int>(), tripled).get(), std::vector<int>());
        const std::vector<std::pair<int, int>> pairs{{1, 2}, {3, 4}};
        const auto product = [](int a, int b) { return a * b; };
        QCOMPARE(pool.starmap(pairs, product), (std::vector{2, 12}));
        QCOMPARE(pool.starmapAsync(pairs, product).get(), (std::vector{2, 12}));
        std::vector<int> pulled;
        for (const int x : pool.imap(firstNumbers(100), tripled))
            pulled.push_back(x);
        QCOMPARE(pulled, expected);
        pulled.clear();
        for (const int x : pool.imapUnordered(firstNumbers(100), tripled, {.chunk = 8}))
            pulled.push_back(x);
        std::ranges::sort(pulled);
        QCOMPARE(pulled, expected);
    }

    void aFailureBelongsToItsJobAlone_data() { allBackends(); }
    void aFailureBelongsToItsJobAlone() {
        QFETCH(QString, backend);
        Pool pool({.workers = 2, .backend = backend.toStdString()});
        const auto picky = [](int x) { return x == 3 ? throw std::runtime_error("three") : x; };
        auto bad = pool.mapAsync(firstNumbers(5), picky, {.chunk = 1});
        auto good = pool.applyAsync(picky, 4);
        QCOMPARE(textOf([&] { bad.get(); }), std::string("item 3: three"));
        QCOMPARE(good.get(), 4);
        QVERIFY(!bad.successful());
        QVERIFY(good.successful());
    }

    void aThrowingCallbackIsTheErrorOfItsJob_data() { allBackends(); }
    void aThrowingCallbackIsTheErrorOfItsJob() {
        QFETCH(QString, backend);
        Pool pool({.workers = 2, .backend = backend.toStdString()});
        auto future =
            pool.applyAsync({.callback = [](const int&) { throw std::runtime_error("no room"); }}, tripled, 1);
        QCOMPARE(textOf([&] { future.get(); }), std::string("callback: no room"));
        QCOMPARE(pool.apply(tripled, 2), 6);
    }

    void aCallbackMayUseAndEndItsPool() {
        auto pool = std::make_unique<ThreadPool>(ThreadPoolSettings{.workers = 2});
        std::promise<int> inner;
        pool->applyAsync({.callback =
                              [&](const int& x) {
                                  inner.set_value(pool->apply(tripled, x));
                                  pool->terminate();
                              }},
                         tripled, 1)
            .wait();
        QCOMPARE(inner.get_future().get(), 9);
    }

    void aPendingJobCanBeCancelled() {
        ThreadPool pool({.workers = 1});
        std::latch isRunning(1);
        std::latch mayEnd(1);
        const auto blocked = [&] {
            isRunning.count_down();
            mayEnd.wait();
            return 1;
        };
        auto running = pool.applyAsync(blocked);
        isRunning.wait();
        std::vector<Future<int>> waiting;
        for (int i = 0; i < 10; ++i)
            waiting.push_back(pool.applyAsync(tripled, i));
        QVERIFY(!running.cancel());
        QVERIFY(waiting.back().cancel());
        QVERIFY(waiting.back().cancelled());
        QVERIFY_EXCEPTION_THROWN(running.get(Seconds(0.01)), WaitTimeout);
        mayEnd.count_down();
        QCOMPARE(running.get(), 1);
        QCOMPARE(waiting.front().get(), 0);
        QCOMPARE(textOf([&] { waiting.back().get(); }), std::string("cancelled before it was started"));
    }

    void terminateDropsWhatHasNotBegun() {
        ThreadPool pool({.workers = 1});
        std::latch isRunning(1);
        std::atomic<bool> mayEnd{false};
        auto running = pool.applyAsync([&] {
            isRunning.count_down();
            mayEnd.wait(false);
        });
        isRunning.wait();
        // The pool hands over one chunk more than it has workers; what comes after that has not begun.
        auto handedOver = pool.applyAsync(tripled, 1);
        std::atomic<int> calls{0};
        auto dropped = pool.mapAsync(firstNumbers(100), [&](int) { ++calls; }, {.chunk = 1});
        auto ending = std::async(std::launch::async, [&] { pool.terminate(); });
        QVERIFY(textOf([&] { dropped.get(); }).starts_with("stopped"));
        mayEnd = true;
        mayEnd.notify_all();
        ending.get();
        running.get();
        QCOMPARE(calls.load(), 0);
        QCOMPARE(textOf([&] { pool.apply(tripled, 1); }),
                 std::string("pool: it is closed and takes no more work (restart it first)"));
    }

    void aClosedPoolFinishesAndIsRestarted_data() { allBackends(); }
    void aClosedPoolFinishesAndIsRestarted() {
        QFETCH(QString, backend);
        Pool pool({.workers = 2, .backend = backend.toStdString()});
        auto results = pool.mapAsync(firstNumbers(50), tripled, {.chunk = 1});
        QVERIFY(textOf([&] { pool.join(); }).starts_with("join: the pool is open"));
        pool.close();
        pool.join();
        QVERIFY(results.ready());
        QCOMPARE(results.get().back(), 147);
        pool.restart();
        QCOMPARE(pool.apply(tripled, 1), 3);
        pool.clear();
        QCOMPARE(pool.apply(tripled, 2), 6);
    }

    void anItemMayAskItsOwnPool() {
        ThreadPool pool({.workers = 2});
        const auto asking = [&](int x) {
            return pool.map(firstNumbers(x), tripled).size() + pool.submit(tripled, 0).get();
        };
        QCOMPARE(pool.map(firstNumbers(6), asking, 1), (std::vector<std::size_t>{0, 1, 2, 3, 4, 5}));
    }

    void anInitializerRunsBeforeTheItems_data() { parallelBackends(); }
    void anInitializerRunsBeforeTheItems() {
        QFETCH(QString, backend);
        Pool pool({.workers = 2, .backend = backend.toStdString(), .initializer = [] { initialised = 5; }});
        QCOMPARE(pool.map(
                     firstNumbers(4), [](int) { return initialised; }, 1),
                 (std::vector{5, 5, 5, 5}));
        QCOMPARE(pool.apply([] { return initialised; }), 5);
        initialised = 0;
    }

    void everyCallOfApplyDrawsAnew_data() { allBackends(); }
    void everyCallOfApplyDrawsAnew() {
        QFETCH(QString, backend);
        const PoolSettings settings{.workers = 2, .backend = backend.toStdString(), .seed = 5};
        const auto draw = [](int, RandomStream& random) { return random(); };
        const auto applied = [&] {
            Pool pool(settings);
            std::vector<std::uint64_t> draws{pool.apply(draw, 0), pool.submit(draw, 0).get()};
            draws.push_back(pool.applyAsync(draw, 0).get());
            return draws;
        };
        QCOMPARE(applied(), Pool(settings).map(firstNumbers(3), draw));
        QCOMPARE(applied(), applied());
    }

    void anInitializerThatThrowsIsTheErrorOfEveryCall_data() { parallelBackends(); }
    void anInitializerThatThrowsIsTheErrorOfEveryCall() {
        QFETCH(QString, backend);
        const PoolSettings settings{.workers = 2, .backend = backend.toStdString(), .initializer = [] {
                                        throw std::runtime_error("no licence");
                                    }};
        const auto text = textOf([&] {
            Pool pool(settings);
            pool.apply(tripled, 1);
        });
        QVERIFY2(text.ends_with("no licence"), text.c_str());
    }

    void anInitializerOfALibraryNeedNotTravelToThreads() {
        Pool pool({.workers = 2, .backend = "threads", .initializer = &tzset});
        QCOMPARE(pool.apply(tripled, 1), 3);
        QVERIFY_EXCEPTION_THROWN(Pool({.workers = 2, .backend = "processes", .initializer = &tzset}), ParallelError);
    }

    void workersAreReplacedAfterTheirChunks_data() { processBackends(); }
    void workersAreReplacedAfterTheirChunks() {
        QFETCH(QString, backend);
        Pool pool({.workers = 1, .backend = backend.toStdString(), .recycleAfter = 2});
        std::vector<pid_t> pids;
        for (int i = 0; i < 6; ++i)
            pids.push_back(pool.apply([] { return getpid(); }));
        QCOMPARE(std::set<pid_t>(pids.begin(), pids.end()).size(), std::size_t{3});
        QCOMPARE(pids[0], pids[1]);
        QCOMPARE(pids[4], pids[5]);
    }

    void spawnedWorkersDoTheSame_data() { processBackends(); }
    void spawnedWorkersDoTheSame() {
        QFETCH(QString, backend);
        Pool pool(
            {.workers = 2, .backend = backend.toStdString(), .initializer = [] { initialised = 7; }, .start = "spawn"});
        QCOMPARE(pool.processes().size(), std::size_t{2});
        QCOMPARE(pool.map(firstNumbers(10), tripled).back(), 27);
        QCOMPARE(pool.apply([](const std::string& text) { return text + "!"; }, "spawned"), std::string("spawned!"));
        QCOMPARE(pool.apply([] { return initialised; }), 7);
    }

    void streamsOfProcessesComeInBothOrders_data() { processBackends(); }
    void streamsOfProcessesComeInBothOrders() {
        QFETCH(QString, backend);
        const Parallel parallel({.workers = 2, .backend = backend.toStdString()});
        const auto length = [](const std::string& text) { return text.size(); };
        const std::vector<std::string> texts{"", "a", "bb", "ccc", "dddd"};
        std::vector<std::size_t> pulled;
        for (const std::size_t n : parallel.generator(delayed(length), texts))
            pulled.push_back(n);
        const std::vector<std::size_t> expected{0, 1, 2, 3, 4};
        QCOMPARE(pulled, expected);
        pulled.clear();
        for (const std::size_t n : parallel.generatorUnordered(delayed(length), texts))
            pulled.push_back(n);
        std::ranges::sort(pulled);
        QCOMPARE(pulled, expected);
    }

    void aCrashLosesOneJobAlone() {
        Pool pool({.workers = 2, .backend = "processes"});
        auto crashed = pool.applyAsync([] { raise(SIGKILL); });
        auto whole = pool.applyAsync(tripled, 5);
        QVERIFY2(textOf([&] { crashed.get(); }).find("signal 9") != std::string::npos,
                 textOf([&] { crashed.get(); }).c_str());
        QCOMPARE(whole.get(), 15);
        QCOMPARE(pool.apply(tripled, 6), 18);
    }

    void manyThreadsMayAskAtOnce_data() { allBackends(); }
    void manyThreadsMayAskAtOnce() {
        QFETCH(QString, backend);
        Pool pool({.workers = 2, .backend = backend.toStdString()});
        std::vector<std::future<int>> sums;
        for (int thread = 0; thread < 4; ++thread)
            sums.push_back(std::async(std::launch::async, [&] {
                int sum = 0;
                for (int i = 0; i < 20; ++i)
                    sum += pool.apply(tripled, i) + pool.map(firstNumbers(10), tripled).back();
                return sum;
            }));
        for (auto& sum : sums)
            QCOMPARE(sum.get(), 3 * 190 + 20 * 27);
    }

private:
    static void parallelBackends() {
        QTest::addColumn<QString>("backend");
        for (const char* backend : {"tbb", "threads", "processes", "processes-pipe"})
            QTest::addRow("%s", backend) << QString(backend);
    }
    static void processBackends() {
        QTest::addColumn<QString>("backend");
        for (const char* backend : {"processes", "processes-pipe"})
            QTest::addRow("%s", backend) << QString(backend);
    }
    static void allBackends() {
        parallelBackends();
        QTest::newRow("serial") << QString("serial");
    }
};

BREAKEVEN_PARALLEL_MAIN(TestPool)
#include "tst_pool.moc"
