#include "core/analysis/break_even.h"
#include "core/analysis/refinement.h"
#include "core/analysis/self_test.h"

#include <QtTest>

#include <cmath>
#include <random>
#include <set>

using namespace breakeven;

namespace {

Catalog selfTestCatalog() {
    Catalog catalog;
    for (const char* const id : {"square", "sum-of-squares", "mandelbrot"})
        catalog.workloads.emplace_back().id = id;
    for (const char* const id : {"serial", "tbb", "openmp-static", "threads", "processes"}) {
        BackendInfo& backend = catalog.backends.emplace_back();
        backend.id = id;
        backend.usesWorkers = backend.id != "serial";
    }
    catalog.calls = {{"map", "map", ""}};
    catalog.pools = {{"warm", "Warm", ""}};
    return catalog;
}

/// Rounds of a self-test in which the second twin of every `spoiltEvery`th pair takes `factor` as long.
Results measured(const Plan& plan, int rounds, double factor, int spoiltEvery) {
    std::mt19937_64 generator(5);
    std::normal_distribution<double> noise(0, 0.01);
    Results results;
    for (const Trial& trial : plan.trials)
        results.apply(TrialStarted{0, trial});
    for (int round = 0; round < rounds; ++round) {
        for (const Trial& trial : plan.trials) {
            const bool isSpoilt = trial.id % 2 == 1 && (trial.id / 2) % spoiltEvery == 0;
            Sample sample;
            sample.trial = trial.id;
            sample.launch = round % 3;
            sample.round = round / 3;
            sample.seconds = Seconds((isSpoilt ? factor : 1.0) * std::exp(noise(generator)));
            results.apply(sample);
        }
    }
    return results;
}

}  // namespace

class TestSelfTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyTrialStandsTwice() {
        const auto plan = selfTestPlan({.repeats = 3}, selfTestCatalog(), {.usable = 2, .physical = 2});
        QVERIFY2(plan, plan ? "" : plan.error().detail.c_str());
        QCOMPARE(plan->trials.size(), std::size_t{3 * 20 * 2});
        QCOMPARE(plan->blocks.size(), std::size_t{3 * 4});
        std::set<int> ids;
        for (const Block& block : plan->blocks) {
            QVERIFY(isReference(plan->trials[static_cast<std::size_t>(block.trials.front())]));
            for (std::size_t i = 0; i < block.trials.size(); i += 2) {
                Trial first = plan->trials[static_cast<std::size_t>(block.trials[i])];
                const Trial& second = plan->trials[static_cast<std::size_t>(block.trials[i + 1])];
                QCOMPARE(first.id % 2, 0);
                QCOMPARE(second.id, first.id + 1);
                QVERIFY(ids.insert(first.id).second);
                first.id = second.id;
                QVERIFY(first == second);
            }
        }
    }

    void noSizeIsAddedWhereABreakEvenLies() {
        const auto plan = selfTestPlan({.repeats = 1}, selfTestCatalog(), {.usable = 2, .physical = 2});
        Results results;
        results.apply(RunStarted{"run", "2026-01-01T00:00:00Z", "1", plan->spec, {}});
        for (const Trial& trial : plan->trials) {
            results.apply(TrialStarted{0, trial});
            const auto items = static_cast<double>(trial.size);
            const double seconds = isReference(trial) ? 1e-9 * items : 1e-4 + 5e-10 * items;
            for (int round = 0; round < 21; ++round) {
                Sample sample;
                sample.trial = trial.id;
                sample.round = round;
                sample.seconds = Seconds(seconds * (1 + 0.001 * (round % 7)));
                results.apply(sample);
            }
        }
        QVERIFY(std::ranges::any_of(breakEvens(results), [](const BreakEven& found) {
            return found.status == BreakEvenStatus::Resolved && found.neighbours.high > 2 * found.neighbours.low;
        }));
        QVERIFY(!refinement(*plan, results, Seconds(1)));
    }

    void equalsPass() {
        const auto plan = selfTestPlan({.repeats = 5}, selfTestCatalog(), {.usable = 2, .physical = 2});
        const auto test = selfTestOf(measured(*plan, 21, 1, 1));
        QVERIFY(test);
        QCOMPARE(test->comparisons, std::size_t{100});
        QVERIFY2(test->passes(), std::to_string(test->different).c_str());
        QVERIFY(test->resolution > 0.001 && test->resolution < 0.02);
        QVERIFY(test->worst >= test->resolution);
    }

    void aBiasIsFound() {
        const auto plan = selfTestPlan({.repeats = 5}, selfTestCatalog(), {.usable = 2, .physical = 2});
        const auto test = selfTestOf(measured(*plan, 21, 1.05, 4));
        QVERIFY(test && !test->passes());
        QVERIFY(test->different >= 25);
        QVERIFY(test->beyondGate >= 20 && test->beyondGate <= test->different);
    }

    void withoutIntervalsThereIsNoOutcome() {
        const auto plan = selfTestPlan({.repeats = 1}, selfTestCatalog(), {.usable = 2, .physical = 2});
        QVERIFY(!selfTestOf(measured(*plan, 3, 1, 1)));
        QVERIFY(!selfTestOf(Results()));
    }

    void withoutMostOfItsComparisonsItSaysNothing() {
        QVERIFY((SelfTest{.comparisons = 11, .missing = 9, .allowed = 2}.passes()));
        QVERIFY(!(SelfTest{.comparisons = 5, .missing = 15, .allowed = 1}.passes()));
        const auto plan = selfTestPlan({.repeats = 1}, selfTestCatalog(), {.usable = 2, .physical = 2});
        Results results = measured(*plan, 21, 1, 1);
        results.apply(TrialFailed{7, 0, TrialStatus::Crashed, ""});
        QCOMPARE(selfTestOf(results)->comparisons, std::size_t{19});
        QCOMPARE(selfTestOf(results)->missing, std::size_t{1});
    }

    void chanceIsBinomial() {
        QCOMPARE(binomialQuantile(400, 0.05, 0.975), std::size_t{29});
        QCOMPARE(binomialQuantile(200, 0.05, 0.975), std::size_t{16});
        QCOMPARE(binomialQuantile(1000, 0.05, 0.975), std::size_t{64});
        QCOMPARE(binomialQuantile(1, 0.5, 0.4), std::size_t{0});
    }
};

QTEST_APPLESS_MAIN(TestSelfTest)
#include "tst_self_test.moc"
