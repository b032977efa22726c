#include "ui/plots/plot_places.h"

#include <QTest>

using namespace breakeven;

class TestPlotPlaces : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        m_plot = {};
        m_plot.series.resize(3);
        m_plot.series[0].label = "a";
        m_plot.series[0].points = {{1, 10, {}, {}, {}}, {3, 30, {}, {}, {}}};
        m_plot.series[1].label = "b";
        m_plot.series[1].points = {{2, 20, {}, {}, {}}, {3, 31, {}, {}, {}}};
        m_plot.series[2].label = "c";
        m_plot.series[2].hidden = true;
    }

    void positionsOfAllSeriesAreWalked() {
        QCOMPARE(positionFrom(m_plot, 1), std::optional(1.0));
        QCOMPARE(positionAfter(m_plot, 1), std::optional(2.0));
        QCOMPARE(positionAfter(m_plot, 2), std::optional(3.0));
        QVERIFY(!positionAfter(m_plot, 3));
        QCOMPARE(positionBefore(m_plot, 3), std::optional(2.0));
        QCOMPARE(positionBefore(m_plot, 99), std::optional(3.0));
        QVERIFY(!positionBefore(m_plot, 1));
        QVERIFY(!positionFrom(Plot(), 0));
    }

    void aPointIsFoundAtItsOwnPlaceOnly() {
        QCOMPARE(pointAt(m_plot.series[1], 3)->y, 31.0);
        QVERIFY(!pointAt(m_plot.series[1], 1));
        QVERIFY(!pointAt(m_plot.series[2], 1));
    }

    void seriesAreFoundByLabel() {
        QCOMPARE(findSeries(m_plot, "b"), &m_plot.series[1]);
        QVERIFY(!findSeries(m_plot, "d"));
    }

    void hiddenSeriesCanBeLeftOut() {
        const Plot plot = withoutHidden(m_plot);
        QCOMPARE(plot.series.size(), std::size_t(2));
        QVERIFY(!findSeries(plot, "c"));
    }

private:
    Plot m_plot;
};

QTEST_GUILESS_MAIN(TestPlotPlaces)
#include "tst_plot_places.moc"
