#include "core/parallel/joblib.h"
#include "tests/support/numbers.h"
#include "tests/support/parallel_main.h"

#include <QtTest>

#include <algorithm>
#include <atomic>
#include <list>
#include <ranges>
#include <set>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

using namespace breakeven;

namespace {

/// What is shown first of 40 items, by the size of the batches.
void firstLines() {
    QTest::addColumn<QString>("batch");
    QTest::addColumn<int>("workers");
    QTest::addColumn<QString>("line");
    QTest::newRow("auto, one after the other") << "auto" << 1 << "Done  1 out of 40 |";
    QTest::newRow("pool, one after the other") << "pool" << 1 << "Done 10 out of 40 |";
    QTest::newRow("auto") << "auto" << 2 << "Done  1 out of 40 |";
    QTest::newRow("pool") << "pool" << 2 << "Done  5 out of 40 |";
    QTest::newRow("count") << "7" << 2 << "Done  7 out of 40 |";
}

}  // namespace

class TestJoblib : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void resultsAreThoseOfALoop_data() {
        QTest::addColumn<QString>("backend");
        QTest::addColumn<int>("workers");
        QTest::addColumn<int>("verbose");
        for (const char* backend : {"serial", "tbb", "threads", "processes", "processes-pipe"})
            for (const int workers : {1, 2, -1})
                for (const int verbose : {0, 5, 50})
                    QTest::addRow("%s %d %d", backend, workers, verbose) << QString(backend) << workers << verbose;
    }
    void resultsAreThoseOfALoop() {
        QFETCH(QString, backend);
        QFETCH(int, workers);
        QFETCH(int, verbose);
        std::string lines;
        const Parallel parallel({.workers = workers,
                                 .backend = backend.toStdString(),
                                 .verbose = verbose,
                                 .output = [&](std::string_view line) { lines += line; }});
        const auto results = parallel(delayed(tripled), firstNumbers(50));
        QCOMPARE(results.size(), std::size_t{50});
        for (int i = 0; i < 50; ++i)
            QCOMPARE(results[static_cast<std::size_t>(i)], 3 * i);
        QCOMPARE(lines.empty(), verbose == 0);
        if (verbose > 0) {
            QVERIFY2(lines.find("]: Done 50 out of 50 | elapsed:  ") != std::string::npos, lines.c_str());
            QVERIFY2(lines.ends_with("finished\n"), lines.c_str());
        }
    }

    void tuplesBecomeArguments() {
        const std::vector<std::pair<int, int>> pairs{{1, 2}, {3, 4}};
        const auto sum = [](int a, int b) { return a + b; };
        QCOMPARE(Parallel({.workers = 2})(delayed(sum), pairs), (std::vector{3, 7}));
        int factor = 2;
        QCOMPARE(ThreadParallel({.workers = 2})(delayed([&](int a, int b) { return factor * a * b; }), pairs),
                 (std::vector{4, 24}));
    }

    void generatorsPullResults_data() {
        QTest::addColumn<QString>("backend");
        for (const char* backend : {"serial", "tbb", "threads", "processes", "processes-pipe"})
            QTest::addRow("%s", backend) << QString(backend);
    }
    void generatorsPullResults() {
        QFETCH(QString, backend);
        const Parallel parallel({.workers = 2, .backend = backend.toStdString(), .batchSize = 3});
        std::vector<int> results;
        for (const int x : parallel.generator(delayed(tripled), firstNumbers(10)))
            results.push_back(x);
        QCOMPARE(results, (std::vector{0, 3, 6, 9, 12, 15, 18, 21, 24, 27}));
        std::multiset<int> unordered;
        for (const int x : parallel.generatorUnordered(delayed(tripled), firstNumbers(10)))
            unordered.insert(x);
        QVERIFY(unordered == std::multiset<int>(results.begin(), results.end()));
    }

    void generatorsShowLinesAndUseTheBatchSize_data() { firstLines(); }
    void generatorsShowLinesAndUseTheBatchSize() {
        QFETCH(QString, batch);
        QFETCH(int, workers);
        QFETCH(QString, line);
        const std::string size = batch.toStdString();
        std::vector<std::string> lines;
        const Parallel parallel({.workers = workers,
                                 .backend = "threads",
                                 .verbose = 11,
                                 .batchSize = size.c_str(),
                                 .output = [&](std::string_view text) { lines.emplace_back(text); }});
        const auto isRight = [&] {
            const bool tellsBackend = lines.front().find("Using backend threads with 2") != std::string::npos;
            return tellsBackend == (workers == 2) &&
                   lines[tellsBackend ? 1 : 0].find(line.toStdString()) != std::string::npos &&
                   lines.back().find("Done 40 out of 40 |") != std::string::npos &&
                   lines.back().ends_with("finished\n");
        };
        auto ordered = parallel.generator(delayed(tripled), firstNumbers(40));
        while (ordered.next()) {
        }
        QVERIFY(!lines.empty());
        QVERIFY(isRight());
        const std::size_t atTheEnd = lines.size();
        QVERIFY(!ordered.next());
        QCOMPARE(lines.size(), atTheEnd);
        lines.clear();
        for (const int x : parallel.generatorUnordered(delayed(tripled), firstNumbers(40)))
            QCOMPARE(x % 3, 0);
        QVERIFY(!lines.empty());
        QVERIFY(isRight());
    }

    void theBatchesOfAGeneratorGrowWhenTheyAreQuick() {
        int done = 0;
        const Parallel parallel(
            {.workers = 2, .backend = "threads", .verbose = 11, .output = [&](std::string_view text) {
                 if (text.find("Done") != std::string_view::npos) ++done;
             }});
        for (const int x : parallel.generator(delayed(tripled), firstNumbers(1000)))
            QCOMPARE(x % 3, 0);
        QVERIFY2(done > 1 && done < 500, std::to_string(done).c_str());
    }

    /// Of an input that is not there already, whether lines are shown or not.
    void theInputIsReadNoFurtherThanPreDispatchSays_data() {
        QTest::addColumn<int>("verbose");
        QTest::addColumn<int>("batch");
        for (const int verbose : {0, 5})
            for (const int batch : {1, 4})
                QTest::addRow("verbose %d, %d together", verbose, batch) << verbose << batch;
    }
    void theInputIsReadNoFurtherThanPreDispatchSays() {
        QFETCH(int, verbose);
        QFETCH(int, batch);
        std::atomic<int> finished{0};
        int read = 0;
        int furthest = 0;
        std::string lines;
        auto input = std::views::iota(0, 400) | std::views::filter([](int x) { return x % 2 == 0; }) |
                     std::views::transform([&](int x) {
                         furthest = std::max(furthest, ++read - finished);
                         return x;
                     });
        const ThreadParallel parallel({.workers = 2,
                                       .backend = "threads",
                                       .verbose = verbose,
                                       .preDispatch = 3,
                                       .batchSize = batch,
                                       .output = [&](std::string_view line) { lines += line; }});
        const auto results = parallel(delayed([&](int x) {
                                          ++finished;
                                          return x;
                                      }),
                                      input);
        QCOMPARE(results.size(), std::size_t{200});
        QCOMPARE(results.back(), 398);
        QCOMPARE(lines.empty(), verbose == 0);
        QVERIFY2(furthest <= 3 * batch, std::to_string(furthest).c_str());
    }

    void batchesAreAsLargeAsSaid_data() { firstLines(); }
    void batchesAreAsLargeAsSaid() {
        QFETCH(QString, batch);
        QFETCH(int, workers);
        QFETCH(QString, line);
        std::string first;
        const Parallel parallel({.workers = workers,
                                 .backend = "threads",
                                 .verbose = 11,
                                 .batchSize = batch.toStdString().c_str(),
                                 .output = [&](std::string_view text) {
                                     if (first.empty() && text.find("Done") != std::string_view::npos) first = text;
                                 }});
        parallel(delayed(tripled), firstNumbers(40));
        QVERIFY2(first.find(line.toStdString()) != std::string::npos, first.c_str());
    }

    void functionsWithoutAResultAreCalled() {
        std::atomic<int> sum{0};
        const ThreadParallel parallel({.workers = 2});
        parallel(delayed([&](int x) { sum += x; }), firstNumbers(5));
        parallel(delayed([&](int x) { sum += x; }), std::list{10, 20});
        QCOMPARE(sum.load(), 40);
    }

    void aFailureIsThrown_data() {
        QTest::addColumn<int>("verbose");
        QTest::newRow("quiet") << 0;
        QTest::newRow("verbose") << 11;
    }
    void aFailureIsThrown() {
        QFETCH(int, verbose);
        const Parallel parallel({.workers = 2, .verbose = verbose, .output = [](std::string_view) {}});
        const auto picky = [](int x) { return x == 3 ? throw std::runtime_error("three") : x; };
        try {
            parallel(delayed(picky), firstNumbers(20));
            QFAIL("nothing was thrown");
        } catch (const ParallelError& error) {
            QCOMPARE(error.what(), "item 3: three");
        }
    }

    void badSettingsAreNamed() {
        QVERIFY_EXCEPTION_THROWN(Parallel({.workers = 0}), ParallelError);
        QVERIFY_EXCEPTION_THROWN(Parallel({.workers = 2, .preDispatch = "0*n_jobs"}), ParallelError);
        QVERIFY_EXCEPTION_THROWN(Parallel({.workers = 1, .preDispatch = 0}), ParallelError);
        QVERIFY_EXCEPTION_THROWN(Parallel({.backend = "nonsense"}), ParallelError);
    }
};

BREAKEVEN_PARALLEL_MAIN(TestJoblib)
#include "tst_joblib.moc"
