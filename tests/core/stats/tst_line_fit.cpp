#include "core/stats/line_fit.h"

#include <QtTest/QTest>

#include <cmath>
#include <limits>
#include <vector>

using namespace breakeven;

class TestLineFit : public QObject {
    Q_OBJECT

    static bool near(double value, double expected) { return std::fabs(value - expected) < 1e-12; }

private Q_SLOTS:
    void fiveKnownPoints() {
        const std::vector<WeightedPoint> points{{1, 1.1}, {2, 1.9}, {3, 3.2}, {4, 3.8}, {5, 5.1}};
        const auto fit = fitLine(points);
        QVERIFY(near(fit->slope, 0.99));
        QVERIFY(near(fit->intercept, 0.05));
        QVERIFY(near(fit->residualVariance, 0.107 / 3));
        QVERIFY(near(fit->slopeVariance, 0.107 / 30));
        QVERIFY(near(fit->interceptVariance, 0.107 / 3 * 1.1));
        QVERIFY(near(fit->covariance, -0.107 / 10));
        QCOMPARE(fit->freedom, 3.0);
    }

    void aPointOfTwiceTheWeightIsAPointTwice() {
        const auto weighted = fitLine(std::vector<WeightedPoint>{{0, 1, 2}, {1, 3}, {4, 4}});
        const auto twice = fitLine(std::vector<WeightedPoint>{{0, 1}, {0, 1}, {1, 3}, {4, 4}});
        QVERIFY(near(weighted->slope, twice->slope));
        QVERIFY(near(weighted->intercept, twice->intercept));
    }

    void onlyTheProportionsOfWeightsMatter() {
        const auto fit = fitLine(std::vector<WeightedPoint>{{0, 1, 2}, {1, 3, 1}, {4, 4, 3}});
        const auto scaled = fitLine(std::vector<WeightedPoint>{{0, 1, 200}, {1, 3, 100}, {4, 4, 300}});
        QVERIFY(near(fit->slopeVariance, scaled->slopeVariance));
        QVERIFY(near(fit->interceptVariance, scaled->interceptVariance));
        QVERIFY(near(fit->covariance, scaled->covariance));
    }

    void whatIsNoLineIsAnError() {
        QVERIFY(!fitLine(std::vector<WeightedPoint>{{0, 1}, {1, 2}}));
        QVERIFY(!fitLine(std::vector<WeightedPoint>{{1, 1}, {1, 2}, {1, 3}}));
        QVERIFY(!fitLine(std::vector<WeightedPoint>{{0, 1}, {1, 2}, {2, std::numeric_limits<double>::infinity()}}));
        QVERIFY(!fitLine(std::vector<WeightedPoint>{{0, 1}, {1, 2}, {2, 3, 0}}));
        QVERIFY(fitLine({}).error().code == ErrorCode::InvalidInput);
    }
};

QTEST_GUILESS_MAIN(TestLineFit)
#include "tst_line_fit.moc"
