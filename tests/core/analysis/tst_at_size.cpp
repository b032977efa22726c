#include "core/analysis/at_size.h"
#include "tests/support/sample_results.h"

#include <QTest>

#include <cmath>
#include <utility>

using namespace breakeven;

namespace {

/// Serial takes 1 s, parallel what makes the ratio in the middle one of seven rounds, a tenth more or less in others.
SampleResults withRatios(const std::vector<std::pair<ItemCount, double>>& ratios) {
    SampleResults sample;
    for (const auto& [size, ratio] : ratios) {
        sample.measured("serial", size, std::vector<double>(7, 1));
        std::vector<double> times;
        for (const double share : {-1.0, -0.6, -0.3, 0.0, 0.3, 0.6, 1.0})
            times.push_back(std::exp(0.1 * share) / ratio);
        sample.measured("tbb", size, times);
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
