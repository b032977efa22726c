#include "core/analysis/at_size.h"
#include "tests/support/sample_results.h"

#include <QTest>

#include <cmath>
#include <numeric>
#include <utility>

using namespace breakeven;

namespace {

/// Seven rounds in no order, the middle one of which takes so many seconds, others by so much as a share more or less.
std::vector<double> roundsAbout(double seconds, double noise) {
    std::vector<double> times;
    for (const double share : {0.3, -1.0, 0.6, -0.3, 1.0, -0.6, 0.0})
        times.push_back(std::exp(noise * share) * seconds);
    return times;
}

/// Serial takes 1 s, parallel what makes the ratio in the middle round, a tenth more or less in others.
SampleResults withRatios(const std::vector<std::pair<ItemCount, double>>& ratios, double noise = 0.1) {
    SampleResults sample;
    for (const auto& [size, ratio] : ratios) {
        sample.measured("serial", size, std::vector<double>(7, 1));
        sample.measured("tbb", size, roundsAbout(1 / ratio, noise));
    }
    return sample;
}

/// Among so many, one has to be clearer.
void addUnclearTrials(SampleResults& sample) {
    sample.measured("serial", 77, std::vector<double>(7, 1));
    for (WorkerCount workers = 3; workers < 60; ++workers)
        sample.measured("threads", 77, roundsAbout(1, 0.5), workers);
}

/// Parallel saves half of the work and loses 20 µs: it pays from 40 000 items of a nanosecond.
SampleResults withOverhead() {
    SampleResults sample;
    for (const ItemCount size : {1000, 10'000, 100'000, 1'000'000}) {
        const double work = 1e-9 * static_cast<double>(size);
        sample.measured("serial", size, std::vector<double>(7, work));
        sample.measured("tbb", size, roundsAbout(20e-6 + work / 2, 0.02));
    }
    return sample;
}

}  // namespace

class TestAtSize : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void atASizeBetweenTheMeasured() {
        const SampleResults sample = withRatios({{10, 1}, {1000, 4}});
        const auto between = atSize(sample.results, 100);
        QCOMPARE(between.size(), std::size_t(1));
        QVERIFY(std::fabs(between[0].speedup - 2) < 1e-9);
        QVERIFY(between[0].interval && between[0].interval->low < 2 && between[0].interval->high > 2);
        QVERIFY(!between[0].outside);
        const auto exact = atSize(sample.results, 1000);
        QVERIFY(std::fabs(exact[0].speedup - 4) < 1e-9 && !exact[0].outside);
    }

    void beyondTheMeasuredTheNearestStandsIn() {
        const SampleResults sample = withRatios({{10, 1}, {1000, 4}});
        const auto above = atSize(sample.results, 1'000'000);
        QVERIFY(above[0].outside);
        QVERIFY(std::fabs(above[0].speedup - 4) < 1e-9);
        const auto below = atSize(sample.results, 1);
        QVERIFY(below[0].outside);
        QVERIFY(std::fabs(below[0].speedup - 1) < 1e-9);
    }

    void theWholeIntervalDecides() {
        const SampleResults sample = withRatios({{10, 0.5}, {1000, 2}});
        const auto verdictAt = [&](ItemCount size) { return kindWord(atSize(sample.results, size)[0].verdict); };
        QCOMPARE(verdictAt(20), std::string_view("slower"));
        QCOMPARE(verdictAt(800), std::string_view("faster"));
        QCOMPARE(verdictAt(100), std::string_view("not-resolved"));
        QCOMPARE(verdictAt(10'000), std::string_view("not-resolved"));  // nobody has looked there
    }

    void aMeasuredSizeIsJudgedAsInTheTable() {
        const SampleResults sample = withRatios({{10, 0.5}, {1000, 2}});
        const std::vector<TrialVerdict> verdicts = trialVerdicts(sample.results);
        QCOMPARE(verdicts.size(), std::size_t(2));
        for (const TrialVerdict& verdict : verdicts)
            QCOMPARE(atSize(sample.results, sample.results.find(verdict.trial)->trial.size)[0].verdict, verdict.kind);
    }

    void theIntervalKnowsThatNothingIsMeasuredBetween() {
        const SampleResults sample = withOverhead();
        for (const ItemCount size : {3000, 20'000, 45'000, 50'000, 60'000, 300'000}) {
            const double work = 1e-9 * static_cast<double>(size);
            const double truth = work / (20e-6 + work / 2);
            const AtSize answer = atSize(sample.results, size)[0];
            QVERIFY(answer.interval && answer.interval->low < truth && answer.interval->high > truth);
            QVERIFY(answer.interval->low < answer.speedup && answer.interval->high > answer.speedup);
        }
    }

    void neverContradictsTheBreakEven() {
        const SampleResults sample = withOverhead();
        const BreakEven breakEven = breakEvens(sample.results).front();
        QVERIFY(breakEven.status == BreakEvenStatus::Resolved);
        const auto low = static_cast<ItemCount>(breakEven.interval->low);
        const auto high = static_cast<ItemCount>(breakEven.interval->high);
        QVERIFY(low > 10'000 && high < 100'000 && high - low > 1000);
        const auto kindAt = [&](ItemCount size) { return atSize(sample.results, size)[0].verdict; };
        for (const ItemCount size : {ItemCount{10'001}, low - 1000, low - 1})
            QCOMPARE(kindWord(kindAt(size)), std::string_view("slower"));
        for (const ItemCount size : {low + 2, std::midpoint(low, high), high - 1})
            QCOMPARE(kindWord(kindAt(size)), std::string_view("not-resolved"));
        for (const ItemCount size : {high + 2, high + 1000, ItemCount{99'999}, ItemCount{300'000}})
            QCOMPARE(kindWord(kindAt(size)), std::string_view("faster"));
    }

    void betweenSizesThatAreTheSameItIsTheSame() {
        const SampleResults sample = withRatios({{10, 1}, {1000, 1}}, 0.002);
        QCOMPARE(kindWord(atSize(sample.results, 100)[0].verdict), std::string_view("same"));
        const SampleResults exactly = withRatios({{10, 1}, {1000, 1}}, 0);
        QCOMPARE(kindWord(atSize(exactly.results, 100)[0].verdict), std::string_view("same"));
    }

    void nextToAMeasuredSizeItIsJudgedAsThere() {
        SampleResults sample = withRatios({{1000, 0.97}, {10'000, 1.11}, {100'000, 0.97}});
        addUnclearTrials(sample);
        for (const ItemCount size : {9999, 10'000, 10'001}) {
            const AtSize answer = atSize(sample.results, size)[0];
            QCOMPARE(answer.label.substr(0, 3), std::string("tbb"));
            QVERIFY(answer.interval && answer.interval->low > 1);
            QCOMPARE(kindWord(answer.verdict), std::string_view("not-resolved"));
        }
        QVERIFY(atSize(sample.results, 9999)[0].reason.starts_with("its interval is too wide for "));
    }

    void whatTheWholeCurveSaysStands() {
        SampleResults sample = withRatios({{1000, 1.15}, {10'000, 1.15}});
        addUnclearTrials(sample);
        const AtSize answer = atSize(sample.results, 3000)[0];
        QVERIFY(answer.breakEven && answer.breakEven->status == BreakEvenStatus::AlwaysFaster);
        QCOMPARE(kindWord(answer.verdict), std::string_view("faster"));
        QVERIFY(answer.reason.empty());
    }

    void aBaseThatWaitedMakesNothingFasterBetween() {
        const auto measured = [&](double delayed) {
            SampleResults waited;
            for (const ItemCount size : {10, 1000}) {
                waited.delayedTimes(waited.trial("serial", size), std::vector<double>(7, 1.1), delayed);
                waited.times(waited.trial("tbb", size), roundsAbout(1, 0.02));
            }
            return atSize(waited.results, 100)[0];
        };
        QCOMPARE(kindWord(measured(0).verdict), std::string_view("faster"));
        QCOMPARE(kindWord(measured(0.2).verdict), std::string_view("not-resolved"));
    }

    void withoutAnIntervalNothingIsResolved() {
        SampleResults sample;
        sample.measured("serial", 10, {1, 1});
        sample.measured("tbb", 10, {0.1, 0.1});
        QCOMPARE(atSize(sample.results, 10)[0].verdict, TrialVerdict::Kind::NotResolved);
    }

    void saysFromWhereItPays() {
        const auto both = atSize(withRatios({{10, 0.5}, {1000, 2}}).results, 50);
        QVERIFY(both[0].breakEven && both[0].breakEven->status == BreakEvenStatus::Resolved);
        QVERIFY(std::fabs(*both[0].breakEven->size - 100) < 1e-6);
        QVERIFY(!atSize(withRatios({{10, 0.5}}).results, 50)[0].breakEven);
    }
};

QTEST_GUILESS_MAIN(TestAtSize)
#include "tst_at_size.moc"
