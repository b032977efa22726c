#include "core/plots/palette.h"
#include "core/plots/plots.h"
#include "tests/support/known_curves.h"
#include "tests/support/sample_results.h"

#include <QTest>

#include <cmath>
#include <limits>
#include <set>
#include <string>
#include <tuple>

using namespace breakeven;

namespace {

SampleResults wide() {
    SampleResults sample(2);
    KnownCurves{}.measure(sample, "tbb", {10, 1000, 100'000, 10'000'000}, 12, 3);
    sample.measured("tbb-static", 10, {1e-4, 2e-4}, 4);
    sample.measured("python-joblib", 10, {1e-3, 2e-3, 1.5e-3});
    sample.fail(sample.trial("openmp-static", 100'000), TrialStatus::Crashed, "signal 11");
    return sample;
}

SampleResults narrow() {
    SampleResults sample(8);
    KnownCurves{.perItem = 2, .overhead = 0.1, .workers = 8}.measure(sample, "tbb", {1, 2, 5, 9}, 4, 3);
    return sample;
}

SampleResults withZeros() {
    SampleResults sample;
    sample.measured("serial", 10, {0, 0, 0});
    sample.measured("tbb", 10, {1, 1, 1});
    sample.measured("serial", 1000, std::vector<double>(7, 1));
    sample.measured("tbb", 1000, {0, 0, 0, 0.5, 0.5, 0.5, 0.5});
    return sample;
}

SampleResults summariesOnly() {
    SampleResults sample;
    sample.imported("serial", 10, 0.9, 1, 1.1);
    sample.imported("tbb", 10, 1.9, 2, 2.1);
    sample.imported("serial", 1000, 0.9, 1, 1.1);
    sample.imported("tbb", 1000, 1, 0.4, 0);
    return sample;
}

/// One size, one sample, and a parallel trial that has not been measured yet.
SampleResults justBegun() {
    SampleResults sample;
    sample.measured("serial", 1, {1e-7});
    sample.trial("tbb", 1);
    return sample;
}

/// What a logarithmic axis of curves ends at; that of samples lies around them.
void checkDecades(const Axis& axis) {
    if (axis.scale == AxisScale::Linear) return;
    for (const double end : {axis.range.low, axis.range.high})
        QVERIFY(std::abs(std::log10(end) - std::round(std::log10(end))) < 1e-9);
}

void checkAxis(const Axis& axis) {
    QVERIFY(axis.range.low < axis.range.high);
    QVERIFY(std::isfinite(axis.range.low) && std::isfinite(axis.range.high));
    const bool hasUnit = axis.quantity != Quantity::Number;
    QVERIFY2(!axis.title.empty() && axis.title.ends_with(")") == hasUnit, axis.title.c_str());
    if (axis.scale == AxisScale::Log) QVERIFY(axis.range.low > 0);
}

void checkPoint(const Plot& plot, const PlotPoint& point) {
    QVERIFY(std::isfinite(point.x) && std::isfinite(point.y));
    if (plot.x.scale == AxisScale::Log) QVERIFY(point.x > 0);
    if (plot.y.scale == AxisScale::Log) QVERIFY(point.y > 0);
    QVERIFY(plot.x.range.low <= point.x && point.x <= plot.x.range.high);
    QVERIFY(plot.y.range.low <= point.y && point.y <= plot.y.range.high);
    if (!point.interval) return;
    QVERIFY(point.interval->low <= point.y && point.y <= point.interval->high);
    if (plot.y.scale == AxisScale::Log) QVERIFY(point.interval->low > 0);
}

void checkPlot(const Plot& plot) {
    QVERIFY(!plot.title.empty());
    checkAxis(plot.x);
    checkAxis(plot.y);
    if (plot.boxes.empty()) checkDecades(plot.x);
    checkDecades(plot.y);
    std::set<std::string> labels;
    std::set<std::tuple<std::string, Dash, Sign, bool>> looks;
    for (const Series& series : plot.series) {
        QVERIFY(labels.insert(series.label).second);
        QVERIFY(looks.insert({hexText(familyColour(series.family, false)), series.dash, series.sign, series.hollow})
                    .second);
        QVERIFY(!series.points.empty());
        for (std::size_t i = 0; i < series.points.size(); ++i) {
            checkPoint(plot, series.points[i]);
            if (i > 0) QVERIFY(series.points[i - 1].x < series.points[i].x);
        }
    }
    for (const Guide& guide : plot.guides) {
        const Axis& axis = guide.horizontal ? plot.y : plot.x;
        QVERIFY(axis.range.low <= guide.at && guide.at <= axis.range.high);
    }
    for (const Box& box : plot.boxes) {
        QVERIFY(labels.insert(box.label).second);
        QVERIFY(box.whiskers.low <= box.quartiles.high && box.quartiles.low <= box.whiskers.high);
        QVERIFY(box.quartiles.low <= box.median && box.median <= box.quartiles.high);
        QVERIFY(!box.dots.empty() && !box.value.empty());
        QVERIFY(plot.x.range.low <= box.quartiles.low && box.quartiles.high <= plot.x.range.high);
    }
    if (plot.heatMap) {
        const HeatMap& map = *plot.heatMap;
        QVERIFY(!map.columns.empty() && !map.cells.empty() && map.strongest > 1);
        for (const HeatRow& row : map.rows)
            QVERIFY(labels.insert(row.label).second);
        for (const Cell& cell : map.cells)
            QVERIFY(cell.row < map.rows.size() && cell.column < map.columns.size() && cell.value > 0);
    }
    for (const Marker& marker : plot.markers) {
        QVERIFY(plot.x.range.low <= marker.x && marker.x <= plot.x.range.high);
        if (marker.interval) QVERIFY(marker.interval->low <= marker.x && marker.x <= marker.interval->high);
    }
}

Plot draw(std::string_view id, const Results& results, const Selection& selection = {}) {
    return findPlot(id)->draw(results, selection);
}

const Series* find(const Plot& plot, const std::string& label) {
    const auto found = std::ranges::find(plot.series, label, &Series::label);
    return found == plot.series.end() ? nullptr : &*found;
}

}  // namespace

class TestPlots : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyPlotOfEveryResultsIsSound_data() {
        QTest::addColumn<int>("results");
        QTest::newRow("nothing") << 0;
        QTest::newRow("wide") << 1;
        QTest::newRow("narrow") << 2;
        QTest::newRow("zeros") << 3;
        QTest::newRow("summaries only") << 4;
        QTest::newRow("just begun") << 5;
    }
    void everyPlotOfEveryResultsIsSound() {
        QFETCH(int, results);
        const std::vector<Results> all = {Results{},           wide().results,          narrow().results,
                                          withZeros().results, summariesOnly().results, justBegun().results};
        const std::vector<std::optional<AxisScale>> scales = {std::nullopt, AxisScale::Linear, AxisScale::Log};
        std::set<std::string> ids;
        for (const PlotEntry& entry : plots()) {
            QVERIFY(ids.insert(entry.info.id).second);
            QVERIFY(!entry.info.title.empty() && !entry.info.description.empty());
            for (const auto& x : scales) {
                for (const auto& y : scales) {
                    const Plot plot = entry.draw(all[static_cast<std::size_t>(results)], {x, y, {}});
                    QCOMPARE(plot.id, entry.info.id);
                    const bool hasCurves = entry.group != PlotGroup::Map && entry.group != PlotGroup::Distribution;
                    if (x && hasCurves) QCOMPARE(plot.x.scale, *x);
                    if (y && hasCurves) QCOMPARE(plot.y.scale, *y);
                    checkPlot(plot);
                }
            }
        }
    }

    void everyPlotOverEveryQuantityIsSound() {
        for (const char* x : {"workers", "chunk", "param:seconds", "param:steps"}) {
            SampleResults sample(2);
            WorkerCount workers = 1;
            for (const char* chunk : {"1", "64", "auto"}) {
                for (const char* backend : {"serial", "threads"}) {
                    Trial trial;
                    trial.workload = "square";
                    trial.backend = backend;
                    trial.workers = trial.backend == "serial" ? 1 : workers;
                    trial.params = {{"seconds", 0.5 * workers}, {"steps", 20'000.0 * workers}};
                    if (trial.backend != "serial") trial.chunk = chunk;
                    trial = sample.add(trial);
                    sample.times(trial, {1e-3, 2e-3, 1.5e-3});
                    Sample streamed;
                    streamed.trial = trial.id;
                    streamed.round = 3;
                    streamed.seconds = Seconds(1e-3);
                    streamed.firstResult = Seconds(1e-5);
                    sample.apply(streamed);
                }
                workers *= 2;
            }
            sample.setX(x);
            for (const PlotEntry& entry : plots()) {
                const Plot plot = entry.draw(sample.results, {});
                QVERIFY2(!plot.isEmpty(), (entry.info.id + " over " + x).c_str());
                checkPlot(plot);
            }
        }
    }

    void isFoundById() {
        for (const char* id : {"runtime", "time-per-item", "latency", "speedup", "speedup-workers", "efficiency",
                               "overhead", "waterfall", "grain", "heat-map", "distribution"})
            QVERIFY2(findPlot(id), id);
        QCOMPARE(findPlot("runtime")->info.id, std::string("runtime"));
        QVERIFY(findPlot("pie") == nullptr);
    }

    void groupsAreInReadingOrder() {
        QVERIFY(std::ranges::is_sorted(plots(), {}, &PlotEntry::group));
        QCOMPARE(groupTitle(findPlot("grain")->group), std::string_view("Why"));
        QCOMPARE(groupTitle(findPlot("efficiency")->group), std::string_view("Speed-up"));
    }

    void scalesFollowTheSpans() {
        QCOMPARE(draw("runtime", wide().results).x.scale, AxisScale::Log);
        QCOMPARE(draw("runtime", wide().results).y.scale, AxisScale::Log);
        QCOMPARE(draw("runtime", narrow().results).x.scale, AxisScale::Linear);
        QCOMPARE(draw("runtime", narrow().results).y.scale, AxisScale::Linear);
        QCOMPARE(draw("runtime", narrow().results).y.range.low, 0.0);
        QCOMPARE(draw("runtime", wide().results, {{}, AxisScale::Linear, {}}).y.range.low, 0.0);
        const Plot plot = draw("runtime", wide().results);
        QVERIFY(std::abs(plot.x.range.low - 10) < 1e-9);
        QVERIFY(std::abs(plot.x.range.high - 1e7) < 1e-3);
    }

    void runtimeShowsMedianAndInterval() {
        SampleResults sample;
        sample.measured("serial", 10, {5, 1, 2, 3, 4, 6});
        const Plot plot = draw("runtime", sample.results);
        const PlotPoint& point = plot.series.at(0).points.at(0);
        QCOMPARE(point.x, 10.0);
        QCOMPARE(point.y, 3.5);
        QCOMPARE(point.interval->low, 1.0);
        QCOMPARE(point.interval->high, 6.0);
        QVERIFY(point.note.empty());
    }

    void runtimeMarksTheBreakEven() {
        const Plot plot = draw("runtime", wide().results);
        QCOMPARE(plot.markers.size(), std::size_t(1));
        QCOMPARE(plot.markers[0].family, std::string("tbb"));
        QVERIFY(plot.markers[0].x > 1000 && plot.markers[0].x < 100'000);
        QVERIFY(plot.markers[0].interval);
        QVERIFY(plot.markers[0].label.ends_with(")"));
    }

    void whatIsLeftOutIsSaid() {
        const Plot plot = draw("runtime", wide().results);
        QCOMPARE(QString::fromStdString(plot.note), QString("Left out (crashed) at 100\u202fk: openmp-static ×2"));
        QVERIFY(!find(plot, "openmp-static ×2"));
        const Plot log = draw("runtime", withZeros().results, {{}, AxisScale::Log, {}});
        QCOMPARE(QString::fromStdString(log.note), QString("Left out (not above 0) at 10: serial"));
    }

    void fewSamplesHaveNoBandButANote() {
        const Plot plot = draw("runtime", wide().results);
        const auto peer = std::ranges::find(plot.series, std::string("python"), &Series::family);
        QVERIFY(peer != plot.series.end());
        QVERIFY(peer->hollow);
        QVERIFY(!peer->points.at(0).interval);
        QCOMPARE(peer->points.at(0).note.text(), std::string("n too small"));
    }

    void speedupHasItsGuidesAndNoSerialCurve() {
        const Plot plot = draw("speedup", wide().results);
        QCOMPARE(plot.guides.size(), std::size_t(2));
        QCOMPARE(plot.guides[0].at, 1.0);
        QCOMPARE(plot.guides[1].at, 2.0);  // four workers, two usable CPUs
        QCOMPARE(plot.guides[1].label, std::string("ideal for computing: 2 usable CPUs"));
        QVERIFY(!find(plot, "serial"));
        QCOMPARE(draw("speedup", narrow().results).guides[1].label, std::string("ideal: 8 workers"));
    }

    void hiddenSeriesLeaveTheOthersLook() {
        SampleResults sample;
        sample.measured("tbb", 10, {1, 1});
        sample.measured("tbb-static", 10, {2, 2});
        const Plot all = draw("runtime", sample.results);
        const Plot some = draw("runtime", sample.results, {{}, {}, {"tbb"}});
        QCOMPARE(all.series.size(), std::size_t(2));
        QCOMPARE(some.series.size(), std::size_t(1));
        QCOMPARE(some.series[0].label, std::string("tbb-static"));
        QCOMPARE(some.series[0].dash, all.series[1].dash);
        QVERIFY(all.series[0].dash != all.series[1].dash);
    }
};

QTEST_GUILESS_MAIN(TestPlots)
#include "tst_plots.moc"
