#include "core/plots/heat_map.h"
#include "tests/ui/ui_test.h"
#include "ui/plots/heat_map.h"
#include "ui/theme.h"

#include <QImage>
#include <QPainter>

#include <limits>
#include <set>

using namespace breakeven;

namespace {

/// Two rows of one group and a third; the last cell of the first row is not resolved, one is missing.
Plot threeRows() {
    HeatMap map;
    map.columns = {10, 100, 1000, 10'000};
    map.rows = {{"tbb ×2", "tbb", 0, 316.0},
                {"tbb ×4", "tbb", 0, 31.6},
                {"threads ×2", "threads", 1, std::numeric_limits<double>::infinity()}};
    for (std::size_t row = 0; row < 3; ++row) {
        for (std::size_t column = 0; column < 4; ++column) {
            if (row == 2 && column == 3) continue;
            const bool isFaster = row < 2 && column >= 2 - row;
            map.cells.push_back({row, column, isFaster ? 2.0 : 0.5, {}, row != 0 || column != 3, "", 0});
        }
    }
    Plot plot;
    plot.title = "Speed-up vs serial";
    plot.x = {"Size (items)", Quantity::Items};
    plot.heatMap = std::move(map);
    return plot;
}

struct Painted {
    RowFrame frame;
    QImage image;

    QColor at(double row, double column) const { return image.pixelColor(frame.cell(row, column).topLeft().toPoint()); }
    /// Colours along the middle of a part of a row.
    std::set<QRgb> along(double row, double fromColumn, double toColumn, double height = 0.15) const {
        std::set<QRgb> colours;
        const QPoint from = frame.cell(row + height, fromColumn).topLeft().toPoint();
        const QPoint to = frame.cell(row + height, toColumn).topLeft().toPoint();
        for (int x = from.x(); x < to.x(); ++x)
            colours.insert(image.pixel(x, from.y()));
        return colours;
    }
};

Painted paint(const Plot& plot, bool dark = false, QSize size = {900, 400}) {
    Painted painted{RowFrame(plot, size, QFont()), QImage(size, QImage::Format_RGB32)};
    QPainter painter(&painted.image);
    const Ground ground = dark ? Ground::Dark : Ground::Light;
    painted.frame.paint(painter, ground);
    paintHeatMap(painter, painted.frame, ground);
    return painted;
}

}  // namespace

class TestHeatMap : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { failOnAnyWarning(); }

    void cellsHaveTheColourOfTheirValue() {
        for (const bool dark : {false, true}) {
            const Painted painted = paint(threeRows(), dark);
            QCOMPARE(painted.at(0.2, 0.2), toColour(heatColour(0.5, 2, dark)));
            QCOMPARE(painted.at(1.2, 3.2), toColour(heatColour(2, 2, dark)));
            QCOMPARE(painted.at(2.2, 3.2), toColour(paper(dark).background));  // not measured
        }
    }

    void whatIsNotMeasuredHasADash() {
        Plot plot = threeRows();
        const QRgb dash = mutedColour(Ground::Light).rgb();
        QVERIFY(paint(plot).along(2, 3.1, 3.9, 0.5).contains(dash));
        plot.heatMap->cells.push_back({2, 3, 1, {}, true, "", 0});
        QVERIFY(!paint(plot).along(2, 3.1, 3.9, 0.5).contains(dash));
    }

    void onlyWhatIsNotResolvedIsHatched() {
        for (const bool dark : {false, true}) {
            const Painted painted = paint(threeRows(), dark);
            QCOMPARE(painted.along(1, 3.1, 3.9).size(), std::size_t(1));
            QVERIFY(painted.along(0, 3.1, 3.9).size() > 1);
        }
    }

    void numbersStandWhereTheyFit() {
        const Painted painted = paint(threeRows());
        QVERIFY(painted.along(1, 0.2, 0.8, 0.5).size() > 1);
        const Painted narrow = paint(threeRows(), false, {200, 400});
        QCOMPARE(narrow.along(1, 3.3, 3.7, 0.5).size(), std::size_t(1));
    }

    void theContourRunsBetweenTheRightCells() {
        const Painted painted = paint(threeRows());
        const QRgb ink = toColour(paper(false).text).rgb();
        QVERIFY(painted.along(0, 1.6, 2.4).contains(ink));  // pays from 316 items, between 100 and 1000
        QVERIFY(!painted.along(0, 0.1, 1.4).contains(ink));
        QVERIFY(painted.along(1, 0.6, 1.4).contains(ink));  // pays from 31.6 items
        QVERIFY(!painted.along(1, 1.6, 3.9).contains(ink));
        QVERIFY(!painted.along(2, 0.1, 4.0).contains(ink));  // never: nothing pays beyond the right edge
    }

    void theContourPassesBehindNumbers() {
        Plot plot = threeRows();
        plot.heatMap->rows[0].breakEven = 100;  // in the middle of its column
        const Painted crossed = paint(plot);
        plot.heatMap->rows[0].breakEven.reset();
        const Painted free = paint(plot);
        QRect number(0, 0, 16, 8);
        number.moveCenter(free.frame.cell(0, 1).center().toPoint());
        QVERIFY(crossed.image != free.image);
        QCOMPARE(crossed.image.copy(number), free.image.copy(number));
    }

    void manyColumnsKeepTheirTicksApart() {
        Plot plot = threeRows();
        plot.heatMap->columns.clear();
        plot.heatMap->cells.clear();
        for (int i = 0; i < 60; ++i) {
            plot.heatMap->columns.push_back(1000.0 + i);
            plot.heatMap->cells.push_back({0, static_cast<std::size_t>(i), 2, {}, true, "", 0});
        }
        const Painted painted = paint(plot);
        QVERIFY(painted.frame.cell(0, 0).width() < 20);
        QCOMPARE(painted.frame.placeAt(painted.frame.cell(2, 59).center()), std::optional(RowPlace{2, 59}));
    }
};

QTEST_MAIN(TestHeatMap)
#include "tst_heat_map.moc"
