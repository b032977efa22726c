// Axes, looks and omissions that all charts share. What holds for every chart is in tst_plots.
#include "core/base/numbers.h"
#include "core/plots/palette.h"
#include "tests/core/plots/first_samples.h"

#include <QtTest>

#include <cmath>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

using namespace breakeven;

namespace {

Plot drawTwo(ItemCount size, double value) {
    SampleResults sample;
    sample.measured("tbb", 10, {1});
    sample.measured("tbb", size, {value});
    return draw(sample.results);
}

}  // namespace

class TestCurvePlot : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void sizesBeyondAFactorOf20AreLogarithmic() {
        QCOMPARE(drawTwo(200, 1).x.scale, AxisScale::Linear);
        QCOMPARE(drawTwo(201, 1).x.scale, AxisScale::Log);
    }

    void valuesBeyondAFactorOf1000AreLogarithmic() {
        QCOMPARE(drawTwo(20, 1000).y.scale, AxisScale::Linear);
        QCOMPARE(drawTwo(20, 1001).y.scale, AxisScale::Log);
        QCOMPARE(drawTwo(20, 0).y.scale, AxisScale::Linear);
    }

    void timesOverALogarithmicSizeAreLogarithmicBeyondAFactorOf20() {
        QCOMPARE(drawTwo(201, 20).y.scale, AxisScale::Linear);
        QCOMPARE(drawTwo(201, 21).y.scale, AxisScale::Log);
        SampleResults sample;
        for (const auto& [size, seconds] : {std::pair(10, 1.0), std::pair(1000, 100.0)}) {
            sample.measured("serial", size, {seconds});
            sample.measured("tbb", size, {2.0});  // speed-ups of 0.5 and 50
        }
        QCOMPARE(findPlot("speedup")->draw(sample.results, {}).y.scale, AxisScale::Linear);
    }

    void rangesHoldTheIntervals() {
        const Plot linear = drawTwo(20, 4);
        QCOMPARE(linear.y.range.low, 0.0);
        QVERIFY(linear.y.range.high >= 6 && linear.y.range.high < 7);
        const Plot log = drawTwo(2000, 5000);
        QCOMPARE(log.y.range, (Interval<double>{0.1, 10'000}));
        QCOMPARE(log.x.range, (Interval<double>{10, 10'000}));
    }

    void whatIsPlannedHasRoomFromTheStart() {
        SampleResults sample;
        sample.measured("tbb", 10, {1});
        QCOMPARE(draw(sample.results).x.scale, AxisScale::Linear);
        Selection selection;
        for (const ItemCount size : {ItemCount(10), ItemCount(100), ItemCount(100'000)})
            selection.planned.emplace_back().size = size;
        const Axis first = draw(sample.results, selection).x;
        QCOMPARE(first.scale, AxisScale::Log);
        QCOMPARE(first.range, (Interval<double>{10, 100'000}));
        for (const ItemCount size : {ItemCount(100), ItemCount(100'000)}) {
            sample.measured("tbb", size, {1});
            const Axis later = draw(sample.results, selection).x;
            QCOMPARE(later.scale, first.scale);
            QCOMPARE(later.range, first.range);
        }
        QCOMPARE(draw(sample.results).x.range, first.range);  // nor does it move when the run is over
    }

    void anIntervalThatLeavesItsPointIsNotDrawn() {
        SampleResults sample;
        sample.measured("tbb", 10, {1});
        const auto outside = [](const TrialResult&) {
            return std::optional(PlotPoint{.x = 0, .y = 1, .interval = Interval<double>{2, 3}, .note = ""});
        };
        const Plot plot = curvePlot(sample.results, {}, {.id = "t", .title = "T", .yTitle = "Y", .pointOf = outside});
        const PlotPoint& point = plot.series.at(0).points.at(0);
        QVERIFY(!point.interval);
        QCOMPARE(point.note.text(), std::string("n too small"));
        QVERIFY(plot.y.range.high < 2);
    }

    void flagsAreNoted() {
        SampleResults sample;
        sample.times(sample.trial("tbb", 10), {1, 1}, 0, 0, {"steal", "migrated"});
        QCOMPARE(draw(sample.results).series.at(0).points.at(0).note.text(), std::string("migrated, steal"));
    }

    void hidingACurveKeepsScaleAndFreesTheRange() {
        SampleResults sample;
        sample.measured("tbb", 10, {1});
        sample.measured("threads", 10, {5000});
        const Plot all = draw(sample.results);
        const Plot some = draw(sample.results, {{}, {}, {"threads"}});
        QCOMPARE(labelsOf(some), std::vector<std::string>{"tbb"});
        QCOMPARE(some.y.scale, all.y.scale);
        QCOMPARE(all.y.range.high, 10'000.0);
        QCOMPARE(some.y.range.high, 10.0);
    }

    void serialIsDrawnOnlyWhereItSaysSomething() {
        SampleResults sample;
        sample.measured("serial", 10, {5000});
        sample.measured("tbb", 10, {1});
        QCOMPARE(labelsOf(draw(sample.results)), (std::vector<std::string>{"serial", "tbb"}));
        const Plot without = draw(sample.results, {}, false);
        QCOMPARE(labelsOf(without), std::vector<std::string>{"tbb"});
        QCOMPARE(without.y.scale, AxisScale::Linear);
    }

    void curvesOfOneFamilyDifferByDashAndSign() {
        SampleResults sample;
        for (int variant = 0; variant < 16; ++variant)
            sample.measured("tbb-" + std::to_string(variant), 10, {1});
        sample.measured("threads", 10, {1});
        const Plot plot = draw(sample.results);
        std::set<std::pair<Dash, Sign>> looks;
        for (std::size_t i = 0; i < 16; ++i) {
            looks.insert({plot.series.at(i).dash, plot.series[i].sign});
            if (i == 0) continue;
            QVERIFY(plot.series[i].dash != plot.series[i - 1].dash);
            QVERIFY(plot.series[i].sign != plot.series[i - 1].sign || i % 4 == 0);
        }
        QCOMPARE(looks.size(), std::size_t(16));
        QCOMPARE(plot.series.at(16).dash, Dash::Solid);
        QCOMPARE(plot.series[16].sign, familySign("threads"));
    }

    void eachReasonIsSaidOnceWithAllThatItHoldsFor() {
        SampleResults sample;
        for (const ItemCount size : {10, 1000}) {
            sample.measured("tbb", size, {1});
            for (const char* backend : {"async", "openmp-static"})
                sample.fail(sample.trial(backend, size), TrialStatus::Skipped);
        }
        sample.fail(sample.trial("stdpar", 1000), TrialStatus::Skipped);
        sample.fail(sample.measured("tbb", 5000, {1}), TrialStatus::WrongResult);
        sample.trial("threads", 10);  // not measured yet: nothing is wrong with it
        QCOMPARE(QString::fromStdString(draw(sample.results).note),
                 QString("Left out (skipped) at 10, 1\u202fk: async, openmp-static; at 1\u202fk: stdpar. "
                         "Left out (wrong-result) at 5\u202fk: tbb"));
    }

    void markersGoWithTheirCurve() {
        SampleResults sample;
        for (const auto& [size, ratio] : {std::pair(ItemCount{10}, 0.5), std::pair(ItemCount{1000}, 2.0)}) {
            sample.measured("serial", size, std::vector<double>(6, 1.0));
            sample.measured("tbb", size, std::vector<double>(6, 1 / ratio));
        }
        const Plot plot = draw(sample.results);
        QCOMPARE(plot.markers.size(), std::size_t{1});
        QVERIFY(std::abs(plot.markers[0].x - 100) < 1e-6);
        QVERIFY(plot.markers[0].interval);
        QCOMPARE(plot.markers[0].label, "tbb: 100 items (" + formatItems(*plot.markers[0].interval) + ")");
        QVERIFY(draw(sample.results, {{}, {}, {"tbb"}}).markers.empty());
    }

    void guidesWidenTheAxis() {
        Plot linear = drawTwo(20, 1);
        addGuide(linear, "ideal", 8);
        QVERIFY(linear.y.range.high > 8);
        QCOMPARE(linear.y.range.low, 0.0);
        Plot log = drawTwo(2000, 5000);
        addGuide(log, "high", 20'000);
        addGuide(log, "low", 0.05);
        QCOMPARE(log.y.range, (Interval<double>{0.01, 100'000}));
        addGuide(log, "nowhere", 0);
        QCOMPARE(log.guides.size(), std::size_t{2});
        QCOMPARE(log.guides[0].label, std::string("high"));
    }
};

QTEST_GUILESS_MAIN(TestCurvePlot)
#include "tst_curve_plot.moc"
