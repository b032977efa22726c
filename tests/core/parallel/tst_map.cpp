#include "core/engine/worker_pool.h"
#include "core/parallel/map.h"
#include "tests/support/numbers.h"
#include "tests/support/parallel_main.h"

#include <QtTest>

#include <atomic>
#include <cstdlib>
#include <list>
#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

#include <unistd.h>

using namespace breakeven;

namespace {

ParallelError errorOf(const std::function<void()>& call) {
    try {
        call();
    } catch (const ParallelError& error) {
        return error;
    }
    return ParallelError({ErrorCode::Internal, "nothing was thrown"});
}

}  // namespace

class TestMap : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyBackendKeepsTheOrder_data() {
        QTest::addColumn<QString>("backend");
        QTest::addColumn<int>("items");
        for (const Backend& backend : backends())
            for (const int items : {0, 1, 2, 1000})
                QTest::addRow("%s %d", backend.info.id.c_str(), items)
                    << QString::fromStdString(backend.info.id) << items;
    }
    void everyBackendKeepsTheOrder() {
        QFETCH(QString, backend);
        QFETCH(int, items);
        const auto results = map(firstNumbers(items), tripled, {.workers = 3, .backend = backend.toStdString()});
        QCOMPARE(results.size(), static_cast<std::size_t>(items));
        for (int i = 0; i < items; ++i)
            QCOMPARE(results[static_cast<std::size_t>(i)], 3 * i);
    }

    void dataThatIsNotPlainTravelsSerialised_data() { parallelBackends(); }
    void dataThatIsNotPlainTravelsSerialised() {
        QFETCH(QString, backend);
        const std::vector<std::string> words{"a", "", "three"};
        const auto doubled = map(words,
                                 [](const std::string& word) {
                                     return std::vector<std::string>{word, word};
                                 },
                                 {.workers = 2, .backend = backend.toStdString()});
        QCOMPARE(doubled.size(), words.size());
        for (std::size_t i = 0; i < words.size(); ++i)
            QCOMPARE(doubled[i], (std::vector{words[i], words[i]}));
    }

    void anErrorNamesTheItem_data() { parallelBackends(); }
    void anErrorNamesTheItem() {
        QFETCH(QString, backend);
        const auto error = errorOf([&] {
            map(firstNumbers(100),
                [](int x) {
                    if (x == 57) throw std::runtime_error("57 is not allowed");
                    return x;
                },
                {.workers = 2, .backend = backend.toStdString()});
        });
        QCOMPARE(error.code(), ErrorCode::WorkFailed);
        QCOMPARE(error.what(), "item 57: 57 is not allowed");
        QVERIFY(error.item() == ItemCount{57});
    }

    void theExceptionItselfComesOutOfThreads() {
        const auto error = errorOf([] {
            map(firstNumbers(10), [](int x) { return x == 3 ? throw std::domain_error("three") : x; },
                {.workers = 2, .backend = "threads"});
        });
        QVERIFY_EXCEPTION_THROWN(std::rethrow_exception(error.cause()), std::domain_error);
    }

    void tryMapKeepsGoing_data() { parallelBackends(); }
    void tryMapKeepsGoing() {
        QFETCH(QString, backend);
        const auto results = tryMap(firstNumbers(50),
                                    [](int x) {
                                        if (x % 10 == 7) throw std::runtime_error("seven");
                                        return x;
                                    },
                                    {.workers = 2, .backend = backend.toStdString()});
        QCOMPARE(results.size(), std::size_t{50});
        for (int i = 0; i < 50; ++i) {
            const auto& result = results[static_cast<std::size_t>(i)];
            QCOMPARE(result.has_value(), i % 10 != 7);
            if (result)
                QCOMPARE(*result, i);
            else
                QCOMPARE(result.error().detail, std::string("seven"));
        }
    }

    /// As errors from worker processes do, from which it is taken.
    void theTextOfAnErrorMayBeginWithAnItem_data() { parallelBackends(); }
    void theTextOfAnErrorMayBeginWithAnItem() {
        QFETCH(QString, backend);
        const auto picky = [](int x) { return x == 4 ? throw std::runtime_error("item 2: no") : x; };
        const Options options{.workers = 2, .backend = backend.toStdString()};
        const auto error = errorOf([&] { map(firstNumbers(6), picky, options); });
        QCOMPARE(error.what(), "item 4: item 2: no");
        QVERIFY(error.item() == ItemCount{4});
        QCOMPARE(tryMap(firstNumbers(6), picky, options)[4].error().detail, std::string("item 2: no"));
    }

    void tryMapStopsAfterSomeErrors() {
        const auto results = tryMap(firstNumbers(1000), [](int) -> int { throw std::runtime_error("no"); },
                                    {.workers = 1, .backend = "serial", .stopAfterErrors = 3});
        QCOMPARE(std::ranges::count_if(results, [](const auto& r) { return r.error().code == ErrorCode::WorkFailed; }),
                 3);
        QCOMPARE(results.back().error().code, ErrorCode::Interrupted);
    }

    void aCrashIsAnErrorOfProcesses_data() { processBackends(); }
    void aCrashIsAnErrorOfProcesses() {
        QFETCH(QString, backend);
        const auto crashing = [](int x) {
            if (x == 3) std::abort();  // sanitizers catch SIGSEGV themselves
            return x;
        };
        const auto error =
            errorOf([&] { map(firstNumbers(8), crashing, {.workers = 2, .backend = backend.toStdString()}); });
        QCOMPARE(error.code(), ErrorCode::ChildCrashed);
        QVERIFY2(std::string(error.what()).find("signal 6") != std::string::npos, error.what());
        QCOMPARE(map(firstNumbers(8), tripled, {.workers = 2, .backend = backend.toStdString()}).back(), 21);
    }

    void anEndlessItemMeetsItsDeadline_data() { processBackends(); }
    void anEndlessItemMeetsItsDeadline() {
        QFETCH(QString, backend);
        const auto endless = [](int x) {
            while (x == 2)
                pause();
            return x;
        };
        const auto results = tryMap(firstNumbers(4), endless,
                                    {.workers = 2, .backend = backend.toStdString(), .deadline = Seconds(0.1)});
        QCOMPARE(results[2].error().code, ErrorCode::TimedOut);
        QCOMPARE(*results[3], 3);
    }

    void functionPointersAndVoidResultsTravel_data() { parallelBackends(); }
    void functionPointersAndVoidResultsTravel() {
        QFETCH(QString, backend);
        const Options options{.workers = 2, .backend = backend.toStdString()};
        QCOMPARE(map(firstNumbers(5), &tripled, options), (std::vector{0, 3, 6, 9, 12}));
        map(
            firstNumbers(5), [](int) {}, options);
        const auto outcomes = tryMap(
            firstNumbers(5),
            [](int x) {
                if (x == 4) throw std::runtime_error("four");
            },
            options);
        QVERIFY(outcomes[3].has_value());
        QCOMPARE(outcomes[4].error().detail, std::string("four"));
    }

    void starmapSpreadsTheArguments_data() { parallelBackends(); }
    void starmapSpreadsTheArguments() {
        QFETCH(QString, backend);
        const std::vector<std::tuple<int, double, std::string>> rows{{1, 0.5, "a"}, {2, 0.25, "bc"}};
        const auto results = starmap(
            rows, [](int x, double y, const std::string& text) { return x + y + static_cast<double>(text.size()); },
            {.workers = 2, .backend = backend.toStdString()});
        QCOMPARE(results, (std::vector{2.5, 4.25}));
    }

    void aStopEndsTheCall() {
        std::stop_source source;
        std::atomic<int> calls{0};
        const auto error = errorOf([&] {
            map(firstNumbers(1000),
                [&](int x) {
                    if (++calls == 5) source.request_stop();
                    return x;
                },
                {.workers = 2, .backend = "threads", .chunk = 1, .stop = source.get_token()});
        });
        QCOMPARE(error.code(), ErrorCode::Interrupted);
        QVERIFY(calls < 1000);
    }

    void randomStreamsDependOnSeedAndItemAlone_data() { parallelBackends(); }
    void randomStreamsDependOnSeedAndItemAlone() {
        QFETCH(QString, backend);
        const auto draw = [](int, RandomStream& random) { return random(); };
        const auto serial = map(firstNumbers(20), draw, {.backend = "serial", .seed = 5});
        QCOMPARE(map(firstNumbers(20), draw, {.workers = 3, .backend = backend.toStdString(), .seed = 5}), serial);
        QVERIFY(map(firstNumbers(20), draw, {.backend = "serial", .seed = 6}) != serial);
    }

    void aNestedCallComputesWhereItIs() {
        const auto nested = [](int x) { return map(firstNumbers(x), tripled, {.workers = 4}).size(); };
        const auto sizes = map(firstNumbers(8), nested, {.workers = 4, .backend = "threads", .chunk = 1});
        QCOMPARE(sizes, (std::vector<std::size_t>{0, 1, 2, 3, 4, 5, 6, 7}));
        QCOMPARE(map(firstNumbers(8), nested, {.workers = 2, .backend = "processes"}), sizes);
    }

    void anyListAndAnyResult() {
        QCOMPARE(map(std::list<int>{1, 2}, tripled), (std::vector{3, 6}));
        QCOMPARE(map(std::views::iota(0, 3), tripled), (std::vector{0, 3, 6}));
        QCOMPARE(map(std::vector<bool>{true, false}, [](bool x) { return !x; }), (std::vector<bool>{false, true}));
        const auto owned = map(firstNumbers(3), [](int x) { return std::make_unique<int>(x); });
        QCOMPARE(*owned[2], 2);
        struct NoDefault {
            explicit NoDefault(int v) : value(v) {}
            int value;
        };
        QCOMPARE(map(firstNumbers(3), [](int x) { return NoDefault(x); })[2].value, 2);
    }

    void aSharedVectorIsSeenByEveryBackend_data() { parallelBackends(); }
    void aSharedVectorIsSeenByEveryBackend() {
        QFETCH(QString, backend);
        SharedVector<int> shared(firstNumbers(5));
        shared[4] = 40;
        QCOMPARE(map(shared, tripled, {.workers = 2, .backend = backend.toStdString()}),
                 (std::vector{0, 3, 6, 9, 120}));
        QCOMPARE(map(SharedVector<int>(0), tripled, {.backend = backend.toStdString()}), std::vector<int>());
    }

    void itemsOfASharedVectorAreNotCopied() {
        const SharedVector<int> shared(firstNumbers(2));
        const auto mark = [](const int& item) { return const_cast<int&>(item) += 10; };
        QCOMPARE(map(shared, mark, {.workers = 2, .backend = "processes"}), (std::vector{10, 11}));
        QCOMPARE(shared[1], 11);
    }

    void reduceIsTheSameForAnyWorkers_data() { parallelBackends(); }
    void reduceIsTheSameForAnyWorkers() {
        QFETCH(QString, backend);
        const auto add = [](double a, double b) { return a + b; };
        const auto root = [](int x) { return 1.0 / (1 + x); };
        const auto serial = reduce(firstNumbers(10'000), 0.0, add, root, {.backend = "serial"});
        QCOMPARE(reduce(firstNumbers(10'000), 0.0, add, root, {.workers = 3, .backend = backend.toStdString()}),
                 serial);
        QCOMPARE(reduce(std::vector<int>(), 7.0, add, root, {.backend = backend.toStdString()}), 7.0);
    }

    void badOptionsAreNamed() {
        QCOMPARE(errorOf([] { map(firstNumbers(3), tripled, {.workers = 0}); }).code(), ErrorCode::InvalidInput);
        const auto unknown = errorOf([] { map(firstNumbers(3), tripled, {.workers = 2, .backend = "nonsense"}); });
        QVERIFY(std::string(unknown.what()).starts_with("backend: 'nonsense' is not known (serial, "));
        const auto empty = errorOf([] { map(std::vector<int>(), tripled, {.backend = "nonsense"}); });
        QCOMPARE(empty.what(), unknown.what());
        QCOMPARE(errorOf([] { LocalBackend::named("processes"); }).code(), ErrorCode::InvalidInput);
    }

private:
    static void parallelBackends() {
        QTest::addColumn<QString>("backend");
        for (const char* backend : {"serial", "tbb", "threads", "processes", "processes-pipe"})
            QTest::addRow("%s", backend) << QString(backend);
    }
    static void processBackends() {
        QTest::addColumn<QString>("backend");
        for (const char* backend : {"processes", "processes-pipe"})
            QTest::addRow("%s", backend) << QString(backend);
    }
};

BREAKEVEN_PARALLEL_MAIN(TestMap)
#include "tst_map.moc"
