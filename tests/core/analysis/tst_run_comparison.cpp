#include "core/analysis/run_comparison.h"
#include "tests/support/known_curves.h"
#include "tests/support/sample_results.h"

#include <QTest>

#include <cmath>
#include <random>

using namespace breakeven;

namespace {

SampleResults named(const std::string& runId) {
    SampleResults sample;
    sample.run().runId = runId;
    sample.run().environment.facts = {
        {"cpu.model", "Processor", "one"}, {"kernel", "Kernel", "Linux 6.1"}, {"cpu.turbo", "Turbo", {}}};
    sample.updateRun();
    return sample;
}

std::vector<double> around(double seconds, double noise, std::mt19937_64& generator, int count = 20) {
    std::lognormal_distribution<double> factor(0, noise);
    std::vector<double> times;
    for (int i = 0; i < count; ++i)
        times.push_back(seconds * factor(generator));
    return times;
}

/// A run with one parallel trial of each of these times beside serial.
SampleResults runOf(const std::string& runId, const std::vector<double>& seconds, std::uint64_t seed,
                    double noise = 0.002) {
    std::mt19937_64 generator(seed);
    SampleResults sample = named(runId);
    ItemCount size = 10;
    for (const double each : seconds) {
        sample.measured("serial", size, around(1, noise, generator));
        sample.measured("tbb", size, around(each, noise, generator));
        size *= 10;
    }
    return sample;
}

const ComparedTrial& parallelTrial(const RunComparison& comparison, std::size_t index) {
    return comparison.trials.at(2 * index + 1);
}

}  // namespace

class TestRunComparison : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyVerdictIsReached() {
        const SampleResults a = runOf("a", {1, 1, 1}, 1);
        const SampleResults b = runOf("b", {0.8, 1.25, 1}, 2);
        const RunComparison comparison = compareRuns(a.results, b.results);
        QCOMPARE(comparison.trials.size(), std::size_t(6));
        QCOMPARE(parallelTrial(comparison, 0).verdict, TrialVerdict::Kind::Faster);
        QVERIFY(std::fabs(parallelTrial(comparison, 0).ratio - 1.25) < 0.01);
        QCOMPARE(parallelTrial(comparison, 1).verdict, TrialVerdict::Kind::Slower);
        QVERIFY(std::fabs(parallelTrial(comparison, 1).ratio - 0.8) < 0.01);
        QCOMPARE(parallelTrial(comparison, 2).verdict, TrialVerdict::Kind::Same);
        QVERIFY(!parallelTrial(comparison, 0).paired);
        QVERIFY(parallelTrial(comparison, 0).interval);
        QCOMPARE(comparison.count(TrialVerdict::Kind::Same), std::size_t(4));  // with the serial ones
        const SampleResults noisy = runOf("c", {1}, 3, 0.2);
        QCOMPARE(parallelTrial(compareRuns(a.results, noisy.results), 0).verdict, TrialVerdict::Kind::NotResolved);
    }

    void withinTheGateNothingIsFaster() {
        const SampleResults a = runOf("a", {1}, 1, 1e-5);
        const SampleResults b = runOf("b", {0.993}, 2, 1e-5);
        QCOMPARE(parallelTrial(compareRuns(a.results, b.results), 0).verdict, TrialVerdict::Kind::Same);
        QCOMPARE(parallelTrial(compareRuns(a.results, b.results, 0.005), 0).verdict, TrialVerdict::Kind::Faster);
        QVERIFY(parallelTrial(compareRuns(a.results, b.results), 0).adjusted < 1e-6);
    }

    void fewSamplesResolveNothing() {
        SampleResults a = named("a");
        SampleResults b = named("b");
        a.measured("tbb", 10, {1, 1, 1});
        b.measured("tbb", 10, {2, 2, 2});
        const RunComparison comparison = compareRuns(a.results, b.results);
        QCOMPARE(comparison.trials.at(0).verdict, TrialVerdict::Kind::NotResolved);
        QVERIFY(!comparison.trials[0].interval);
        QVERIFY(std::fabs(comparison.trials[0].ratio - 0.5) < 1e-12);
    }

    /// Of 40 trials that are alike, one in 20 would be called different without a correction.
    void manyTrialsDoNotMakeADifference() {
        int runsWithADifference = 0;
        for (std::uint64_t repeat = 0; repeat < 60; ++repeat) {
            std::mt19937_64 generator(repeat);
            SampleResults a = named("a");
            SampleResults b = named("b");
            for (ItemCount size = 1; size <= 40; ++size) {
                a.measured("tbb", size, around(1, 0.1, generator));
                b.measured("tbb", size, around(1, 0.1, generator));
            }
            const RunComparison comparison = compareRuns(a.results, b.results);
            if (comparison.count(TrialVerdict::Kind::Faster) + comparison.count(TrialVerdict::Kind::Slower) > 0)
                ++runsWithADifference;
        }
        QVERIFY2(runsWithADifference <= 12, qPrintable(QString::number(runsWithADifference)));
    }

    void roundsOfOneRunArePaired() {
        // Times that drift by half, alike in both files.
        SampleResults a = named("same");
        SampleResults b = named("same");
        std::vector<double> drifting;
        std::vector<double> faster;
        for (int round = 0; round < 20; ++round) {
            drifting.push_back(1 + 0.025 * round);
            faster.push_back(drifting.back() / 1.1);
        }
        a.measured("tbb", 10, drifting);
        b.measured("tbb", 10, faster);
        const RunComparison paired = compareRuns(a.results, b.results);
        QVERIFY(paired.trials.at(0).paired);
        QVERIFY(std::fabs(paired.trials[0].interval->low - 1.1) < 1e-9);
        QCOMPARE(paired.trials[0].verdict, TrialVerdict::Kind::Faster);
        QCOMPARE(paired.pairing, std::string("Paired: both files hold rounds of one run."));
        b.run().runId = "other";
        b.updateRun();
        const RunComparison unpaired = compareRuns(a.results, b.results);
        QVERIFY(!unpaired.trials.at(0).paired);
        QCOMPARE(unpaired.trials[0].verdict, TrialVerdict::Kind::NotResolved);
    }

    void numbersOfTrialsDoNotMatter() {
        SampleResults a = named("a");
        a.measured("serial", 10, {1});
        a.measured("tbb", 10, {1}, 8);  // oversubscribed on 2 CPUs
        SampleResults b(8);
        b.measured("openmp-static", 10, {1});
        b.measured("tbb", 10, {2}, 8);
        b.measured("serial", 10, {1});
        const RunComparison comparison = compareRuns(a.results, b.results);
        QCOMPARE(comparison.trials.size(), std::size_t(2));
        QCOMPARE(comparison.trials[0].trial.backend, std::string("serial"));
        QCOMPARE(comparison.trials[1].b.median, Seconds(2));
        QVERIFY(comparison.onlyA.empty());
        QCOMPARE(comparison.onlyB.size(), std::size_t(1));
        QCOMPARE(comparison.onlyB[0].label, std::string("openmp-static ×2"));
    }

    void whatFailedInOneIsTheOthersAlone() {
        SampleResults a = named("a");
        SampleResults b = named("b");
        const Trial failed = a.measured("tbb", 10, {1});
        b.measured("tbb", 10, {1});
        a.fail(failed, TrialStatus::WrongResult);
        const RunComparison comparison = compareRuns(a.results, b.results);
        QVERIFY(comparison.trials.empty() && comparison.onlyA.empty());
        QCOMPARE(comparison.onlyB.size(), std::size_t(1));
        QCOMPARE(compareRuns(b.results, a.results).onlyA.size(), std::size_t(1));
    }

    void breakEvensStandSideBySide() {
        SampleResults a = named("a");
        SampleResults b = named("b");
        KnownCurves{}.measure(a, "tbb", {5000, 10'000, 40'000, 80'000}, 20, 1);
        KnownCurves{.overhead = 2e-4}.measure(b, "tbb", {5000, 10'000, 40'000, 80'000}, 20, 2);
        KnownCurves{}.measure(b, "threads", {5000, 80'000}, 20, 3);
        const RunComparison comparison = compareRuns(a.results, b.results);
        QCOMPARE(comparison.breakEvens.size(), std::size_t(2));
        QCOMPARE(comparison.breakEvens[0].label, std::string("tbb"));
        QVERIFY(std::fabs(*comparison.breakEvens[0].a->size / 20'000 - 1) < 0.15);
        QVERIFY(std::fabs(*comparison.breakEvens[0].b->size / 40'000 - 1) < 0.15);
        QVERIFY(!comparison.breakEvens[1].a && comparison.breakEvens[1].b);
    }

    void differentFactsAreListed() {
        const SampleResults a = named("a");
        SampleResults b = named("b");
        RunComparison comparison = compareRuns(a.results, b.results);
        QVERIFY(comparison.environment.empty() && comparison.environmentKnown && !comparison.differentMachines);
        b.run().environment.facts = {
            {"kernel", "Kernel", "Linux 6.2"}, {"cpu.turbo", "Turbo", "on"}, {"os", "Operating system", "Debian"}};
        b.run().version = "2.0";
        b.updateRun();
        comparison = compareRuns(a.results, b.results);
        std::vector<std::string> ids;
        for (const FactDifference& difference : comparison.environment)
            ids.push_back(difference.id);
        QCOMPARE(ids, (std::vector<std::string>{"cpu.model", "kernel", "cpu.turbo", "program.version", "os"}));
        QVERIFY(!comparison.environment[0].b);
        QVERIFY(!comparison.differentMachines);  // one side does not know its processor
        b.run().environment.facts.push_back({"cpu.model", "Processor", "two"});
        b.updateRun();
        QVERIFY(compareRuns(a.results, b.results).differentMachines);
        b.run().environment.facts.clear();
        b.updateRun();
        QVERIFY(!compareRuns(a.results, b.results).environmentKnown);
    }
};

QTEST_GUILESS_MAIN(TestRunComparison)
#include "tst_run_comparison.moc"
