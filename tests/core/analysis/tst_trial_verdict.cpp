#include "core/analysis/trial_verdict.h"
#include "core/stats/quantiles.h"
#include "tests/support/sample_results.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <random>

using namespace breakeven;

namespace {

/// Serial takes about 1 second, the other about 1 / speedup, each round with noise of its own.
class Measured {
public:
    explicit Measured(std::uint64_t seed = 20261121) : m_generator(seed) {}

    SampleResults sample;

    Trial pair(Ratio speedup, double noise, int rounds, ItemCount size, int launches = 1) {
        const Trial serial = sample.trial("serial", size);
        const Trial tbb = sample.trial("tbb", size);
        std::normal_distribution<double> normal;
        for (int launch = 0; launch < launches; ++launch) {
            std::vector<double> base;
            std::vector<double> other;
            for (int round = 0; round < rounds; ++round) {
                base.push_back(std::exp(noise * normal(m_generator)));
                other.push_back(std::exp(noise * normal(m_generator)) / speedup);
            }
            sample.times(serial, base, launch);
            sample.times(tbb, other, launch);
        }
        return tbb;
    }

private:
    std::mt19937_64 m_generator;
};

/// A sample whose ratios are the quantiles of a lognormal law, in an order in which neighbours differ.
SampleResults evenlySpread(Ratio speedup, double noise, int rounds) {
    std::vector<double> times;
    for (int i = 0; i < rounds; ++i) {
        const int rank = i % 2 == 0 ? i / 2 : rounds - 1 - i / 2;
        times.push_back(std::exp(noise * normalQuantile((rank + 0.5) / rounds)) / speedup);
    }
    SampleResults sample;
    sample.measured("serial", 100, std::vector<double>(times.size(), 1.0));
    sample.measured("tbb", 100, times);
    return sample;
}

TrialVerdict only(const SampleResults& sample, double gate = PracticalGate) {
    const auto all = trialVerdicts(sample.results, gate);
    return all.size() == 1 ? all.front() : TrialVerdict{};
}

}  // namespace

class TestTrialVerdict : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void clearDifferencesAreTold() {
        Measured measured;
        const Trial fast = measured.pair(1.5, 0.02, 20, 100);
        const Trial slow = measured.pair(0.7, 0.02, 20, 200);
        const auto all = trialVerdicts(measured.sample.results);
        QCOMPARE(all.size(), std::size_t(2));
        QCOMPARE(all[0].trial, fast.id);
        QVERIFY(all[0].kind == TrialVerdict::Kind::Faster);
        QVERIFY(all[0].isBeyondGate);
        QVERIFY(all[0].adjusted < 0.001);
        QCOMPARE(all[0].rounds, std::size_t(20));
        QCOMPARE(all[0].launches, std::size_t(1));
        QVERIFY(all[0].reason.empty() && !all[0].missing);
        QCOMPARE(all[1].trial, slow.id);
        QVERIFY(all[1].kind == TrialVerdict::Kind::Slower);
    }

    void whatLiesWithinTheGateIsTheSameEvenIfItIsNotOne() {
        Measured measured;
        measured.pair(1.004, 0.001, 20, 100);
        const TrialVerdict verdict = only(measured.sample);
        QVERIFY(verdict.interval->low > 1);
        QVERIFY(verdict.kind == TrialVerdict::Kind::Same);
        QVERIFY(!verdict.isBeyondGate);
        QVERIFY(only(measured.sample, 0.0001).kind == TrialVerdict::Kind::Faster);
    }

    void noiseBeyondTheGateIsNotResolved() {
        Measured measured;
        measured.pair(1.0, 0.05, 20, 100);
        const TrialVerdict verdict = only(measured.sample);
        QVERIFY(verdict.kind == TrialVerdict::Kind::NotResolved);
        QVERIFY(verdict.missing);
        QCOMPARE(verdict.reason,
                 "may be 1×, about " + std::to_string(20 + verdict.missing->rounds) + " rounds would tell");
        QVERIFY(verdict.missing->kind == TrialVerdict::Kind::Same);
        QVERIFY(verdict.missing->rounds > 100);
        // A round is one sample of each, about a second long.
        const double perRound = verdict.missing->time.count() / static_cast<double>(verdict.missing->rounds);
        QVERIFY(std::fabs(perRound - 2) < 0.1);
        QVERIFY(!verdict.missing->needsLaunches);
    }

    void theRoundsThatAreMissingSettleIt() {
        const SampleResults few = evenlySpread(1.05, 0.14, 20);
        const TrialVerdict open = only(few);
        QVERIFY(open.kind == TrialVerdict::Kind::NotResolved);
        QVERIFY(open.missing);
        QVERIFY(open.missing->kind == TrialVerdict::Kind::Faster);
        const double missing = static_cast<double>(open.missing->rounds);
        QVERIFY(missing > 10 && missing < 100);
        QVERIFY(only(evenlySpread(1.05, 0.14, 20 + static_cast<int>(0.6 * missing))).kind ==
                TrialVerdict::Kind::NotResolved);
        QVERIFY(only(evenlySpread(1.05, 0.14, 20 + static_cast<int>(1.4 * missing))).kind ==
                TrialVerdict::Kind::Faster);
    }

    void hopelessNoiseNamesNoNumber() {
        Measured measured;
        measured.pair(1.0, 0.5, 20, 100);
        const TrialVerdict verdict = only(measured.sample);
        QVERIFY(verdict.kind == TrialVerdict::Kind::NotResolved);
        QVERIFY(!verdict.missing);
        QCOMPARE(verdict.reason, std::string("may be 1×, too noisy to tell"));
    }

    void fewRoundsSayHowManyAreMissing() {
        Measured measured;
        measured.pair(2, 0.01, 4, 100);
        const TrialVerdict verdict = only(measured.sample);
        QVERIFY(verdict.kind == TrialVerdict::Kind::NotResolved);
        QVERIFY(!verdict.interval);
        QCOMPARE(verdict.missing->rounds, std::size_t(2));
        QVERIFY(verdict.missing->kind == TrialVerdict::Kind::Faster);
        QCOMPARE(verdict.reason, std::string("4 rounds, 6 are the least"));
    }

    void sixClearRoundsAreEnoughAmongMany() {
        // The staircase of waits: 2.97x, a percent to either side, in each of 42 trials.
        SampleResults among;
        for (ItemCount size = 1; size <= 42; ++size) {
            among.measured("serial", size, {2.96, 2.97, 2.98, 2.965, 2.975, 2.97});
            among.measured("threads", size, std::vector<double>(6, 1.0));
        }
        const std::vector<TrialVerdict> verdicts = trialVerdicts(among.results);
        QCOMPARE(verdicts.size(), std::size_t(42));
        for (const TrialVerdict& verdict : verdicts) {
            QVERIFY2(verdict.kind == TrialVerdict::Kind::Faster, verdict.reason.c_str());
            QVERIFY(verdict.adjusted < 0.01);
            QVERIFY(verdict.reason.empty());
        }
    }

    /// Other programs took the CPU of serial alone: what is short enough slips in between.
    void aBaseThatWaitedMakesNothingFaster() {
        SampleResults sample;
        sample.delayedTimes(sample.trial("serial", 100), {1.7, 1.75, 1.8, 1.72, 1.78, 1.76, 1.74, 1.77}, 0.43);
        sample.measured("tbb", 100, std::vector<double>(8, 1.0));
        const TrialVerdict verdict = only(sample);
        QVERIFY(verdict.kind == TrialVerdict::Kind::NotResolved);
        QCOMPARE(verdict.reason, std::string("may be 1×, the base waited 43\u202f% of its time for a CPU"));
        QVERIFY(!verdict.missing);

        SampleResults clear;
        clear.delayedTimes(clear.trial("serial", 100), {2.7, 2.75, 2.8, 2.72, 2.78, 2.76, 2.74, 2.77}, 0.43);
        clear.measured("tbb", 100, std::vector<double>(8, 1.0));
        QVERIFY(only(clear).kind == TrialVerdict::Kind::Faster);
    }

    void oneAmongManyHasToBeClearer() {
        // 1.10x (1.04-1.16): enough alone, not among nineteen that show nothing.
        const std::vector<double> base{1.04, 1.16, 1.06, 1.14, 1.08, 1.12, 1.09, 1.11};
        SampleResults alone;
        alone.measured("serial", 100, base);
        alone.measured("tbb", 100, std::vector<double>(8, 1.0));
        QVERIFY(only(alone).kind == TrialVerdict::Kind::Faster);
        const std::vector<double> ones(8, 1.0);
        SampleResults among;
        among.measured("serial", 100, base);
        among.measured("tbb", 100, ones);
        for (ItemCount size = 101; size < 120; ++size) {
            among.measured("serial", size, {0.9, 1.1, 0.93, 1.07, 0.95, 1.06, 0.98, 1.02});
            among.measured("tbb", size, ones);
        }
        const auto all = trialVerdicts(among.results);
        QCOMPARE(all.size(), std::size_t(20));
        const TrialVerdict& verdict = all.front();
        QVERIFY(verdict.kind == TrialVerdict::Kind::NotResolved);
        QVERIFY(std::fabs(verdict.adjusted - std::min(1.0, 20 * verdict.pValue)) < 1e-9);
        QVERIFY(verdict.missing);
        QCOMPARE(verdict.reason, "8 rounds are too few for 20 trials, about " +
                                     std::to_string(8 + verdict.missing->rounds) + " would do");
    }

    void whatNoTrialMeasuredIsJudgedAsOneMore() {
        Measured none;
        QVERIFY(verdictBeside(none.sample.results, 1.1, {1.02, 1.2}, 10).kind == TrialVerdict::Kind::Faster);
        QVERIFY(verdictBeside(none.sample.results, 0.9, {0.82, 0.98}, 10).kind == TrialVerdict::Kind::Slower);
        QVERIFY(verdictBeside(none.sample.results, 1, {0.995, 1.005}, 10).kind == TrialVerdict::Kind::Same);
        const TrialVerdict open = verdictBeside(none.sample.results, 1.1, {0.9, 1.3}, 10);
        QVERIFY(open.kind == TrialVerdict::Kind::NotResolved);
        QCOMPARE(open.reason, std::string("may be 1×"));

        Measured many;
        for (ItemCount size = 101; size < 120; ++size)
            many.pair(1, 0.1, 8, size);
        const TrialVerdict among = verdictBeside(many.sample.results, 1.1, {1.02, 1.2}, 10);
        QVERIFY(among.kind == TrialVerdict::Kind::NotResolved);
        QCOMPARE(among.reason, std::string("its interval is too wide for 19 trials"));
        QVERIFY(verdictBeside(many.sample.results, 1.1, {1.07, 1.13}, 10).kind == TrialVerdict::Kind::Faster);
    }

    void whatElseIsClearHidesNothing() {
        // The same, beside nineteen clear ones.
        SampleResults among;
        for (ItemCount size = 100; size < 120; ++size) {
            among.measured("serial", size, {1.04, 1.16, 1.06, 1.14, 1.08, 1.12, 1.09, 1.11});
            among.measured("tbb", size, std::vector<double>(8, size == 100 ? 1.0 : 0.2));
        }
        for (const TrialVerdict& verdict : trialVerdicts(among.results))
            QVERIFY2(verdict.kind == TrialVerdict::Kind::Faster, verdict.reason.c_str());
    }

    void launchesAreAskedForWhereTheyDiffer() {
        SampleResults among;
        for (ItemCount size = 100; size < 120; ++size) {
            const Trial serial = among.trial("serial", size);
            const Trial tbb = among.trial("tbb", size);
            const double clear = size == 100 ? 0.12 : 0;
            for (int launch = 0; launch < 4; ++launch) {
                among.times(serial, {1.01, 0.99, 1.02, 0.98, 1.01, 0.99}, launch);
                among.times(tbb, std::vector<double>(6, 0.96 - clear + 0.03 * launch), launch);
            }
        }
        const TrialVerdict verdict = trialVerdicts(among.results).front();
        QVERIFY(verdict.kind == TrialVerdict::Kind::NotResolved && verdict.interval->low > 1);
        QVERIFY(verdict.missing && verdict.missing->needsLaunches);
        QCOMPARE(verdict.reason, "4 launches are too few for 20 trials, about " +
                                     std::to_string(4 + verdict.missing->rounds) + " would do");
    }

    void theIntervalAndTheTestNeverDisagree() {
        for (std::uint64_t seed = 1; seed <= 300; ++seed) {
            Measured measured(seed);
            measured.pair(1.03, 0.04, 6 + static_cast<int>(seed % 10), 100);
            const TrialVerdict verdict = only(measured.sample);
            const bool leavesOneOut = verdict.interval->low > 1 || verdict.interval->high < 1;
            QCOMPARE(leavesOneOut,
                     verdict.kind == TrialVerdict::Kind::Faster || verdict.kind == TrialVerdict::Kind::Slower);
        }
    }

    void equalTrialsAreSeldomCalledDifferent() {
        // 100 families of 10 trials against themselves: at most 5 % of families may hold a wrong verdict.
        int wrong = 0;
        for (std::uint64_t family = 1; family <= 100; ++family) {
            Measured measured(family);
            for (ItemCount size = 1; size <= 10; ++size)
                measured.pair(1, 0.05, 12, size, 3);
            wrong += std::ranges::any_of(trialVerdicts(measured.sample.results), [](const TrialVerdict& verdict) {
                return verdict.kind == TrialVerdict::Kind::Faster || verdict.kind == TrialVerdict::Kind::Slower;
            });
        }
        QVERIFY2(wrong <= 13, qPrintable(QString::number(wrong)));  // 5 and four standard errors
    }

    void launchesThatDifferNeedMoreLaunches() {
        SampleResults sample;
        const Trial serial = sample.trial("serial", 100);
        const Trial tbb = sample.trial("tbb", 100);
        for (int launch = 0; launch < 3; ++launch) {
            sample.times(serial, {1.01, 0.99, 1.02, 0.98, 1.01, 0.99, 1.02, 0.98}, launch);
            sample.times(tbb, std::vector<double>(8, 0.5 + 0.15 * launch), launch);
        }
        const TrialVerdict verdict = only(sample);
        QCOMPARE(verdict.launches, std::size_t(3));
        QVERIFY(verdict.interval->low < 1);  // though every round was faster
        QVERIFY(verdict.kind == TrialVerdict::Kind::NotResolved);
        QVERIFY(verdict.missing);
        QVERIFY(verdict.missing->kind == TrialVerdict::Kind::Faster);
        QVERIFY(verdict.missing->needsLaunches);
    }

    void mediansThatAFileKeptAreJudgedByTheirIntervals() {
        SampleResults sample;
        sample.imported("serial", 100, 7.9, 8, 8.1);
        sample.imported("tbb", 100, 3.9, 4, 4.1);
        const TrialVerdict verdict = only(sample);
        QVERIFY(verdict.kind == TrialVerdict::Kind::Faster);
        QCOMPARE(verdict.rounds, std::size_t(0));
        QVERIFY(verdict.adjusted < 0.001);
    }

    void whatCannotBeComparedIsNotJudged() {
        SampleResults sample;
        sample.measured("tbb", 100, {1, 1, 1, 1, 1, 1});
        QVERIFY(trialVerdicts(sample.results).empty());
        QVERIFY(verdictFindings(sample.results).empty());
        Measured failed;
        failed.sample.fail(failed.pair(2, 0.01, 10, 100), TrialStatus::WrongResult);
        QVERIFY(trialVerdicts(failed.sample.results).empty());
    }

    void findingsCountTheVerdicts() {
        Measured measured;
        measured.pair(1.5, 0.01, 20, 100);
        measured.pair(0.5, 0.01, 20, 200);
        measured.pair(1.0, 0.001, 20, 300);
        measured.pair(1.0, 0.05, 20, 400);
        const auto findings = verdictFindings(measured.sample.results);
        QCOMPARE(findings.size(), std::size_t(1));
        const Finding& finding = findings.front();
        QCOMPARE(finding.id, std::string("trial-verdicts"));
        QVERIFY2(finding.text.starts_with("Judged together against their bases, of 4 trials 1 faster, 1 slower, 1 the "
                                          "same within 1\u202f%, 1 not resolved; the nearest of these needs about "),
                 finding.text.c_str());
        QCOMPARE(finding.numbers.at("not_resolved"), 1.0);
        QVERIFY(finding.numbers.at("seconds") > 0);
    }
};

QTEST_GUILESS_MAIN(TestTrialVerdict)
#include "tst_trial_verdict.moc"
