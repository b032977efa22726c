#include "core/analysis/next_block.h"
#include "core/analysis/precision_forecast.h"
#include "tests/support/sample_results.h"
#include "tests/support/simulated_runner.h"

#include <QTest>

#include <cmath>

using namespace breakeven;

namespace {

/// Both trials of a plan of one size, each with that many samples between 0.9 and 1.1 s.
SampleResults measured(const Plan& plan, int samples) {
    SampleResults sample;
    for (const Trial& trial : plan.trials) {
        sample.apply(TrialStarted{0, trial});
        std::vector<double> times;
        for (int i = 0; i < samples; ++i)
            times.push_back(0.9 + 0.2 * i / (samples - 1));
        sample.times(trial, times);
    }
    sample.apply(BlockFinished{0, 0, samples, Seconds(0), Seconds(2.0 * samples), Seconds(2.0 * samples)});
    return sample;
}

double half(const Plan& plan, const SampleResults& sample) {
    return Survey(plan, sample.results).precision(plan.trials.front().id);
}

}  // namespace

class TestPrecisionForecast : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void narrowsWithTheRootOfTheRoundsThatFit() {
        const Plan plan = planOf({1000}, stoppingOf(0.001, 10, 1000, 600, 1));
        const SampleResults sample = measured(plan, 20);
        const Survey survey(plan, sample.results);
        const double now = half(plan, sample);
        const auto after = [&](double seconds) {
            return expectedPrecision(plan, sample.results, survey, Seconds(seconds)).value_or(0);
        };
        QVERIFY(std::fabs(after(0) - now) < 1e-12);
        QVERIFY(std::fabs(after(2 * 60) - now / 2) < 1e-3 * now);  // 60 rounds more, 80 in all
    }

    void whatIsPreciseStaysAsItIs() {
        const Plan plan = planOf({1000}, stoppingOf(0.5, 10, 1000, 600, 1));
        const SampleResults sample = measured(plan, 20);
        const Survey survey(plan, sample.results);
        QCOMPARE(expectedPrecision(plan, sample.results, survey, Seconds(100)).value_or(0), half(plan, sample));
    }

    void nothingIsSaidTooEarly() {
        const Plan plan = planOf({1000}, stoppingOf(0.01, 10, 1000, 600, 1));
        const SampleResults thin = measured(plan, 5);
        QVERIFY(!expectedPrecision(plan, thin.results, Survey(plan, thin.results), Seconds(100)));
        QVERIFY(!expectedPrecision(plan, Results(), Survey(plan, Results()), Seconds(100)));
    }

    void theProgressTellsIt() {
        const Plan plan = planOf({1000}, stoppingOf(0.001, 10, 1000, 600, 1));
        const SampleResults sample = measured(plan, 20);
        const Progress progress = progressOf(plan, sample.results, Seconds(40));
        QVERIFY(progress.expectedPrecision && *progress.expectedPrecision < half(plan, sample) / 2);
        SampleResults over = measured(plan, 20);
        over.finish();
        QVERIFY(!progressOf(plan, over.results, Seconds(40)).expectedPrecision);
    }
};

QTEST_GUILESS_MAIN(TestPrecisionForecast)
#include "tst_precision_forecast.moc"
