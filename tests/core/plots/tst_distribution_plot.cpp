#include "core/analysis/quality.h"
#include "core/plots/plots.h"
#include "core/stats/distribution.h"
#include "tests/support/sample_results.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <random>
#include <string>
#include <vector>

using namespace breakeven;

namespace {

Plot draw(const Results& results, const Selection& selection = {}) {
    return findPlot("distribution")->draw(results, selection);
}

const Box* findBox(const Plot& plot, const std::string& label) {
    const auto found = std::ranges::find(plot.boxes, label, &Box::label);
    return found == plot.boxes.end() ? nullptr : &*found;
}

}  // namespace

class TestDistributionPlot : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aBoxSumsUpTheSharesOfTheMedian() {
        SampleResults sample;
        sample.measured("serial", 10, {2, 1.84, 2.16, 1.9, 2.1, 2, 2});
        const Plot plot = draw(sample.results);
        QCOMPARE(plot.boxes.size(), std::size_t(1));
        const Box& box = plot.boxes[0];
        QCOMPARE(box.label, std::string("serial"));
        QCOMPARE(box.median, 1.0);
        QVERIFY(std::fabs(box.quartiles.low - 0.975) < 1e-12);
        QVERIFY(std::fabs(box.quartiles.high - 1.025) < 1e-12);
        QVERIFY(std::fabs(box.whiskers.low - 0.92) < 1e-12 && std::fabs(box.whiskers.high - 1.08) < 1e-12);
        QVERIFY(box.interval && box.interval->low <= 1 && box.interval->high >= 1);
        QVERIFY2(box.value.starts_with("2.00\u202fs ("), box.value.c_str());
        QVERIFY(box.note.empty());
        QVERIFY(plot.x.range.low < 0.92 && plot.x.range.high > 1.08);
    }

    void dotsLieInTheOrderOfMeasuring() {
        SampleResults sample;
        sample.measured("serial", 10, {1, 3, 2, 2});
        const SharedList<Dot> dots = draw(sample.results).boxes.at(0).dots;
        QCOMPARE(dots.size(), std::size_t(4));
        QCOMPARE(dots[1].x, 1.5);
        QCOMPARE(dots[0].offset, -0.375);
        QCOMPARE(dots[3].offset, 0.375);
    }

    void drawingAgainSharesTheDots() {
        SampleResults sample;
        sample.measured("serial", 10, {1, 3, 2, 2});
        const Plot first = draw(sample.results);
        const Plot second = draw(sample.results);
        QVERIFY(&second.boxes.at(0).dots[0] == &first.boxes.at(0).dots[0]);
    }

    void outliersAreMarkedAndCounted() {
        SampleResults sample;
        sample.measured("serial", 10, {1, 1.01, 0.99, 1.02, 0.98, 1, 1.01, 0.99, 1.06, 3});
        const Plot plot = draw(sample.results);
        const Box& box = plot.boxes.at(0);
        QCOMPARE(box.dots[8].outlyingness, Outlyingness::Mild);
        QCOMPARE(box.dots[9].outlyingness, Outlyingness::Severe);
        QCOMPARE(box.note, std::string("2 outliers, 1 of them far out"));
        QVERIFY(box.whiskers.high < 1.03);
        QVERIFY(plot.x.range.high < 1.5);  // what is far out does not press the others together
    }

    void twoModesAreNamed() {
        SampleResults sample;
        std::vector<double> seconds;
        for (int i = 0; i < 30; ++i)
            seconds.push_back((i % 2 == 0 ? 1.0 : 2.0) + 0.01 * i);
        sample.measured("serial", 10, seconds);
        QCOMPARE(draw(sample.results).boxes.at(0).note, std::string("more than one mode"));
    }

    /// As the findings say it: of many trials, one looks so by chance.
    void twoModesAreNamedByTheRuleOfTheFindings() {
        std::vector<double> seconds(30);
        std::mt19937_64 generator(20261123);
        std::uniform_real_distribution<double> times(1, 2);
        do {
            std::ranges::generate(seconds, [&] { return times(generator); });
        } while (modality(seconds)->pValue > 0.05 || modality(seconds)->pValue < 0.01);
        SampleResults sample;
        sample.measured("serial", 10, seconds);
        QCOMPARE(draw(sample.results).boxes.at(0).note, std::string("more than one mode"));
        for (std::size_t i = 0; i < seconds.size(); ++i)
            seconds[i] = 1 + 0.01 * static_cast<double>(i);
        for (const char* other : {"tbb", "threads", "openmp", "processes", "async", "stdpar"})
            sample.measured(other, 10, seconds);
        for (const Box& box : draw(sample.results).boxes)
            QCOMPARE(box.note, std::string());
        for (const Finding& finding : qualityFindings(sample.results))
            QVERIFY(finding.id != "several-modes");
    }

    void theLargestListIsShownUnlessATrialIsChosen() {
        SampleResults sample;
        const Trial base = sample.measured("serial", 10, {1, 1, 1});
        const Trial chosen = sample.measured("tbb", 10, {2, 2, 2});
        sample.measured("threads", 10, {2, 2, 2});
        sample.measured("serial", 1000, {1, 1, 1});
        sample.measured("tbb", 1000, {2, 2, 2});
        const Plot all = draw(sample.results);
        QCOMPARE(all.title, std::string("Distribution of samples, 1\u202f000 items"));
        QCOMPARE(all.boxes.size(), std::size_t(2));
        Selection selection;
        selection.trialId = chosen.id;
        const Plot one = draw(sample.results, selection);
        QCOMPARE(one.title, std::string("Distribution of samples, 10 items"));
        QCOMPARE(one.boxes.size(), std::size_t(2));
        QCOMPARE(findBox(one, "tbb")->trialId, chosen.id);
        QCOMPARE(findBox(one, "serial")->trialId, base.id);
        selection.trialId = 99;
        QCOMPARE(draw(sample.results, selection).title, all.title);
    }

    void trialsWithoutSamplesAreCounted() {
        SampleResults sample;
        sample.measured("serial", 10, {1, 1, 1});
        sample.imported("tbb", 10, 0.9, 1, 1.1);
        const Plot plot = draw(sample.results);
        QCOMPARE(plot.boxes.size(), std::size_t(1));
        QCOMPARE(plot.note, std::string("Left out: 1 trial without samples"));
    }
};

QTEST_GUILESS_MAIN(TestDistributionPlot)
#include "tst_distribution_plot.moc"
