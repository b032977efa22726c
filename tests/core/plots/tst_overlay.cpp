#include "core/plots/overlay.h"
#include "tests/core/plots/first_samples.h"
#include "tests/support/known_curves.h"

#include <QtTest>

#include <algorithm>
#include <cmath>
#include <set>

using namespace breakeven;

namespace {

/// serial and tbb at three sizes; tbb pays from about `pays` items.
SampleResults measured(double pays, ItemCount smallest = 100) {
    SampleResults sample;
    KnownCurves curves;
    curves.overhead = curves.perItem * pays / 2;
    curves.measure(sample, "tbb", {smallest, smallest * 100, smallest * 10'000}, 12, 7);
    return sample;
}

std::vector<NamedResults> twoRuns() {
    return {{"before", measured(20'000).results}, {"after", measured(2'000).results}};
}

const PlotEntry& entryOf(const char* id) {
    return *findPlot(id);
}

}  // namespace

class TestOverlay : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyCurveOfEveryRunIsThere() {
        const Plot plot = overlayPlot(entryOf("runtime"), twoRuns());
        QCOMPARE(labelsOf(plot),
                 (std::vector<std::string>{"serial · before", "tbb · before", "serial · after", "tbb · after"}));
        const Plot alone = entryOf("runtime").draw(twoRuns()[1].results, {});
        QCOMPARE(plot.series[3].points.size(), alone.series[1].points.size());
        for (std::size_t i = 0; i < alone.series[1].points.size(); ++i) {
            QCOMPARE(plot.series[3].points[i].x, alone.series[1].points[i].x);
            QCOMPARE(plot.series[3].points[i].y, alone.series[1].points[i].y);
            QVERIFY(!plot.series[3].points[i].trialId);
        }
    }

    void colourIsTheFamilyAndTheDashTheRun() {
        const Plot plot = overlayPlot(entryOf("runtime"), twoRuns());
        QCOMPARE(plot.series[1].family, plot.series[3].family);
        QCOMPARE(plot.series[0].dash, plot.series[1].dash);
        QVERIFY(plot.series[1].dash != plot.series[3].dash);
    }

    void sixRunsCanBeToldApart() {
        std::vector<NamedResults> runs;
        for (const char* name : {"a", "b", "c", "d", "e", "f"})
            runs.push_back({name, measured(20'000).results});
        const Plot plot = overlayPlot(entryOf("speedup"), runs);
        QCOMPARE(plot.series.size(), std::size_t{6});
        std::set<std::pair<Dash, bool>> looks;
        for (const Series& series : plot.series)
            looks.insert({series.dash, series.hollow});
        QCOMPARE(looks.size(), std::size_t{6});
    }

    void variantsOfOneRunCanBeToldApart() {
        SampleResults sample;
        for (const ItemCount size : {100, 10'000})
            for (const char* backend : {"serial", "tbb", "tbb-static"})
                sample.measured(backend, size, steadyTimes(1e-3));
        const std::vector<NamedResults> runs{{"a", sample.results}, {"b", sample.results}};
        std::set<std::pair<Dash, Sign>> looks;
        for (const Series& series : overlayPlot(entryOf("runtime"), runs).series)
            if (series.family == "tbb") looks.insert({series.dash, series.sign});
        QCOMPARE(looks.size(), std::size_t{4});
    }

    void everyRunHasItsBreakEven() {
        const Plot plot = overlayPlot(entryOf("runtime"), twoRuns());
        QCOMPARE(plot.markers.size(), std::size_t{2});
        QVERIFY2(plot.markers[0].label.starts_with("tbb · before: "), plot.markers[0].label.c_str());
        QVERIFY2(plot.markers[1].label.starts_with("tbb · after: "), plot.markers[1].label.c_str());
        QVERIFY(plot.markers[0].x > 2 * plot.markers[1].x);
    }

    void guidesAreDrawnOnce() {
        const Plot alone = entryOf("speedup").draw(twoRuns()[0].results, {});
        QVERIFY(!alone.guides.empty());
        QCOMPARE(overlayPlot(entryOf("speedup"), twoRuns()).guides.size(), alone.guides.size());
    }

    void everyRunHasItsCeilings() {
        SampleResults sample;
        sample.measured("serial", 1000, steadyTimes(1));
        sample.measured("tbb", 1000, steadyTimes(0.8));  // Amdahl's at 1 / 0.6
        const std::vector<NamedResults> runs{{"a", sample.results}, {"b", sample.results}};
        const Plot plot = overlayPlot(entryOf("speedup"), runs);
        QCOMPARE(plot.bounds.size(), std::size_t{2});
        QCOMPARE(plot.bounds[0].label, std::string("Amdahl · a"));
        QCOMPARE(plot.bounds[1].label, std::string("Amdahl · b"));
    }

    void axesHoldAllRuns() {
        const std::vector<NamedResults> runs{{"small", measured(20'000, 1).results},
                                             {"large", measured(20'000, 10'000).results}};
        const Plot plot = overlayPlot(entryOf("runtime"), runs);
        for (const NamedResults& run : runs) {
            const Plot alone = entryOf("runtime").draw(run.results, {});
            QVERIFY(plot.x.range.low <= alone.x.range.low && plot.x.range.high >= alone.x.range.high);
            QVERIFY(plot.y.range.low <= alone.y.range.low && plot.y.range.high >= alone.y.range.high);
        }
    }

    /// One run alone would be linear, the other not: one picture has one scale.
    void allRunsHaveOneScale() {
        SampleResults narrow;
        for (const ItemCount size : {1000, 2000}) {
            narrow.measured("serial", size, steadyTimes(1e-3));
            narrow.measured("tbb", size, steadyTimes(2e-3));
        }
        QCOMPARE(entryOf("runtime").draw(narrow.results, {}).x.scale, AxisScale::Linear);
        const std::vector<NamedResults> runs{{"narrow", narrow.results}, {"wide", measured(20'000).results}};
        const Plot plot = overlayPlot(entryOf("runtime"), runs);
        QCOMPARE(plot.x.scale, AxisScale::Log);
        QVERIFY(plot.x.range.low > 0 && plot.y.range.low > 0);
        Selection chosen;
        chosen.xScale = AxisScale::Linear;
        chosen.yScale = AxisScale::Linear;
        const Plot linear = overlayPlot(entryOf("runtime"), runs, chosen);
        QCOMPARE(linear.x.scale, AxisScale::Linear);
        QCOMPARE(linear.y.range.low, 0.0);
    }

    void aCurveIsHiddenByItsOwnLabel() {
        Selection selection;
        selection.hiddenSeries = {"tbb · before"};
        const Plot plot = overlayPlot(entryOf("runtime"), twoRuns(), selection);
        const auto labels = labelsOf(plot);
        QVERIFY(std::ranges::count(labels, "tbb · before") == 0);
        QVERIFY(std::ranges::count(labels, "tbb · after") == 1);
        QCOMPARE(plot.markers.size(), std::size_t{1});
    }

    void aRunOverSomethingElseIsLeftOut() {
        SampleResults overWorkers;
        overWorkers.setX("workers");
        for (const WorkerCount workers : {1, 2})
            overWorkers.measured("tbb", 1000, steadyTimes(1e-3), workers);
        std::vector<NamedResults> runs = twoRuns();
        runs.push_back({"other", overWorkers.results});
        const Plot plot = overlayPlot(entryOf("runtime"), runs);
        QCOMPARE(plot.series.size(), std::size_t{4});
        QVERIFY2(plot.note.find("other: left out") != std::string::npos, plot.note.c_str());
    }

    void whatARunLeavesOutIsSaidOfThatRun() {
        std::vector<NamedResults> runs = twoRuns();
        SampleResults failing = measured(20'000);
        failing.fail(failing.trial("async", 100), TrialStatus::Crashed);
        runs.push_back({"third", failing.results});
        const Plot plot = overlayPlot(entryOf("runtime"), runs);
        QVERIFY2(plot.note.find("third: Left out (crashed)") != std::string::npos, plot.note.c_str());
    }

    void nothingIsDrawnOfNoRuns() {
        QVERIFY(overlayPlot(entryOf("runtime"), {}).series.empty());
        const std::vector<NamedResults> empty{{"a", SampleResults().results}};
        QVERIFY(overlayPlot(entryOf("runtime"), empty).series.empty());
    }

    void everyChartThatRunsShareHoldsAllOfThem() {
        const auto entries = overlayPlots();
        QVERIFY(entries.size() >= 3);
        QCOMPARE(entries.front()->info.id, std::string("runtime"));
        const std::vector<NamedResults> runs = twoRuns();
        for (const PlotEntry* entry : entries) {
            const std::size_t alone = entry->draw(runs[0].results, {}).series.size();
            QCOMPARE(overlayPlot(*entry, runs).series.size(), 2 * alone);
        }
    }
};

QTEST_GUILESS_MAIN(TestOverlay)
#include "tst_overlay.moc"
