// What pitfalls say of runs with few launches, of other programs' files, and of runs without a sample.
#include "core/analysis/pitfalls.h"
#include "tests/support/sample_results.h"

#include <QtTest>

#include <algorithm>
#include <string_view>
#include <vector>

using namespace breakeven;

class TestPitfallLaunches : public QObject {
    Q_OBJECT

    static Pitfall found(const SampleResults& sample, std::string_view id) {
        const std::vector<Pitfall> all = pitfalls(sample.results);
        return *std::ranges::find(all, id, &Pitfall::id);
    }

private Q_SLOTS:
    void layoutIsLuckWhereverLaunchesAreFew() {
        SampleResults sample;
        sample.run().environment.facts = {{"memory.nodes", "", "1"}};
        sample.updateRun();
        const Trial serial = sample.trial("serial", 70);
        const Trial tbb = sample.trial("tbb", 70);
        for (const int launch : {0, 1, 2})
            for (const Trial& trial : {serial, tbb})
                sample.times(trial, steadyTimes(1), launch);
        QCOMPARE(found(sample, "layout").state, PitfallState::Prevented);
        const Trial late = sample.trial("tbb", 90);
        for (const int launch : {1, 2})
            sample.times(late, steadyTimes(1), launch);
        const Pitfall pitfall = found(sample, "layout");
        QCOMPARE(pitfall.state, PitfallState::Seen);
        QVERIFY2(pitfall.text.starts_with("Samples are from fewer than 3 launches at 1 of 3 "), pitfall.text.c_str());
        QCOMPARE(pitfall.trials, std::vector<int>{late.id});
    }

    void filesOfOthersDoNotTellLaunchesApart() {
        SampleResults sample;
        sample.measured("tbb", 50, steadyTimes(1));
        QVERIFY(sample.results.run().environment.facts.empty());
        QCOMPARE(found(sample, "layout").state, PitfallState::NotObservable);
    }

    void withoutASampleTheClockCostsNothingThatIsKnown() {
        SampleResults sample;
        LaunchReference reference;
        reference.clockCost = Seconds(2e-8);
        sample.apply(reference);
        sample.fail(sample.trial("tbb", 50), TrialStatus::Failed, "no");
        QCOMPARE(found(sample, "clock").state, PitfallState::NotObservable);
    }
};

QTEST_APPLESS_MAIN(TestPitfallLaunches)
#include "tst_pitfall_launches.moc"
