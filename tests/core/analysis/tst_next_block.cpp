#include "core/analysis/next_block.h"
#include "tests/support/sample_results.h"

#include <QTest>

#include <algorithm>
#include <limits>
#include <map>
#include <set>

using namespace breakeven;

namespace {

/// One serial and the given parallel trials per size.
Plan planOf(const std::vector<ItemCount>& sizes, const Stopping& stopping,
            const std::vector<std::string>& backends = {"tbb"}) {
    Plan plan;
    plan.spec.stopping = stopping;
    plan.spec.seed = 42;
    for (const ItemCount size : sizes) {
        Block block;
        block.id = static_cast<int>(plan.blocks.size());
        std::vector<std::string> all = {"serial"};
        all.insert(all.end(), backends.begin(), backends.end());
        for (const std::string& backend : all) {
            Trial trial;
            trial.id = static_cast<int>(plan.trials.size());
            trial.workload = "square";
            trial.backend = backend;
            trial.size = size;
            trial.workers = backend == "serial" ? 1 : 2;
            block.trials.push_back(trial.id);
            plan.trials.push_back(trial);
        }
        plan.blocks.push_back(block);
    }
    return plan;
}

/// Executes requests on a virtual clock.
struct SimulatedRunner {
    double perItem = 1e-6;   // seconds of the serial trial; parallel takes half plus overhead
    double overhead = 1e-4;  // seconds
    double noise = 0.01;     // sigma of the lognormal factor
    double setup = 0.01;     // seconds per request
    std::set<int> crashing;  // trials that crash when asked for
    int mostRequests = 100'000;

    Results results;
    std::vector<BlockRequest> requests;
    double elapsed = 0;
    std::string reason;
    std::mt19937_64 generator{5};

    double timeOf(const Trial& trial) {
        const double work = perItem * static_cast<double>(trial.size);
        std::lognormal_distribution<double> factor(0, noise);
        return (trial.backend == "serial" ? work : overhead + work / 2) * factor(generator);
    }

    void execute(const BlockRequest& request) {
        requests.push_back(request);
        double measured = 0;
        for (const Trial& trial : request.trials)
            results.apply(TrialStarted{request.launch, trial});
        for (const Trial& trial : request.trials) {
            if (!crashing.contains(trial.id)) continue;
            elapsed += setup;
            results.apply(TrialFailed{trial.id, request.launch, TrialStatus::Crashed, "signal 11"});
            return;  // the runner died: the request is not answered
        }
        for (int round = 0; round < request.rounds; ++round) {
            for (const Trial& trial : request.trials) {
                Sample sample;
                sample.trial = trial.id;
                sample.launch = request.launch;
                sample.round = request.firstRound + round;
                sample.seconds = Seconds(timeOf(trial));
                measured += sample.seconds.count();
                results.apply(sample);
            }
        }
        elapsed += setup + measured;
        results.apply(BlockFinished{request.block, request.launch, request.rounds, Seconds(setup), Seconds(measured),
                                    Seconds(setup + measured)});
    }

    void run(const Plan& plan) {
        double fraction = 0;
        while (static_cast<int>(requests.size()) < mostRequests) {
            const NextBlock next = nextBlock(plan, results, Seconds(elapsed));
            const Progress progress = progressOf(plan, results, Seconds(elapsed));
            QVERIFY2(progress.fraction >= fraction, "progress went back");
            QVERIFY(progress.fraction <= 1 && progress.remaining.count() >= 0);
            fraction = progress.fraction;
            if (!next.request) {
                reason = next.reason;
                return;
            }
            execute(*next.request);
        }
        QFAIL("the experiment does not end");
    }

    std::map<int, int> samplesPerLaunch(int trial) const {
        std::map<int, int> counts;
        if (const TrialResult* result = results.find(trial)) {
            for (const Sample& sample : result->samples)
                ++counts[sample.launch];
        }
        return counts;
    }
    int samples(int trial) const {
        const TrialResult* result = results.find(trial);
        return result == nullptr ? 0 : static_cast<int>(result->samples.size());
    }
};

Stopping stoppingOf(double precision, int minimum, int maximum, double seconds, int launches) {
    return {precision, minimum, maximum, Seconds(seconds), launches};
}

}  // namespace

class TestNextBlock : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void visitsEveryBlockOnceFirst() {
        const Plan plan = planOf({10, 1000, 100'000}, stoppingOf(0.02, 10, 200, 60, 3));
        SimulatedRunner runner;
        runner.run(plan);
        for (int i = 0; i < 3; ++i) {
            const BlockRequest& request = runner.requests[static_cast<std::size_t>(i)];
            QCOMPARE(request.block, i);
            QCOMPARE(request.rounds, 1);
            QCOMPARE(request.launch, 0);
            QCOMPARE(request.firstRound, 0);
            QCOMPARE(request.trials.size(), std::size_t(2));
            QCOMPARE(request.trials.front(), plan.trials[static_cast<std::size_t>(2 * i)]);
        }
    }

    void endsWhenPrecise() {
        const Stopping stopping = stoppingOf(0.02, 10, 200, 60, 3);
        const Plan plan = planOf({10, 1000, 100'000}, stopping);
        SimulatedRunner runner;
        runner.run(plan);
        QCOMPARE(runner.reason, std::string("completed"));
        QVERIFY(runner.elapsed < 30);
        for (const Trial& trial : plan.trials) {
            QVERIFY(runner.samples(trial.id) >= stopping.minSamples);
            QVERIFY(runner.samples(trial.id) <= stopping.maxSamples);
        }
    }

    void everyLaunchBringsItsShare() {
        const Plan plan = planOf({10, 1000, 100'000}, stoppingOf(0.02, 10, 200, 60, 3));
        SimulatedRunner runner;
        runner.run(plan);
        for (const Trial& trial : plan.trials) {
            const auto counts = runner.samplesPerLaunch(trial.id);
            QCOMPARE(counts.size(), std::size_t(3));
            for (const auto& [launch, count] : counts)
                QVERIFY(count >= 4);  // ceil(10 / 3)
        }
        int launch = 0;
        for (const BlockRequest& request : runner.requests) {
            QVERIFY(request.launch >= launch);
            launch = request.launch;
        }
    }

    void noiseThatNeverSettlesEndsAtTheMaximum() {
        const Plan plan = planOf({1000, 2000}, stoppingOf(0.001, 10, 50, 600, 3));
        SimulatedRunner runner;
        runner.noise = 0.5;
        runner.run(plan);
        QCOMPARE(runner.reason, std::string("completed"));
        for (const Trial& trial : plan.trials) {
            QCOMPARE(runner.samples(trial.id), 50);
            for (const auto& [launch, count] : runner.samplesPerLaunch(trial.id))
                QVERIFY(count >= 16);
        }
    }

    void aSmallMaximumIsSpreadOverTheLaunches() {
        const Plan plan = planOf({1000}, stoppingOf(0.001, 3, 3, 600, 3));
        SimulatedRunner runner;
        runner.run(plan);
        const std::map<int, int> once = {{0, 1}, {1, 1}, {2, 1}};
        QCOMPARE(runner.samplesPerLaunch(0), once);
        QCOMPARE(runner.samplesPerLaunch(1), once);
    }

    void endsWithTheBudget() {
        const Plan plan = planOf({1000, 1'000'000}, stoppingOf(0.0001, 10, 200, 30, 3));
        SimulatedRunner runner;
        runner.noise = 0.3;
        runner.run(plan);
        QCOMPARE(runner.reason, std::string("budget"));
        QVERIFY(runner.elapsed > 20);
        QVERIFY(runner.elapsed < 30 + 3);  // at most the noise of one cut request beyond
        for (const Trial& trial : plan.trials)
            QCOMPARE(runner.samplesPerLaunch(trial.id).size(), std::size_t(3));
    }

    void everyBlockIsMeasuredOnceWhileThereIsBudget() {
        // The last size alone takes more than its launch's share.
        const Plan plan = planOf({1000, 1'000'000, 10'000'000}, stoppingOf(0.02, 10, 200, 21, 3));
        SimulatedRunner runner;
        runner.run(plan);
        for (const Trial& trial : plan.trials)
            QVERIFY(runner.samples(trial.id) >= 1);
        QCOMPARE(runner.samples(4), 1);  // another round of 15 s does not fit
        QVERIFY(runner.elapsed < 21);
        QCOMPARE(runner.reason, std::string("budget"));
    }

    void nothingStartsAfterTheBudget() {
        const Plan plan = planOf({1000}, stoppingOf(0.02, 10, 200, 21, 3));
        const NextBlock next = nextBlock(plan, Results{}, Seconds(21));
        QVERIFY(!next.request);
        QCOMPARE(next.reason, std::string("budget"));
    }

    void aSlowSleeperGetsItsMinimum() {
        const Plan plan = planOf({4, 8}, stoppingOf(0.02, 3, 3, 600, 1));
        SimulatedRunner runner;
        runner.perItem = 2;
        runner.overhead = 0.001;
        runner.run(plan);
        QCOMPARE(runner.reason, std::string("completed"));
        for (const Trial& trial : plan.trials)
            QCOMPARE(runner.samples(trial.id), 3);
        for (const BlockRequest& request : runner.requests)
            QCOMPARE(request.rounds, 1);  // a round is above 2 s
    }

    void requestsLastAboutTwoSeconds() {
        const Plan plan = planOf({100'000, 200'000}, stoppingOf(0.001, 30, 200, 120, 1));
        SimulatedRunner runner;
        runner.run(plan);
        bool several = false;
        for (std::size_t i = 0; i < runner.results.blocks().size(); ++i) {
            const BlockFinished& done = runner.results.blocks()[i];
            QVERIFY(done.elapsed.count() < 2.2);
            several = several || done.rounds > 4;
        }
        QVERIFY(several);
    }

    void failedTrialsAreLeftOut() {
        const Plan plan = planOf({1000, 2000}, stoppingOf(0.02, 10, 200, 60, 2), {"tbb", "threads"});
        SimulatedRunner runner;
        runner.crashing = {4};
        runner.run(plan);
        QCOMPARE(runner.reason, std::string("completed"));
        QCOMPARE(runner.samples(4), 0);
        const auto asked = std::ranges::count_if(runner.requests, [](const BlockRequest& request) {
            return std::ranges::count(request.trials, 4, &Trial::id) > 0;
        });
        QCOMPARE(asked, 1);
        QVERIFY(runner.samples(3) >= 10);
        QVERIFY(runner.samples(5) >= 10);
    }

    void aBlockWithoutHealthyParallelTrialsComesLast() {
        const Plan plan = planOf({1000, 2000}, stoppingOf(0.02, 10, 20, 60, 1));
        SimulatedRunner runner;
        runner.crashing = {1};
        runner.run(plan);
        QVERIFY(runner.samples(2) >= 10);
        // After the visits, block 0 is not asked for before block 1 has its minimum.
        std::size_t firstAgain = runner.requests.size();
        std::size_t lastOfOther = 0;
        for (std::size_t i = 3; i < runner.requests.size(); ++i) {
            if (runner.requests[i].block == 0) firstAgain = std::min(firstAgain, i);
            if (runner.requests[i].block == 1) lastOfOther = i;
        }
        QVERIFY(firstAgain > lastOfOther);
    }

    void theWidestBlockGoesOn() {
        const Plan plan = planOf({1000, 2000}, stoppingOf(0.02, 10, 200, 60, 1));
        SampleResults sample;
        const auto times = [](double half) {
            std::vector<double> values;
            for (int i = 0; i < 10; ++i)
                values.push_back(1 + half * (i - 4.5) / 4.5);
            return values;
        };
        for (const Trial& trial : plan.trials) {
            sample.apply(TrialStarted{0, trial});
            sample.times(trial, times(trial.size == 1000 ? 0.05 : 0.2));
        }
        for (const int block : {0, 1})
            sample.apply(BlockFinished{block, 0, 10, Seconds(0), Seconds(1), Seconds(1)});
        const NextBlock next = nextBlock(plan, sample.results, Seconds(5));
        QVERIFY(next.request);
        QCOMPARE(next.request->block, 1);
        QCOMPARE(next.request->firstRound, 10);
        QVERIFY(next.request->rounds >= 1 && next.request->rounds <= 20);
    }

    void theBaseIsNotMeasuredBeyondTheMaximumForAnother() {
        const Plan plan = planOf({1000}, stoppingOf(0.001, 10, 50, 60, 1));
        SampleResults sample;
        std::vector<double> times;
        for (int i = 0; i < 48; ++i)
            times.push_back(1 + 0.01 * i);
        for (const Trial& trial : plan.trials)
            sample.apply(TrialStarted{0, trial});
        sample.times(plan.trials[0], times);
        times.resize(10);
        sample.times(plan.trials[1], times);
        sample.apply(BlockFinished{0, 0, 48, Seconds(0), Seconds(1), Seconds(1)});
        const NextBlock next = nextBlock(plan, sample.results, Seconds(5));
        QVERIFY(next.request);
        QCOMPARE(next.request->trials.size(), std::size_t(2));
        QCOMPARE(next.request->rounds, 2);
    }

    void aClearVerdictNeedsLessPrecision() {
        const Plan plan = planOf({1000}, stoppingOf(0.02, 10, 200, 60, 1));
        const auto decided = [&](double ratio) {
            SampleResults sample;
            for (const Trial& trial : plan.trials) {
                sample.apply(TrialStarted{0, trial});
                std::vector<double> values;
                for (int i = 0; i < 10; ++i) {
                    const int step = trial.backend == "serial" ? i : 9 - i;
                    values.push_back((trial.backend == "serial" ? 1 : 1 / ratio) * (1 + 0.01 * step));
                }
                sample.times(trial, values);
            }
            sample.apply(BlockFinished{0, 0, 10, Seconds(0), Seconds(1), Seconds(1)});
            return nextBlock(plan, sample.results, Seconds(5));
        };
        QVERIFY(decided(1.01).request);  // could be either
        QVERIFY(!decided(1.5).request);  // faster for sure, though not known to 2 %
        QCOMPARE(decided(1.5).reason, std::string("completed"));
    }

    void isDeterministic() {
        const Plan plan = planOf({1000, 2000}, stoppingOf(0.02, 10, 200, 60, 3));
        SimulatedRunner runner;
        runner.run(plan);
        SimulatedRunner again;
        again.run(plan);
        QCOMPARE(runner.requests.size(), again.requests.size());
        for (std::size_t i = 0; i < runner.requests.size(); ++i) {
            QCOMPARE(runner.requests[i].rounds, again.requests[i].rounds);
            QCOMPARE(runner.requests[i].seed, plan.spec.seed);  // every launch computes on the same input
        }
    }

    void takesTheLargestMaximum() {
        constexpr int Most = std::numeric_limits<int>::max();
        const Plan plan = planOf({1000}, stoppingOf(0.02, 10, Most, 60, 3));
        SimulatedRunner runner;
        runner.run(plan);
        QCOMPARE(runner.reason, std::string("completed"));
        QVERIFY(runner.samples(0) >= 10);
    }

    void anEmptyPlanIsComplete() {
        const Plan plan = planOf({}, stoppingOf(0.02, 10, 20, 60, 1));
        QVERIFY(!nextBlock(plan, Results{}, Seconds(0)).request);
        QCOMPARE(nextBlock(plan, Results{}, Seconds(0)).reason, std::string("completed"));
        QCOMPARE(progressOf(plan, Results{}, Seconds(0)).fraction, 1.0);
        QCOMPARE(progressOf(plan, Results{}, Seconds(0)).remaining.count(), 0.0);
    }

    void progressEndsAtOne() {
        const Plan plan = planOf({1000}, stoppingOf(0.02, 10, 20, 60, 1));
        const Progress start = progressOf(plan, Results{}, Seconds(0));
        QCOMPARE(start.fraction, 0.0);
        QCOMPARE(start.remaining.count(), 60.0);
        QCOMPARE(progressOf(plan, Results{}, Seconds(15)).fraction, 0.25);
        SampleResults sample;
        sample.finish();
        QCOMPARE(progressOf(plan, sample.results, Seconds(15)).fraction, 1.0);
        QCOMPARE(progressOf(plan, sample.results, Seconds(15)).remaining.count(), 0.0);
    }

    void anInterruptedRunIsNotComplete() {
        const Plan plan = planOf({1000}, stoppingOf(0.02, 10, 20, 60, 1));
        SampleResults sample;
        for (const Trial& trial : plan.trials) {
            sample.results.apply(TrialStarted{0, trial});
            sample.results.apply(TrialFailed{trial.id, 0, TrialStatus::Interrupted, "stopped"});
        }
        sample.results.apply(RunFinished{"interrupted", Seconds(15)});
        QCOMPARE(progressOf(plan, sample.results, Seconds(15)).fraction, 0.0);
    }
};

QTEST_GUILESS_MAIN(TestNextBlock)
#include "tst_next_block.moc"
