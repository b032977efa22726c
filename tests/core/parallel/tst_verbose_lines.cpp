#include "core/parallel/verbose_lines.h"

#include <QtTest>

#include <string>
#include <vector>

using namespace breakeven;

class TestVerboseLines : public QObject {
    Q_OBJECT

private Q_SLOTS:
    /// The numbers of joblib's own filter.
    void linesThinOut_data() {
        QTest::addColumn<int>("verbose");
        QTest::addColumn<QList<int>>("shown");
        QTest::newRow("1") << 1 << QList<int>{0, 49, 199, 449, 799};
        QTest::newRow("5") << 5 << QList<int>{0, 17, 71, 161, 287, 449, 647, 881};
        QTest::newRow("10") << 10 << QList<int>{0, 1, 4, 7, 12, 17, 24, 31, 40, 49, 60};
    }
    void linesThinOut() {
        QFETCH(int, verbose);
        QFETCH(QList<int>, shown);
        const VerboseLines lines(verbose, 2, std::nullopt, 4);
        QList<int> seen;
        for (int k = 0; k <= shown.back(); ++k)
            if (!lines.afterChunk({.dispatchedChunks = static_cast<ItemCount>(k)}).empty()) seen.push_back(k);
        QCOMPARE(seen, shown);
    }

    void everyLineIsShownAboveTen() {
        const VerboseLines lines(11, 2, std::nullopt, 4);
        for (ItemCount k = 0; k < 100; ++k)
            QVERIFY(!lines.afterChunk({.dispatchedChunks = k}).empty());
    }

    void wordsAreJoblibs() {
        const VerboseLines known(11, 2, 1000, 4);
        QCOMPARE(known.started("tbb"),
                 std::string("[Parallel(n_jobs=2)]: Using backend tbb with 2 concurrent workers.\n"));
        QCOMPARE(known.afterChunk({.completedItems = 1, .elapsed = Seconds(0.01)}),
                 std::string("[Parallel(n_jobs=2)]: Done    1 out of 1000 | elapsed:    0.0s\n"));
        const VerboseLines unknown(11, 2, std::nullopt, 4);
        QCOMPARE(unknown.afterChunk({.completedItems = 14, .elapsed = Seconds(90)}),
                 std::string("[Parallel(n_jobs=2)]: Done  14 tasks      | elapsed:  1.5min\n"));
        QCOMPARE(known.finished({.completedItems = 1000, .elapsed = Seconds(5.5)}),
                 std::string("[Parallel(n_jobs=2)]: Done 1000 out of 1000 | elapsed:    5.5s finished\n"));
    }

    /// The listing of joblib's documentation: 1000 items, 2 workers, verbose 5, all handed over at once.
    void theEstimateComesOnceTheInputIsUsedUp() {
        const VerboseLines lines(5, 2, 1000, 0);
        std::vector<ItemCount> shown;
        for (ItemCount done = 0; done <= 1000; ++done) {
            const DispatchState state{.dispatchedChunks = 1000,
                                      .dispatchedItems = 1000,
                                      .completedItems = done,
                                      .inputIsUsedUp = true,
                                      .elapsed = Seconds(static_cast<double>(done) / 100)};
            if (!lines.afterChunk(state).empty()) shown.push_back(done);
        }
        QCOMPARE(shown, (std::vector<ItemCount>{0, 197, 398, 599, 800}));
        QCOMPARE(lines.afterChunk(
                     {.dispatchedItems = 1000, .completedItems = 398, .inputIsUsedUp = true, .elapsed = Seconds(2.3)}),
                 std::string("[Parallel(n_jobs=2)]: Done  398 out of 1000 | elapsed:    2.3s remaining:    3.5s\n"));
    }
};

QTEST_GUILESS_MAIN(TestVerboseLines)
#include "tst_verbose_lines.moc"
