#include "core/plots/plots.h"
#include "tests/ui/recorded_run.h"
#include "tests/ui/ui_test.h"
#include "ui/plots/chart_frame.h"
#include "ui/plots/chart_style.h"
#include "ui/theme.h"

#include <QFontMetricsF>
#include <QImage>
#include <QPainter>
#include <QPen>
#include <QSet>

using namespace breakeven;

namespace {

Plot runtime(AxisScale scale) {
    RecordedRun run("run");
    for (const ItemCount size : {ItemCount(10), ItemCount(1'000), ItemCount(100'000)}) {
        run.trial("serial", size, nineTimes(static_cast<double>(size) * 1e-6));
        run.trial("tbb", size, nineTimes(1e-3 + static_cast<double>(size) * 5e-7));
    }
    return findPlot("runtime")->draw(run.results(), {.xScale = scale, .yScale = scale, .hiddenSeries = {}});
}

QImage painted(const ChartFrame& frame, QSize size, bool dark) {
    QImage image(size, QImage::Format_RGB32);
    image.fill(Qt::magenta);
    QPainter painter(&image);
    frame.paintBelow(painter, dark ? Ground::Dark : Ground::Light);
    frame.paintAbove(painter, dark ? Ground::Dark : Ground::Light);
    return image;
}

int differingPixels(const QImage& a, const QImage& b) {
    int count = 0;
    for (int y = 0; y < a.height(); ++y)
        for (int x = 0; x < a.width(); ++x)
            count += a.pixel(x, y) != b.pixel(x, y);
    return count;
}

}  // namespace

class TestChartFrame : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnAnyWarning(); }

    void numbersLieWithinTheArea_data() {
        QTest::addColumn<bool>("logarithmic");
        QTest::newRow("linear") << false;
        QTest::newRow("logarithmic") << true;
    }

    void numbersLieWithinTheArea() {
        QFETCH(bool, logarithmic);
        const ChartFrame frame(runtime(logarithmic ? AxisScale::Log : AxisScale::Linear), {800, 500}, QFont());
        const QRectF area = frame.area();
        QVERIFY(QRectF(0, 0, 800, 500).contains(area));
        for (const Series& series : frame.plot().series) {
            double x = area.left();
            double y = area.bottom();
            for (const PlotPoint& point : series.points) {
                QVERIFY(frame.xPixel(point.x) > x);
                QVERIFY(frame.yPixel(point.y) < y);
                x = frame.xPixel(point.x);
                y = frame.yPixel(point.y);
            }
            QVERIFY(x < area.right() && y > area.top());
        }
    }

    void equalFactorsAreEqualStepsWhenLogarithmic() {
        const ChartFrame frame(runtime(AxisScale::Log), {800, 500}, QFont());
        const double step = frame.xPixel(100) - frame.xPixel(10);
        QVERIFY(step > 10);
        QVERIFY(qAbs(frame.xPixel(1'000) - frame.xPixel(100) - step) < 1e-6);
    }

    void theGridIsSharp_data() {
        QTest::addColumn<double>("pixelRatio");
        for (const double ratio : {1.0, 1.5, 2.0})
            QTest::addRow("%g pixels per point", ratio) << ratio;
    }

    void theGridIsSharp() {
        QFETCH(double, pixelRatio);
        Plot plot = runtime(AxisScale::Log);
        plot.markers.clear();
        const ChartFrame frame(plot, {800, 500}, QFont());
        QImage image(QSizeF(800 * pixelRatio, 500 * pixelRatio).toSize(), QImage::Format_RGB32);
        image.setDevicePixelRatio(pixelRatio);
        QPainter painter(&image);
        painter.setRenderHint(QPainter::Antialiasing);
        frame.paintBelow(painter, Ground::Light);
        QVERIFY(painter.testRenderHint(QPainter::Antialiasing));  // of what comes after it
        const QRectF inside = frame.area().adjusted(2, 2, -2, -2);
        const QImage grid = image.copy(QRectF(inside.topLeft() * pixelRatio, inside.size() * pixelRatio).toRect());
        QSet<QRgb> colours;
        for (int y = 0; y < grid.height(); ++y)
            for (int x = 0; x < grid.width(); ++x)
                colours += grid.pixel(x, y);
        QCOMPARE(colours.size(), 3);  // the paper, lines with a label and lines without, and nothing between them
        QVERIFY(colours.contains(toColour(paper(Ground::Light).background).rgb()));
        QVERIFY(colours.contains(toColour(paper(Ground::Light).grid).rgb()));
    }

    void theNearestMeasuredSizeIsFound() {
        const ChartFrame frame(runtime(AxisScale::Log), {800, 500}, QFont());
        const double middle = (frame.xPixel(10) + frame.xPixel(1'000)) / 2;
        QCOMPARE(frame.nearestPosition(middle - 2), std::optional<double>(10));
        QCOMPARE(frame.nearestPosition(middle + 2), std::optional<double>(1'000));
        QCOMPARE(frame.nearestPosition(1e6), std::optional<double>(100'000));
        QVERIFY(!ChartFrame(Plot(), {800, 500}, QFont()).nearestPosition(100));
    }

    void aZoomedFrameShowsItsPart() {
        const Plot plot = runtime(AxisScale::Log);
        const ChartFrame whole(plot, {800, 500}, QFont());
        const ZoomRange zoom{Interval<double>{20, 2'000}, Interval<double>{1e-5, 1e-4}};
        const ChartFrame part(plot, {800, 500}, QFont(), zoom);
        QCOMPARE(part.xPixel(20), part.area().left());
        QCOMPARE(part.xPixel(2'000), part.area().right());
        QCOMPARE(part.yPixel(1e-4), part.area().top());
        QCOMPARE(part.xWhole(), whole.xAxis().range);
        QCOMPARE(part.nearestPosition(part.xPixel(20)), std::optional<double>(1'000));  // 10 is out of sight
        QVERIFY(!ChartFrame(plot, {800, 500}, QFont(), {Interval<double>{20, 30}, {}}).nearestPosition(400));
    }

    void whatALogarithmicAxisCannotShowIsNoZoom() {
        const ZoomRange zoom{Interval<double>{-1, 100}, {}};
        const ChartFrame frame(runtime(AxisScale::Log), {800, 500}, QFont(), zoom);
        QCOMPARE(frame.xAxis().range, frame.xWhole());
        const ChartFrame linear(runtime(AxisScale::Linear), {800, 500}, QFont(), zoom);
        QCOMPARE(linear.xAxis().range, *zoom.x);
    }

    void closeUpLabelsDoNotMeet() {
        Plot plot = runtime(AxisScale::Linear);
        const ChartFrame frame(plot, {420, 300}, QFont(), {Interval<double>{54'000, 54'010}, {}});
        const QImage image = painted(frame, {420, 300}, false);
        const QFontMetricsF metrics{QFont()};
        const int line = static_cast<int>(metrics.height());
        const int top = static_cast<int>(frame.area().bottom()) + 4;
        int gaps = 0;  // runs of empty columns as wide as a letter, between the labels below
        int empty = 0;
        for (int x = 0; x < image.width(); ++x) {
            bool inked = false;
            for (int y = top; y < top + line; ++y)
                inked |= image.pixelColor(x, y).lightness() < 200;
            gaps += inked && empty >= 6;
            empty = inked ? 0 : empty + 1;
        }
        QVERIFY2(gaps >= 2, qPrintable(QString::number(gaps)));
    }

    void theLegendIsFoundByPlace() {
        const ChartFrame frame(runtime(AxisScale::Log), {800, 500}, QFont());
        QSet<QString> found;
        for (int x = 0; x < 800; x += 5) {
            const Series* series = frame.legendAt(QPointF(x, frame.area().top() - 22));
            if (series) found += QString::fromStdString(series->label);
        }
        QCOMPARE(found, QSet<QString>({"serial", "tbb"}));
        QVERIFY(!frame.legendAt(frame.area().center()));
    }

    void aLongLegendTakesMoreLinesAndLeavesLessRoom() {
        Plot plot = runtime(AxisScale::Log);
        const double before = ChartFrame(plot, {800, 500}, QFont()).area().top();
        for (int i = 0; i < 20; ++i) {
            plot.series.push_back(plot.series[1]);
            plot.series.back().label = "a backend with a long name, number " + std::to_string(i);
        }
        const ChartFrame crowded(plot, {800, 500}, QFont());
        QVERIFY(crowded.area().top() > before);
        QVERIFY(crowded.area().height() > 0);
    }

    void whatStandsAroundALowAreaYieldsToIt() {
        Plot plot = runtime(AxisScale::Log);
        plot.note = "Left out: what could not be measured";
        for (int i = 0; i < 20; ++i) {
            plot.series.push_back(plot.series[1]);
            plot.series.back().label = "a backend with a long name, number " + std::to_string(i);
        }
        const ChartFrame high(plot, {800, 700}, QFont());
        QCOMPARE(high.tipAt(QPointF(5, 5)), QString());
        const ChartFrame low(plot, {800, 250}, QFont());
        QVERIFY2(low.area().height() >= 140, qPrintable(QString::number(low.area().height())));
        QVERIFY(low.area().top() < high.area().top());
        const QString tip = low.tipAt(QPointF(5, 5));
        for (const std::string& missing : {plot.title, plot.note, plot.series.back().label})
            QVERIFY2(tip.contains(QString::fromStdString(missing)), qPrintable(tip));
        QCOMPARE(ChartFrame(runtime(AxisScale::Log), {800, 260}, QFont()).tipAt(QPointF(5, 5)), QString());
    }

    void aHighPictureShowsALongNote() {
        Plot plot = runtime(AxisScale::Log);
        for (int i = 0; i < 40; ++i)
            plot.note += "a word ";
        QVERIFY(!ChartFrame(plot, {400, 300}, QFont()).tipAt(QPointF(5, 5)).isEmpty());
        QCOMPARE(ChartFrame(plot, {400, 700}, QFont()).tipAt(QPointF(5, 5)), QString());
    }

    void aNoteWithoutEndStaysBelowTheChart() {
        Plot plot = runtime(AxisScale::Log);
        const ChartFrame bare(plot, {800, 500}, QFont());
        plot.note = std::string(1'000'000, 'x');
        const ChartFrame noted(plot, {800, 500}, QFont());
        QVERIFY(noted.area().bottom() < bare.area().bottom());
        QVERIFY(noted.area().bottom() > 300);
        const QImage image = painted(noted, {800, 500}, false);
        QCOMPARE(image.pixelColor(400, 498), toColour(paper(false).background));  // the margin is kept
    }

    void tinyPicturesKeepAnArea() {
        for (const QSizeF size : {QSizeF(1, 1), QSizeF(40, 20), QSizeF(0, 0)}) {
            const ChartFrame frame(runtime(AxisScale::Linear), size, QFont());
            QVERIFY(frame.area().width() >= 1 && frame.area().height() >= 1);
            painted(frame, {40, 20}, false);
        }
    }

    void allOfThePictureIsPaper() {
        const ChartFrame frame(runtime(AxisScale::Log), {800, 500}, QFont());
        for (const bool dark : {false, true}) {
            const QImage image = painted(frame, {800, 500}, dark);
            for (const QPoint corner : {QPoint(0, 0), QPoint(799, 0), QPoint(0, 499), QPoint(799, 499)})
                QCOMPARE(image.pixelColor(corner), toColour(paper(dark).background));
        }
    }

    void anEmptyPlotSaysWhy() {
        Plot plot;
        const QImage plain = painted(ChartFrame(plot, {300, 200}, QFont()), {300, 200}, false);
        plot.note = "Left out: tbb (crashed) at 10";
        const QImage noted = painted(ChartFrame(plot, {300, 200}, QFont()), {300, 200}, false);
        QVERIFY(plain != noted);
        QImage blank(300, 200, QImage::Format_RGB32);
        blank.fill(toColour(paper(false).background));
        QVERIFY(plain != blank);
    }

    /// Blind to colours: the same curve with another dash or another sign looks different.
    void theLegendTellsDashesAndSignsApart() {
        std::vector<QImage> looks;
        for (const Dash dash : {Dash::Solid, Dash::Dashed, Dash::Dotted, Dash::DashDot}) {
            for (const Sign sign :
                 {Sign::Disc, Sign::Square, Sign::Diamond, Sign::Triangle, Sign::Pentagon, Sign::Star}) {
                Plot plot = runtime(AxisScale::Linear);
                plot.title.clear();
                plot.series.resize(1);
                plot.series[0].dash = dash;
                plot.series[0].sign = sign;
                const ChartFrame frame(plot, {800, 500}, QFont());
                const QImage legend = painted(frame, {800, 500}, false).copy(0, 0, 60, 24);
                for (const QImage& other : looks)
                    QVERIFY(differingPixels(legend, other) >= 4);
                looks.push_back(legend);
            }
        }
    }

    void aDashIsSeenWholeBesideItsSign() {
        for (const Dash dash : {Dash::Dashed, Dash::Dotted, Dash::DashDot}) {
            double period = 0;  // in widths of the pen
            for (const double length : QPen(Qt::black, 2, penStyle(dash)).dashPattern())
                period += length;
            QVERIFY((swatchLength(dash) - MarkerSize * PointedSize) / 2 >= period * 2);
        }
    }

    void dashesDiffer() {
        QSet<int> styles;
        for (const Dash dash : {Dash::Solid, Dash::Dashed, Dash::Dotted, Dash::DashDot})
            styles += penStyle(dash);
        QCOMPARE(styles.size(), 4);
        QVERIFY(!styles.contains(Qt::NoPen));
    }
};

QTEST_MAIN(TestChartFrame)
#include "tst_chart_frame.moc"
