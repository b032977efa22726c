#include "tests/ui/ui_test.h"
#include "ui/plots/distribution.h"
#include "ui/theme.h"

#include <QImage>
#include <QPainter>

#include <algorithm>

using namespace breakeven;

namespace {

Plot oneBox(std::vector<Dot> dots) {
    Box box;
    box.label = "tbb";
    box.family = "tbb";
    box.median = 1;
    box.interval = {0.98, 1.02};
    box.quartiles = {0.95, 1.05};
    box.whiskers = {0.9, 1.1};
    box.dots = std::move(dots);
    box.value = "1.00 s (0.98–1.02)";
    Plot plot;
    plot.title = "Distribution";
    plot.x = {"Time as a share of the trial's median (%)", Quantity::Share, AxisScale::Linear, {0.8, 1.2}};
    plot.boxes.push_back(box);
    return plot;
}

QImage paint(const Plot& plot, RowFrame& frame) {
    frame = RowFrame(plot, QSizeF(800, 300), QFont());
    QImage image(800, 300, QImage::Format_RGB32);
    QPainter painter(&image);
    frame.paint(painter, Ground::Light);
    paintDistribution(painter, frame, Ground::Light);
    return image;
}

/// Pixels that differ, around a place in a picture.
int differing(const QImage& a, const QImage& b, QPointF at, int reach) {
    int count = 0;
    for (int y = -reach; y <= reach; ++y) {
        for (int x = -reach; x <= reach; ++x) {
            const QPoint pixel = at.toPoint() + QPoint(x, y);
            if (a.rect().contains(pixel) && a.pixel(pixel) != b.pixel(pixel)) ++count;
        }
    }
    return count;
}

}  // namespace

class TestDistributionRows : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { failOnAnyWarning(); }

    void aDotIsDrawnAtItsTimeAndTurn() {
        RowFrame frame;
        const QImage without = paint(oneBox({}), frame);
        const QRectF row = frame.cell(0, 0);
        const auto heightOf = [&](double offset) {
            const QImage with = paint(oneBox({{1.15, offset, Outlyingness::None}}), frame);
            for (double y = row.top(); y < row.bottom(); ++y)
                if (differing(with, without, {frame.xPixel(1.15), y}, 0) > 0) return y;
            return -1.0;
        };
        QVERIFY(heightOf(-0.4) > 0);
        QVERIFY(heightOf(0.4) - heightOf(-0.4) > row.height() / 3);
    }

    void noSignStandsUponTheWordsOfItsRow() {
        RowFrame frame;
        const QImage without = paint(oneBox({}), frame);
        const QImage with = paint(oneBox({{1.15, -0.5, Outlyingness::Mild}, {0.85, -0.5, Outlyingness::None}}), frame);
        QVERIFY(with != without);
        const double top = frame.cell(0, 0).top();
        for (const double x : {0.85, 1.15}) {
            for (double y = top; y + 1 < top + 3 + QFontMetricsF(frame.font()).height(); ++y)
                QCOMPARE(differing(with, without, {frame.xPixel(x), y}, 0), 0);
        }
    }

    void outliersLookDifferent() {
        RowFrame frame;
        const QImage ordinary = paint(oneBox({{1.15, 0, Outlyingness::None}}), frame);
        const QImage mild = paint(oneBox({{1.15, 0, Outlyingness::Mild}}), frame);
        const QImage severe = paint(oneBox({{1.15, 0, Outlyingness::Severe}}), frame);
        QVERIFY(ordinary != mild && mild != severe && severe != ordinary);
    }

    void whatIsBeyondTheAxisIsAnArrowAtItsEnd() {
        RowFrame frame;
        const QImage without = paint(oneBox({}), frame);
        const QImage with = paint(oneBox({{3, 0, Outlyingness::Severe}}), frame);
        const QRectF row = frame.cell(0, 0);
        int atEnd = 0;
        for (double y = row.top(); y < row.bottom(); ++y)
            atEnd += differing(with, without, {row.right() - 4, y}, 2);
        QVERIFY(atEnd > 4);
    }

    void theBoxStandsAtItsQuartiles() {
        RowFrame frame;
        const QImage image = paint(oneBox({}), frame);
        const double y = frame.cell(0, 0).bottom() - frame.cell(0, 0).height() * 0.3;
        const auto isInked = [&](double value) {
            for (int x = -1; x <= 1; ++x)
                if (image.pixelColor(QPointF(frame.xPixel(value) + x, y).toPoint()).lightness() < 120) return true;
            return false;
        };
        QVERIFY(isInked(0.95) && isInked(1.05) && isInked(1));
        QVERIFY(!isInked(0.85) && !isInked(1.15));
    }

    void manyOnOnePixelAreDarkerThanFew() {
        const auto lightnessOf = [](std::size_t many) {
            std::vector<Dot> dots(5000, {0.85, 0.3, Outlyingness::None});
            for (std::size_t i = 0; i < many; ++i)
                dots[i].x = 1.15;
            RowFrame frame;
            const QImage image = paint(oneBox(std::move(dots)), frame);
            const QRectF row = frame.cell(0, 0);
            int darkest = 255;
            for (double y = row.top(); y < row.bottom(); ++y)
                for (int x = -1; x <= 1; ++x)
                    darkest =
                        std::min(darkest, image.pixelColor(QPointF(frame.xPixel(1.15) + x, y).toPoint()).lightness());
            return darkest;
        };
        QVERIFY(lightnessOf(1) < lightnessOf(0));
        QVERIFY(lightnessOf(4) < lightnessOf(1));
    }

    void ofManyTheOutliersAreStillSeen() {
        std::vector<Dot> dots(5000, {1, 0, Outlyingness::None});
        RowFrame frame;
        const QImage without = paint(oneBox(dots), frame);
        dots[7] = {1.15, 0.3, Outlyingness::Severe};
        dots[8] = {3, 0.3, Outlyingness::Severe};
        const QImage with = paint(oneBox(dots), frame);
        int cross = 0;
        int arrow = 0;
        const QRectF row = frame.cell(0, 0);
        for (double y = row.top(); y < row.bottom(); ++y) {
            cross += differing(with, without, {frame.xPixel(1.15), y}, 2);
            arrow += differing(with, without, {row.right() - 4, y}, 2);
        }
        QVERIFY(cross > 4 && arrow > 4);
    }

    void aMillionSamplesAreDrawn() {
        std::vector<Dot> dots(1'000'000);
        for (std::size_t i = 0; i < dots.size(); ++i)
            dots[i] = {0.9 + 0.2 * static_cast<double>(i % 1000) / 1000, static_cast<double>(i) / 1e6 - 0.5,
                       Outlyingness::None};
        RowFrame frame;
        const QImage image = paint(oneBox(std::move(dots)), frame);
        QVERIFY(image.pixelColor(QPointF(frame.xPixel(0.91), frame.cell(0, 0).bottom() - 8).toPoint()) !=
                toColour(paper(false).background));
    }
};

QTEST_MAIN(TestDistributionRows)
#include "tst_distribution_rows.moc"
