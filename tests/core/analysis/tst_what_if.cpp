#include "core/analysis/break_even.h"
#include "core/analysis/what_if.h"
#include "tests/core/analysis/overhead_samples.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <limits>
#include <string>
#include <vector>

using namespace breakeven;

namespace {

const std::vector<ItemCount> Sizes = {300, 1000, 3000, 10'000, 100'000};

SampleResults measured(const KnownParts& known, bool hasProfiles = true) {
    SampleResults sample(2);
    for (const ItemCount size : Sizes) {
        const Trial trial = known.add(sample, "tbb", size);
        if (hasProfiles) known.profile(sample, trial);
    }
    known.references(sample, "tbb");
    return sample;
}

WhatIfCurve moved(const SampleResults& sample, const WhatIf& question) {
    const auto curves = whatIf(sample.results, question);
    return curves.size() == 1 ? curves.front() : WhatIfCurve{};
}

bool isAbout(double value, double expected, double within = 1e-9) {
    return std::abs(value - expected) <= within * std::abs(expected);
}

}  // namespace

class TestWhatIf : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void nothingAskedChangesNothing() {
        const WhatIfCurve curve = moved(measured({}), {});
        QCOMPARE(curve.points.size(), Sizes.size());
        for (const WhatIfPoint& point : curve.points) {
            QCOMPARE(point.time.count(), point.measured.count());
            QVERIFY(isAbout(point.after.value, point.before.value));
            QVERIFY(point.after.interval.has_value());
        }
        QCOMPARE(*curve.after.size, *curve.before.size);
        QVERIFY(!curve.isExtrapolated);
    }

    void halfTheDispatchCostMovesTheBreakEven() {
        KnownParts known;
        const WhatIfCurve curve = moved(measured(known), {.dispatchFactor = 0.5});
        const double handOver = known.wake + 98 * known.perChunk;
        for (std::size_t i = 0; i < Sizes.size(); ++i) {
            QVERIFY(isAbout(curve.points[i].time.count(), known.work(Sizes[i]) + handOver / 2));
            QVERIFY(curve.points[i].after.interval->low < curve.points[i].after.value);
        }
        // True break-evens at handOver · 2 / perItem; interpolated between sizes a factor 3 apart.
        QVERIFY(isAbout(*curve.before.size, handOver * 2 / known.perItem, 0.15));
        QVERIFY(isAbout(*curve.after.size, handOver / known.perItem, 0.15));
        QVERIFY(curve.after.interval->low < *curve.after.size && *curve.after.size < curve.after.interval->high);
    }

    void theBreakEvenIsTheOneThatIsTold() {
        const SampleResults sample = measured({});
        const auto known = breakEvens(sample.results);
        QCOMPARE(known.size(), std::size_t(1));
        QCOMPARE(known[0].status, BreakEvenStatus::Resolved);
        const WhatIfCurve same = moved(sample, {});
        QCOMPARE(*same.before.size, *known[0].size);
        QCOMPARE(same.before.interval->low, known[0].interval->low);
        QCOMPARE(same.before.interval->high, known[0].interval->high);
        // The question moves it by as much as it moves the crossing of the points.
        const WhatIfCurve half = moved(sample, {.dispatchFactor = 0.5});
        const auto crossing = [&](Speedup WhatIfPoint::*which) {
            std::size_t i = half.points.size() - 1;
            while ((half.points[i - 1].*which).value > 1)
                --i;
            const double right = std::log((half.points[i].*which).value);
            const double left = std::log((half.points[i - 1].*which).value);
            const double from = std::log(static_cast<double>(half.points[i - 1].size));
            return std::exp(from + (std::log(static_cast<double>(half.points[i].size)) - from) * left / (left - right));
        };
        const double move = crossing(&WhatIfPoint::after) / crossing(&WhatIfPoint::before);
        QVERIFY(isAbout(*half.after.size, *known[0].size * move));
    }

    void noStartTakesTheStartAway() {
        KnownParts known;
        known.pool = "cold";
        const WhatIfCurve curve = moved(measured(known), {.noStart = true});
        QVERIFY(!curve.points.empty());
        for (const WhatIfPoint& point : curve.points)
            QVERIFY(isAbout(point.time.count(), known.parallel(point.size) - known.startup));
    }

    void perfectBalanceSharesTheWaiting() {
        KnownParts known;
        known.imbalance = 0.4;
        const WhatIfCurve curve = moved(measured(known), {.perfectBalance = true});
        QVERIFY(!curve.points.empty());
        for (const WhatIfPoint& point : curve.points) {
            const double whole = known.parallel(point.size);
            // The mean of 1 and 0.6 instead of 1, but no faster than perfectly divided work.
            QVERIFY(isAbout(point.time.count(), std::max(0.8 * whole, known.work(point.size))));
        }
    }

    void moreWorkersAreFencedOff() {
        KnownParts known;
        const WhatIfCurve curve = moved(measured(known), {.extraWorkers = 2});
        QVERIFY(curve.isExtrapolated);
        for (const WhatIfPoint& point : curve.points) {
            // Half of the work is left, and twice as many are woken.
            const double expected = known.parallel(point.size) - known.work(point.size) / 2 + known.wake;
            QVERIFY(isAbout(point.time.count(), expected));
        }
    }

    void anotherChunkCostsItsChunksAndItsRest() {
        KnownParts known;
        const SampleResults sample = measured(known);
        const WhatIfCurve one = moved(sample, {.chunk = 1});
        QVERIFY(isAbout(one.points[2].time.count(), known.parallel(3000) + (3000.0 - 100) * known.perChunk));
        // One chunk for two workers: all the work is one worker's.
        const WhatIfCurve whole = moved(sample, {.chunk = 100'000});
        QVERIFY(isAbout(whole.points[2].time.count(), known.parallel(3000) - 98 * known.perChunk + known.work(3000)));
    }

    /// A known run, whose references claim these parts.
    static SampleResults claimed(const KnownParts& known, const KnownParts& claims) {
        SampleResults sample(2);
        for (const ItemCount size : Sizes)
            known.profile(sample, known.add(sample, "tbb", size));
        claims.references(sample, "tbb");
        return sample;
    }

    void partsThatExceedTheCallAreRefused() {
        KnownParts dearer;
        dearer.wake = 1;
        const SampleResults doubtful = claimed({}, dearer);
        const WhatIfCurve curve = moved(doubtful, {.dispatchFactor = 0});
        QVERIFY(curve.points.empty());
        QVERIFY2(curve.refusal.find("by themselves, the whole call") != std::string::npos, curve.refusal.c_str());
        QVERIFY(whatIfFindings(doubtful.results).empty());
    }

    void smallListsThatThePartsExceedAreLeftOpen() {
        KnownParts known;
        known.pool = "cold";
        known.startup = 2e-5;
        KnownParts claims = known;
        claims.startup = 4.2e-5;  // more than the whole call of the three smallest lists
        const WhatIfCurve curve = moved(claimed(known, claims), {.noStart = true});
        QCOMPARE(curve.points.size(), std::size_t(2));
        QCOMPARE(curve.points.front().size, ItemCount(10'000));
        QVERIFY(curve.before.size && *curve.before.size > 3000 && *curve.before.size < 10'000);
        QVERIFY(curve.after.isLatest);
        QCOMPARE(*curve.after.size, *curve.before.size);  // a saving pays no later
    }

    /// A run whose workers wait for each other, of which some sizes only were profiled.
    static SampleResults profiledAt(const std::vector<ItemCount>& profiled) {
        SampleResults sample(2);
        KnownParts known;
        known.imbalance = 0.2;
        for (const ItemCount size : Sizes) {
            const Trial trial = known.add(sample, "tbb", size);
            if (std::ranges::count(profiled, size) > 0) known.profile(sample, trial);
        }
        known.references(sample, "tbb");
        return sample;
    }

    void sizesWithoutAProfileDoNotPutTheBreakEvenOff() {
        const WhatIfCurve curve = moved(profiledAt({300, 1000, 100'000}), {.perfectBalance = true});
        QCOMPARE(curve.points.size(), std::size_t(3));
        QVERIFY2(*curve.after.size < *curve.before.size, std::to_string(*curve.after.size).c_str());
        QVERIFY(*curve.after.size > 0.7 * *curve.before.size);
        QVERIFY(curve.after.interval->low <= *curve.after.size && *curve.after.size <= curve.after.interval->high);

        const WhatIfCurve small = moved(profiledAt({300, 1000}), {.perfectBalance = true});
        QVERIFY(small.after.isLatest);
        QCOMPARE(*small.after.size, *small.before.size);
    }

    void savingNothingChangesNothing() {
        const WhatIfCurve curve = moved(measured({}), {.noStart = true});
        QCOMPARE(*curve.after.size, *curve.before.size);
        QCOMPARE(curve.after.interval, curve.before.interval);
        for (const WhatIfPoint& point : curve.points)
            QCOMPARE(point.after.interval, point.before.interval);
    }

    void neverFasterThanDividedWork() {
        KnownParts claims;
        claims.wake *= 1.05;  // a little more than was measured
        for (const WhatIfPoint& point : moved(claimed({}, claims), {.dispatchFactor = 0}).points)
            QVERIFY(isAbout(point.time.count(), KnownParts().work(point.size)));
    }

    void refusesWithAReason() {
        const SampleResults bare = measured({}, false);
        QVERIFY(moved(bare, {.perfectBalance = true}).refusal.starts_with("How the work was shared"));
        QVERIFY(moved(bare, {.chunk = 10}).refusal.starts_with("How many chunks"));
        QVERIFY(moved(bare, {.perfectBalance = true}).points.empty());
        QVERIFY(!moved(bare, {.perfectBalance = true}).after.size);
        QVERIFY(moved(bare, {.dispatchFactor = 0.5}).refusal.empty());
        for (const WhatIf& odd :
             {WhatIf{.dispatchFactor = -1}, WhatIf{.dispatchFactor = std::numeric_limits<double>::quiet_NaN()},
              WhatIf{.extraWorkers = -1}, WhatIf{.extraWorkers = 2000}, WhatIf{.chunk = 0}}) {
            QVERIFY(!moved(bare, odd).refusal.empty());
            QVERIFY(moved(bare, odd).points.empty());
        }
    }

    void aCurveThatNeverPaysHasNoBreakEven() {
        SampleResults sample(2);
        KnownParts known;
        for (const ItemCount size : {10, 100})
            known.profile(sample, known.add(sample, "tbb", size));
        known.references(sample, "tbb");
        const WhatIfCurve curve = moved(sample, {.dispatchFactor = 0.5});
        QVERIFY(!curve.before.size && !curve.after.size);
        QVERIFY(std::isinf(curve.after.interval->high));
    }

    void saysWhatWouldHelpMost() {
        QCOMPARE(whatIfFindings(SampleResults{}.results).size(), std::size_t(0));
        const auto dispatch = whatIfFindings(measured({}).results);
        QCOMPARE(dispatch.size(), std::size_t(1));
        QCOMPARE(dispatch[0].id, std::string("what-if-dispatch"));
        QVERIFY2(dispatch[0].text.starts_with("If handing the list over cost half as much, tbb"),
                 dispatch[0].text.c_str());
        QVERIFY(dispatch[0].text.find("would pay from") != std::string::npos);
        QVERIFY(isAbout(dispatch[0].numbers.at("before") / dispatch[0].numbers.at("after"), 2, 0.2));
        KnownParts cold;
        cold.pool = "cold";
        QCOMPARE(whatIfFindings(measured(cold).results).at(0).id, std::string("what-if-start"));
    }

    void aBreakEvenThatIsNotResolvedIsNotMoved() {
        KnownParts known;
        SampleResults sample = measured(known);
        const Trial large = known.add(sample, "tbb", 200'000);
        const Trial serial = sample.results.baseOf(*sample.results.find(large.id))->trial;
        std::vector<double> wild;  // about as long as serial
        for (int round = 0; round < 30; ++round)
            wild.push_back(2e-3 * std::exp(1.5 * std::sin(5 * round)));
        sample.times(serial, std::vector<double>(30, 2e-3), 0, 10);
        sample.times(large, wild, 0, 10);
        known.profile(sample, large);
        QVERIFY(breakEvens(sample.results).at(0).status == BreakEvenStatus::NotResolved);
        QVERIFY(moved(sample, {.dispatchFactor = 0.5}).before.size.has_value());
        for (const Finding& finding : whatIfFindings(sample.results))
            QVERIFY2(finding.text.find("pay from") == std::string::npos, finding.text.c_str());
    }
};

QTEST_GUILESS_MAIN(TestWhatIf)
#include "tst_what_if.moc"
