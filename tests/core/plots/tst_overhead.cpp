#include "core/plots/palette.h"
#include "core/plots/plots.h"
#include "tests/core/analysis/overhead_samples.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <map>
#include <string>
#include <vector>

using namespace breakeven;

namespace {

SampleResults known(const KnownParts& parts, bool hasReferences = true) {
    SampleResults sample(2);
    for (const ItemCount size : {1000, 100'000, 10'000'000}) {
        sample.measured("tbb-simple", size, std::vector<double>(8, 2.0));  // slower, of the same colour
        const Trial trial = parts.add(sample, "tbb", size);
        parts.profile(sample, trial);
        sample.measured("threads", size, std::vector<double>(8, 1.0));  // slower
    }
    if (hasReferences) parts.references(sample, "tbb");
    return sample;
}

Plot draw(const SampleResults& sample, const Selection& selection = {}) {
    return findPlot("overhead")->draw(sample.results, selection);
}

const Series* find(const Plot& plot, const std::string& label) {
    const auto found = std::ranges::find(plot.series, label, &Series::label);
    return found == plot.series.end() ? nullptr : &*found;
}

}  // namespace

class TestOverhead : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void showsThePartsOfTheFastestCurve() {
        const KnownParts parts;
        const Plot plot = draw(known(parts));
        QCOMPARE(plot.title, std::string("Overhead parts of tbb versus size"));
        QCOMPARE(plot.x.scale, AxisScale::Log);
        QCOMPARE(plot.y.scale, AxisScale::Log);
        QVERIFY(find(plot, "tbb"));
        QVERIFY(!find(plot, "threads"));
        QVERIFY(!find(plot, "serial"));
        QVERIFY(!find(plot, "start of the pool"));  // the pool is there
        QVERIFY(!find(plot, "copying items"));      // memory is shared
        for (const char* label :
             {"tbb", "all parts together", "work: serial / workers", "waking the workers", "handing over chunks"}) {
            const Series* const series = find(plot, label);
            QVERIFY2(series != nullptr, label);
            QCOMPARE(series->points.size(), std::size_t(3));
        }
        const PlotPoint& wake = find(plot, "waking the workers")->points[1];
        QCOMPARE(wake.x, 1e5);
        QCOMPARE(wake.y, parts.wake);
        QVERIFY(wake.interval && wake.note.empty());
        const PlotPoint& all = find(plot, "all parts together")->points[2];
        QVERIFY(std::abs(all.y / find(plot, "tbb")->points[2].y - 1) < 1e-9);
        QVERIFY(plot.y.range.low <= 98 * parts.perChunk);  // the cheapest part is seen
        QVERIFY(plot.note.empty());
    }

    void aChosenTrialShowsThePartsOfItsOwnCurve() {
        const KnownParts parts;
        const SampleResults sample = known(parts);
        for (const TrialResult& result : sample.results.trials()) {
            Selection selection;
            selection.trialId = result.trial.id;
            const Plot plot = draw(sample, selection);
            const std::string shown = result.trial.backend == "serial" ? "tbb" : result.trial.backend;  // has no parts
            QCOMPARE(plot.title, "Overhead parts of " + shown + " versus size");
            QVERIFY(find(plot, shown));
            QCOMPARE(find(plot, "waking the workers") != nullptr, shown == "tbb");
        }
    }

    void aColdPoolHasItsStart() {
        KnownParts parts;
        parts.pool = "cold";
        const Plot plot = draw(known(parts));
        QCOMPARE(find(plot, "start of the pool")->points.front().y, parts.startup);
    }

    void partsAboveTheWholeAreSaid() {
        KnownParts parts;
        parts.pool = "cold";
        SampleResults sample = known(parts, false);
        parts.startup =
            parts.parallel(100'000) * 1.01;  // nobody sees that it is more at 100 k, but it is with the others
        parts.references(sample, "tbb");
        QCOMPARE(
            QString::fromStdString(draw(sample).note),
            QString("Above the measured time at 100\u202fk: all parts together; at 1\u202fk: start of the pool (parts "
                    "are timed by themselves, at another moment)"));
    }

    void whatIsNotExplainedIsShown() {
        KnownParts parts;
        SampleResults sample = known(parts, false);
        parts.wake /= 2;
        parts.references(sample, "tbb");
        const Plot plot = draw(sample);
        const Series* const left = find(plot, "not explained by the parts");
        QVERIFY(left != nullptr);
        QCOMPARE(left->points.front().y, parts.wake);
    }

    void withoutReferencesTheReasonIsSaid() {
        const Plot plot = draw(known({}, false));
        QCOMPARE(plot.series.size(), std::size_t(1));
        QVERIFY2(plot.note.starts_with("What the parts of tbb with 2 workers cost was not measured"),
                 plot.note.c_str());
    }

    void everyLineHasALookOfItsOwn() {
        KnownParts parts;
        parts.pool = "cold";
        SampleResults sample = known(parts, false);
        parts.launches = 1;
        parts.wake = 1e-9;  // the rest is not explained
        parts.references(sample, "tbb");
        QCOMPARE(draw(sample).series.size(), std::size_t(7));
        for (const AxisScale y : {AxisScale::Linear, AxisScale::Log}) {
            const Plot plot = draw(sample, {{}, y, {}});
            std::map<std::string, std::vector<const Series*>> ofColour;
            for (const Series& series : plot.series) {
                for (const Series* other : ofColour[hexText(familyColour(series.family, false))])
                    QVERIFY(series.dash != other->dash && series.sign != other->sign);
                ofColour[hexText(familyColour(series.family, false))].push_back(&series);
                for (const PlotPoint& point : series.points) {
                    QVERIFY(plot.y.range.low <= point.y && point.y <= plot.y.range.high);
                    QVERIFY(y == AxisScale::Linear || (point.y > 0 && (!point.interval || point.interval->low > 0)));
                }
            }
            QCOMPARE(ofColour.size(), std::size_t(5));  // the backend's, serial's, and one for each of three parts
        }
    }

    void hiddenLinesAreLeftOut() {
        const Plot plot = draw(known({}), {{}, {}, {"waking the workers", "tbb"}});
        QVERIFY(!find(plot, "waking the workers"));
        QVERIFY(!find(plot, "tbb"));
        QVERIFY(find(plot, "work: serial / workers"));
    }
};

QTEST_GUILESS_MAIN(TestOverhead)
#include "tst_overhead.moc"
