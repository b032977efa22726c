#include "core/analysis/waterfall.h"
#include "tests/support/sample_results.h"

#include <QTest>

#include <cmath>
#include <random>

using namespace breakeven;

namespace {

TrialProfiled pass(const Trial& trial, double wall, const std::vector<double>& compute, int launch = 0,
                   std::size_t chunks = 1) {
    TrialProfiled profiled;
    profiled.trial = trial.id;
    profiled.launch = launch;
    profiled.wall = Seconds(wall);
    for (const double seconds : compute)
        profiled.workers.push_back({Seconds(seconds), Seconds(0), Seconds(0), Seconds(seconds), chunks});
    return profiled;
}

double productOf(const Waterfall& waterfall) {
    double product = 1;
    for (const LossFactor& factor : waterfall.factors)
        product *= factor.value;
    return product;
}

double valueOf(const Waterfall& waterfall, LossCause cause) {
    const LossFactor* factor = findFactor(waterfall, cause);
    return factor ? factor->value : 0;
}

bool isNear(double a, double b) {
    return std::fabs(a - b) < 1e-12;
}

/// Serial takes 1 s, two workers 0.8 s; they compute 0.5 s and 0.75 s of a pass of 0.8 s.
SampleResults oneKnownPass() {
    SampleResults sample;
    sample.measured("serial", 1000, std::vector<double>(8, 1.0));
    const Trial trial = sample.measured("tbb", 1000, std::vector<double>(8, 0.8));
    sample.apply(pass(trial, 0.8, {0.5, 0.75}));
    return sample;
}

LaunchReference weather(int launch, double alone, double together) {
    LaunchReference reference;
    reference.launch = launch;
    reference.threads = {{1, 1e10, Seconds(alone)}, {2, 1.5e10, Seconds(together)}};
    return reference;
}

}  // namespace

class TestWaterfall : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void partsAKnownPass() {
        const auto found = waterfalls(oneKnownPass().results);
        QCOMPARE(found.size(), std::size_t(1));
        const Waterfall& waterfall = found.front();
        QCOMPARE(waterfall.label, std::string("tbb"));
        QCOMPARE(waterfall.passes, std::size_t(1));
        QCOMPARE(valueOf(waterfall, LossCause::Workers), 2.0);
        QVERIFY(isNear(valueOf(waterfall, LossCause::LoadBalance), 0.625 / 0.75));
        QVERIFY(isNear(valueOf(waterfall, LossCause::Overhead), 0.75 / 0.8));
        QVERIFY(isNear(valueOf(waterfall, LossCause::WorkInflation), 1 / 1.25));
        QVERIFY(findFactor(waterfall, LossCause::Clock) == nullptr);
        QVERIFY(isNear(productOf(waterfall), 1.25));
        QVERIFY(!findFactor(waterfall, LossCause::LoadBalance)->interval);  // one pass
    }

    void theProductIsTheSpeedupExactly() {
        std::mt19937_64 generator(3);
        std::uniform_real_distribution<double> time(0.1, 1);
        for (int repeat = 0; repeat < 50; ++repeat) {
            SampleResults sample(4);
            const auto some = [&](int count) {
                std::vector<double> times;
                for (int i = 0; i < count; ++i)
                    times.push_back(time(generator));
                return times;
            };
            sample.measured("serial", 1000, some(9));
            const Trial trial = sample.measured("tbb", 1000, some(9), 4);
            for (int i = 0; i < 1 + repeat % 4; ++i)
                sample.apply(pass(trial, 1.5, some(1 + (repeat + i) % 6)));  // 6 threads may stand for 4 workers
            for (int launch = 0; launch < 2 * (repeat % 2); ++launch)
                sample.apply(LaunchReference{launch, 0, 0, {}, {{1, 1, Seconds(1)}, {4, 2, Seconds(1.1)}}});
            const Waterfall waterfall = waterfalls(sample.results).at(0);
            QVERIFY(std::fabs(productOf(waterfall) / waterfall.speedup.value - 1) < 1e-12);
            double left = 1;
            for (const LossFactor& factor : waterfall.factors) {
                if (factor.cause != LossCause::Workers) left *= factor.value;
                QVERIFY(std::fabs(factor.left / left - 1) < 1e-12);
            }
            QVERIFY(isNear(waterfall.factors.back().left, waterfall.speedup.value / 4));
            QVERIFY(isNear(waterfall.factors.back().leftInterval->low, waterfall.speedup.interval->low / 4));
            QVERIFY(valueOf(waterfall, LossCause::LoadBalance) <= 1 + 1e-12);
            QCOMPARE(findFactor(waterfall, LossCause::Clock) != nullptr, repeat % 2 == 1);
        }
    }

    void workersWithoutAChunkCountAsIdle() {
        SampleResults sample;
        sample.measured("serial", 1, {1, 1, 1});
        sample.apply(pass(sample.measured("tbb", 1, {1, 1, 1}), 1, {1}));
        QVERIFY(isNear(valueOf(waterfalls(sample.results).at(0), LossCause::LoadBalance), 0.5));
    }

    void moreThreadsThanWorkersStandForThem() {
        SampleResults sample;
        sample.measured("serial", 1, {2, 2, 2});
        sample.apply(pass(sample.measured("tbb", 1, {1, 1, 1}), 1, {0.5, 0.5, 0.5, 0.5}));
        const Waterfall waterfall = waterfalls(sample.results).at(0);
        for (const LossCause cause : {LossCause::LoadBalance, LossCause::Overhead, LossCause::WorkInflation})
            QVERIFY(isNear(valueOf(waterfall, cause), 1));
    }

    void spinsPartTheClockFromTheRest() {
        SampleResults sample = oneKnownPass();
        sample.apply(weather(0, 0.9, 1));
        const Waterfall waterfall = waterfalls(sample.results).at(0);
        QVERIFY(isNear(valueOf(waterfall, LossCause::Clock), 0.9));
        QVERIFY(isNear(valueOf(waterfall, LossCause::WorkInflation), 0.8 / 0.9));
        QVERIFY(isNear(productOf(waterfall), 1.25));
    }

    /// A clock that is known from one launch alone would take the interval of the rest away.
    void aClockOfOneLaunchIsNotParted() {
        SampleResults sample = oneKnownPass();
        const Trial trial = sample.results.trials().back().trial;
        for (const double longest : {0.76, 0.74})
            sample.apply(pass(trial, 0.8, {0.5, longest}));
        sample.apply(weather(0, 0.9, 1));
        const Waterfall waterfall = waterfalls(sample.results).at(0);
        QVERIFY(findFactor(waterfall, LossCause::Clock) == nullptr);
        QVERIFY(findFactor(waterfall, LossCause::WorkInflation)->interval);
        const std::string text = waterfallFindings(sample.results)[0].text;
        QVERIFY2(text.find("n too small") == text.npos, text.c_str());
        sample.apply(weather(1, 0.91, 1));
        QVERIFY(findFactor(waterfalls(sample.results).at(0), LossCause::Clock)->interval);
    }

    /// Serial takes 10 us, two workers the given time; what a pass saw of them is 1 us each, in 64 chunks.
    static Waterfall ofShortChunks(double parallel, std::size_t chunks = 64) {
        SampleResults sample;
        sample.measured("serial", 1000, std::vector<double>(8, 1e-5));
        const Trial trial = sample.measured("tbb", 1000, std::vector<double>(8, parallel));
        for (int i = 0; i < 3; ++i)
            sample.apply(pass(trial, 2e-5, {1e-6, 0.8e-6}, i, chunks));
        sample.apply(weather(0, 0.9, 1));
        sample.apply(weather(1, 0.91, 1));
        return waterfalls(sample.results).at(0);
    }

    void chunksTooShortToBeTimedComputeAsSerial() {
        const Waterfall waterfall = ofShortChunks(1.2e-5);
        QVERIFY(waterfall.isTooFine);
        QVERIFY(isNear(valueOf(waterfall, LossCause::LoadBalance), 0.9));
        QVERIFY(isNear(valueOf(waterfall, LossCause::Overhead), 1 / 1.2 / 2 / 0.9));
        QVERIFY(findFactor(waterfall, LossCause::Overhead)->interval);
        QVERIFY(findFactor(waterfall, LossCause::Clock) == nullptr);
        QVERIFY(findFactor(waterfall, LossCause::WorkInflation) == nullptr);
        QVERIFY(isNear(productOf(waterfall), waterfall.speedup.value));
        QVERIFY(isNear(waterfall.factors.back().left, waterfall.speedup.value / 2));
        QVERIFY(isNear(valueOf(ofShortChunks(1.2e-5, 1), LossCause::Overhead), 0.05));  // long enough: as seen
    }

    void overheadIsNoGain() {
        const Waterfall waterfall = ofShortChunks(0.4e-5);
        QVERIFY(!waterfall.isTooFine);
        QVERIFY(isNear(valueOf(waterfall, LossCause::Overhead), 0.05));
        QVERIFY(findFactor(waterfall, LossCause::WorkInflation) != nullptr);
        QVERIFY(isNear(productOf(waterfall), waterfall.speedup.value));
    }

    void twoPassesAreTakenForWhatTheyAre() {
        SampleResults sample = oneKnownPass();
        sample.apply(pass(sample.results.trials().back().trial, 0.8, {0.4, 0.7}));
        for (const LossFactor& factor : waterfalls(sample.results).at(0).factors)
            QVERIFY(!factor.interval);
        const std::string text = waterfallFindings(sample.results)[0].text;
        QVERIFY2(text.find("imbalance leaves 81\u202f%, overhead leaves ") != text.npos, text.c_str());
        QVERIFY2(text.ends_with(" (from 2 profiled passes)."), text.c_str());
    }

    void intervalsCoverTheTruth() {
        std::mt19937_64 generator(5);
        std::lognormal_distribution<double> noise(0, 0.05);
        constexpr int Repeats = 400;
        std::map<LossCause, int> covered;
        for (int repeat = 0; repeat < Repeats; ++repeat) {
            SampleResults sample;
            std::vector<double> serial;
            std::vector<double> parallel;
            for (int round = 0; round < 20; ++round) {
                serial.push_back(noise(generator));
                parallel.push_back(0.8 * noise(generator));
            }
            sample.measured("serial", 1000, serial);
            const Trial trial = sample.measured("tbb", 1000, parallel);
            for (int i = 0; i < 5; ++i) {
                const double busiest = 0.7 * noise(generator);
                sample.apply(pass(trial, busiest / 0.9 * noise(generator), {busiest, busiest * 0.6}));
            }
            const Waterfall waterfall = waterfalls(sample.results).at(0);
            // Half of what serial takes over 0.8 of the pass: (1 / 0.8) · W / Σu with W = busiest / 0.9.
            for (const auto& [cause, truth] :
                 {std::pair(LossCause::Overhead, 0.9), std::pair(LossCause::WorkInflation, 1.25 / 0.9 / 1.6)}) {
                const auto interval = findFactor(waterfall, cause)->interval;
                if (interval->low <= truth && truth <= interval->high) ++covered[cause];
            }
        }
        for (const auto& [cause, count] : covered) {
            const double share = static_cast<double>(count) / Repeats;
            QVERIFY2(share > 0.92 && share <= 0.99, qPrintable(QString::number(share)));
        }
    }

    void withoutPassesThereIsNone() {
        SampleResults sample;
        sample.measured("serial", 1000, {1, 1});
        const Trial trial = sample.measured("tbb", 1000, {1, 1});
        QVERIFY(waterfalls(sample.results).empty());
        sample.apply(pass(trial, 1, {0, 0}));  // nothing was computed
        QVERIFY(waterfalls(sample.results).empty());
        sample.apply(pass(trial, 1, {1, 1}));
        QCOMPARE(waterfalls(sample.results).size(), std::size_t(1));
        sample.fail(trial, TrialStatus::WrongResult);
        QVERIFY(waterfalls(sample.results).empty());
    }

    void saysWhatCosts() {
        const auto found = waterfallFindings(oneKnownPass().results);
        QCOMPARE(found.size(), std::size_t(1));
        QCOMPARE(found[0].id, std::string("loss-waterfall"));
        QCOMPARE(
            found[0].text,
            std::string("At 1\u202f000 items tbb reaches 1.25× (1.25–1.25): of 2 workers, "
                        "imbalance leaves 83\u202f%, overhead leaves 94\u202f% of that, slower work leaves 80\u202f% "
                        "of that (from one profiled pass)."));
        QVERIFY(isNear(found[0].numbers.at("work-inflation"), 0.8));
    }

    void speaksOfTheLargestSizeAndItsBestCurve() {
        SampleResults sample = oneKnownPass();
        sample.measured("serial", 2000, std::vector<double>(8, 2.0));
        sample.apply(pass(sample.measured("openmp-static", 2000, std::vector<double>(8, 1.0)), 1, {1, 1}));
        sample.apply(pass(sample.measured("threads", 2000, std::vector<double>(8, 1.6)), 1.6, {1, 1}));
        const auto found = waterfallFindings(sample.results);
        QCOMPARE(found.size(), std::size_t(1));
        QCOMPARE(found[0].text, std::string("At 2\u202f000 items openmp-static reaches 2.00× (2.00–2.00): of 2 "
                                            "workers, almost nothing is lost (from one profiled pass)."));
    }

    void numbersStandWithTheirIntervals() {
        SampleResults sample = oneKnownPass();
        const Trial trial = sample.results.trials().back().trial;
        for (const double longest : {0.76, 0.74})
            sample.apply(pass(trial, 0.8, {0.5, longest}));
        const std::string text = waterfallFindings(sample.results)[0].text;
        QVERIFY2(text.find("imbalance leaves 83\u202f% (82\u202f%–84\u202f%), overhead leaves 94\u202f% "
                           "(91\u202f%–97\u202f%) of that, ") != text.npos,
                 text.c_str());
    }

    void aLossThatMayBeNoneIsNotResolved() {
        SampleResults sample = oneKnownPass();
        const Trial trial = sample.results.trials().back().trial;
        for (const double first : {0.75, 0.72})
            sample.apply(pass(trial, 0.8, {first, 0.75}));
        const std::string text = waterfallFindings(sample.results)[0].text;
        QVERIFY2(text.find(", imbalance not resolved") != text.npos, text.c_str());
    }

    void fewSamplesLoseNothing() {
        SampleResults sample;
        sample.measured("serial", 1000, std::vector<double>(5, 1.0));
        sample.apply(pass(sample.measured("tbb", 1000, std::vector<double>(5, 0.8)), 0.8, {0.5, 0.75}));
        QCOMPARE(waterfalls(sample.results).size(), std::size_t(1));
        QVERIFY(waterfallFindings(sample.results).empty());
    }

    void moreThanExpectedIsGained() {
        SampleResults sample;
        sample.measured("serial", 1000, std::vector<double>(8, 2.5));
        sample.apply(pass(sample.measured("tbb", 1000, std::vector<double>(8, 1.0)), 1, {1, 1}));
        QVERIFY(waterfallFindings(sample.results)[0].text.ends_with(
            "of 2 workers, faster work gives 125\u202f% (from one profiled pass)."));
    }
};

QTEST_GUILESS_MAIN(TestWaterfall)
#include "tst_waterfall.moc"
