#include "core/analysis/scaling_laws.h"

#include <QTest>

#include <cmath>
#include <numeric>

using namespace breakeven;

namespace {

std::vector<SpeedupPoint> on(ScalingLaw law, const Coefficients& coefficients, const std::vector<double>& workers) {
    std::vector<SpeedupPoint> points;
    for (const double count : workers)
        points.push_back({count, predicted(law, coefficients, count)});
    return points;
}

bool isNear(double a, double b, double within = 1e-9) {
    return std::fabs(a - b) <= within;
}

/// What the fit minimises.
double cost(const std::vector<SpeedupPoint>& points, const Coefficients& usl) {
    double sum = 0;
    for (const auto& [workers, speedup] : points)
        sum += std::pow(speedup / predicted(ScalingLaw::Usl, usl, workers) - 1, 2);
    return sum;
}

}  // namespace

class TestScalingLaws : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void pointsOnALawGiveItsCoefficients() {
        const auto amdahl = fit(ScalingLaw::Amdahl, on(ScalingLaw::Amdahl, {0.07}, {2, 4, 8}));
        QVERIFY(isNear((*amdahl)[0], 0.07));
        const auto gustafson = fit(ScalingLaw::Gustafson, on(ScalingLaw::Gustafson, {0.2}, {2, 4, 8}));
        QVERIFY(isNear((*gustafson)[0], 0.2));
        const auto usl = fit(ScalingLaw::Usl, on(ScalingLaw::Usl, {0.9, 0.05, 0.002}, {1, 2, 4, 8, 16, 32}));
        QVERIFY(isNear((*usl)[0], 0.9) && isNear((*usl)[1], 0.05) && isNear((*usl)[2], 0.002));
    }

    void coefficientsStayWithinTheirBounds() {
        // Beyond ideal: no serial fraction, no contention.
        const std::vector<SpeedupPoint> above = {{1, 1}, {2, 2.2}, {4, 4.6}, {8, 9}, {16, 19}};
        QCOMPARE((*fit(ScalingLaw::Amdahl, above))[0], 0.0);
        QCOMPARE((*fit(ScalingLaw::Gustafson, above))[0], 0.0);
        const auto usl = fit(ScalingLaw::Usl, above);
        QCOMPARE((*usl)[1], 0.0);
        QCOMPARE((*usl)[2], 0.0);
        QVERIFY(std::isinf(peakWorkers(*usl)));
        // Slower than serial, and the more so the more workers.
        const std::vector<SpeedupPoint> below = {{2, 0.4}, {4, 0.3}};
        QCOMPARE((*fit(ScalingLaw::Amdahl, below))[0], 1.0);
    }

    void theBoundedFitIsTheLeast() {
        const std::vector<SpeedupPoint> points = {{1, 0.97}, {2, 1.95}, {3, 2.99}, {4, 3.7}, {6, 5.1}, {8, 6.3}};
        const auto usl = fit(ScalingLaw::Usl, points);
        const double least = cost(points, *usl);
        for (const double gamma : {0.9, 0.95, 0.97, 1.0, 1.05}) {
            for (double sigma = 0; sigma < 0.2; sigma += 0.005) {
                for (double kappa = 0; kappa < 0.02; kappa += 0.0005)
                    QVERIFY(cost(points, {gamma, sigma, kappa}) >= least - 1e-12);
            }
        }
    }

    void tooFewPointsDetermineNothing() {
        const std::vector<SpeedupPoint> one = {{1, 1}};
        QVERIFY(!fit(ScalingLaw::Amdahl, one));
        QVERIFY(!fit(ScalingLaw::Gustafson, one));
        const std::vector<SpeedupPoint> two = {{1, 1}, {2, 1.8}};
        QVERIFY(!fit(ScalingLaw::Usl, two));
        const std::vector<SpeedupPoint> repeated = {{1, 1}, {2, 1.8}, {2, 1.9}, {2, 1.7}, {1, 1.01}};
        QVERIFY(!fit(ScalingLaw::Usl, repeated));
        QVERIFY(!crossValidatedError(ScalingLaw::Usl, two));
        QVERIFY(!crossValidatedError(ScalingLaw::Amdahl, {}));
    }

    void eachPointIsPredictedFromTheOthers() {
        const std::vector<SpeedupPoint> points = {{2, 2}, {4, 1.6}};  // f = 0 and f = 0.5
        const double expected = std::sqrt((std::pow(std::log(1 / 0.75 / 2), 2) + std::pow(std::log(4 / 1.6), 2)) / 2);
        QVERIFY(isNear(*crossValidatedError(ScalingLaw::Amdahl, points), expected));
    }

    void theRightLawPredictsBest() {
        const std::vector<double> workers = {1, 2, 4, 8, 16, 32};
        for (const auto& [truth, coefficients] :
             {std::pair(ScalingLaw::Amdahl, Coefficients{0.1}), std::pair(ScalingLaw::Gustafson, Coefficients{0.2}),
              std::pair(ScalingLaw::Usl, Coefficients{0.9, 0.1, 0.01})}) {
            const auto points = on(truth, coefficients, workers);
            for (const ScalingLaw law : {ScalingLaw::Amdahl, ScalingLaw::Gustafson, ScalingLaw::Usl}) {
                const auto error = crossValidatedError(law, points);
                QVERIFY(error);
                const bool holds = law == truth || (truth == ScalingLaw::Amdahl && law == ScalingLaw::Usl);
                QCOMPARE(*error < 1e-6, holds);  // Gunther's law holds Amdahl's
            }
        }
    }

    void knowsThePeak() {
        QVERIFY(isNear(peakWorkers({1, 0.19, 0.01}), 9));
        QVERIFY(std::isinf(peakWorkers({1, 0.1, 0})));
        QCOMPARE(peakWorkers({1, 1.2, 0.1}), 1.0);
        QCOMPARE(peakWorkers({1, 1.2, 0}), 1.0);
        QCOMPARE(peakWorkers({1, 0.5, 3}), 1.0);
    }

    void karpFlattIsTheSerialFraction() {
        QVERIFY(isNear(karpFlatt(predicted(ScalingLaw::Amdahl, {0.07}, 8), 8), 0.07));
        QVERIFY(isNear(karpFlatt(2, 2), 0));
        QVERIFY(karpFlatt(2.5, 2) < 0);
        QVERIFY(isNear(karpFlatt(1, 4), 1));
    }
};

QTEST_GUILESS_MAIN(TestScalingLaws)
#include "tst_scaling_laws.moc"
