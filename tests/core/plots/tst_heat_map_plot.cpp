#include "core/plots/heat_map.h"
#include "core/plots/plots.h"
#include "tests/support/sample_results.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <limits>

using namespace breakeven;

namespace {

constexpr double Infinity = std::numeric_limits<double>::infinity();

/// Twelve times within 1 % of s seconds.
std::vector<double> times(double s) {
    std::vector<double> all = steadyTimes(s);
    const std::vector<double> more = steadyTimes(s * 1.001);
    all.insert(all.end(), more.begin(), more.begin() + 4);
    return all;
}

/// On 2 workers tbb pays between 1000 and 10 000 items, on 4 between 100 and 1000; threads never.
SampleResults threeRows() {
    SampleResults sample(4);
    for (const ItemCount size : {100, 1000, 10'000}) {
        const double serial = static_cast<double>(size) * 1e-3;
        sample.measured("serial", size, times(serial));
        sample.measured("tbb", size, times(serial / (size == 10'000 ? 1.8 : 0.5)), 2);
        sample.measured("tbb", size, times(serial / (size >= 1000 ? 3.2 : 0.4)), 4);
        sample.measured("threads", size, times(serial / 0.25), 2);
    }
    return sample;
}

Plot draw(const Results& results, const Selection& selection = {}) {
    return findPlot("heat-map")->draw(results, selection);
}

const Cell* cellAt(const Plot& plot, std::size_t row, std::size_t column) {
    const auto found = std::ranges::find_if(plot.heatMap->cells,
                                            [&](const Cell& cell) { return cell.row == row && cell.column == column; });
    return found == plot.heatMap->cells.end() ? nullptr : &*found;
}

}  // namespace

class TestHeatMapPlot : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyTrialWithABaseHasACell() {
        const Plot plot = draw(threeRows().results);
        QVERIFY(plot.heatMap);
        const HeatMap& map = *plot.heatMap;
        QCOMPARE(map.columns, (std::vector<double>{100, 1000, 10'000}));
        QCOMPARE(map.rows.size(), std::size_t(3));
        QCOMPARE(map.rows[0].label, std::string("tbb ×2"));
        QCOMPARE(map.rows[1].label, std::string("tbb ×4"));
        QCOMPARE(map.rows[2].label, std::string("threads ×2"));
        QCOMPARE(map.rows[0].group, map.rows[1].group);
        QVERIFY(map.rows[1].group != map.rows[2].group);
        QCOMPARE(map.cells.size(), std::size_t(9));
        const Cell* fast = cellAt(plot, 1, 2);
        QVERIFY(fast && fast->isResolved && fast->interval);
        QVERIFY(std::fabs(fast->value - 3.2) < 0.02);
        QCOMPARE(fast->note, std::string("faster"));
        QCOMPARE(fast->trialId, 10);
        QCOMPARE(cellAt(plot, 2, 0)->note, std::string("slower"));
        QCOMPARE(map.strongest, 4.0);
    }

    void fewSamplesAreNotResolved() {
        SampleResults sample;
        sample.measured("serial", 10, {1, 1, 1});
        sample.measured("tbb", 10, {0.5, 0.5, 0.5});
        const Plot plot = draw(sample.results);
        QVERIFY(!cellAt(plot, 0, 0)->isResolved);
        QCOMPARE(cellAt(plot, 0, 0)->note, std::string("not resolved: 3 rounds, 6 are the least"));
        QVERIFY(!plot.heatMap->rows[0].breakEven);
        QVERIFY(contours(*plot.heatMap).empty());
    }

    void theContourPassesBetweenSlowerAndFaster() {
        const Plot plot = draw(threeRows().results);
        const auto lines = contours(*plot.heatMap);
        QCOMPARE(lines.size(), std::size_t(1));  // threads never pay
        QCOMPARE(lines[0].size(), std::size_t(4));
        QVERIFY(lines[0][0].column > 1.5 && lines[0][0].column < 2.5);
        QVERIFY(lines[0][2].column > 0.5 && lines[0][2].column < 1.5);
        QCOMPARE(lines[0][1].row, 1.0);
        QCOMPARE(lines[0][2].row, 1.0);
    }

    void anUnknownBreakEvenInterruptsTheContour() {
        HeatMap map;
        map.columns = {1, 10};
        map.rows = {{"a", "tbb", 0, 0.0}, {"b", "tbb", 0, std::nullopt}, {"c", "tbb", 0, 10.0}};
        const auto lines = contours(map);
        QCOMPARE(lines.size(), std::size_t(2));
        QCOMPARE(lines[0], (std::vector<HeatPlace>{{0, 0}, {0, 1}}));
        QCOMPARE(lines[1], (std::vector<HeatPlace>{{1.5, 2}, {1.5, 3}}));
    }

    void aRowThatNeverPaysInterruptsTheContour() {
        HeatMap map;
        map.columns = {1, 10};
        map.rows = {{"a", "tbb", 0, 10.0}, {"b", "tbb", 0, Infinity}, {"c", "tbb", 0, 10.0}};
        QCOMPARE(contours(map), (std::vector<std::vector<HeatPlace>>{{{1.5, 0}, {1.5, 1}}, {{1.5, 2}, {1.5, 3}}}));
    }

    void whatIsNotMeasuredIsKnown() {
        HeatMap map;
        map.columns = {1, 10};
        map.rows = {{"a", "tbb", 0, {}}, {"b", "tbb", 0, {}}};
        map.cells = {{0, 0, 2, {}, true, "", 0}, {1, 1, 2, {}, true, "", 1}};
        QCOMPARE(unmeasuredCells(map), (std::vector<HeatPlace>{{1.5, 0.5}, {0.5, 1.5}}));
    }

    void sizesLieBetweenTheMiddlesOfColumns() {
        HeatMap map;
        map.columns = {10, 1000, 2000};
        QCOMPARE(columnOf(map, 10), 0.5);
        QCOMPARE(columnOf(map, 100), 1.0);
        QCOMPARE(columnOf(map, 2000), 2.5);
        QCOMPARE(columnOf(map, 0), 0.0);
        QCOMPARE(columnOf(map, Infinity), 3.0);
    }

    void hiddenRowsAreLeftOut() {
        const Plot plot = draw(threeRows().results, {{}, {}, {"tbb ×2"}});
        QCOMPARE(plot.heatMap->rows.size(), std::size_t(2));
        QCOMPARE(plot.heatMap->rows[0].label, std::string("tbb ×4"));
    }

    void withoutABaseItSaysSo() {
        SampleResults sample;
        sample.measured("tbb", 10, {1, 1});
        const Plot plot = draw(sample.results);
        QVERIFY(plot.isEmpty());
        QCOMPARE(plot.note, std::string("Nothing can be compared with serial yet"));
    }

    void coloursDivergeFromThePaper() {
        for (const bool dark : {false, true}) {
            QCOMPARE(heatColour(1, 4, dark), paper(dark).background);
            QCOMPARE(heatColour(4, 4, dark), heatColour(16, 4, dark));
            QCOMPARE(heatColour(0.25, 4, dark), heatColour(0.01, 4, dark));
            const Rgb faster = heatColour(2, 4, dark);
            const Rgb slower = heatColour(0.5, 4, dark);
            QVERIFY(faster.blue > faster.red && slower.red > slower.blue);
            for (const double value : {0.1, 0.3, 0.5, 0.8, 1.0, 1.3, 2.0, 3.0, 4.0})
                QVERIFY(contrast(inkOn(heatColour(value, 4, dark)), heatColour(value, 4, dark)) >= 4.5);
        }
    }
};

QTEST_GUILESS_MAIN(TestHeatMapPlot)
#include "tst_heat_map_plot.moc"
