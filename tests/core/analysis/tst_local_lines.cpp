#include "core/analysis/local_lines.h"

#include <QTest>

#include <cmath>
#include <numeric>

using namespace breakeven;

namespace {

std::vector<RatioPoint> pointsAt(const std::vector<ItemCount>& sizes, std::size_t rounds = 10) {
    std::vector<RatioPoint> points;
    for (const ItemCount size : sizes) {
        RatioPoint& point = points.emplace_back();
        point.size = size;
        point.logSize = std::log(static_cast<double>(size));
        point.rounds.assign(rounds, 0.0);
    }
    return points;
}

std::vector<double> smoothed(const std::vector<RatioPoint>& points, std::vector<double> values) {
    LocalLines(points).smooth(values);
    return values;
}

}  // namespace

class TestLocalLines : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void sizesThatLieFarApartStayAsTheyAre() {
        const std::vector<double> values = {-1, 2, -3, 4, 5};
        QCOMPARE(smoothed(pointsAt({10, 100, 150, 1000, 1400}), values), values);
    }

    void aLineStaysALine() {
        const auto points = pointsAt({100, 104, 111, 118, 130});
        std::vector<double> values;
        for (const RatioPoint& point : points)
            values.push_back(3 * point.logSize - 2);
        const auto found = smoothed(points, values);
        for (std::size_t i = 0; i < values.size(); ++i)
            QVERIFY(std::abs(found[i] - values[i]) < 1e-9);
    }

    void neighboursEvenOutChance() {
        const auto found = smoothed(pointsAt({100, 102, 104, 106, 108}), {0, 0, 1, 0, 0});
        QVERIFY(found[2] > 0.1 && found[2] < 0.4);
        QVERIFY(found[1] > 0.05 && found[3] > 0.05);
    }

    void manyRoundsWeighMore() {
        auto points = pointsAt({100, 102, 104});
        points[1].rounds.resize(1000);
        QVERIFY(smoothed(points, {0, 1, 0})[1] > 0.9);
        points[1].rounds.resize(1);
        QVERIFY(smoothed(points, {0, 1, 0})[1] < 0.1);
    }

    /// Else thousands of sizes would take the square of their number in time and memory.
    void ofManyNeighboursTheNearestCount() {
        std::vector<ItemCount> sizes(1000);
        std::iota(sizes.begin(), sizes.end(), 10'000);
        std::vector<double> values(sizes.size(), 0.0);
        values[500] = 1;
        const auto found = smoothed(pointsAt(sizes), values);
        QVERIFY(found[480] > 0.001 && found[520] > 0.001);
        QVERIFY(found[430] == 0 && found[570] == 0);
    }

    void curvesKnownByMediansStayAsTheyAre() {
        const std::vector<double> values = {0, 1, 0};
        QCOMPARE(smoothed(pointsAt({100, 102, 104}, 0), values), values);
    }
};

QTEST_GUILESS_MAIN(TestLocalLines)
#include "tst_local_lines.moc"
