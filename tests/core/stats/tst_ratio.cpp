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

    void theIntervalIsThatOfTheLogarithms() {
        std::vector<TimePair> pairs;
        for (const double ratio : {10, 3, 7, 1, 9, 2, 8, 4, 6, 5})
            pairs.push_back(pair(ratio, 1));
        const auto estimate = pairedRatio(pairs);
        QCOMPARE(estimate->value, std::sqrt(30.0));
        QCOMPARE(estimate->interval->low, 2 * std::pow(3.0 / 2, 0.65765765765765771));
        QCOMPARE(estimate->interval->high, 9 * std::pow(8.0 / 9, 0.65765765765765771));
    }

    void launchesAreTold() {
        std::vector<TimePair> pairs;
        for (int i = 0; i < 12; ++i)
            pairs.push_back({Seconds(2 + i % 3), Seconds(1 + 0.01 * std::sin(i)), i % 3});
        const auto apart = pairedRatio(pairs);
        QCOMPARE(apart->launches, std::size_t{3});
        QVERIFY(apart->spread);
        for (TimePair& pair : pairs)
            pair.launch = 7;
        const auto within = pairedRatio(pairs);
        QCOMPARE(within->launches, std::size_t{1});
        QVERIFY(!within->spread);
        QVERIFY(within->interval->high / within->interval->low < apart->interval->high / apart->interval->low);
        QCOMPARE(within->value, apart->value);
    }

    void logRatiosKeepTheirLaunch() {
        const auto logs = logRatios(std::vector<TimePair>{{Seconds(2), Seconds(1), 3}, {Seconds(1), Seconds(2), 4}});
        QCOMPARE((*logs)[0].value, std::log(2.0));
        QCOMPARE((*logs)[1].value, -std::log(2.0));
        QCOMPARE((*logs)[0].launch, 3);
        QCOMPARE((*logs)[1].launch, 4);
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
