#include "core/analysis/waterfall.h"
#include "core/plots/palette.h"
#include "core/plots/plots.h"
#include "tests/support/sample_results.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <set>
#include <string>
#include <utility>

using namespace breakeven;

namespace {

constexpr ByteCount Mebibyte = ByteCount{1} << 20;

/// A profiled pass in which both workers compute that share of the wall time.
void profile(SampleResults& sample, const Trial& trial, double wall, double first, double second, ByteCount bytes) {
    TrialProfiled pass;
    pass.trial = trial.id;
    pass.wall = Seconds(wall);
    pass.listBytes = bytes;
    for (const double busy : {first, second})
        pass.workers.push_back({Seconds(busy * wall), Seconds(0), Seconds(0), Seconds(wall), 1});
    sample.apply(pass);
}

/// Serial moves 64 MiB per 1000 items in 1 s; two threads can move that many MiB/s.
SampleResults streaming(double bandwidth = 96) {
    SampleResults sample;
    sample.run().environment.facts = {{"cpu.caches", "Caches", "L3 16 MiB"}};
    sample.updateRun();
    for (const ItemCount size : {100, 1000, 10'000}) {
        const double seconds = static_cast<double>(size) / 1000;
        sample.measured("serial", size, std::vector<double>(8, seconds));
        const Trial trial = sample.measured("tbb", size, std::vector<double>(8, seconds / 1.25));
        profile(sample, trial, seconds / 1.25, 1, 0.5, size * 64 * Mebibyte / 1000);
    }
    for (const int launch : {0, 1})
        sample.apply(LaunchReference{launch, 0, 0, {}, {{1, 1e8, Seconds(1)}, {2, bandwidth * Mebibyte, Seconds(1)}}});
    return sample;
}

Plot draw(std::string_view id, const Results& results, const Selection& selection = {}) {
    return findPlot(id)->draw(results, selection);
}

const Bound* findBound(const Plot& plot, const std::string& label) {
    const auto found = std::ranges::find(plot.bounds, label, &Bound::label);
    return found == plot.bounds.end() ? nullptr : &*found;
}

const Series* findSeries(const Plot& plot, const std::string& label) {
    const auto found = std::ranges::find(plot.series, label, &Series::label);
    return found == plot.series.end() ? nullptr : &*found;
}

}  // namespace

class TestCeilingsPlot : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void memoryAndAmdahlAreDrawnOverTheSizes() {
        const Plot plot = draw("speedup", streaming().results);
        const Bound* memory = findBound(plot, "memory ×2");
        QVERIFY(memory);
        QCOMPARE(memory->points.size(), std::size_t(2));  // 100 items fit the cache
        QCOMPARE(memory->points[0].x, 1000.0);
        QVERIFY(std::fabs(memory->points[0].y - 1.5) < 1e-9);
        const Bound* amdahl = findBound(plot, "Amdahl");
        QVERIFY(amdahl);
        QCOMPARE(amdahl->points.size(), std::size_t(3));
        QVERIFY(std::fabs(amdahl->points[0].y - 1 / 0.6) < 1e-9);  // e = (0.8 - 0.5) / 0.5
        for (const Bound& bound : plot.bounds) {
            for (const PlotPoint& point : bound.points) {
                QVERIFY(plot.y.range.low <= point.y && point.y <= plot.y.range.high);
                QVERIFY(plot.x.range.low <= point.x && point.x <= plot.x.range.high);
            }
        }
        QVERIFY(findBound(plot, "ideal ×2") == nullptr);  // a guide
    }

    void theAxisMakesRoomForACeiling() {
        QVERIFY(draw("speedup", streaming(96).results).y.range.high < 3);
        QVERIFY(draw("speedup", streaming(192).results).y.range.high >= 3);
    }

    void overTheWorkersTheIdealRises() {
        SampleResults sample(4);
        sample.measured("serial", 1000, std::vector<double>(8, 1.0));
        for (const WorkerCount workers : {2, 4, 8})
            sample.measured("tbb", 1000, std::vector<double>(8, 0.4 + 0.6 / workers), workers);
        sample.setX("workers");
        const Plot plot = draw("speedup", sample.results);
        const Bound* ideal = findBound(plot, "ideal");
        QVERIFY(ideal);
        QCOMPARE(ideal->points.size(), std::size_t(2));
        QCOMPARE(ideal->points[1].x, 4.0);
        QCOMPARE(ideal->points[1].y, 4.0);
        const Bound* amdahl = findBound(plot, "Amdahl, 1\u202f000 items");
        QVERIFY(amdahl);
        QCOMPARE(amdahl->points.size(), std::size_t(2));
        QVERIFY(std::fabs(amdahl->points[0].y - 2.5) < 1e-9);
        QVERIFY(std::fabs(amdahl->points[1].y - 2.5) < 1e-9);
    }

    /// Two CPUs cannot carry Amdahl's law; its ceiling needs one worker count.
    void theListOverTheWorkersHasItsCeilings() {
        SampleResults sample = streaming();
        const Plot plot = draw("speedup-workers", sample.results);
        const Bound* amdahl = findBound(plot, "Amdahl, any number of workers");
        QVERIFY(amdahl);
        QVERIFY(std::fabs(amdahl->points.front().y - 1 / 0.6) < 1e-9);
        const Bound* memory = findBound(plot, "memory");
        QVERIFY(memory);
        QCOMPARE(memory->points.size(), std::size_t(1));  // of the list that is shown
        QCOMPARE(memory->points[0].x, 2.0);
        QVERIFY(std::fabs(memory->points[0].y - 1.5) < 1e-9);
        QCOMPARE(std::ranges::count(plot.bounds, std::string("ideal"), &Bound::label), 1);
    }

    void aCeilingFarAboveIsLeftOut() {
        SampleResults sample;
        sample.measured("serial", 1000, std::vector<double>(8, 1.0));
        sample.measured("tbb", 1000, std::vector<double>(8, 0.51));  // Amdahl's at 50
        const Plot plot = draw("speedup", sample.results);
        QVERIFY(plot.bounds.empty());
        QVERIFY(plot.y.range.high < 3);
    }

    void lossesLeadFromTheIdealDownToTheFastestCurve() {
        const Plot plot = draw("waterfall", streaming().results);
        const Series* own = findSeries(plot, "tbb");
        const Series* balance = findSeries(plot, "after imbalance");
        const Series* overhead = findSeries(plot, "and after overhead");
        const Series* clock = findSeries(plot, "and after the clock");
        QVERIFY(own && balance && overhead && clock);
        const std::vector<Waterfall> falls = waterfalls(streaming().results);
        QCOMPARE(falls.size(), std::size_t(3));
        for (std::size_t i = 0; i < 3; ++i) {
            const auto valueOf = [&](LossCause cause) { return findFactor(falls[i], cause)->value; };
            QVERIFY(std::fabs(balance->points.at(i).y - 0.75) < 1e-12);
            double left = balance->points[i].y * valueOf(LossCause::Overhead);
            QVERIFY(std::fabs(overhead->points.at(i).y - left) < 1e-12);
            left *= valueOf(LossCause::Clock);
            QVERIFY(std::fabs(clock->points.at(i).y - left) < 1e-12);
            QVERIFY(std::fabs(own->points.at(i).y - left * valueOf(LossCause::WorkInflation)) < 1e-12);
        }
        QCOMPARE(balance->points[0].note.text(), std::string("one pass"));
        QVERIFY(plot.note.starts_with("Each line has one loss more"));
        QVERIFY(!findSeries(draw("waterfall", streaming().results, {{}, {}, {"after imbalance"}}), "after imbalance"));
    }

    void aChosenTrialHasTheLossesOfItsOwnCurve() {
        SampleResults sample = streaming();
        const Trial slower = sample.measured("threads", 1000, std::vector<double>(8, 0.9));
        profile(sample, slower, 0.9, 1, 0.25, 64 * Mebibyte);
        QCOMPARE(draw("waterfall", sample.results).title, std::string("Losses of tbb versus size"));
        const Plot plot = draw("waterfall", sample.results, {{}, {}, {}, slower.id});
        QCOMPARE(plot.title, std::string("Losses of threads versus size"));
        QVERIFY(findSeries(plot, "threads") && !findSeries(plot, "tbb"));
        QVERIFY(std::fabs(findSeries(plot, "after imbalance")->points.at(0).y - 0.625) < 1e-12);
        const int serial = sample.results.trials().front().trial.id;
        const Plot ofSerial = draw("waterfall", sample.results, {{}, {}, {}, serial});
        QVERIFY(findSeries(ofSerial, "tbb"));  // serial has no losses: the fastest
    }

    void aChosenCurveWithoutPassesSaysSo() {
        SampleResults sample = streaming();
        const Trial other = sample.measured("threads", 1000, std::vector<double>(8, 0.9));
        const Plot plot = draw("waterfall", sample.results, {{}, {}, {}, other.id});
        QVERIFY(findSeries(plot, "threads") && !findSeries(plot, "after imbalance"));
        QVERIFY(plot.note.starts_with("No profiled pass tells the causes"));
    }

    void everyCauseHasAColourAndASignOfItsOwn() {
        const Plot plot = draw("waterfall", streaming().results);
        std::set<std::string> colours;
        std::set<std::pair<Dash, Sign>> causes;
        for (const Series& series : plot.series) {
            colours.insert(hexText(familyColour(series.family, false)));
            if (series.family != "tbb") causes.insert({series.dash, series.sign});
        }
        QCOMPARE(colours.size(), std::size_t(4));
        QCOMPARE(causes.size(), std::size_t(3));
    }

    void withoutPassesOnlyTheEfficiencyIsShown() {
        SampleResults sample;
        sample.measured("serial", 1000, std::vector<double>(8, 1.0));
        sample.measured("tbb", 1000, std::vector<double>(8, 0.8));
        const Plot plot = draw("waterfall", sample.results);
        QCOMPARE(plot.series.size(), std::size_t(1));
        QCOMPARE(plot.note, std::string("No profiled pass tells the causes"));
        QVERIFY(draw("waterfall", Results{}).series.empty());
    }

    void efficiencyIsPerWorker() {
        const Plot plot = draw("efficiency", streaming().results);
        QVERIFY(std::fabs(findSeries(plot, "tbb")->points.at(0).y - 0.625) < 1e-12);
        const auto ideal = std::ranges::find(plot.guides, std::string("ideal"), &Guide::label);
        QVERIFY(ideal != plot.guides.end());
        QCOMPARE(ideal->at, 1.0);
    }
};

QTEST_GUILESS_MAIN(TestCeilingsPlot)
#include "tst_ceilings_plot.moc"
