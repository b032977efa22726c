#include "tests/ui/ui_test.h"
#include "ui/plots/area_labels.h"
#include "ui/plots/chart_frame.h"
#include "ui/plots/cross_hair.h"

#include <QPainterPath>

#include <algorithm>
#include <cmath>

using namespace breakeven;

namespace {

/// From the lower left corner to the upper right one.
Plot rising() {
    Plot plot;
    plot.x = {"Size (items)", Quantity::Items, AxisScale::Log, {10, 1e6}};
    plot.y = {"Runtime (s)", Quantity::Duration, AxisScale::Linear, {0, 10}};
    plot.series.push_back({.label = "tbb", .family = "tbb", .points = {{10, 1, {}, ""}, {1e6, 9, {}, ""}}});
    return plot;
}

Plot withGuides(std::vector<Guide> guides) {
    Plot plot = rising();
    plot.guides = std::move(guides);
    return plot;
}

Marker markerAt(const std::string& label, const std::string& family, double x) {
    Marker marker;
    marker.label = label;
    marker.family = family;
    marker.x = x;
    return marker;
}

ChartFrame frameOf(const Plot& plot, QSizeF size = {800, 500}) {
    return ChartFrame(plot, size, QFont());
}

bool areApart(const std::vector<AreaLabel>& labels) {
    for (std::size_t i = 0; i < labels.size(); ++i) {
        for (std::size_t k = i + 1; k < labels.size(); ++k)
            if (labels[i].room.intersects(labels[k].room)) return false;
    }
    return true;
}

/// Line by line: Qt takes the path of a whole curve for the area that it closes.
bool isOnACurve(const ChartFrame& frame, const QRectF& room) {
    const auto pixel = [&](QPointF number) { return QPointF(frame.xPixel(number.x()), frame.yPixel(number.y())); };
    for (const CurvePoints& curve : frame.curves()) {
        for (qsizetype i = 1; i < curve.line.size(); ++i) {
            QPainterPath line(pixel(curve.line[i - 1]));
            line.lineTo(pixel(curve.line[i]));
            if (line.intersects(room)) return true;
        }
    }
    return false;
}

const AreaLabel* findLabel(const ChartFrame& frame, const QString& text) {
    const auto found = std::ranges::find(frame.labels(), text, &AreaLabel::text);
    return found == frame.labels().end() ? nullptr : &*found;
}

}  // namespace

class TestAreaLabels : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { failOnAnyWarning(); }

    void labelsOfNearLinesStandApart() {
        const ChartFrame frame = frameOf(withGuides({{"L1 48 KiB", false, 3000},
                                                     {"L2 2048 KiB", false, 4000},
                                                     {"L3 260 MiB", false, 4500},
                                                     {"serial", true, 5},
                                                     {"ideal: 2 workers", true, 5.6}}));
        QCOMPARE(frame.labels().size(), std::size_t(5));
        QVERIFY(areApart(frame.labels()));
    }

    void labelsStayWithinTheArea() {
        const ChartFrame frame =
            frameOf(withGuides({{"top", true, 10}, {"bottom", true, 0}, {"left", false, 10}, {"right", false, 1e6}}));
        const QRectF area = frame.area().adjusted(-1, -1, 1, 1);
        QCOMPARE(frame.labels().size(), std::size_t(4));
        QVERIFY(std::ranges::all_of(frame.labels(), [&](const AreaLabel& label) { return area.contains(label.room); }));
    }

    void wordsOfALevelStandAtTheirOwnLine_data() {
        QTest::addColumn<double>("value");
        QTest::newRow("far from the other") << 7.0;
        QTest::newRow("close above it") << 5.2;
        QTest::newRow("close below it") << 4.8;
        QTest::newRow("in the end of the curve") << 9.0;
    }

    void wordsOfALevelStandAtTheirOwnLine() {
        QFETCH(double, value);
        const ChartFrame frame = frameOf(withGuides({{"serial", true, 5}, {"ideal: 2 workers", true, value}}));
        for (const Guide& guide : frame.plot().guides) {
            const AreaLabel* label = findLabel(frame, QString::fromStdString(guide.label));
            QVERIFY(label);
            const double y = frame.yPixel(guide.at);
            QVERIFY(std::min(std::abs(label->room.top() - y), std::abs(label->room.bottom() - y)) < 2);
            QVERIFY(!isOnACurve(frame, label->room));
            const double other = frame.yPixel(guide.at == 5 ? value : 5);
            QVERIFY(other < label->room.top() || other > label->room.bottom());
        }
    }

    void wordsBetweenLinesTooCloseAreLeftToTheTip() {
        const ChartFrame frame =
            frameOf(withGuides({{"serial", true, 5}, {"between", true, 5.1}, {"ideal: 2 workers", true, 5.2}}));
        QVERIFY(findLabel(frame, QStringLiteral("serial")));
        QVERIFY(findLabel(frame, QStringLiteral("ideal: 2 workers")));
        QVERIFY(!findLabel(frame, QStringLiteral("between")));
        const QPointF onIt(frame.area().center().x(), frame.yPixel(5.1));
        QVERIFY(frame.tipAt(onIt).split(u'\n').contains(QStringLiteral("between")));
        QCOMPARE(frame.tipAt(QPointF(onIt.x(), frame.yPixel(8))), QString());
    }

    void boundsAreLabelledAtTheirEnd() {
        Plot plot = withGuides({{"serial", true, 8}});
        plot.x.quantity = Quantity::Number;  // between sizes the curve would sag to the bound's words
        plot.bounds.push_back({"Amdahl", {{10, 2, {}, ""}, {1e6, 8, {}, ""}}});
        const ChartFrame frame = frameOf(plot);
        QCOMPARE(frame.labels().size(), std::size_t(2));
        QVERIFY(areApart(frame.labels()));
        QVERIFY(frame.labels()[1].room.left() > 400);
    }

    void breakEvensStandOffTheCurves_data() {
        QTest::addColumn<double>("height");
        QTest::addColumn<double>("x");
        QTest::newRow("high") << 500.0 << 1e3;
        QTest::newRow("low, at the right") << 260.0 << 5e5;
        QTest::newRow("low, at the left") << 260.0 << 20.0;
    }

    void breakEvensStandOffTheCurves() {
        QFETCH(double, height);
        QFETCH(double, x);
        Plot plot = rising();
        plot.series[0].points = {
            {10, 1, {}, ""}, {1e3, 9.8, {}, ""}, {1e6, 9.8, {}, ""}};  // where words stand at first
        plot.markers.push_back(markerAt("tbb: 12 345 items (12 000–13 000)", "tbb", x));
        plot.markers.push_back(markerAt("threads: 12 346 items (12 000–13 000)", "threads", x * 1.1));
        const ChartFrame frame = frameOf(plot, {500, height});
        QCOMPARE(frame.labels().size(), std::size_t(2));
        QVERIFY(areApart(frame.labels()));
        for (const AreaLabel& label : frame.labels()) {
            QVERIFY(!isOnACurve(frame, label.room));
            const double line = frame.xPixel(plot.markers[*label.marker].x);
            QVERIFY(std::min(std::abs(label.room.left() - line), std::abs(label.room.right() - line)) < 10);
        }
    }

    void aBreakEvenSaysItsSizeAloneWhereMoreHasNoRoom() {
        Plot plot = rising();
        plot.markers.push_back(
            markerAt("a backend with a very long name, in chunks of 256: 1 000 items (900–1 100)", "tbb", 1e3));
        QVERIFY(frameOf(plot, {1200, 500}).labels().at(0).text.startsWith(QStringLiteral("a backend")));
        const ChartFrame narrow = frameOf(plot, {420, 300});
        QCOMPARE(narrow.labels().at(0).text, QStringLiteral("1\u202F000 items"));
        const QPointF onItsLine(narrow.xPixel(1e3), narrow.area().center().y());
        QVERIFY(narrow.tipAt(onItsLine).startsWith(QStringLiteral("a backend")));
    }

    void theBoxOfTheCrossHairLeavesWordsAndNumbersFree() {
        Plot plot = rising();
        plot.markers.push_back(markerAt("tbb: 1 000 items", "tbb", 1e3));
        const ChartFrame frame = frameOf(plot);
        QCOMPARE(frame.labels().size(), std::size_t(1));
        for (const double width : {120, 300, 380, 600}) {
            for (double x = frame.area().left(); x < frame.area().right(); x += 5) {
                const QRectF box = boxBeside(frame, x, {width, 80});
                QVERIFY(!box.intersects(frame.labels().front().room));
                QVERIFY(box.left() >= frame.area().left() && box.right() <= frame.size().width());
                QVERIFY(frame.area().top() <= box.top() && box.bottom() <= frame.area().bottom());
            }
        }
        QVERIFY(boxBeside(frame, 400, {795, 80}).left() >= 0);  // wider than the area: as far as there is room
    }

    void aCurveEverywhereLeavesLinesAlone() {
        Plot plot = withGuides({{"serial", true, 5}});
        plot.markers.push_back(markerAt("tbb: 1 000 items", "tbb", 1e3));
        std::vector<PlotPoint>& points = plot.series[0].points;
        points.clear();
        for (int i = 0; i <= 100; ++i)
            points.push_back({10 * std::pow(1e5, i / 100.0), i % 2 == 0 ? 0.1 : 9.9, {}, ""});
        const ChartFrame frame = frameOf(plot);
        QVERIFY(frame.labels().empty());
    }

    void crowdsLoseWordsInsteadOfLegibility() {
        std::vector<Guide> guides;
        for (int i = 0; i < 60; ++i)
            guides.push_back({"a long label of a guide " + std::to_string(i), false, 1000.0 + i});
        Plot plot = withGuides(guides);
        for (int i = 0; i < 60; ++i)
            plot.markers.push_back(markerAt("tbb: " + std::to_string(i), "tbb", 2000.0 + i));
        const ChartFrame frame = frameOf(plot, {400, 300});
        QVERIFY(!frame.labels().empty() && frame.labels().size() < 60);
        QVERIFY(areApart(frame.labels()));
    }
};

QTEST_MAIN(TestAreaLabels)
#include "tst_area_labels.moc"
