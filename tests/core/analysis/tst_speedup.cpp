#include "core/analysis/speedup.h"
#include "tests/support/known_curves.h"
#include "tests/support/sample_results.h"

#include <QTest>

#include <cmath>

using namespace breakeven;

class TestSpeedup : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void pairsByLaunchAndRound() {
        SampleResults sample;
        const Trial serial = sample.trial("serial", 100);
        const Trial tbb = sample.trial("tbb", 100);
        sample.times(serial, {8, 6}, 0);
        sample.times(serial, {4}, 1);
        sample.times(tbb, {1}, 1);     // measured first, but belongs to launch 1
        sample.times(tbb, {2}, 0, 1);  // round 1 of launch 0
        const auto pairs = pairedTimes(*sample.results.find(serial.id), *sample.results.find(tbb.id));
        QCOMPARE(pairs.size(), std::size_t(2));
        QCOMPARE(pairs[0].base.count(), 6.0);
        QCOMPARE(pairs[0].other.count(), 2.0);
        QCOMPARE(pairs[1].base.count(), 4.0);
        QCOMPARE(pairs[1].other.count(), 1.0);
    }

    void isTheMedianPairedRatio() {
        SampleResults sample;
        sample.measured("serial", 100, {2, 4, 8, 8, 10, 12});
        const Trial tbb = sample.measured("tbb", 100, {1, 2, 2, 4, 5, 3});  // ratios 2 2 4 2 2 4
        const auto speedup = speedupVsSerial(sample.results, *sample.results.find(tbb.id));
        QVERIFY(speedup);
        QVERIFY(speedup->paired);
        QVERIFY(std::fabs(speedup->value - 2) < 1e-12);
        QCOMPARE(speedup->base.count(), 8.0);
        QVERIFY(speedup->interval);
        QVERIFY(std::fabs(speedup->interval->low - 2) < 1e-12);
        QVERIFY(std::fabs(speedup->interval->high - 4) < 1e-12);
        QCOMPARE(efficiency(speedup->value, 2), speedup->value / 2);
    }

    void launchesThatDifferWidenTheInterval() {
        SampleResults apart;
        SampleResults together;
        for (SampleResults* sample : {&apart, &together}) {
            const Trial serial = sample->trial("serial", 100);
            const Trial tbb = sample->trial("tbb", 100);
            for (int launch = 0; launch < 3; ++launch) {
                const int own = sample == &apart ? launch : 0;
                const int first = sample == &apart ? 0 : 6 * launch;
                sample->times(serial, {1, 1.02, 0.99, 1.01, 0.98, 1}, own, first);
                sample->times(tbb, std::vector<double>(6, 0.5 + 0.1 * launch), own, first);
            }
        }
        const auto clustered = speedupVsSerial(apart.results, *apart.results.find(1));
        const auto pooled = speedupVsSerial(together.results, *together.results.find(1));
        QCOMPARE(clustered->launches, std::size_t(3));
        QCOMPARE(pooled->launches, std::size_t(1));
        QCOMPARE(clustered->value, pooled->value);
        QVERIFY(clustered->interval->high / clustered->interval->low > pooled->interval->high / pooled->interval->low);
        QVERIFY(summaryOf(*apart.results.find(1))->interval->high >
                summaryOf(*together.results.find(1))->interval->high);
        QCOMPARE(pairedTimes(*apart.results.find(0), *apart.results.find(1)).back().launch, 2);
    }

    void aBaseThatWaitedForACpuMayHaveBeenThatMuchFaster() {
        const std::vector<double> base{2, 2.1, 1.9, 2.05, 1.95, 2.02};
        Interval<Ratio> undelayed{0, 0};
        for (const double share : {0.0, 0.005, 0.4}) {
            SampleResults sample;
            sample.delayedTimes(sample.trial("serial", 100), base, share);
            const Trial tbb = sample.measured("tbb", 100, std::vector<double>(6, 1.0));
            const auto speedup = speedupVsSerial(sample.results, *sample.results.find(tbb.id));
            QVERIFY(std::fabs(speedup->value - std::sqrt(2 * 2.02)) < 1e-9);
            QVERIFY(std::fabs(speedup->delayed - (share < 0.01 ? 0 : share)) < 1e-9);
            if (share == 0) undelayed = *speedup->interval;
            QVERIFY(std::fabs(speedup->interval->low - (share < 0.01 ? 1 : 0.6) * undelayed.low) < 1e-9);
            QCOMPARE(speedup->interval->high, undelayed.high);
        }
    }

    /// What two clocks say need not fit together.
    void moreWaitingThanTimeLeavesARatio() {
        SampleResults sample;
        sample.delayedTimes(sample.trial("serial", 100), std::vector<double>(6, 2.0), 1.5);
        const Trial tbb = sample.measured("tbb", 100, std::vector<double>(6, 1.0));
        const auto speedup = speedupVsSerial(sample.results, *sample.results.find(tbb.id));
        QVERIFY(speedup->interval->low > 0 && speedup->delayed < 1);
    }

    void driftCancels() {
        SampleResults sample;
        const KnownCurves curves{.overhead = 0, .workers = 2, .noise = 0.001, .drift = 0.2};
        curves.measure(sample, "tbb", {1'000'000}, 30, 7);
        const auto speedup = speedupVsSerial(sample.results, *sample.results.find(1));
        QVERIFY(speedup && speedup->interval);
        QVERIFY(std::fabs(speedup->value - 2) < 0.005);
        QVERIFY(speedup->interval->high - speedup->interval->low < 0.01);
        const auto summary = summaryOf(*sample.results.find(1));
        QVERIFY(summary && summary->interval);  // the medians alone would leave far more open
        QVERIFY((summary->interval->high - summary->interval->low) / summary->median > 0.2);
    }

    void fallsBackToMediansWithTheWidestRatio() {
        SampleResults sample;
        sample.imported("serial", 100, 7, 8, 9);
        const Trial tbb = sample.imported("tbb", 100, 3, 4, 5);
        const auto speedup = speedupVsSerial(sample.results, *sample.results.find(tbb.id));
        QVERIFY(speedup && speedup->interval);
        QVERIFY(!speedup->paired);
        QCOMPARE(speedup->value, 2.0);
        QCOMPARE(speedup->interval->low, 7.0 / 5.0);
        QCOMPARE(speedup->interval->high, 3.0);
    }

    void aFailedTrialHasNone() {
        SampleResults sample;
        sample.measured("serial", 10, {1, 1, 1});
        const Trial one = sample.measured("tbb", 10, {1, 1, 1}, 1);
        const Trial four = sample.measured("tbb", 10, {0.5, 0.5, 0.5}, 4);
        QVERIFY(speedupVsSerial(sample.results, *sample.results.find(four.id)));
        QVERIFY(selfSpeedup(sample.results, *sample.results.find(four.id)));
        sample.fail(four, TrialStatus::WrongResult);
        QVERIFY(!speedupVsSerial(sample.results, *sample.results.find(four.id)));
        QVERIFY(!selfSpeedup(sample.results, *sample.results.find(four.id)));
        QVERIFY(speedupVsSerial(sample.results, *sample.results.find(one.id)));
    }

    void selfSpeedupUsesOneWorkerOfTheSameBackend() {
        SampleResults sample(4);
        sample.measured("serial", 100, {10});
        sample.measured("tbb", 100, {12}, 1);
        const Trial four = sample.measured("tbb", 100, {4}, 4);
        const auto self = selfSpeedup(sample.results, *sample.results.find(four.id));
        QVERIFY(self);
        QVERIFY(std::fabs(self->value - 3) < 1e-12);
        QVERIFY(!self->interval);
    }

    void isWorkedOutAnewWhenEitherHasMoreSamples() {
        SampleResults sample;
        const Trial serial = sample.measured("serial", 100, {10});
        const Trial tbb = sample.measured("tbb", 100, {5});
        const auto ratio = [&] { return speedupVsSerial(sample.results, *sample.results.find(tbb.id))->value; };
        QCOMPARE(ratio(), 2.0);
        sample.times(serial, {40, 40}, 0, 1);  // alone in their rounds: they pair with nothing yet
        QCOMPARE(ratio(), 2.0);
        QCOMPARE(summaryOf(*sample.results.find(serial.id))->median, Seconds(40));
        sample.times(tbb, {10, 10}, 0, 1);
        QCOMPARE(ratio(), 4.0);
        QCOMPARE(summaryOf(*sample.results.find(tbb.id))->median, Seconds(10));
    }

    void isAbsentWithoutABaseOrSamples() {
        SampleResults sample;
        const Trial alone = sample.measured("tbb", 100, {1});
        QVERIFY(!speedupVsSerial(sample.results, *sample.results.find(alone.id)));
        const Trial silent = sample.trial("serial", 100);
        QVERIFY(!speedupVsSerial(sample.results, *sample.results.find(alone.id)));
        QVERIFY(!summaryOf(*sample.results.find(silent.id)));
        QVERIFY(!selfSpeedup(sample.results, *sample.results.find(alone.id)));
    }
};

QTEST_GUILESS_MAIN(TestSpeedup)
#include "tst_speedup.moc"
