#include "core/stats/median.h"
#include "tests/support/coverage_simulation.h"

#include <QtTest/QTest>

#include <cmath>
#include <random>
#include <vector>

using namespace breakeven;

namespace {

/// `rounds` values of each launch around its luck.
std::vector<Observation> launches(std::initializer_list<double> luck, int rounds, double spread = 1) {
    std::mt19937_64 generator(20261121);
    std::normal_distribution<double> normal(0, spread);
    std::vector<Observation> observations;
    for (int round = 0; round < rounds; ++round) {
        int launch = 0;
        for (const double own : luck)
            observations.push_back({own + normal(generator), launch++});
    }
    return observations;
}

double width(const MedianEstimate& estimate) {
    return estimate.interval->high - estimate.interval->low;
}

/// The band that 95 % +- 3 % leaves to a share of so many replications, by four standard errors.
bool isCovered(double share, int replications) {
    const double slack = 4 * std::sqrt(0.05 * 0.95 / replications);
    return share > 0.92 - slack && share < std::min(0.9999, 0.98 + slack);
}

}  // namespace

class TestMedian : public QObject {
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

    void theIntervalIsInterpolatedBetweenRanks() {
        // Ranks (2, 9) hold 1002 of 1024 orders of signs, (3, 8) hold 912; 95 % is 972.8. Hettmansperger and Sheather's
        // share is (n - d) I / (d + (n - 2 d) I) with I = (1002 - 972.8) / (1002 - 912) and d = 2.
        const auto interval = medianInterval(std::vector<double>{1, 2, 3, 4, 5, 6, 7, 8, 9, 10});
        const double step = (1002 - 972.8) / (1002 - 912);
        const double share = 8 * step / (2 + 6 * step);
        QCOMPARE(interval->low, 2 + share);
        QCOMPARE(interval->high, 9 - share);
        QVERIFY(!medianInterval(std::vector<double>{1, 2, 3, 4, 5}));
        const auto six = medianInterval(std::vector<double>{1, 2, 3, 4, 5, 6});
        QVERIFY(six->low > 1 && six->low < 2 && six->high > 5 && six->high < 6);
    }

    void coversTheMediansOfSixLaws() {
        constexpr int Replications = 400;
        for (const Law& law : laws()) {
            for (const int count : {10, 50}) {
                const CoverageShares shares = coverageOf(law, count, Replications, 1);
                QVERIFY2(isCovered(shares.median, Replications), qPrintable(QString::number(shares.median)));
                QVERIFY2(isCovered(shares.ratio, Replications), qPrintable(QString::number(shares.ratio)));
            }
        }
    }

    void coversWhateverTheLaunchesDo() {
        constexpr int Replications = 400;
        for (const int count : {3, 5}) {
            for (const double share : {0.0, 0.3, 0.8}) {
                const LaunchCoverage coverage = launchCoverage(count, 30, share, Replications, 1);
                QVERIFY2(isCovered(coverage.ratio, Replications), qPrintable(QString::number(coverage.ratio)));
            }
            const LaunchCoverage alike = launchCoverage(count, 30, 0, Replications, 1);
            QVERIFY2(alike.width < 1.5, qPrintable(QString::number(alike.width)));
        }
    }

    void launchesThatDifferSetTheWidth() {
        const MedianEstimate apart = medianEstimate(launches({-10, 0, 10}, 10));
        QCOMPARE(apart.launches, std::size_t{3});
        QVERIFY(apart.spread);
        // Student's t with two degrees of freedom on the launches' medians: 4.30 * 10 / sqrt(3) either way.
        QCOMPARE(apart.spread->freedom, 2.0);
        QVERIFY2(std::fabs(width(apart) / 2 - 24.8) < 3, qPrintable(QString::number(width(apart))));
        std::vector<Observation> pooled = launches({-10, 0, 10}, 10);
        for (Observation& observation : pooled)
            observation.launch = 4;
        const MedianEstimate within = medianEstimate(pooled);
        QCOMPARE(within.launches, std::size_t{1});
        QVERIFY(!within.spread);
        QVERIFY(width(within) < width(apart));
    }

    void launchesThatAreAlikeDoNotWiden() {
        // Every launch has the same values, so they differ less than rounds do.
        std::vector<Observation> observations;
        for (const double value : {1, 6, 2, 7, 3, 8, 4, 9, 5, 10}) {
            for (int launch = 0; launch < 3; ++launch)
                observations.push_back({value, launch});
        }
        QVERIFY(!medianEstimate(observations).spread);
    }

    void oneRoundPerLaunchIsIndependent() {
        std::vector<Observation> observations;
        for (int launch = 0; launch < 10; ++launch)
            observations.push_back({std::sin(launch), launch});
        QVERIFY(!medianEstimate(observations).spread);
        QCOMPARE(medianEstimate(observations).launches, std::size_t{10});
    }

    void serialCorrelationWidens() {
        std::vector<Observation> wave;
        for (int i = 0; i < 40; ++i)
            wave.push_back({std::sin(i / 3.0), 0});
        std::vector<Observation> mixed;
        for (int i = 0; i < 40; ++i)
            mixed.push_back(wave[static_cast<std::size_t>(i * 9 % 40)]);
        QVERIFY(medianEstimate(wave).serialEffect > 3);
        QCOMPARE(medianEstimate(mixed).serialEffect, 1.0);
        QVERIFY(width(medianEstimate(wave)) > 1.3 * width(medianEstimate(mixed)));
        QCOMPARE(medianEstimate(wave).value, medianEstimate(mixed).value);
    }

    void theWidthIsAsSureAsTheRootOfTheRounds() {
        std::vector<Observation> observations;
        for (const double value : {-1, 5, 1, 8, 2, 7, 3, 9, 4})
            observations.push_back({value, 0});
        MedianEstimate estimate = medianEstimate(observations);
        QCOMPARE(estimate.serialEffect, 1.0);
        QVERIFY(std::fabs(widthFreedom(estimate) - 3) < 1e-12);
        estimate.serialEffect = 4;  // as good as 9 / 4 independent rounds
        QVERIFY(std::fabs(widthFreedom(estimate) - 1.5) < 1e-12);
        estimate.serialEffect = 20;
        QCOMPARE(widthFreedom(estimate), 1.0);
    }

    void theWidthKnowsOfLaunches() {
        const auto observations = launches({1, 3, 5}, 10, 0.1);
        const MedianEstimate estimate = medianEstimate(observations);
        QVERIFY(estimate.spread);
        QVERIFY(std::fabs(widthFreedom(estimate) - 2) < 0.01);  // three launches, not thirty rounds
    }
};

QTEST_GUILESS_MAIN(TestMedian)
#include "tst_median.moc"
