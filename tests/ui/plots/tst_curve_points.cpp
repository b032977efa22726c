#include "tests/ui/ui_test.h"
#include "ui/plots/chart_frame.h"
#include "ui/plots/curve_points.h"

#include <algorithm>
#include <cmath>
#include <utility>

using namespace breakeven;

namespace {

constexpr QSizeF Size{800, 500};

Plot plotOf(std::size_t count, AxisScale y = AxisScale::Linear) {
    Plot plot;
    plot.x = {"x", Quantity::Number, AxisScale::Linear, {0, static_cast<double>(count)}};
    plot.y = {"y", Quantity::Number, y, {0.5, 3.5}};
    plot.series.resize(1);
    plot.series[0].label = "wave";
    plot.series[0].family = "tbb";
    for (std::size_t i = 0; i < count; ++i) {
        const auto x = static_cast<double>(i);
        const double value = 2 + std::sin(x * 12.9898);
        plot.series[0].points.push_back({x, value, Interval<double>{value * 0.9, value * 1.1}, {}, {}});
    }
    return plot;
}

ChartFrame frameOf(const Plot& plot, const ZoomRange& zoom = {}) {
    return {plot, Size, QFont(), zoom};
}

}  // namespace

class TestCurvePoints : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnAnyWarning(); }

    void fewPointsAreKeptAsTheyAre() {
        const Plot plot = plotOf(50);
        const CurvePoints points = curvePoints(plot.series[0], frameOf(plot));
        QCOMPARE(points.line.size(), 50);
        QCOMPARE(points.markers, points.line);
        for (qsizetype i = 0; i < 50; ++i) {
            const PlotPoint& point = plot.series[0].points[static_cast<std::size_t>(i)];
            QCOMPARE(points.line[i], QPointF(point.x, point.y));
            QCOMPARE(points.low[i], QPointF(point.x, point.interval->low));
            QCOMPARE(points.high[i], QPointF(point.x, point.interval->high));
        }
    }

    void manyPointsKeepEachColumnsEnds() {
        const Plot plot = plotOf(200'000);
        const ChartFrame frame = frameOf(plot);
        const CurvePoints points = curvePoints(plot.series[0], frame);
        QVERIFY(points.line.size() <= static_cast<qsizetype>(2 * frame.area().width()) + 6);
        QVERIFY(points.markers.isEmpty());
        QVERIFY(points.isDense && !curvePoints(plotOf(50).series[0], frame).isDense);
        const double columns = std::ceil(frame.area().width());
        const auto columnOf = [&](double x) { return static_cast<std::size_t>(shareOf(frame.xAxis(), x) * columns); };
        struct Ends {
            double low = HUGE_VAL, high = -HUGE_VAL;
        };
        std::vector<Ends> all(static_cast<std::size_t>(columns) + 1);
        std::vector<Ends> kept(all.size());
        const auto add = [&](std::vector<Ends>& to, double x, double y) {
            Ends& ends = to[columnOf(x)];
            ends = {std::min(ends.low, y), std::max(ends.high, y)};
        };
        for (const PlotPoint& point : plot.series[0].points)
            add(all, point.x, point.y);
        for (const QPointF& point : points.line)
            add(kept, point.x(), point.y());
        std::size_t unequal = 0;
        for (std::size_t column = 0; column < all.size(); ++column)
            unequal += all[column].low != kept[column].low || all[column].high != kept[column].high;
        QCOMPARE(unequal, std::size_t(0));
    }

    /// Else a break-even would stand beside the place where the curve crosses 1.
    void betweenSizesTheLineIsAPowerOnEveryAxis() {
        for (const auto& [xScale, yScale] :
             {std::pair(AxisScale::Linear, AxisScale::Linear), std::pair(AxisScale::Log, AxisScale::Linear),
              std::pair(AxisScale::Linear, AxisScale::Log)}) {
            Plot plot = plotOf(0);
            plot.x = {"Size", Quantity::Items, xScale, {100, 10'000}};
            plot.y = {"Speed-up", Quantity::Speedup, yScale, {0.1, 5}};
            plot.series[0].points = {{100, 0.25, Interval<double>{0.2, 0.3}, {}, {}},
                                     {10'000, 4, Interval<double>{3.2, 4.8}, {}, {}}};  // crosses 1 at 1000
            for (const ZoomRange& zoom : {ZoomRange{}, ZoomRange{Interval<double>{990, 1010}, {}}}) {
                const CurvePoints points = curvePoints(plot.series[0], frameOf(plot, zoom));
                const auto valueAt1000 = [](const QList<QPointF>& line) {
                    const auto right = std::ranges::lower_bound(line, 1000.0, {}, &QPointF::x);
                    const QPointF from = *(right - 1);
                    return from.y() + (right->y() - from.y()) * (1000 - from.x()) / (right->x() - from.x());
                };
                QVERIFY(std::abs(valueAt1000(points.line) - 1) < 0.005);
                QVERIFY(std::abs(valueAt1000(points.low) - 0.8) < 0.005);
                QVERIFY(std::abs(valueAt1000(points.high) - 1.2) < 0.005);
                QVERIFY(points.markers.size() <= 2);
            }
        }
    }

    void manySizesAndOtherNumbersStayStraight() {
        Plot many = plotOf(1000);
        many.x.quantity = Quantity::Items;
        QCOMPARE(curvePoints(many.series[0], frameOf(many)).line.size(), 1000);
        const Plot numbers = plotOf(3);
        QCOMPARE(curvePoints(numbers.series[0], frameOf(numbers)).line.size(), 3);
    }

    void onlyWhatIsInSightAndItsNeighboursAreDrawn() {
        const Plot plot = plotOf(50);
        const CurvePoints points = curvePoints(plot.series[0], frameOf(plot, {Interval<double>{9.5, 20.5}, {}}));
        QCOMPARE(points.line.size(), 13);
        QCOMPARE(points.line.front().x(), 9.0);
        QCOMPARE(points.line.back().x(), 21.0);
        QCOMPARE(points.markers.size(), 11);
    }

    void farNeighboursAreCutOnTheirLine() {
        Plot plot = plotOf(2);
        plot.y = {"y", Quantity::Number, AxisScale::Linear, {0, 1000}};
        plot.series[0].points = {{0, 0, {}, {}, {}}, {1, 1000, {}, {}, {}}};
        const ZoomRange zoom{Interval<double>{0.5, 0.51}, Interval<double>{500, 510}};
        const ChartFrame frame = frameOf(plot, zoom);
        const CurvePoints points = curvePoints(plot.series[0], frame);
        QVERIFY(points.line.size() >= 2);
        QVERIFY(points.markers.isEmpty());
        for (const QPointF& point : points.line) {
            QVERIFY(point.x() > 0.48 && point.x() < 0.53);
            QVERIFY(qAbs(point.y() - 1000 * point.x()) < 1e-6);
        }
    }

    void linesAreCutAboveAndBelow() {
        const QPolygonF cut = withinReach({QPointF(0, 0), QPointF(0.5, 10), QPointF(1, 0)});
        QCOMPARE(cut, QPolygonF({QPointF(0, 0), QPointF(0.1, 2), QPointF(0.5, 2), QPointF(0.9, 2), QPointF(1, 0)}));
        const QPolygonF across = withinReach({QPointF(0, -5), QPointF(1, 5)});
        QCOMPARE(across, QPolygonF({QPointF(0, -1), QPointF(0.4, -1), QPointF(0.7, 2), QPointF(1, 2)}));
        const QPolygonF inside({QPointF(-1, 0), QPointF(2, 1)});
        QCOMPARE(withinReach(inside), inside);
    }

    void aSeriesWithoutIntervalsHasNoBand() {
        Plot plot = plotOf(5);
        for (PlotPoint& point : plot.series[0].points)
            point.interval.reset();
        const CurvePoints points = curvePoints(plot.series[0], frameOf(plot));
        QCOMPARE(points.line.size(), 5);
        QVERIFY(points.low.isEmpty() && points.high.isEmpty());
    }

    /// It would look exact there, where least is known.
    void theBandEndsBesideAPointWithoutInterval() {
        Plot plot = plotOf(6);
        std::vector<PlotPoint>& wave = plot.series[0].points;
        wave[2].interval.reset();
        const CurvePoints points = curvePoints(plot.series[0], frameOf(plot));
        const auto widthAt = [&](double x) {
            double widest = 0;
            for (qsizetype i = 1; i < points.low.size(); ++i) {
                const QPointF from = points.low[i - 1], to = points.low[i];
                if (from.x() > x || x > to.x() || from.x() == to.x()) continue;
                const double share = (x - from.x()) / (to.x() - from.x());
                const double high = points.high[i - 1].y() + share * (points.high[i].y() - points.high[i - 1].y());
                widest = std::max(widest, high - (from.y() + share * (to.y() - from.y())));
            }
            return widest;
        };
        QVERIFY(widthAt(0.9) > 0.1 && widthAt(3.1) > 0.1);
        for (const double x : {1.01, 1.5, 2.0, 2.5, 2.99})
            QVERIFY2(widthAt(x) < 1e-9, qPrintable(QString::number(x)));
    }

    void anIntervalAloneIsABar() {
        for (const std::size_t alone : {0, 2, 4}) {
            Plot plot = plotOf(5);
            std::vector<PlotPoint>& wave = plot.series[0].points;
            for (std::size_t i = 0; i < wave.size(); ++i)
                if (i != alone) wave[i].interval.reset();
            const ChartFrame frame = frameOf(plot);
            const CurvePoints points = curvePoints(plot.series[0], frame);
            std::vector<double> xs;
            for (qsizetype i = 0; i < points.low.size(); ++i) {
                if (points.low[i].y() == points.high[i].y()) continue;
                QCOMPARE(points.low[i].y(), wave[alone].interval->low);
                QCOMPARE(points.high[i].y(), wave[alone].interval->high);
                xs.push_back(frame.xPixel(points.low[i].x()));
            }
            QCOMPARE(xs.size(), std::size_t(2));
            QCOMPARE(xs[1] - xs[0], 8.0);
        }
    }

    void nothingBelowZeroReachesALogarithmicAxis() {
        Plot plot = plotOf(3, AxisScale::Log);
        plot.series[0].points[0].y = 0;
        plot.series[0].points[1].interval->low = 0;
        const CurvePoints points = curvePoints(plot.series[0], frameOf(plot));
        QCOMPARE(points.line.size(), 2);
        QVERIFY(points.low[0].y() > 0);
    }
};

QTEST_MAIN(TestCurvePoints)
#include "tst_curve_points.moc"
