#include "core/stats/ratio.h"

#include <QtTest/QTest>

#include <cmath>
#include <limits>
#include <vector>

using namespace breakeven;

class TestRatio : public QObject {
    Q_OBJECT

    static TimePair pair(double base, double other) { return {Seconds(base), Seconds(other)}; }

private Q_SLOTS:
    void aRatioAboveOneMeansThatTheOtherIsFaster() {
        const auto estimate = pairedRatio(std::vector{pair(4, 2), pair(6, 2), pair(10, 2)});
        QCOMPARE(estimate->value, 3.0);
        QCOMPARE(estimate->pairs, std::size_t{3});
        QVERIFY(pairedRatio(std::vector{pair(1, 2)})->value < 1);
    }

    void swappingTheSidesInvertsTheEstimate() {
        std::vector<TimePair> pairs;
        std::vector<TimePair> swapped;
        for (int i = 1; i <= 12; ++i) {
            pairs.push_back(pair(2 + std::sin(i), 1 + 0.1 * std::cos(i)));
            swapped.push_back(pair(1 + 0.1 * std::cos(i), 2 + std::sin(i)));
        }
        const auto one = pairedRatio(pairs);
        const auto two = pairedRatio(swapped);
        QCOMPARE(one->value * two->value, 1.0);
        QCOMPARE(one->interval->low * two->interval->high, 1.0);
        QCOMPARE(one->interval->high * two->interval->low, 1.0);
    }

    void driftOfTheMachineCancels() {
        // Ten rounds during which the machine becomes ten times slower.
        std::vector<TimePair> pairs;
        for (int round = 1; round <= 10; ++round)
            pairs.push_back(pair(2.0 * round, 1.0 * round));
        const auto estimate = pairedRatio(pairs);
        QCOMPARE(estimate->value, 2.0);
        QCOMPARE(estimate->interval->low, 2.0);
        QCOMPARE(estimate->interval->high, 2.0);
    }

    void theIntervalIsThatOfTheOrderStatistics() {
        std::vector<TimePair> pairs;
        for (const double ratio : {10, 3, 7, 1, 9, 2, 8, 4, 6, 5})
            pairs.push_back(pair(ratio, 1));
        const auto estimate = pairedRatio(pairs);
        QCOMPARE(estimate->value, std::sqrt(30.0));
        QCOMPARE(estimate->interval->low, 2.0);
        QCOMPARE(estimate->interval->high, 9.0);
    }

    void fewPairsHaveNoInterval() {
        QVERIFY(!pairedRatio(std::vector(5, pair(2, 1)))->interval);
        QVERIFY(pairedRatio(std::vector(6, pair(2, 1)))->interval.has_value());
    }

    void unusableTimesAreErrors() {
        QVERIFY(pairedRatio({}).error().code == ErrorCode::InvalidInput);
        for (const double bad :
             {0.0, -1.0, std::numeric_limits<double>::quiet_NaN(), std::numeric_limits<double>::infinity()}) {
            QVERIFY(!pairedRatio(std::vector{pair(1, 1), pair(bad, 1)}));
            QVERIFY(!pairedRatio(std::vector{pair(1, bad)}));
        }
        QVERIFY(!pairedRatio(std::vector{pair(-1, -1)}));
    }
};

QTEST_GUILESS_MAIN(TestRatio)
#include "tst_ratio.moc"
