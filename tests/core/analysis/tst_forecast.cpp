#include "core/analysis/forecast.h"
#include "core/analysis/next_block.h"

#include <QTest>

#include <algorithm>

using namespace breakeven;

namespace {

/// Serial and one parallel trial per size, ids ascending; the first block is 0.
Plan planOf(const std::vector<ItemCount>& sizes, const std::string& call) {
    Plan plan;
    plan.spec.stopping.maxTime = Seconds(10);
    for (const ItemCount size : sizes) {
        Block block{.id = static_cast<int>(plan.blocks.size()), .trials = {}};
        for (const std::string backend : {"serial", "async"}) {
            Trial trial;
            trial.id = static_cast<int>(plan.trials.size());
            trial.workload = "square";
            trial.backend = backend;
            trial.call = backend == "serial" ? "" : call;
            trial.size = size;
            block.trials.push_back(trial.id);
            plan.trials.push_back(trial);
        }
        plan.blocks.push_back(block);
    }
    return plan;
}

void measure(Results& results, const Plan& plan, int trial, double seconds) {
    results.apply(TrialStarted{.launch = 0, .trial = plan.trials[static_cast<std::size_t>(trial)]});
    Sample sample;
    sample.trial = trial;
    sample.seconds = Seconds(seconds);
    results.apply(sample);
}

/// Both trials of a block, which took so long per execution.
void visit(Results& results, const Plan& plan, int block, double serial, double parallel) {
    const auto& trials = plan.blocks[static_cast<std::size_t>(block)].trials;
    measure(results, plan, trials[0], serial);
    measure(results, plan, trials[1], parallel);
    results.apply(BlockFinished{.block = block, .launch = 0, .rounds = 1, .elapsed = Seconds(serial + parallel)});
}

std::vector<int> idsOf(const BlockRequest& request) {
    std::vector<int> ids;
    for (const Trial& trial : request.trials)
        ids.push_back(trial.id);
    return ids;
}

}  // namespace

class TestForecast : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void nothingIsKnownOfTheFirstSize() {
        const Plan plan = planOf({10, 100}, "map");
        QVERIFY(!forecastOf(plan.trials[1], plan, Results()));
    }

    void twoSizesMakeALine() {
        const Plan plan = planOf({10, 110, 1010}, "map");
        Results results;
        visit(results, plan, 0, 0, 5);
        visit(results, plan, 1, 0, 7);
        // 2 s per 100 items, from 7 s at 110.
        QCOMPARE(forecastOf(plan.trials[5], plan, results)->count(), 25.0);
    }

    void aFallingLineIsNotFollowed() {
        const Plan plan = planOf({10, 110, 1010}, "map");
        Results results;
        visit(results, plan, 0, 0, 5);
        visit(results, plan, 1, 0, 3);
        QCOMPARE(forecastOf(plan.trials[5], plan, results)->count(), 3.0);
    }

    void twinsAreOneSize() {
        const Plan plan = planOf({10, 110, 110, 1010}, "map");
        Results results;
        visit(results, plan, 0, 0, 5);
        visit(results, plan, 1, 0, 7);
        visit(results, plan, 2, 0, 7.1);
        QCOMPARE(forecastOf(plan.trials[7], plan, results)->count(), 25.0);
    }

    void onlyItemByItemIsOneSizeEnough() {
        for (const auto& [call, isEnough] : {std::pair{"map", false}, {"apply", true}, {"apply-async", true}}) {
            const Plan plan = planOf({10, 1000}, call);
            Results results;
            visit(results, plan, 0, 0, 0.5);
            const auto forecast = forecastOf(plan.trials[3], plan, results);
            QCOMPARE(forecast.has_value(), isEnough);
            if (forecast) QCOMPARE(forecast->count(), 50.0);
        }
    }

    void anotherSeriesSaysNothing() {
        const Plan plan = planOf({10, 1000}, "apply");
        Results results;
        visit(results, plan, 0, 1, 1);
        Trial other = plan.trials[3];
        other.workers = 7;
        QVERIFY(!forecastOf(other, plan, results));
    }

    void whatCannotFitIsLeftOut() {
        const Plan plan = planOf({10, 1000}, "apply");
        Results results;
        visit(results, plan, 0, 1e-6, 0.5);  // 50 s at 1000 items, of 10 s in all
        const auto next = nextBlock(plan, results, Seconds(1));
        QVERIFY(next.request);
        QCOMPARE(next.request->block, 1);
        QCOMPARE(idsOf(*next.request), std::vector<int>{2});
    }

    void whatFitsIsNot() {
        const Plan plan = planOf({10, 1000}, "apply");
        Results results;
        visit(results, plan, 0, 1e-6, 0.05);
        const auto next = nextBlock(plan, results, Seconds(1));
        QVERIFY(next.request);
        QCOMPARE(idsOf(*next.request), (std::vector<int>{2, 3}));
    }

    void whatWasLeftOutDoesNotComeBack() {
        const Plan plan = planOf({10, 1000}, "apply");
        Results results;
        visit(results, plan, 0, 1e-6, 0.5);
        measure(results, plan, 2, 1e-5);
        results.apply(BlockFinished{.block = 1, .launch = 0, .rounds = 1, .elapsed = Seconds(1e-5)});
        Seconds elapsed{1};
        for (int request = 0; request < 50; ++request) {
            const auto next = nextBlock(plan, results, elapsed);
            if (!next.request) break;
            QVERIFY(!std::ranges::count(idsOf(*next.request), 3));
            for (const int trial : idsOf(*next.request))
                measure(results, plan, trial, trial == 1 ? 0.5 : 1e-6);
            results.apply(BlockFinished{.block = next.request->block,
                                        .launch = next.request->launch,
                                        .rounds = next.request->rounds,
                                        .elapsed = Seconds(0.5)});
            elapsed += Seconds(0.5);
        }
    }

    void aBaseThatCannotFitLeavesItsBlockOut() {
        const Plan plan = planOf({10, 110, 100'010}, "map");
        Results results;
        visit(results, plan, 0, 0.01, 0.01);
        visit(results, plan, 1, 0.11, 0.06);  // 100 s for the base of the third
        const auto next = nextBlock(plan, results, Seconds(1));
        QVERIFY(next.request);
        QVERIFY(next.request->block < 2);
    }
};

QTEST_GUILESS_MAIN(TestForecast)
#include "tst_forecast.moc"
