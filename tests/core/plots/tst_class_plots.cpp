#include "core/plots/class_plots.h"
#include "tests/support/class_runs.h"

#include <QtTest>

#include <algorithm>
#include <cmath>
#include <set>

using namespace breakeven;

namespace {

ClassSummary thirty() {
    return summariseClass(classRunsOf(thirtyLearners()));
}

std::size_t count(const Plot& plot, Weight weight) {
    return static_cast<std::size_t>(std::ranges::count(plot.series, weight, &Series::weight));
}

}  // namespace

class TestClassPlots : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyLearnerHasAThinLineAndTheMedianAThickOne() {
        const ClassSummary summary = thirty();
        const Plot plot = classSpeedupPlot(summary, 0);
        QCOMPARE(plot.series.size(), std::size_t{31});
        QCOMPARE(count(plot, Weight::Thin), std::size_t{29});
        QCOMPARE(count(plot, Weight::Thick), std::size_t{1});
        QCOMPARE(plot.series.back().label, std::string("median of 30 runs"));  // above all others
        QCOMPARE(plot.series.back().family, std::string("tbb"));
        QCOMPARE(plot.series[29].label, std::string("zoe"));
        QCOMPARE(plot.series[29].weight, Weight::Usual);
        std::set<std::string> labels;
        for (const Series& series : plot.series)
            labels.insert(series.label);
        QCOMPARE(labels.size(), plot.series.size());
    }

    void theMedianAndItsBandAreThoseOfTheRuns() {
        const ClassSummary summary = thirty();
        const Plot plot = classSpeedupPlot(summary, 0);
        for (const PlotPoint& point : plot.series.back().points) {
            std::vector<double> ratios;
            for (const ClassPlace& place : summary.curves[0].places)
                ratios.push_back(speedupAt(place, static_cast<ItemCount>(point.x))->value);
            const ClassSpread spread = *classSpread(ratios);
            QCOMPARE(point.y, spread.median);
            QCOMPARE(point.interval->low, spread.quartiles.low);
            QCOMPARE(point.interval->high, spread.quartiles.high);
        }
        QCOMPARE(plot.markers.size(), std::size_t{1});
        QCOMPARE(plot.markers[0].x, summary.curves[0].breakEven->median);
    }

    void everyPointFitsItsAxis_data() {
        QTest::addColumn<int>("scales");
        for (int scales = 0; scales < 4; ++scales)
            QTest::addRow("%d", scales) << scales;
    }

    void everyPointFitsItsAxis() {
        QFETCH(int, scales);
        Selection selection;
        selection.xScale = scales % 2 == 0 ? AxisScale::Linear : AxisScale::Log;
        selection.yScale = scales < 2 ? AxisScale::Linear : AxisScale::Log;
        const Plot plot = classSpeedupPlot(thirty(), 0, selection);
        QCOMPARE(plot.x.scale, *selection.xScale);
        QCOMPARE(plot.y.scale, *selection.yScale);
        for (const Series& series : plot.series) {
            for (const PlotPoint& point : series.points) {
                QVERIFY(plot.x.range.low <= point.x && point.x <= plot.x.range.high);
                QVERIFY(plot.y.range.low <= point.y && point.y <= plot.y.range.high);
            }
        }
    }

    void aHiddenCurveIsNotDrawn() {
        Selection selection;
        selection.hiddenSeries = {"zoe"};
        const Plot plot = classSpeedupPlot(thirty(), 0, selection);
        QCOMPARE(plot.series.size(), std::size_t{30});
        QCOMPARE(std::ranges::count(plot.series, "zoe", &Series::label), 0);
    }

    void everyMachineHasARow() {
        const ClassSummary summary = thirty();
        const Plot plot = classBreakEvenPlot(summary, 0);
        QCOMPARE(plot.boxes.size(), std::size_t{3});
        QCOMPARE(plot.boxes[0].label, std::string("all machines"));
        QCOMPARE(plot.boxes[1].label, summary.machines[0].label());
        QCOMPARE(plot.boxes[0].dots.size(), std::size_t{30});
        QCOMPARE(plot.boxes[1].dots.size(), std::size_t{25});
        QCOMPARE(std::ranges::count(plot.boxes[1].dots, Outlyingness::Severe, &Dot::outlyingness), 1);
        QCOMPARE(plot.boxes[1].note, std::string("25 runs; far from the others: zoe"));
        QCOMPARE(plot.x.scale, AxisScale::Log);
        for (const Box& box : plot.boxes) {
            const auto isIn = [&](double x) { return plot.x.range.low <= x && x <= plot.x.range.high; };
            QVERIFY(isIn(box.median) && isIn(box.quartiles.low) && isIn(box.quartiles.high));
            QVERIFY(isIn(box.whiskers.low) && isIn(box.whiskers.high));
            QVERIFY(box.whiskers.high < 300'000 * 0.8);  // zoe is none of the ordinary ones
            for (const Dot& dot : box.dots)
                QVERIFY(isIn(dot.x));
        }
    }

    /// What has no size of its own is beyond the axis, and all that is drawn of the box is on it.
    void endsAreBeyondTheAxis() {
        std::vector<Learner> learners = thirtyLearners();
        for (int i = 0; i < 24; ++i)
            learners[static_cast<std::size_t>(i)].pays = i % 4 == 0 ? 1e-3 : 1e12;
        const Plot plot = classBreakEvenPlot(summariseClass(classRunsOf(learners)), 0);
        for (const Box& box : plot.boxes) {
            for (const double x :
                 {box.median, box.quartiles.low, box.quartiles.high, box.whiskers.low, box.whiskers.high})
                QVERIFY(std::isfinite(x) && plot.x.range.low <= x && x <= plot.x.range.high);
        }
        QVERIFY(
            QString::fromStdString(plot.boxes[0].note).startsWith("30 runs, always faster in 6, never in range in 18"));
        QCOMPARE(std::ranges::count(plot.boxes[0].dots, 0.0, &Dot::x), 6);
    }

    void atMostSixAreNamed() {
        std::vector<Learner> learners = thirtyLearners();
        for (std::size_t i = 0; i < 8; ++i)
            learners[i].pays = 900 * std::pow(1.1, static_cast<double>(i));
        const Plot plot = classSpeedupPlot(summariseClass(classRunsOf(learners)), 0);
        QCOMPARE(count(plot, Weight::Usual), std::size_t{6});
        QCOMPARE(plot.series.size(), std::size_t{31});
    }

    void emptyChartsSayWhy() {
        std::vector<ClassRun> runs = classRunsOf({{"a"}, {"b"}});
        for (ClassRun& run : runs) {
            run.curves.front().breakEven.reset();
            run.curves.front().speedups.clear();
        }
        const ClassSummary summary = summariseClass(runs);
        QVERIFY(classBreakEvenPlot(summary, 0).isEmpty() && !classBreakEvenPlot(summary, 0).note.empty());
        QVERIFY(classSpeedupPlot(summary, 0).isEmpty() && !classSpeedupPlot(summary, 0).note.empty());
        QVERIFY(classCharts(summary).empty());
        QCOMPARE(classCharts(thirty()).size(), std::size_t{2});
    }
};

QTEST_GUILESS_MAIN(TestClassPlots)
#include "tst_class_plots.moc"
