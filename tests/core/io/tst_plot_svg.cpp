#include "core/io/plot_svg.h"
#include "core/io/svg_rows.h"

#include <QXmlStreamReader>
#include <QtTest>

#include <limits>
#include <sstream>
#include <string>

using namespace breakeven;

namespace {

const std::string Hostile = "</svg><script>alert(1)</script>\"'&";

Plot heatMap(const std::string& label) {
    Plot plot;
    plot.id = "heat-map";
    plot.title = label;
    plot.x = {"Size (items)", Quantity::Items};
    plot.heatMap = HeatMap{{10, 1000},
                           {{label, "tbb", 0, 100.0}, {"threads", "threads", 1, 0.0}},
                           {{0, 0, 0.5, {}, true, "slower", 1},
                            {0, 1, 1.84, Interval<double>{1.79, 1.88}, true, "faster", 2},
                            {1, 1, 1.01, {}, false, label, 3}},
                           2};
    return plot;
}

Plot distribution(const std::string& label) {
    Box box;
    box.label = label;
    box.family = label;
    box.median = 1;
    box.interval = {0.99, 1.01};
    box.quartiles = {0.95, 1.05};
    box.whiskers = {0.9, 1.1};
    box.dots = {{1, -0.4, Outlyingness::None}, {1.3, 0, Outlyingness::Mild}, {9, 0.4, Outlyingness::Severe}};
    box.value = label;
    box.note = label;
    Plot plot;
    plot.id = "distribution";
    plot.title = label;
    plot.x = {"Share (%)", Quantity::Share, AxisScale::Linear, {0.8, 1.4}};
    plot.boxes = {box};
    return plot;
}

std::string svgOf(const Plot& plot) {
    std::ostringstream out;
    writeSvg(plot, out);
    return out.str();
}

int count(const std::string& text, const char* part) {
    return static_cast<int>(QString::fromStdString(text).count(QString::fromUtf8(part)));
}

bool isWellFormed(const std::string& text) {
    QXmlStreamReader reader(QString::fromStdString(text));
    while (!reader.atEnd())
        reader.readNext();
    return !reader.hasError();
}

}  // namespace

class TestPlotSvg : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void onlyPlotsWithRowsAreDrawnThisWay() {
        QVERIFY(hasRows(heatMap("tbb")));
        QVERIFY(hasRows(distribution("tbb")));
        QVERIFY(!hasRows(Plot{}));
    }

    void everyCellIsThereAndTheUnresolvedOneIsHatched() {
        const std::string text = svgOf(heatMap("tbb ×2"));
        QVERIFY(isWellFormed(text));
        QCOMPARE(count(text, "class=\"fill cell\""), 3);
        QCOMPARE(count(text, "class=\"hatch\""), 1);
        QCOMPARE(count(text, "class=\"contour\""), 2);
        QCOMPARE(count(text, "class=\"unmeasured\""), 1);
        QVERIFY(count(text, "<title>tbb ×2 at 1\u202f000 items: 1.84× (1.79–1.88), faster</title>") == 1);
        QVERIFY(count(text, ">1 k<") + count(text, ">1\u202fk<") == 1);
    }

    void anAxisHasTwoTicksAtLeast_data() {
        QTest::addColumn<double>("low");
        QTest::addColumn<double>("high");
        QTest::newRow("none of 1, 2 and 5") << 1.05 << 1.4;
        QTest::newRow("one of them") << 0.99 << 1.01;
        QTest::newRow("two of them") << 0.9 << 2.1;
        QTest::newRow("many decades") << 0.05 << 500.0;
    }

    void anAxisHasTwoTicksAtLeast() {
        QFETCH(double, low);
        QFETCH(double, high);
        for (const AxisScale scale : {AxisScale::Linear, AxisScale::Log}) {
            Plot plot = distribution("tbb");
            plot.x.scale = scale;
            plot.x.range = {low, high};
            const QString text = QString::fromStdString(svgOf(plot));
            static const QRegularExpression tick(QStringLiteral(">([0-9.]+)\u202f%<"));
            QStringList labels;
            for (const auto& match : tick.globalMatch(text))
                labels += match.captured(1);
            QVERIFY2(labels.size() >= 2 && labels.removeDuplicates() == 0, qPrintable(text));
        }
    }

    void everySampleHasItsSign() {
        const std::string text = svgOf(distribution("tbb"));
        QVERIFY(isWellFormed(text));
        for (const char* style : {"dots", "dots mild", "dots severe", "box", "interval", "median"})
            QCOMPARE(count(text, (std::string("class=\"") + style + "\"").c_str()), 1);
        QVERIFY(count(text, ">100\u202f%<") == 1);
    }

    void manySamplesAreThinned() {
        Plot plot = distribution("tbb");
        std::vector<Dot> dots(1'000'000, {1, 0, Outlyingness::None});
        dots.back() = {1.3, 0, Outlyingness::Mild};
        plot.boxes[0].dots = std::move(dots);
        const std::string text = svgOf(plot);
        QVERIFY(text.size() < 100'000);
        QCOMPARE(count(text, "class=\"dots mild\""), 1);
    }

    void textStaysText() {
        for (const Plot& plot : {heatMap(Hostile), distribution(Hostile)}) {
            const std::string text = svgOf(plot);
            QVERIFY(isWellFormed(text));
            QCOMPARE(count(text, "<script"), 0);
            QCOMPARE(count(text, "</svg>"), 1);
        }
    }

    void numbersAreShort() {
        QCOMPARE(svgNumber(1.0 / 3), std::string("0.33"));
        QCOMPARE(svgNumber(-0.001), std::string("0"));
        QCOMPARE(svgNumber(120), std::string("120"));
    }
};

QTEST_GUILESS_MAIN(TestPlotSvg)
#include "tst_plot_svg.moc"
