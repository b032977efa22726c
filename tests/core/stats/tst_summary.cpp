#include "core/stats/summary.h"

#include <QtTest/QTest>

#include <limits>
#include <random>
#include <vector>

using namespace breakeven;

namespace {

std::vector<Seconds> seconds(std::initializer_list<double> values) {
    std::vector<Seconds> result;
    for (const double value : values)
        result.emplace_back(value);
    return result;
}

}  // namespace

class TestSummary : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void ranksAreThoseOfTheBinomialTable_data() {
        QTest::addColumn<std::size_t>("count");
        QTest::addColumn<std::size_t>("low");
        QTest::addColumn<std::size_t>("high");
        const std::size_t table[][3] = {{6, 1, 6},   {7, 1, 7},    {8, 1, 8},    {9, 2, 8},    {10, 2, 9},
                                        {12, 3, 10}, {14, 3, 12},  {22, 6, 17},  {15, 4, 12},  {20, 6, 15},
                                        {25, 8, 18}, {30, 10, 21}, {50, 18, 33}, {100, 40, 61}};
        for (const auto& [count, low, high] : table)
            QTest::addRow("%zu", count) << count << low << high;
    }
    void ranksAreThoseOfTheBinomialTable() {
        QFETCH(const std::size_t, count);
        QFETCH(const std::size_t, low);
        QFETCH(const std::size_t, high);
        const auto ranks = medianRanks(count);
        QVERIFY(ranks.has_value());
        QCOMPARE(ranks->low, low);
        QCOMPARE(ranks->high, high);
    }

    void fewSamplesHaveNoRanks() {
        for (std::size_t count = 0; count < 6; ++count)
            QVERIFY(!medianRanks(count));
        QVERIFY(!medianRanks(7, 0.99));
        QVERIFY(medianRanks(8, 0.99).has_value());
        QVERIFY(medianRanks(2, 0.5).has_value());
    }

    void ranksOfManySamplesFollowTheNormalLimit() {
        // n = 1e6: low is within a rank or two of n/2 + 1/2 - 1.959964 * sqrt(n)/2 = 499020.518.
        const auto ranks = medianRanks(1'000'000);
        QCOMPARE(ranks->low, std::size_t{499'020});
        QCOMPARE(ranks->high, std::size_t{500'981});
    }

    void medianIsTheMiddleOne() {
        QCOMPARE(median(std::vector{3.0}), 3.0);
        QCOMPARE(median(std::vector{9.0, 1.0, 2.0}), 2.0);
        QCOMPARE(median(std::vector{9.0, 1.0, 2.0, 4.0}), 3.0);
    }

    void summaryOfTenKnownSamples() {
        const auto summary = summarise(seconds({7, 1, 10, 4, 2, 9, 5, 3, 8, 6}));
        QCOMPARE(summary->count, std::size_t{10});
        QCOMPARE(summary->median.count(), 5.5);
        QCOMPARE(summary->interval->low.count(), 2.0);
        QCOMPARE(summary->interval->high.count(), 9.0);
        QCOMPARE(summary->minimum.count(), 1.0);
        QCOMPARE(summary->maximum.count(), 10.0);
        QCOMPARE(summary->mean.count(), 5.5);
        QCOMPARE(summary->stddev.count(), 3.0276503540974917);  // sqrt(82.5 / 9)
    }

    void fewSamplesHaveNoInterval() {
        const auto one = summarise(seconds({2}));
        QVERIFY(!one->interval);
        QCOMPARE(one->stddev.count(), 0.0);
        QCOMPARE(one->median.count(), 2.0);
        QVERIFY(!summarise(seconds({1, 2, 3, 4, 5}))->interval);
        QVERIFY(summarise(seconds({1, 2, 3, 4, 5, 6}))->interval.has_value());
    }

    void unusableSamplesAreErrors() {
        QVERIFY(summarise({}).error().code == ErrorCode::InvalidInput);
        QVERIFY(!summarise(seconds({1, std::numeric_limits<double>::quiet_NaN()})));
        QVERIFY(!summarise(seconds({1, std::numeric_limits<double>::infinity()})));
    }

    void theIntervalCoversTheTrueMedianAsOftenAsItSays() {
        // The exact coverage of ranks (2, 9) of 10 is 1 - 22/1024 = 97.9 %, whatever the distribution.
        std::mt19937_64 random(20260101);
        std::lognormal_distribution<double> skewed(0.0, 1.0);  // its median is 1
        constexpr int Repetitions = 2000;
        int covered = 0;
        for (int repetition = 0; repetition < Repetitions; ++repetition) {
            std::vector<Seconds> samples;
            for (int i = 0; i < 10; ++i)
                samples.emplace_back(skewed(random));
            const auto summary = summarise(samples);
            covered += summary->interval->low.count() <= 1 && 1 <= summary->interval->high.count();
        }
        const double coverage = static_cast<double>(covered) / Repetitions;
        QVERIFY2(coverage >= 0.95 && coverage <= 0.995, qPrintable(QString::number(coverage)));
    }
};

QTEST_GUILESS_MAIN(TestSummary)
#include "tst_summary.moc"
