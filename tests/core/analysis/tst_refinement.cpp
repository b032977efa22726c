#include "core/analysis/break_even.h"
#include "core/analysis/refinement.h"
#include "core/analysis/survey.h"
#include "tests/support/sample_results.h"
#include "tests/support/simulated_runner.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <set>

using namespace breakeven;

namespace {

/// What is found when the experiment is over.
struct Outcome {
    Plan plan;
    SimulatedRunner runner;
    BreakEven found;
    double width() const { return found.interval ? found.interval->high / found.interval->low : 0; }
};

/// Parallel pays from 200 items: it has an overhead of 100 µs, serial takes 1 µs for each item.
Outcome carriedOut(bool refines, Plan plan = planOf({2, 20'000}, stoppingOf(0.02, 10, 100, 60, 3)),
                   double noise = 0.02) {
    Outcome outcome;
    outcome.plan = std::move(plan);
    outcome.runner.noise = noise;
    outcome.runner.run(outcome.plan, refines);
    outcome.found = breakEvens(outcome.runner.results).front();
    return outcome;
}

std::vector<ItemCount> sizesOf(const Plan& plan) {
    std::vector<ItemCount> sizes;
    for (const Block& block : plan.blocks)
        sizes.push_back(plan.trials[static_cast<std::size_t>(block.trials.front())].size);
    return sizes;
}

}  // namespace

class TestRefinement : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void newSizesNarrowAWideBreakEven() {
        const Outcome coarse = carriedOut(false);
        const Outcome fine = carriedOut(true);
        QCOMPARE(coarse.found.status, BreakEvenStatus::Resolved);
        QVERIFY2(coarse.width() > 2, qPrintable(QString::number(coarse.width())));
        QCOMPARE(fine.found.status, BreakEvenStatus::Resolved);
        QVERIFY2(fine.width() <= WideBreakEven, qPrintable(QString::number(fine.width())));
        QVERIFY(fine.found.interval->low <= 200 && 200 <= fine.found.interval->high);
        QVERIFY(fine.plan.blocks.size() <= coarse.plan.blocks.size() + 6);
        QVERIFY(fine.runner.elapsed <= 60);
    }

    void everyNewBlockHasItsMinimum() {
        const Outcome fine = carriedOut(true);
        QCOMPARE(fine.runner.reason, std::string("completed"));
        for (const Trial& trial : fine.plan.trials)
            QVERIFY(fine.runner.samples(trial.id) >= 10);
    }

    void everyNewBlockIsVisitedForAllThatItsLaunchOwes() {
        const Outcome fine = carriedOut(true);
        std::set<int> seen;
        int grown = 0;
        for (const BlockRequest& request : fine.runner.requests) {
            if (!seen.insert(request.block).second || request.block < 2) continue;
            ++grown;
            QVERIFY2(request.rounds >= 4, qPrintable(QString::number(request.rounds)));
        }
        QVERIFY(grown > 0);
    }

    void idsGoOnAndSizesAreNew() {
        const Outcome fine = carriedOut(true);
        for (std::size_t i = 0; i < fine.plan.trials.size(); ++i)
            QCOMPARE(fine.plan.trials[i].id, static_cast<int>(i));
        for (std::size_t i = 0; i < fine.plan.blocks.size(); ++i) {
            QCOMPARE(fine.plan.blocks[i].id, static_cast<int>(i));
            QVERIFY(isReference(fine.plan.trials[static_cast<std::size_t>(fine.plan.blocks[i].trials.front())]));
        }
        std::vector<ItemCount> sizes = sizesOf(fine.plan);
        std::ranges::sort(sizes);
        QVERIFY(std::ranges::adjacent_find(sizes) == sizes.end());
        QVERIFY(std::ranges::count_if(sizes,
                                      [](ItemCount size) { return size > 100 && size < 1000 && size % 10 == 0; }) > 0);
    }

    void whatIsNarrowIsLeftAlone() {
        const Outcome fine =
            carriedOut(true, planOf({180, 190, 200, 210, 220}, stoppingOf(0.02, 10, 100, 60, 3)), 0.002);
        QCOMPARE(fine.plan.blocks.size(), std::size_t(5));
    }

    void aNarrowBreakEvenFarFromWhatWasMeasuredIsRefined() {
        const Plan plan = planOf({100, 400}, stoppingOf(0.02, 10, 100, 60, 3));
        const Outcome coarse = carriedOut(false, plan, 0.002);
        QVERIFY2(coarse.width() <= WideBreakEven, qPrintable(QString::number(coarse.width())));
        const Outcome fine = carriedOut(true, plan, 0.002);
        const Interval<ItemCount> between = fine.found.neighbours;
        QVERIFY2(2 * between.high <= 3 * between.low, qPrintable(QString::number(between.high)));
        QVERIFY(std::abs(*fine.found.size - 200) < std::abs(*coarse.found.size - 200));
    }

    void theLastLaunchOfSeveralAddsNothingThatItAloneWouldMeasure() {
        int grown = 0;
        for (unsigned seed = 1; seed <= 5; ++seed) {
            Outcome fine;
            fine.plan = planOf({10, 50, 140, 200, 280, 1000, 5000}, stoppingOf(0.02, 10, 100, 60, 3));
            fine.runner.noise = 0.15;
            fine.runner.luck = 0.05;
            fine.runner.generator.seed(seed);
            fine.runner.run(fine.plan, true);
            for (std::size_t block = 7; block < fine.plan.blocks.size(); ++block, ++grown)
                QVERIFY(fine.runner.samplesPerLaunch(fine.plan.blocks[block].trials.back()).size() > 1);
        }
        QVERIFY2(grown >= 5, qPrintable(QString::number(grown)));
    }

    void onlyOverTheSize() {
        Plan plan = planOf({2, 20'000}, stoppingOf(0.02, 10, 100, 60, 3));
        plan.spec.x = "workers";
        QCOMPARE(carriedOut(true, plan).plan.blocks.size(), std::size_t(2));
    }

    void neighboursThatAreCloseStay() {
        const auto finer = [](ItemCount above) {
            const Plan plan = planOf({500, 1000, above, 2000}, stoppingOf(0.02, 10, 100, 60, 1));
            SampleResults sample;
            for (const Trial& trial : plan.trials) {
                sample.apply(TrialStarted{0, trial});
                const double ratio = trial.size == 500    ? 0.5
                                     : trial.size == 1000 ? 0.98
                                     : trial.size == 2000 ? 2
                                                          : 1.02;
                std::vector<double> times;
                for (int round = 0; round < 12; ++round)
                    times.push_back(trial.backend == "serial" ? 1 : (0.7 + 0.6 * round / 11) / ratio);
                sample.times(trial, times);
            }
            for (const int block : {0, 1, 2, 3})
                sample.apply(BlockFinished{block, 0, 12, Seconds(0), Seconds(0.1), Seconds(0.1)});
            const BreakEven found = breakEvens(sample.results).front();
            const bool isWide = found.interval && found.interval->high > WideBreakEven * found.interval->low;
            return isWide && found.neighbours.high == above ? refinement(plan, sample.results, Seconds(5))
                                                            : Refinement{};
        };
        QVERIFY(!finer(1090));
        const auto between = finer(1210);
        QVERIFY(between && between->trials.size() == 2);
        QCOMPARE(between->trials.front().size, ItemCount(1100));
    }

    void theBudgetIsTheLaw() {
        Plan plan = planOf({2, 20'000}, stoppingOf(0.02, 10, 100, 60, 3));
        Outcome fine = carriedOut(false, plan);
        QVERIFY(refinement(plan, fine.runner.results, Seconds(10)));
        QVERIFY(!refinement(plan, fine.runner.results, Seconds(59.9)));  // ten rounds of 40 ms would not fit the half
        QVERIFY(!refinement(plan, fine.runner.results, Seconds(60)));
        QVERIFY(!refinement(plan, Results(), Seconds(1)));
    }

    void seriesThatGainNothingAreNotMeasured() {
        Plan plan = planOf({2, 20'000}, stoppingOf(0.02, 10, 100, 60, 1), {"tbb", "threads"});
        SimulatedRunner runner;
        runner.crashing = {5};  // threads at the larger size
        runner.run(plan, true);
        QVERIFY(plan.blocks.size() > 2);
        for (const int trial : plan.blocks.back().trials)
            QVERIFY(plan.trials[static_cast<std::size_t>(trial)].backend != "threads");
    }

    void anotherPlanFollows() {
        const Outcome fine = carriedOut(true);
        Plan other = planOf({2, 20'000}, stoppingOf(0.02, 10, 100, 60, 3));
        adoptRefinements(other, fine.runner.results);
        QCOMPARE(other.trials, fine.plan.trials);
        QCOMPARE(other.blocks, fine.plan.blocks);
        adoptRefinements(other, fine.runner.results);
        QCOMPARE(other.blocks.size(), fine.plan.blocks.size());
        Plan empty;
        adoptRefinements(empty, fine.runner.results);
        QCOMPARE(empty.blocks, fine.plan.blocks);
    }
};

QTEST_GUILESS_MAIN(TestRefinement)
#include "tst_refinement.moc"
