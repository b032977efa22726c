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

    void aPlotWithoutPointsIsAHeader() { QCOMPARE(plotCsv(Plot()), std::string("series,,,low,high,note\n")); }
};

QTEST_GUILESS_MAIN(TestPlotCsv)
#include "tst_plot_csv.moc"
