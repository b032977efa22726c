#include "core/plots/plots.h"
#include "tests/support/sample_results.h"
#include "tests/ui/ui_test.h"
#include "ui/plots/chart_view.h"
#include "ui/plots/plot_renderer.h"
#include "ui/plots/plot_text.h"
#include "ui/theme.h"

#include <QAreaSeries>
#include <QChart>
#include <QLineSeries>
#include <QLogValueAxis>
#include <QScatterSeries>

using namespace breakeven;

namespace {

/// serial and tbb over three decades, crossing in between.
Results crossing() {
    SampleResults sample;
    for (const ItemCount size : {ItemCount(10), ItemCount(1'000), ItemCount(100'000)}) {
        const double serial = static_cast<double>(size) * 1e-8;
        const double parallel = 2e-5 + serial / 2;
        sample.measured("serial", size, {serial, serial * 1.01, serial * 0.99, serial, serial * 1.01, serial, serial});
        sample.measured("tbb", size,
                        {parallel, parallel * 1.02, parallel * 0.98, parallel, parallel, parallel, parallel});
    }
    return sample.results;
}

Plot runtime(const Results& results, std::optional<AxisScale> y = std::nullopt) {
    return findPlot("runtime")->draw(results, {.xScale = std::nullopt, .yScale = y, .hiddenSeries = {}});
}

template <class SeriesType>
QList<SeriesType*> seriesOf(const QChart& chart) {
    QList<SeriesType*> found;
    for (QAbstractSeries* series : chart.series()) {
        if (auto* match = qobject_cast<SeriesType*>(series)) found += match;
    }
    return found;
}

}  // namespace

class TestPlotRenderer : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnAnyWarning(); }

    void drawsEveryPointOnLogarithmicAxes() {
        QChart chart;
        PlotRenderer renderer(chart);
        const Plot plot = runtime(crossing(), AxisScale::Log);
        const ChartFrame frame(plot, QSizeF(800, 500), QFont());
        renderer.show(frame, Ground::Light);

        const auto lines = seriesOf<QLineSeries>(chart);
        QCOMPARE(lines.size(), 2);
        QCOMPARE(lines[0]->name(), QStringLiteral("serial"));
        QCOMPARE(lines[1]->name(), QStringLiteral("tbb"));
        for (QLineSeries* line : lines) {
            QCOMPARE(line->count(), 3);
            for (const QAbstractAxis* axis : line->attachedAxes())
                QVERIFY(qobject_cast<const QLogValueAxis*>(axis));
        }
        QCOMPARE(chart.plotArea(), frame.area());
    }

    void chartAndFrameAgreeOnEveryPixel() {
        QChart chart;
        chart.resize(800, 500);
        PlotRenderer renderer(chart);
        for (const AxisScale scale : {AxisScale::Log, AxisScale::Linear}) {
            const Plot plot = runtime(crossing(), scale);
            const ChartFrame frame(plot, QSizeF(800, 500), QFont());
            renderer.show(frame, Ground::Light);
            const auto lines = seriesOf<QLineSeries>(chart);
            QVERIFY(!lines.empty());
            for (QLineSeries* line : lines) {
                QVERIFY(line->count() > 1);
                for (const QPointF& point : line->points()) {
                    const QPointF drawn = chart.mapToPosition(point, line);
                    QVERIFY(std::abs(drawn.x() - frame.xPixel(point.x())) < 0.5);
                    QVERIFY(std::abs(drawn.y() - frame.yPixel(point.y())) < 0.5);
                    QVERIFY(frame.area().adjusted(4, 4, -4, -4).contains(drawn));
                }
            }
        }
    }

    void bandsAreTranslucentAndInTheLinesColour() {
        QChart chart;
        PlotRenderer renderer(chart);
        renderer.show(ChartFrame(runtime(crossing()), QSizeF(800, 500), QFont()), Ground::Dark);
        const auto bands = seriesOf<QAreaSeries>(chart);
        QCOMPARE(bands.size(), 2);
        const QColor colour = bands[1]->brush().color();
        QCOMPARE(colour.alpha(), qRound(0.18 * 255));
        QCOMPARE(colour.rgb(), seriesColour("tbb", true).rgb());
        for (int index = 0; index < 3; ++index) {
            QVERIFY(bands[1]->upperSeries()->at(index).y() > bands[1]->lowerSeries()->at(index).y());
        }
    }

    void markersHaveTheFormOfTheirSign() {
        QChart chart;
        PlotRenderer renderer(chart);
        Plot plot = runtime(crossing());
        const std::pair<Sign, QScatterSeries::MarkerShape> forms[] = {
            {Sign::Disc, QScatterSeries::MarkerShapeCircle},
            {Sign::Square, QScatterSeries::MarkerShapeRectangle},
            {Sign::Diamond, QScatterSeries::MarkerShapeRotatedRectangle},
            {Sign::Triangle, QScatterSeries::MarkerShapeTriangle},
            {Sign::Pentagon, QScatterSeries::MarkerShapePentagon},
            {Sign::Star, QScatterSeries::MarkerShapeStar}};
        for (const auto& [sign, form] : forms) {
            plot.series[1].sign = sign;
            renderer.show(ChartFrame(plot, QSizeF(800, 500), QFont()), Ground::Light);
            QCOMPARE(seriesOf<QScatterSeries>(chart)[0]->markerShape(), QScatterSeries::MarkerShapeCircle);
            QCOMPARE(seriesOf<QScatterSeries>(chart)[1]->markerShape(), form);
        }
    }

    void updatesKeepTheSeries() {
        QChart chart;
        PlotRenderer renderer(chart);
        renderer.show(ChartFrame(runtime(crossing()), QSizeF(800, 500), QFont()), Ground::Light);
        const QList<QAbstractSeries*> before = chart.series();
        Plot moved = runtime(crossing());
        moved.series[0].points.pop_back();
        renderer.show(ChartFrame(moved, QSizeF(800, 500), QFont()), Ground::Light);
        QCOMPARE(chart.series(), before);
        QCOMPARE(seriesOf<QLineSeries>(chart)[0]->count(), 2);
    }

    void zerosNeverReachALogarithmicAxis() {
        Plot plot = runtime(crossing(), AxisScale::Log);
        plot.series[0].points[0].y = 0;
        plot.series[1].points[0].interval = Interval<double>{0, 1};
        QChart chart;
        PlotRenderer renderer(chart);
        renderer.show(ChartFrame(plot, QSizeF(800, 500), QFont()), Ground::Light);
        QCOMPARE(seriesOf<QLineSeries>(chart)[0]->count(), 2);
        QVERIFY(seriesOf<QAreaSeries>(chart)[1]->lowerSeries()->at(0).y() > 0);
    }

    void hoverNamesEverySeriesWithItsInterval() {
        const Plot plot = runtime(crossing());
        const auto lines = hoverLines(plot, 1000);
        QCOMPARE(lines.size(), std::size_t(2));
        QCOMPARE(lines[0].series->label, std::string("serial"));
        QVERIFY2(lines[0].value.startsWith(QStringLiteral("10.0\u202fµs (")), qPrintable(lines[0].value));
        QVERIFY2(lines[1].value.startsWith(QStringLiteral("25.0\u202fµs (")), qPrintable(lines[1].value));
        QVERIFY(lines[0].value.endsWith(u')') && lines[0].value.contains(u'–'));
    }

    void crossHairFollowsMouseAndKeys() {
        ChartView view;
        view.resize(800, 500);
        view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
        view.setPlot(runtime(crossing()));
        QVERIFY(!view.crossHair());

        const ChartFrame& frame = view.frame();
        const QPoint near(qRound(frame.xPixel(1000)) + 9, qRound(frame.area().center().y()));
        QTest::mouseMove(view.viewport(), near);
        QTRY_COMPARE(view.crossHair(), std::optional<double>(1000));
        // Qt Charts before 6.6.1 crashes on a press where nothing is drawn.
        QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, QPoint(1, 1));
        QTest::keyClick(&view, Qt::Key_Right);
        QCOMPARE(view.crossHair(), std::optional<double>(100'000));
        QTest::keyClick(&view, Qt::Key_Left);
        QTest::keyClick(&view, Qt::Key_Left);
        QTest::keyClick(&view, Qt::Key_Left);
        QCOMPARE(view.crossHair(), std::optional<double>(10));
    }

    void markersStandInsideTheArea() {
        const Plot plot = runtime(crossing());
        QCOMPARE(plot.markers.size(), std::size_t(1));
        const ChartFrame frame(plot, QSizeF(800, 500), QFont());
        const double x = frame.xPixel(plot.markers[0].x);
        QVERIFY(x > frame.xPixel(1000) && x < frame.xPixel(100'000));
    }

    void emptyPlotsSaySo() {
        ChartView view;
        view.setAttribute(Qt::WA_DontShowOnScreen);
        view.resize(800, 500);
        view.show();
        view.setPlot(runtime(Results()));
        const QImage drawn = view.grab().toImage();
        QImage blank = drawn;
        blank.fill(drawn.pixelColor(0, 0));
        QVERIFY(drawn != blank);
    }
};

QTEST_MAIN(TestPlotRenderer)
#include "tst_plot_renderer.moc"
