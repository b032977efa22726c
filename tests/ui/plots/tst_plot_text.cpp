#include "tests/ui/ui_test.h"
#include "ui/plots/plot_text.h"

using namespace breakeven;

namespace {

PlotPoint pointAt(double x, double y, std::optional<Interval<double>> interval = {}, const std::string& note = {}) {
    return {x, y, interval, note};
}

/// serial at 10 and 1000, tbb at 1000 and 100 000.
Plot twoCurves() {
    Plot plot;
    plot.title = "Runtime versus size";
    plot.y.quantity = Quantity::Duration;
    plot.series.resize(2);
    plot.series[0].label = "serial";
    plot.series[0].points = {pointAt(10, 1e-6), pointAt(1'000, 1e-4, Interval<double>{0.9e-4, 1.2e-4})};
    plot.series[1].label = "tbb";
    plot.series[1].points = {pointAt(1'000, 2e-4, {}, "n too small"), pointAt(100'000, 5e-3)};
    return plot;
}

QString positionOf(Quantity quantity, double x, const std::string& title = {}) {
    Axis axis;
    axis.title = title;
    axis.quantity = quantity;
    return positionText(axis, x);
}

}  // namespace

class TestPlotText : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnAnyWarning(); }

    void objectNamesAreMadeOfPlotIds() {
        QCOMPARE(objectStem("runtime"), QStringLiteral("runtime"));
        QCOMPARE(objectStem("time-per-item"), QStringLiteral("timePerItem"));
    }

    void cellsAndBoxesAreSentences() {
        Plot plot;
        plot.title = "Speed-up vs serial";
        plot.x.quantity = Quantity::Items;
        plot.heatMap = HeatMap{{31'000}, {{"tbb %2", "tbb", 0, {}}}, {{0, 0, 1.84, {}, false, "not resolved", 1}}, 2};
        const QString cell = cellText(plot, plot.heatMap->cells[0]);
        QCOMPARE(cell, QStringLiteral("tbb %2 at 31\u202f000 items: 1.84× (n too small), not resolved"));
        QCOMPARE(describePlot(plot), QStringLiteral("Speed-up vs serial. ") + cell);
        Box box;
        box.label = "tbb %3";
        box.value = "1.00 s";
        box.quartiles = {0.995, 1.01};
        box.dots = std::vector<Dot>(7);
        QCOMPARE(
            boxText(box),
            QStringLiteral("tbb %3: 1.00 s, samples: 7, the middle half from 99.5\u202f% to 101\u202f% of the median"));
        box.note = "1 outlier";
        QVERIFY(boxText(box).endsWith(QStringLiteral(", 1 outlier")));
        plot.heatMap.reset();
        plot.x.quantity = Quantity::Share;
        plot.boxes = {box};
        QCOMPARE(describePlot(plot), QStringLiteral("Speed-up vs serial. ") + boxText(box));
    }

    void positionsHaveTheirUnit() {
        QCOMPARE(positionOf(Quantity::Items, 31'000), QStringLiteral("31\u202f000 items"));
        QCOMPARE(positionOf(Quantity::Items, 1), QStringLiteral("1 item"));
        QCOMPARE(positionOf(Quantity::Chunk, 64), QStringLiteral("chunks of 64 items"));
        QCOMPARE(positionOf(Quantity::Workers, 8), QStringLiteral("8 workers"));
        QCOMPARE(positionOf(Quantity::Workers, 1), QStringLiteral("1 worker"));
        QCOMPARE(positionOf(Quantity::Number, 0.5, "Parameter scalar"), QStringLiteral("Parameter scalar 0.5"));
        QCOMPARE(positionOf(Quantity::Duration, 0.0124), QStringLiteral("12.4\u202fms"));
        QCOMPARE(positionOf(Quantity::Speedup, 1.84), QStringLiteral("1.84×"));
        QCOMPARE(positionOf(Quantity::Share, 0.25), QStringLiteral("25\u202f%"));
    }

    void aShortenedTitleKeepsItsUnit() {
        const QFontMetricsF metrics{QFont()};
        const QString title = QStringLiteral("Time to the first result (ms)");
        const double whole = metrics.horizontalAdvance(title);
        QCOMPARE(shortenedTitle(title, metrics, whole + 1), title);
        const QString shortened = shortenedTitle(title, metrics, 0.7 * whole);
        QVERIFY2(shortened.endsWith(QStringLiteral("… (ms)")), qPrintable(shortened));
        QVERIFY(metrics.horizontalAdvance(shortened) <= 0.7 * whole);
        QVERIFY(shortenedTitle(QStringLiteral("Time per item"), metrics, 40).endsWith(QStringLiteral("…")));
        QVERIFY(metrics.horizontalAdvance(shortenedTitle(title, metrics, 20)) <= 20);
    }

    void axesHaveANameForSentences() {
        Axis axis;
        axis.title = "Workers (threads or processes)";
        QCOMPARE(axisName(axis), QStringLiteral("workers"));
        axis.title = "Parameter steps";
        QCOMPARE(axisName(axis), QStringLiteral("parameter steps"));
        QVERIFY(axisName(Axis()).isEmpty());
    }

    void onlyCurvesWithAPointThereSpeak() {
        const Plot plot = twoCurves();
        const std::vector<HoverLine> first = hoverLines(plot, 10);
        QCOMPARE(first.size(), std::size_t(1));
        QCOMPARE(first[0].series, &plot.series[0]);
        QCOMPARE(first[0].value, QStringLiteral("1.00\u202fµs"));
        const std::vector<HoverLine> both = hoverLines(plot, 1'000);
        QCOMPARE(both.size(), std::size_t(2));
        QCOMPARE(both[0].value, QStringLiteral("100\u202fµs (90–120)"));
        QCOMPARE(both[1].value, QStringLiteral("200\u202fµs · n too small"));
        QVERIFY(hoverLines(plot, 11).empty());
    }

    void ratiosKeepTheirInterval() {
        Plot plot = twoCurves();
        plot.y.quantity = Quantity::Speedup;
        plot.series[0].points = {pointAt(10, 1.84, Interval<double>{1.79, 1.88})};
        QCOMPARE(hoverLines(plot, 10)[0].value, QStringLiteral("1.84× (1.79–1.88)"));
    }

    void descriptionsAreSentences() {
        Plot plot = twoCurves();
        plot.series.emplace_back().label = "empty";
        plot.markers.push_back({"tbb pays from 2 000 items", "tbb", 2'000, {}});
        plot.bounds.push_back({"memory", {pointAt(10, 1e-7), pointAt(1'000, 1e-6)}});
        plot.guides = {{"serial", true, 1e-3}, {"L1 48 KiB", false, 6'000}};
        plot.note = "Left out: async (crashed) at 10";
        QCOMPARE(
            describePlot(plot),
            QStringLiteral("Runtime versus size. serial: 1.00\u202fµs at 10 items, 100\u202fµs (90–120) at "
                           "1\u202f000 items. tbb: 200\u202fµs · n too small at 1\u202f000 items, 5.00\u202fms at "
                           "100\u202f000 items. tbb pays from 2 000 items. memory: 100\u202fns at 10 items, "
                           "1.00\u202fµs at 1\u202f000 items. serial: a line at 1.00\u202fms. L1 48 KiB: a line at "
                           "6\u202f000 items. Left out: async (crashed) at 10"));
    }
};

QTEST_MAIN(TestPlotText)
#include "tst_plot_text.moc"
