#include "core/analysis/scaling.h"
#include "tests/support/sample_results.h"

#include <QTest>

#include <cmath>
#include <random>

using namespace breakeven;

namespace {

/// Rounds on a list whose true speed-up over p workers is the law's; times are lognormal, serial's are shared.
struct Grown {
    ScalingLaw law = ScalingLaw::Usl;
    Coefficients coefficients;
    std::vector<WorkerCount> workers;
    double noise = 0.02;
    int launches = 3;
    int rounds = 10;

    void measure(SampleResults& sample, std::mt19937_64& generator, ItemCount size = 1000) const {
        std::lognormal_distribution<double> factor(0, noise);
        const auto measured = [&](const Trial& trial, double seconds) {
            for (int launch = 0; launch < launches; ++launch) {
                std::vector<double> times;
                for (int round = 0; round < rounds; ++round)
                    times.push_back(seconds * factor(generator));
                sample.times(trial, times, launch);
            }
        };
        measured(sample.trial("serial", size), 1);
        for (const WorkerCount count : workers)
            measured(sample.trial("tbb", size, count), 1 / predicted(law, coefficients, count));
    }
};

Scaling only(const Results& results) {
    const auto found = scalings(results);
    return found.size() == 1 ? found.front() : Scaling{};
}

const ScalingModel& modelOf(const Scaling& scaling, ScalingLaw law) {
    return scaling.models.at(static_cast<std::size_t>(law));
}

}  // namespace

class TestScaling : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyPointHasItsEfficiencyAndSerialFraction() {
        SampleResults sample(4);
        sample.measured("serial", 1000, std::vector<double>(8, 1.0));
        sample.measured("tbb", 1000, std::vector<double>(8, 0.4), 4);
        sample.measured("tbb", 1000, std::vector<double>(8, 1.25), 1);
        const Scaling scaling = only(sample.results);
        QCOMPARE(scaling.label, std::string("tbb"));
        QCOMPARE(scaling.points.size(), std::size_t(2));
        QCOMPARE(scaling.points[0].workers, 1);
        QVERIFY(std::fabs(scaling.points[0].efficiency - 0.8) < 1e-12);
        QVERIFY(!scaling.points[0].karpFlatt);
        QVERIFY(std::fabs(scaling.points[1].efficiency - 0.625) < 1e-12);
        QVERIFY(std::fabs(*scaling.points[1].karpFlatt - 0.2) < 1e-12);
    }

    void theSerialFractionsIntervalTurnsTheSpeedups() {
        SampleResults sample;
        sample.measured("serial", 1000, std::vector<double>(8, 1.0));
        sample.measured("tbb", 1000, {0.5, 0.6, 0.7, 0.8, 0.9, 1, 0.75, 0.65});
        const ScalingPoint point = only(sample.results).points.at(0);
        QVERIFY(std::fabs(point.karpFlattInterval->low - karpFlatt(point.speedup.interval->high, 2)) < 1e-12);
        QVERIFY(std::fabs(point.karpFlattInterval->high - karpFlatt(point.speedup.interval->low, 2)) < 1e-12);
        QVERIFY(point.karpFlattInterval->low < *point.karpFlatt && *point.karpFlatt < point.karpFlattInterval->high);
        QVERIFY(point.efficiencyInterval->low < point.efficiency && point.efficiency < point.efficiencyInterval->high);
    }

    void twoCpusCarryNoLaw() {
        SampleResults sample(2);
        std::mt19937_64 generator(1);
        Grown{ScalingLaw::Amdahl, {0.1}, {1, 2, 4, 8}}.measure(sample, generator);
        const Scaling scaling = only(sample.results);
        QCOMPARE(scaling.points.size(), std::size_t(2));  // 4 and 8 workers share the CPUs
        QVERIFY(!scaling.best);
        QCOMPARE(modelOf(scaling, ScalingLaw::Amdahl).refusal,
                 std::string("Amdahl's law needs 2 worker counts above 1 within the usable CPUs, each with 6 rounds; "
                             "there is 1, which fixes the serial fraction (Karp–Flatt) and leaves nothing to check it "
                             "by"));
        QCOMPARE(modelOf(scaling, ScalingLaw::Usl).refusal,
                 std::string("Gunther's law has three coefficients and needs 5 worker counts within the usable CPUs, "
                             "each with 6 rounds; there are 2: two CPUs cannot identify it"));
        QVERIFY(modelOf(scaling, ScalingLaw::Usl).coefficients.empty());
        QVERIFY(!modelOf(scaling, ScalingLaw::Usl).crossError);
    }

    void threeCountsCarryAmdahlButNotGunther() {
        SampleResults sample(8);
        std::mt19937_64 generator(2);
        Grown{ScalingLaw::Amdahl, {0.1}, {1, 2, 4, 8}}.measure(sample, generator);
        const Scaling scaling = only(sample.results);
        QVERIFY(modelOf(scaling, ScalingLaw::Amdahl).refusal.empty());
        QVERIFY(!modelOf(scaling, ScalingLaw::Usl).refusal.empty());
        QCOMPARE(scaling.best, std::optional(ScalingLaw::Amdahl));
    }

    void countsWithFewRoundsCarryNothing() {
        SampleResults sample(8);
        std::mt19937_64 generator(2);
        Grown{ScalingLaw::Amdahl, {0.1}, {1, 2, 4, 8}, 0.02, 1, 5}.measure(sample, generator);
        QVERIFY(!only(sample.results).best);
    }

    void amdahlsFractionIsCovered() {
        std::mt19937_64 generator(3);
        constexpr int Repeats = 200;
        int covered = 0;
        for (int repeat = 0; repeat < Repeats; ++repeat) {
            SampleResults sample(8);
            Grown{ScalingLaw::Amdahl, {0.05}, {1, 2, 4, 8}}.measure(sample, generator);
            const Scaling scaling = only(sample.results);
            const auto& [id, value, interval] = modelOf(scaling, ScalingLaw::Amdahl).coefficients.at(0);
            if (interval.low <= 0.05 && 0.05 <= interval.high) ++covered;
            QVERIFY(std::fabs(value - 0.05) < 0.01);
        }
        QVERIFY2(covered >= 184 && covered < 200, qPrintable(QString::number(covered)));
    }

    void gunthersCoefficientsAreCovered() {
        const Coefficients truth = {0.95, 0.05, 0.002};
        std::mt19937_64 generator(4);
        constexpr int Repeats = 150;
        std::vector<int> covered(3, 0);
        int peaks = 0;
        for (int repeat = 0; repeat < Repeats; ++repeat) {
            SampleResults sample(32);
            Grown{ScalingLaw::Usl, truth, {1, 2, 4, 8, 12, 16}}.measure(sample, generator);
            const ScalingModel model = modelOf(only(sample.results), ScalingLaw::Usl);
            for (std::size_t k = 0; k < 3; ++k) {
                const auto& interval = model.coefficients.at(k).interval;
                if (interval.low <= truth[k] && truth[k] <= interval.high) ++covered[k];
            }
            const auto& peak = *model.peak;
            if (peak.interval.low <= peakWorkers(truth) && peakWorkers(truth) <= peak.interval.high) ++peaks;
            QVERIFY(peak.extrapolated);  // at 21.8 of 16 measured
        }
        for (const int count : {covered[0], covered[1], covered[2], peaks})
            QVERIFY2(count >= 137 && count < 150, qPrintable(QString::number(count)));
    }

    void aLawThatHoldsPredictsBest() {
        std::mt19937_64 generator(5);
        SampleResults sample(16);
        Grown{ScalingLaw::Usl, {0.9, 0.1, 0.01}, {1, 2, 3, 4, 6, 8, 12, 16}}.measure(sample, generator);
        const Scaling scaling = only(sample.results);
        QCOMPARE(scaling.best, std::optional(ScalingLaw::Usl));
        QVERIFY(!modelOf(scaling, ScalingLaw::Usl).peak->extrapolated);
        QVERIFY(*modelOf(scaling, ScalingLaw::Usl).crossError < *modelOf(scaling, ScalingLaw::Amdahl).crossError / 3);
    }

    void isTheSameEveryTime() {
        std::mt19937_64 generator(6);
        SampleResults sample(8);
        Grown{ScalingLaw::Amdahl, {0.1}, {1, 2, 4, 8}}.measure(sample, generator);
        QCOMPARE(modelOf(only(sample.results), ScalingLaw::Amdahl).coefficients[0].interval,
                 modelOf(only(sample.results), ScalingLaw::Amdahl).coefficients[0].interval);
    }

    void launchesWiden() {
        // The second half of the launches is 10 % slower in parallel: rounds alone would not show how little is known.
        const auto measured = [](bool isOneLaunch) {
            SampleResults sample(8);
            std::mt19937_64 generator(7);
            std::lognormal_distribution<double> factor(0, 0.01);
            std::vector<Trial> trials = {sample.trial("serial", 1000)};
            for (const WorkerCount count : {2, 4, 8})
                trials.push_back(sample.trial("tbb", 1000, count));
            for (int launch = 0; launch < 4; ++launch) {
                for (const Trial& trial : trials) {
                    std::vector<double> times;
                    const double ideal = 0.1 + 0.9 / trial.workers;
                    for (int round = 0; round < 10; ++round)
                        times.push_back(ideal * (launch > 1 && trial.workers > 1 ? 1.1 : 1) * factor(generator));
                    sample.times(trial, times, isOneLaunch ? 0 : launch, isOneLaunch ? 10 * launch : 0);
                }
            }
            const auto interval = modelOf(only(sample.results), ScalingLaw::Amdahl).coefficients[0].interval;
            return interval.high - interval.low;
        };
        QVERIFY(measured(false) > 1.2 * measured(true));
    }

    void sizesAreFamiliesOfTheirOwn() {
        std::mt19937_64 generator(8);
        SampleResults sample(8);
        const Grown grown{ScalingLaw::Amdahl, {0.1}, {2, 4, 8}};
        grown.measure(sample, generator, 1000);
        grown.measure(sample, generator, 2000);
        const auto found = scalings(sample.results);
        QCOMPARE(found.size(), std::size_t(2));
        QCOMPARE(found[0].label, std::string("tbb"));
        QCOMPARE(found[1].label, std::string("tbb"));
        QCOMPARE(found[1].series.size, ItemCount(2000));
    }

    void sizesThatCameLateStandAmongTheOthers() {
        SampleResults sample;
        for (const ItemCount size : {1000, 4000, 2000}) {
            sample.measured("serial", size, std::vector<double>(8, 1.0));
            sample.measured("tbb", size, std::vector<double>(8, 0.6));
        }
        const auto found = scalings(sample.results);
        QCOMPARE(found.size(), std::size_t(3));
        QCOMPARE(found[1].series.size, ItemCount(2000));
        QCOMPARE(found[2].series.size, ItemCount(4000));
    }

    void saysWhichLawHolds() {
        SampleResults sample(8);
        sample.measured("serial", 1000, std::vector<double>(8, 1.0));
        for (const WorkerCount count : {2, 4, 8})
            sample.measured("tbb", 1000, std::vector<double>(8, 0.1 + 0.9 / count), count);
        const auto found = scalingFindings(sample.results);
        QCOMPARE(found.size(), std::size_t(1));
        QCOMPARE(found[0].id, std::string("scaling-law"));
        QCOMPARE(
            found[0].text,
            std::string("At 1\u202f000 items tbb follows Amdahl's law best with a serial fraction "
                        "of 10\u202f% (10\u202f%–10\u202f%) (predicts a left-out point within <0.1\u202f%), so at most "
                        "10.0× (10.0–10.0) with any number of workers (extrapolated)."));
    }

    void saysWhyNoLawIsTold() {
        SampleResults sample(2);
        sample.measured("serial", 1000, std::vector<double>(8, 1.0));
        sample.measured("tbb", 1000, std::vector<double>(8, 0.6));
        const auto found = scalingFindings(sample.results);
        QCOMPARE(found.size(), std::size_t(1));
        QCOMPARE(found[0].id, std::string("serial-fraction"));
        QCOMPARE(
            found[0].text,
            std::string("At 1\u202f000 items tbb on 2 workers behaves as if 20\u202f% (20\u202f%–20\u202f%) of the "
                        "work were serial (Karp–Flatt); no scaling law can be told from one worker "
                        "count."));
    }
};

QTEST_GUILESS_MAIN(TestScaling)
#include "tst_scaling.moc"
