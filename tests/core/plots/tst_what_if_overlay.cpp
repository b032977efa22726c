#include "core/plots/what_if_overlay.h"
#include "tests/core/analysis/overhead_samples.h"

#include <QTest>

#include <algorithm>
#include <cmath>

using namespace breakeven;

namespace {

const std::vector<ItemCount> Sizes = {300, 1000, 3000, 10'000, 100'000};

SampleResults measured() {
    const KnownParts known;
    SampleResults sample(2);
    for (const ItemCount size : Sizes)
        known.profile(sample, known.add(sample, "tbb", size));
    known.references(sample, "tbb");
    return sample;
}

const Series* seriesOf(const Plot& plot, const std::string& label) {
    const auto found = std::ranges::find(plot.series, label, &Series::label);
    return found == plot.series.end() ? nullptr : &*found;
}

Plot moved(const SampleResults& sample, const char* id, const WhatIfChoice& choice, const Selection& selection = {}) {
    Plot plot = findPlot(id)->draw(sample.results, selection);
    addWhatIf(plot, sample.results, choice, selection);
    return plot;
}

const WhatIfChoice HalfDispatch = {{.dispatchFactor = 0.5}, "tbb"};

}  // namespace

class TestWhatIfOverlay : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theCurveMovesInTheRuntime() {
        const SampleResults sample = measured();
        const Plot plot = moved(sample, "runtime", HalfDispatch);
        const Series* curve = seriesOf(plot, "if: tbb");
        QVERIFY(curve != nullptr && curve->family == "tbb" && curve->hollow && curve->dash == Dash::Dotted);
        const WhatIfCurve expected = whatIf(sample.results, HalfDispatch.question).at(0);
        QCOMPARE(curve->points.size(), expected.points.size());
        for (std::size_t i = 0; i < curve->points.size(); ++i) {
            const PlotPoint& point = curve->points[i];
            QCOMPARE(point.x, static_cast<double>(Sizes[i]));
            QCOMPARE(point.y, expected.points[i].time.count());
            QVERIFY(point.interval && point.interval->low < point.y && point.y < point.interval->high);
        }
        QVERIFY(plot.note.find("estimated, not measured") != std::string::npos);
        QVERIFY(plot.note.find("extrapolates") == std::string::npos);
    }

    void soDoesItsBreakEven() {
        const SampleResults sample = measured();
        const Plot bare = findPlot("speedup")->draw(sample.results, {});
        const Plot plot = moved(sample, "speedup", HalfDispatch);
        QCOMPARE(plot.markers.size(), bare.markers.size() + 1);
        const Marker& marker = plot.markers.back();
        const WhatIfCurve expected = whatIf(sample.results, HalfDispatch.question).at(0);
        QCOMPARE(marker.x, *expected.after.size);
        QVERIFY(marker.x < bare.markers.front().x);
        QVERIFY2(marker.label.starts_with("if: tbb: "), marker.label.c_str());
        QVERIFY(marker.interval && marker.interval->low <= marker.x && marker.x <= marker.interval->high);
        QVERIFY(marker.interval->low >= plot.x.range.low && marker.interval->high <= plot.x.range.high);
        QCOMPARE(seriesOf(plot, "if: tbb")->points.back().y, expected.points.back().after.value);
    }

    void theAxisHasRoomForIt() {
        const SampleResults sample = measured();
        const Plot plot = moved(sample, "speedup", {{.extraWorkers = 16}, "tbb"});
        const Series* curve = seriesOf(plot, "if: tbb");
        QVERIFY(curve != nullptr);
        for (const PlotPoint& point : curve->points)
            QVERIFY(plot.y.range.low <= point.y && point.y <= plot.y.range.high);
        QVERIFY(plot.note.find("extrapolates") != std::string::npos);
    }

    void otherChartsStayAsTheyAre() {
        const SampleResults sample = measured();
        const Plot bare = findPlot("efficiency")->draw(sample.results, {});
        const Plot plot = moved(sample, "efficiency", HalfDispatch);
        QCOMPARE(plot.series.size(), bare.series.size());
        QCOMPARE(plot.note, bare.note);
    }

    void overAnythingButSizesThereIsNoPlaceForIt() {
        SampleResults sample = measured();
        sample.setX("workers");
        QVERIFY(seriesOf(moved(sample, "runtime", HalfDispatch), "if: tbb") == nullptr);
    }

    void whatIsHiddenKeepsItsNameAlone() {
        const SampleResults sample = measured();
        Selection selection;
        selection.hiddenSeries = {"if: tbb"};
        const Plot plot = moved(sample, "runtime", HalfDispatch, selection);
        const Series* curve = seriesOf(plot, "if: tbb");
        QVERIFY(curve != nullptr && curve->hidden && curve->points.empty());
        QCOMPARE(plot.markers.size(), findPlot("runtime")->draw(sample.results, {}).markers.size());
    }

    void aRefusalIsSaid() {
        SampleResults sample(2);
        const KnownParts known;
        for (const ItemCount size : Sizes)
            known.add(sample, "tbb", size);
        known.references(sample, "tbb");
        const Plot plot = moved(sample, "runtime", {{.perfectBalance = true}, "tbb"});
        QVERIFY(seriesOf(plot, "if: tbb") == nullptr);
        QVERIFY2(plot.note.find("if: How the work was shared") != std::string::npos, plot.note.c_str());
    }
};

QTEST_GUILESS_MAIN(TestWhatIfOverlay)
#include "tst_what_if_overlay.moc"
