#include "core/parallel/as_completed.h"
#include "core/parallel/pool.h"
#include "tests/support/numbers.h"
#include "tests/support/parallel_main.h"

#include <QtTest>

#include <atomic>
#include <future>
#include <latch>
#include <mutex>
#include <set>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

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

constexpr auto InsideText = "a callback or an item cannot wait for the end of its own pool";

}  // namespace

class TestPoolCallbacks : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aCallbackMayAskItsPool_data() { allBackends(); }
    void aCallbackMayAskItsPool() {
        QFETCH(QString, backend);
        Pool pool({.workers = 2, .backend = backend.toStdString()});
        std::vector<int> mapped;
        std::vector<int> pulled;
        int applied = 0;
        const auto ask = [&](const int& x) {
            applied = pool.apply(tripled, x);
            mapped = pool.map(firstNumbers(100), tripled, 1);
            for (const int y : pool.imap(firstNumbers(20), tripled))
                pulled.push_back(y);
        };
        pool.applyAsync({.callback = ask}, tripled, 1).get();
        QCOMPARE(applied, 9);
        QCOMPARE(mapped.size(), std::size_t{100});
        QCOMPARE(mapped.back(), 297);
        QCOMPARE(pulled.size(), std::size_t{20});
        QCOMPARE(pulled.back(), 57);
    }

    void callbacksLearnTheResultOrTheError_data() { allBackends(); }
    void callbacksLearnTheResultOrTheError() {
        QFETCH(QString, backend);
        Pool pool({.workers = 2, .backend = backend.toStdString()});
        std::vector<int> results;
        std::string error;
        pool.mapAsync(firstNumbers(3), tripled, {.callback = [&](const std::vector<int>& all) { results = all; }})
            .wait();
        QCOMPARE(results, (std::vector{0, 3, 6}));
        pool.applyAsync(
                {.errorCallback = [&](const ParallelError& problem) { error = problem.what(); }},
                [](int) -> int { throw std::runtime_error("broken"); }, 1)
            .wait();
        QCOMPARE(error, std::string("item 0: broken"));
    }

    void callbacksRunOneAfterTheOther_data() { allBackends(); }
    void callbacksRunOneAfterTheOther() {
        QFETCH(QString, backend);
        Pool pool({.workers = 2, .backend = backend.toStdString()});
        std::vector<int> results;  // no lock: there is one thread
        std::set<std::thread::id> threads;
        std::vector<Future<int>> futures;
        const auto keep = [&](const int& x) {
            results.push_back(x);
            threads.insert(std::this_thread::get_id());
        };
        for (int i = 0; i < 100; ++i)
            futures.push_back(pool.applyAsync({.callback = keep}, tripled, i));
        for (const auto& future : futures)
            future.wait();
        std::ranges::sort(results);
        QCOMPARE(results, pool.map(firstNumbers(100), tripled));
        QCOMPARE(threads.size(), std::size_t{1});
        QVERIFY(!threads.contains(std::this_thread::get_id()));
    }

    void aCallbackCannotWaitForTheEndOfItsPool_data() { allBackends(); }
    void aCallbackCannotWaitForTheEndOfItsPool() {
        QFETCH(QString, backend);
        Pool pool({.workers = 2, .backend = backend.toStdString()});
        std::vector<std::string> texts;
        const auto wait = [&](const int&) {
            texts.push_back(textOf([&] { pool.clear(); }));
            texts.push_back(textOf([&] { pool.restart(); }));
            pool.close();
            texts.push_back(textOf([&] { pool.join(); }));
        };
        pool.applyAsync({.callback = wait}, tripled, 1).get();
        QCOMPARE(texts,
                 (std::vector<std::string>{std::string("clear: ") + InsideText, std::string("restart: ") + InsideText,
                                           std::string("join: ") + InsideText}));
        pool.join();
    }

    void anItemCannotWaitForTheEndOfItsPool_data() {
        QTest::addColumn<QString>("backend");
        for (const char* backend : {"tbb", "threads", "async", "openmp-dynamic", "stdpar", "serial"})
            QTest::addRow("%s", backend) << QString(backend);
    }
    void anItemCannotWaitForTheEndOfItsPool() {
        QFETCH(QString, backend);
        const std::string id = backend.toStdString();
        ThreadPool pool({.workers = 2, .backend = LocalBackend::named(id)});
        const auto clear = [&](int) { return textOf([&] { pool.clear(); }); };
        const std::string refused = std::string("clear: ") + InsideText;
        QCOMPARE(pool.apply(clear, 1), refused);
        QCOMPARE(pool.map(firstNumbers(3), clear, 1), std::vector<std::string>(3, refused));
        pool.clear();
        QCOMPARE(pool.apply(tripled, 1), 3);
    }

    void anItemMayHaveAPoolOfItsOwn() {
        const auto nested = [](int x) {
            ThreadPool inner({.workers = 2});
            const int sum = inner.apply(tripled, x) + inner.applyAsync(tripled, x).get();
            inner.close();
            inner.join();
            return sum;
        };
        ThreadPool outer({.workers = 2});
        QCOMPARE(outer.map(firstNumbers(4), nested, 1), (std::vector{0, 6, 12, 18}));
        QCOMPARE(outer.apply(nested, 5), 30);
    }

    void whatIsDoneAfterwardsComesInOrder_data() { allBackends(); }
    void whatIsDoneAfterwardsComesInOrder() {
        QFETCH(QString, backend);
        Pool pool({.workers = 2, .backend = backend.toStdString()});
        std::promise<void> mayGo;
        std::promise<std::string> all;
        std::string calls;
        // Holds up the callbacks of all jobs, so that none is over before the others are registered.
        const auto held = pool.applyAsync({.callback = [&](const int&) { mayGo.get_future().wait(); }}, tripled, 1);
        held.onDone([&](const Future<int>& done) { calls += std::to_string(done.get()); });
        held.onDone([&](const Future<int>&) { throw std::runtime_error("no"); });
        held.onDone([&](const Future<int>&) { calls += std::to_string(pool.apply(tripled, 9)); });
        held.onDone([&](const Future<int>&) { all.set_value(calls); });
        mayGo.set_value();
        QCOMPARE(all.get_future().get(), std::string("327"));
        QCOMPARE(held.callbackErrors(), std::vector<std::string>{"no"});
    }

    void futuresOfAPoolComeAsTheyEnd_data() { allBackends(); }
    void futuresOfAPoolComeAsTheyEnd() {
        QFETCH(QString, backend);
        Pool pool({.workers = 2, .backend = backend.toStdString()});
        const auto picky = [](int x) { return x == 3 ? throw std::runtime_error("three") : x; };
        std::vector<Future<int>> futures;
        for (int i = 0; i < 20; ++i)
            futures.push_back(pool.submit(picky, i));
        std::vector<int> values;
        for (const auto& future : asCompleted(futures))
            values.push_back(future.successful() ? future.get() : -1);
        std::ranges::sort(values);
        QCOMPARE(values.size(), std::size_t{20});
        QCOMPARE(values.front(), -1);
        QCOMPARE(values.back(), 19);
        QCOMPARE(wait(futures).done.size(), std::size_t{20});
        QCOMPARE(wait(futures, WaitFor::FirstException).notDone.size(), std::size_t{0});
    }

    void waitingForTheFirstLeavesTheRest() {
        ThreadPool pool({.workers = 2});
        std::promise<void> mayEnd;
        const std::shared_future<void> end = mayEnd.get_future().share();
        const std::vector<Future<int>> futures{pool.submit([end](int x) { return end.wait(), x; }, 1),
                                               pool.submit(tripled, 1)};
        const auto first = wait(futures, WaitFor::FirstCompleted);
        QCOMPARE(first.done.size(), std::size_t{1});
        QCOMPARE(first.done.front().get(), 3);
        mayEnd.set_value();
        QCOMPARE(wait(futures).done.size(), std::size_t{2});
    }

private:
    static void allBackends() {
        QTest::addColumn<QString>("backend");
        for (const Backend& backend : backends())
            QTest::addRow("%s", backend.info.id.c_str()) << QString::fromStdString(backend.info.id);
    }
};

BREAKEVEN_PARALLEL_MAIN(TestPoolCallbacks)
#include "tst_pool_callbacks.moc"
