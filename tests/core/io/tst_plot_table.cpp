#include "core/io/plot_json.h"
#include "core/io/plot_table.h"

#include <QtTest>

#include <limits>

using namespace breakeven;

namespace {

constexpr double Infinity = std::numeric_limits<double>::infinity();

Plot samplePlot() {
    Plot plot;
    plot.id = "runtime";
    plot.x = {"Size (items)", Quantity::Items, AxisScale::Log, {10, 1000}};
    plot.y = {"Runtime (s)", Quantity::Duration, AxisScale::Linear, {0, 1}};
    plot.series.push_back(
        {.label = "serial", .family = "serial", .points = {{10, 0.001, {}, "n too small"}, {1000, 0.1, {}, ""}}});
    plot.series.push_back({.label = "a\u202Eb",
                           .family = "tbb",
                           .dash = Dash::DashDot,
                           .sign = Sign::Diamond,
                           .hollow = true,
                           .points = {{100, 0.0123, Interval<double>{0.0121, 0.0126}, "steal"}}});
    plot.guides.push_back({"ideal", true, 2});
    plot.markers.push_back({"tbb pays", "tbb", 500, Interval<double>{400, Infinity}});
    return plot;
}

}  // namespace

class TestPlotTable : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyPositionHasARow() {
        const PlotTable table = plotTable(samplePlot());
        QCOMPARE(table.xTitle, std::string("Size (items)"));
        QCOMPARE(table.series, (std::vector<std::string>{"serial", "a\u202Eb"}));
        QCOMPARE(table.rows.size(), std::size_t{3});
        QCOMPARE(table.rows[0].position, std::string("10 items"));
        QCOMPARE(table.rows[0].values, (std::vector<std::string>{"1.00\u202fms · n too small", ""}));
        QCOMPARE(table.rows[1].x, 100.0);
        QCOMPARE(table.rows[1].values, (std::vector<std::string>{"", "12.3\u202fms (12.1–12.6) · steal"}));
    }

    void valuesReadAsTheirQuantity() {
        const PlotPoint point{1, 0.5, Interval<double>{0.4, 0.6}, ""};
        QCOMPARE(valueText(point, Quantity::Share), std::string("50\u202f% (40\u202f%–60\u202f%)"));
        QCOMPARE(valueText(point, Quantity::Speedup), std::string("0.50× (0.40–0.60)"));
        QCOMPARE(valueText({1, 31000, {}, ""}, Quantity::Items), std::string("31\u202f000"));
        QCOMPARE(positionText({"Workers", Quantity::Workers}, 1), std::string("1 worker"));
        QCOMPARE(positionText({"Workers", Quantity::Workers}, 4), std::string("4 workers"));
        QCOMPARE(positionText({"Chunk (items)", Quantity::Chunk}, 1), std::string("chunks of 1 item"));
        QCOMPARE(positionText({"Parameter fraction", Quantity::Number}, 0.25), std::string("Parameter fraction 0.25"));
    }

    void aHeatMapHasAColumnForEachOfItsRows() {
        Plot plot;
        plot.x = {"Size (items)", Quantity::Items};
        plot.heatMap = HeatMap{
            {10, 1000},
            {{"tbb ×2", "tbb", 0, {}}, {"tbb ×4", "tbb", 0, {}}},
            {{0, 1, 1.84, Interval<double>{1.79, 1.88}, true, "faster", 1}, {1, 0, 0.5, {}, false, "not resolved", 2}},
            2};
        const PlotTable table = plotTable(plot);
        QCOMPARE(table.series, (std::vector<std::string>{"tbb ×2", "tbb ×4"}));
        QCOMPARE(table.rows.size(), std::size_t{2});
        QCOMPARE(table.rows[0].position, std::string("10 items"));
        QCOMPARE(table.rows[0].values, (std::vector<std::string>{"", "0.50× (n too small) · not resolved"}));
        QCOMPARE(table.rows[1].values, (std::vector<std::string>{"1.84× (1.79–1.88) · faster", ""}));
    }

    void aDistributionHasARowForEachBox() {
        Plot plot;
        plot.x.quantity = Quantity::Share;
        plot.y = {"Trial", Quantity::Number};
        Box box;
        box.label = "tbb ×2";
        box.quartiles = {0.9951, 1.01};
        box.whiskers = {0.98, 1.04};
        box.dots = {Dot(), Dot(), Dot()};
        box.value = "1.00 s";
        plot.boxes = {box, box};
        plot.boxes[1].note = "1 outlier";
        const PlotTable table = plotTable(plot);
        QCOMPARE(table.xTitle, std::string("Trial"));
        QCOMPARE(table.series.size(), std::size_t{5});
        QCOMPARE(table.rows[0].position, std::string("tbb ×2"));
        QCOMPARE(table.rows[0].values,
                 (std::vector<std::string>{"1.00 s", "3", "99.5\u202f%–101\u202f%", "98\u202f%–104\u202f%", "none"}));
        QCOMPARE(table.rows[1].x, 1.0);
        QCOMPARE(table.rows[1].values.back(), std::string("1 outlier"));
    }

    void theScriptGetsTheSame() {
        const auto json = plotJson(samplePlot());
        QCOMPARE(json["x"]["log"], true);
        QCOMPARE(json["y"]["quantity"], "duration");
        QCOMPARE(json["series"][0]["points"][0][2], nullptr);
        QCOMPARE(json["series"][1]["label"], "a\\u{202E}b");
        QCOMPARE(json["series"][1]["dash"].size(), std::size_t{4});
        QCOMPARE(json["series"][0]["sign"], "disc");
        QCOMPARE(json["series"][1]["sign"], "diamond");
        QCOMPARE(json["series"][1]["hollow"], true);
        QCOMPARE(json["series"][1]["colour"], (nlohmann::ordered_json{"#0072B2", "#3D9BE0"}));
        QCOMPARE(json["series"][1]["points"][0][3], 0.0126);
        QCOMPARE(json["series"][1]["points"][0][4], "12.3\u202fms (12.1–12.6) · steal");
        QCOMPARE(json["markers"][0]["what"], "break-even");
        QCOMPARE(json["markers"][0]["low"], 400.0);
        QCOMPARE(json["markers"][0]["high"], nullptr);
        QCOMPARE(json["positions"][1], (nlohmann::ordered_json{100.0, "100 items"}));
    }
};

QTEST_GUILESS_MAIN(TestPlotTable)
#include "tst_plot_table.moc"
