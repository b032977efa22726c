// Charts over something else than the size: which curves there are, and what becomes of trials without a number.
#include "tests/core/plots/first_samples.h"

#include <QtTest>

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

using namespace breakeven;

namespace {

void measureChunk(SampleResults& sample, const std::string& backend, ItemCount size, const std::string& chunk,
                  double seconds) {
    Trial trial;
    trial.workload = "square";
    trial.backend = backend;
    trial.call = "map";
    trial.pool = "warm";
    trial.chunk = chunk;
    trial.size = size;
    trial.workers = 2;
    sample.times(sample.add(trial), {seconds});
}

void measureParam(SampleResults& sample, const std::string& backend, const ParamValue& value, double seconds) {
    Trial trial;
    trial.workload = "triad";
    trial.params = {{"scalar", value}};
    trial.backend = backend;
    trial.size = 10;
    sample.times(sample.add(trial), {seconds});
}

std::vector<double> xsOf(const Series& series) {
    std::vector<double> xs;
    for (const auto& point : series.points)
        xs.push_back(point.x);
    return xs;
}

}  // namespace

class TestCurvePlotX : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void workersMakeOneCurvePerBackendAndSize() {
        SampleResults sample(2);
        sample.setX("workers");
        for (const ItemCount size : {10, 2048}) {
            sample.measured("serial", size, {4});
            for (const WorkerCount workers : {4, 1, 2})
                sample.measured("tbb", size, {5.0 / workers}, workers);
        }
        const Plot plot = draw(sample.results);
        QCOMPARE(plot.title, std::string("Test versus workers"));
        QCOMPARE(plot.x.quantity, Quantity::Workers);
        QCOMPARE(labelsOf(plot), (std::vector<std::string>{"tbb 10 items", "tbb 2\u202f048 items"}));
        QCOMPARE(xsOf(plot.series[0]), (std::vector<double>{1, 2, 4}));
        QCOMPARE(plot.series[0].points[0].y, 5.0);
        QVERIFY(plot.series[0].dash != plot.series[1].dash);
        QVERIFY(plot.note.empty());
    }

    void serialLiesAcrossWorkersAndChunks() {
        for (const char* x : {"workers", "chunk"}) {
            SampleResults sample;
            sample.setX(x);
            sample.measured("serial", 10, {40});
            measureChunk(sample, "tbb", 10, "1", 3);
            const Plot plot = draw(sample.results);
            QCOMPARE(labelsOf(plot), std::vector<std::string>{"tbb"});
            QCOMPARE(plot.guides.at(0).label, std::string("serial"));
            QCOMPARE(plot.guides.at(0).at, 40.0);
            QVERIFY(plot.guides.at(0).horizontal);
            QVERIFY(plot.y.range.high >= 40);
            const auto isAcross = [](const Guide& guide) { return guide.horizontal; };
            QVERIFY(std::ranges::none_of(draw(sample.results, {{}, {}, {"serial"}}).guides, isAcross));
            QVERIFY(std::ranges::none_of(draw(sample.results, {}, false).guides, isAcross));
        }
    }

    void aSerialThatFailedIsNoted() {
        SampleResults sample;
        sample.setX("workers");
        sample.fail(sample.measured("serial", 10, {40}), TrialStatus::Crashed);
        sample.measured("tbb", 10, {3});
        const Plot plot = draw(sample.results);
        QCOMPARE(plot.note, std::string("Left out (crashed): serial"));
        QVERIFY(std::ranges::none_of(plot.guides, &Guide::horizontal));
    }

    void theCpusAreMarkedAmongWorkers() {
        SampleResults sample(2);
        sample.setX("workers");
        sample.measured("tbb", 10, {1}, 1);
        QVERIFY(draw(sample.results).guides.empty());  // beyond the axis
        sample.measured("tbb", 10, {1}, 4);
        const Plot plot = draw(sample.results);
        QCOMPARE(plot.guides.at(0).label, std::string("2 usable CPUs"));
        QCOMPARE(plot.guides.at(0).at, 2.0);
        QVERIFY(!plot.guides.at(0).horizontal);
    }

    void chunksThatAreWordsAreNoted() {
        SampleResults sample;
        sample.setX("chunk");
        for (const char* backend : {"tbb", "threads"}) {
            for (const char* chunk : {"64", "1", "auto", "pool", "16384"})
                measureChunk(sample, backend, 10, chunk, 1);
        }
        const Plot plot = draw(sample.results);
        QCOMPARE(labelsOf(plot), (std::vector<std::string>{"tbb", "threads"}));
        QCOMPARE(xsOf(plot.series[0]), (std::vector<double>{1, 64, 16'384}));
        QCOMPARE(plot.x.scale, AxisScale::Log);
        QCOMPARE(plot.note, std::string("Left out (not a number): chunk auto, pool"));
    }

    void whatFailsIsNotedAtItsPlace() {
        SampleResults sample;
        sample.setX("chunk");
        measureChunk(sample, "tbb", 10, "1", 1);
        measureChunk(sample, "tbb", 10, "auto", 1);
        measureChunk(sample, "tbb", 10, "64", 1);
        sample.fail(sample.results.trials().back().trial, TrialStatus::WrongResult);
        sample.fail(sample.results.trials()[1].trial, TrialStatus::Crashed);
        QCOMPARE(draw(sample.results).note,
                 std::string("Left out (crashed) at auto: tbb. Left out (wrong-result) at 64: tbb"));
    }

    void aParameterMakesACurveOfSerialToo() {
        SampleResults sample;
        sample.setX("param:scalar");
        for (const double scalar : {3.0, -2.0, 0.0}) {
            measureParam(sample, "serial", scalar, 4);
            measureParam(sample, "tbb", scalar, 2);
        }
        const Plot plot = draw(sample.results);
        QCOMPARE(plot.title, std::string("Test versus scalar"));
        QCOMPARE(labelsOf(plot), (std::vector<std::string>{"serial", "tbb"}));
        QCOMPARE(xsOf(plot.series[1]), (std::vector<double>{-2, 0, 3}));
        QVERIFY(plot.x.range.low <= -2 && plot.x.range.high >= 3);
        const Plot log = draw(sample.results, {AxisScale::Log, {}, {}});
        QCOMPARE(xsOf(log.series[1]), std::vector<double>{3});
        QCOMPARE(log.x.range, (Interval<double>{1, 10}));
        QCOMPARE(log.note, std::string("Left out (not above 0) at -2, 0: serial, tbb"));
    }

    void aParameterOfWordsDrawsNothingAndSaysSo() {
        SampleResults sample;
        sample.setX("param:scalar");
        measureParam(sample, "tbb", std::string("one-heavy"), 1);
        sample.measured("threads", 10, {1}, 1);
        const Plot plot = draw(sample.results);
        QVERIFY(plot.series.empty());
        QCOMPARE(plot.note,
                 std::string("Left out (not a number): scalar one-heavy. Left out (no scalar): square threads"));
    }

    void listsOfDifferentSizeStandSideBySide() {
        SampleResults sample;
        sample.setX("chunk");
        measureChunk(sample, "tbb", 10, "1", 1);
        measureChunk(sample, "tbb", 1000, "1", 20);
        QCOMPARE(draw(sample.results).y.scale, AxisScale::Linear);
        measureChunk(sample, "tbb", 1000, "2", 21);
        QCOMPARE(draw(sample.results).y.scale, AxisScale::Log);
        sample.setX("size");
        QCOMPARE(draw(sample.results).y.scale, AxisScale::Log);  // times along a logarithmic axis
    }

    void onlySizesHaveABreakEven() {
        SampleResults sample;
        for (const auto& [size, ratio] : {std::pair(ItemCount{10}, 0.5), std::pair(ItemCount{1000}, 2.0)}) {
            sample.measured("serial", size, std::vector<double>(6, 1.0));
            sample.measured("tbb", size, std::vector<double>(6, 1 / ratio));
        }
        QCOMPARE(draw(sample.results).markers.size(), std::size_t{1});
        sample.setX("workers");
        QVERIFY(draw(sample.results).markers.empty());
    }
};

QTEST_GUILESS_MAIN(TestCurvePlotX)
#include "tst_curve_plot_x.moc"
