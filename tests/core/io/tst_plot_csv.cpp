#include "core/io/plot_csv.h"

#include <QTest>

using namespace breakeven;

class TestPlotCsv : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyPointIsARow() {
        Plot plot;
        plot.x.title = "Size (items)";
        plot.y.title = "Runtime (s)";
        plot.series.resize(2);
        plot.series[0].label = "tbb, 2 workers";
        plot.series[0].points = {{10, 0.5, Interval<double>{0.25, 1}, "", 3}, {20, 0.1, {}, "n too small", 4}};
        plot.series[1].label = "=serial";
        plot.series[1].points = {{10, 1e-9, {}, "", {}}};
        QCOMPARE(plotCsv(plot), std::string("series,Size (items),Runtime (s),low,high,note\n"
                                            "\"tbb, 2 workers\",10,0.5,0.25,1,\n"
                                            "\"tbb, 2 workers\",20,0.1,,,n too small\n"
                                            "'=serial,10,1e-09,,,\n"));
    }

    void everyCellOfAMapIsARow() {
        Plot plot;
        plot.x.title = "Size (items)";
        plot.heatMap =
            HeatMap{{10, 1000},
                    {{"tbb", "tbb", 0, {}}, {"threads", "threads", 1, {}}},
                    {{0, 1, 1.5, Interval<double>{1.25, 1.75}, true, "faster", 2}, {1, 0, 0.5, {}, false, "", 3}},
                    2};
        QCOMPARE(plotCsv(plot), std::string("series,Size (items),Speed-up (×),low,high,note\n"
                                            "tbb,1000,1.5,1.25,1.75,faster\n"
                                            "threads,10,0.5,,,\n"));
    }

    void everySampleOfADistributionIsARow() {
        Plot plot;
        plot.x.title = "Share of the median (%)";
        plot.boxes.resize(1);
        plot.boxes[0].label = "tbb";
        plot.boxes[0].dots = {
            {1, -0.3, Outlyingness::None}, {1.5, 0, Outlyingness::Mild}, {4, 0.3, Outlyingness::Severe}};
        QCOMPARE(plotCsv(plot), std::string("series,sample,Share of the median (%),note\n"
                                            "tbb,1,1,\n"
                                            "tbb,2,1.5,outlier\n"
                                            "tbb,3,4,far out\n"));
    }

    void aPlotWithoutPointsIsAHeader() { QCOMPARE(plotCsv(Plot()), std::string("series,,,low,high,note\n")); }
};

QTEST_GUILESS_MAIN(TestPlotCsv)
#include "tst_plot_csv.moc"
