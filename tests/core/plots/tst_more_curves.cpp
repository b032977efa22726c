// The charts that put something of their own on an axis: time per item, first result, workers, grain.
#include "core/analysis/findings.h"
#include "core/plots/plots.h"
#include "tests/support/sample_results.h"

#include <QTest>

#include <algorithm>
#include <cmath>

using namespace breakeven;

namespace {

Plot draw(std::string_view id, const Results& results, const Selection& selection = {}) {
    return findPlot(id)->draw(results, selection);
}

bool isNear(double a, double b) {
    return std::fabs(a - b) <= 1e-9 * std::fabs(b);
}

const Bound* findBound(const Plot& plot, std::string_view start) {
    const auto found =
        std::ranges::find_if(plot.bounds, [&](const Bound& bound) { return bound.label.starts_with(start); });
    return found == plot.bounds.end() ? nullptr : &*found;
}

/// A tenth of serial's time cannot be shared; on 1, 2, 4 and 8 workers. The smaller list has one worker count.
SampleResults amdahl() {
    SampleResults sample(4);
    sample.measured("serial", 10, steadyTimes(0.01));
    sample.measured("tbb", 10, steadyTimes(0.02), 2);
    sample.measured("serial", 1000, steadyTimes(1));
    for (const WorkerCount workers : {1, 2, 4, 8})
        sample.measured("tbb", 1000, steadyTimes(0.1 + 0.9 / std::min(workers, 4)), workers);
    return sample;
}

Trial chunkTrial(SampleResults& sample, const std::string& chunk, double seconds) {
    Trial trial;
    trial.workload = "square";
    trial.backend = "threads";
    trial.call = "map";
    trial.chunk = chunk;
    trial.pool = "warm";
    trial.size = 1000;
    trial.workers = 2;
    const Trial added = sample.add(trial);
    sample.times(added, steadyTimes(seconds));
    return added;
}

/// 64 is the fastest, 256 cannot be told from it.
SampleResults grains() {
    SampleResults sample;
    sample.setX("chunk");
    sample.measured("serial", 1000, steadyTimes(4));
    for (const auto& [chunk, seconds] : {std::pair("1", 9.0), std::pair("16", 3.0), std::pair("64", 2.0),
                                         std::pair("256", 2.001), std::pair("1000", 5.0), std::pair("auto", 2.2)})
        chunkTrial(sample, chunk, seconds);
    return sample;
}

}  // namespace

class TestMoreCurves : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void timePerItemIsTheMedianOverTheItems() {
        SampleResults sample;
        sample.measured("serial", 10, {5, 1, 2, 3, 4, 6});
        const Plot plot = draw("time-per-item", sample.results);
        const PlotPoint& point = plot.series.at(0).points.at(0);
        QVERIFY(isNear(point.y, 0.35));
        QVERIFY(isNear(point.interval->low, 0.1) && isNear(point.interval->high, 0.6));
        QCOMPARE(point.trialId, std::optional(0));
    }

    void firstResultsAreThoseThatWereRecorded() {
        SampleResults sample;
        sample.measured("serial", 10, {1, 1, 1});
        const Trial streamed = sample.trial("tbb", 10);
        for (int round = 0; round < 7; ++round) {
            Sample one;
            one.trial = streamed.id;
            one.round = round;
            one.seconds = Seconds(1);
            one.firstResult = Seconds(0.1 + 0.01 * round);
            sample.apply(one);
        }
        const Plot plot = draw("latency", sample.results);
        QCOMPARE(plot.series.size(), std::size_t(1));
        QVERIFY(isNear(plot.series[0].points.at(0).y, 0.13));
        QVERIFY(plot.series[0].points[0].interval);
    }

    void withoutFirstResultsItSaysSo() {
        SampleResults sample;
        sample.measured("tbb", 10, {1, 1, 1});
        const Plot plot = draw("latency", sample.results);
        QVERIFY(plot.isEmpty());
        QVERIFY(plot.note.starts_with("No trial of this run hands out results"));
        QVERIFY(draw("latency", Results{}).note.empty());
    }

    void workersAreComparedOnTheListThatMostShare() {
        const Plot plot = draw("speedup-workers", amdahl().results);
        QCOMPARE(plot.title, std::string("Speed-up versus workers, 1\u202f000 items"));
        QCOMPARE(plot.series.size(), std::size_t(1));
        QCOMPARE(plot.series[0].label, std::string("tbb"));
        QCOMPARE(plot.series[0].points.size(), std::size_t(4));
        QVERIFY(isNear(plot.series[0].points[1].y, 1 / 0.55));
        QVERIFY(plot.note.empty());
    }

    void theIdealEndsAtTheCpus() {
        const Plot plot = draw("speedup-workers", amdahl().results);
        const Bound* ideal = findBound(plot, "ideal");
        QVERIFY(ideal);
        QCOMPARE(ideal->points.front().y, 1.0);
        QCOMPARE(ideal->points[3].y, 4.0);
        QCOMPARE(ideal->points.back().x, 8.0);
        QCOMPARE(ideal->points.back().y, 4.0);
    }

    void amdahlsLawIsDrawnWhereThePointsCarryIt() {
        const Plot plot = draw("speedup-workers", amdahl().results);
        const Bound* law = findBound(plot, "Amdahl, tbb: 10\u202f% serial");
        QVERIFY(law);
        QVERIFY(std::fabs(law->points[1].y - 1 / 0.55) < 1e-3);
        SampleResults two;
        two.measured("serial", 10, steadyTimes(1));
        two.measured("tbb", 10, steadyTimes(0.6), 2);
        const Plot single = draw("speedup-workers", two.results);
        QVERIFY(!findBound(single, "Amdahl"));
        QCOMPARE(single.note, std::string("The run has one worker count; others show how the speed-up grows"));
    }

    void theBestChunkIsMarkedWithThoseThatAreAsGood() {
        const Plot plot = draw("grain", grains().results);
        QCOMPARE(plot.markers.size(), std::size_t(1));
        const Marker& best = plot.markers[0];
        QCOMPARE(best.what, std::string("best chunk"));
        QCOMPARE(best.x, 64.0);
        QCOMPARE(best.interval, std::optional(Interval<double>{64, 256}));
        QCOMPARE(best.label, std::string("threads: 64 items (64–256)"));
        QCOMPARE(plot.series.at(0).points.size(), std::size_t(5));
        QVERIFY(plot.note.empty());
    }

    /// The headline, the advice and the marker name one chunk, whatever the ratios to serial say.
    void theHeadlineNamesTheChunkThatIsMarked() {
        SampleResults sample;
        sample.setX("chunk");
        sample.measured("serial", 1000, {4.00, 4.02, 3.98, 4.01, 3.99, 4.00, 4.03, 3.97, 4.00, 4.01});
        chunkTrial(sample, "1", 9.0);
        chunkTrial(sample, "64", 2.0);
        const Trial ahead = chunkTrial(sample, "256", 2.002);
        sample.times(ahead, {1.98, 1.99}, 1);  // rounds that serial did not take
        chunkTrial(sample, "auto", 1.999);
        const Plot plot = draw("grain", sample.results);
        QCOMPARE(plot.markers.size(), std::size_t(1));
        const std::string chunk = "chunks of " + std::to_string(static_cast<int>(plot.markers[0].x)) + " items";
        const std::string said = headline(sample.results).text;
        QVERIFY2(said.find(chunk) != std::string::npos, said.c_str());
    }

    /// Its own interval meets the fastest one's, yet in the same rounds it is always slower.
    void aChunkThatIsSlowerInTheSameRoundsIsNotAsGood() {
        SampleResults sample;
        sample.setX("chunk");
        const Trial best = chunkTrial(sample, "64", 1);
        Trial near = best;
        near.chunk = "256";
        std::vector<double> slower;
        for (const TrialResult& result : sample.results.trials()) {
            for (const Sample& one : result.samples)
                slower.push_back(one.seconds.count() * 1.015);
        }
        sample.times(sample.add(near), slower);
        chunkTrial(sample, "1", 3);
        const Plot plot = draw("grain", sample.results);
        QCOMPARE(plot.markers.size(), std::size_t(1));
        QCOMPARE(plot.markers[0].interval, std::optional(Interval<double>{64, 64}));
    }

    void aBestChunkThatCannotBeToldIsNotMarked() {
        SampleResults sample;
        chunkTrial(sample, "1", 2.0);
        chunkTrial(sample, "64", 2.001);
        const Plot plot = draw("grain", sample.results);
        QVERIFY(plot.markers.empty());
        QCOMPARE(plot.note, std::string("Which chunk is best is not resolved"));
        SampleResults both = grains();
        Trial other;
        other.workload = "square";
        other.backend = "tbb";
        other.size = 1000;
        other.workers = 2;
        for (const char* chunk : {"1", "64"}) {
            other.chunk = chunk;
            both.times(both.add(other), steadyTimes(3));
        }
        QCOMPARE(draw("grain", both.results).note, std::string("Which chunk is best is not resolved: tbb"));
    }

    void whatTheBackendChoosesIsALineAcross() {
        const Plot plot = draw("grain", grains().results);
        const auto own = std::ranges::find(plot.guides, std::string("threads, chunk auto"), &Guide::label);
        QVERIFY(own != plot.guides.end() && own->horizontal);
        QVERIFY(std::fabs(own->at - 2.2) < 0.01);
        QVERIFY(std::ranges::count(plot.guides, std::string("serial"), &Guide::label) == 1);
        QVERIFY(draw("grain", grains().results, {{}, {}, {"threads"}}).markers.empty());
    }

    void withoutTwoChunksItSaysSo() {
        SampleResults sample;
        sample.measured("serial", 10, {1, 1});
        chunkTrial(sample, "64", 1);
        const Plot plot = draw("grain", sample.results);
        QVERIFY(plot.isEmpty() && plot.guides.empty());
        QCOMPARE(plot.note, std::string("The run has no two sizes of chunks; the experiment grain has"));
    }
};

QTEST_GUILESS_MAIN(TestMoreCurves)
#include "tst_more_curves.moc"
