#include "core/stats/summary.h"

#include <QtTest/QTest>

#include <cmath>
#include <limits>
#include <vector>

using namespace breakeven;

namespace {

std::vector<Observation> seconds(std::initializer_list<double> values) {
    std::vector<Observation> result;
    for (const double value : values)
        result.push_back({value, 0});
    return result;
}

}  // namespace

class TestSummary : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void summaryOfTenKnownSamples() {
        const auto summary = summarise(seconds({7, 1, 10, 4, 2, 9, 5, 3, 8, 6}));
        QCOMPARE(summary->count, std::size_t{10});
        QCOMPARE(summary->median.count(), 5.5);
        // Between ranks 2 and 3, and 8 and 9, on the logarithms; see TestMedian for the share.
        QCOMPARE(summary->interval->low.count(), 2 * std::pow(3.0 / 2, 0.65765765765765771));
        QCOMPARE(summary->interval->high.count(), 9 * std::pow(8.0 / 9, 0.65765765765765771));
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

    void equalTimesHaveTheirMedianAsInterval() {
        const auto summary = summarise(std::vector<Observation>(10, {0.3, 0}));
        QVERIFY(summary->interval->low <= summary->median && summary->median <= summary->interval->high);
        QCOMPARE(summary->interval->low.count(), 0.3);
        QCOMPARE(summary->interval->high.count(), 0.3);
    }

    void timesOfZeroAreTakenAsTheyAre() {
        const auto summary = summarise(seconds({0, 2, 0, 1, 0, 3, 0, 1}));
        QCOMPARE(summary->median.count(), 0.5);
        QVERIFY(summary->interval->low.count() >= 0);
        // Not on logarithms: between 2 and 3 by the share 7 I / (1 + 6 I), I = 0.675, of the step from 99.2 to 93 %.
        QVERIFY(std::fabs(summary->interval->high.count() - (3 - 4.725 / 5.05)) < 1e-9);
    }

    void launchesThatDifferWidenTheInterval() {
        std::vector<Observation> times;
        std::vector<Observation> ofOneLaunch;
        for (int i = 0; i < 30; ++i) {
            times.push_back({1 + 0.3 * (i % 3) + 0.01 * std::sin(i), i % 3});
            ofOneLaunch.push_back({times.back().value, 0});
        }
        const auto apart = summarise(times)->interval;
        const auto together = summarise(ofOneLaunch)->interval;
        QVERIFY(apart->high - apart->low > 1.5 * (together->high - together->low));
        QVERIFY(apart->low.count() > 0);
    }
};

QTEST_GUILESS_MAIN(TestSummary)
#include "tst_summary.moc"
