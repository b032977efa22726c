#include "core/stats/robust_scale.h"

#include <QtTest>

#include <cmath>
#include <limits>
#include <random>
#include <vector>

using namespace breakeven;

class TestRobustScale : public QObject {
    Q_OBJECT

private Q_SLOTS:
    /// By hand: median 3.21, median absolute deviation 0.14, so that 7.15 scores 0.6745 · 3.94 / 0.14.
    void aWorkedExampleIsMatched() {
        const std::vector<double> values{2.10, 2.60, 3.07, 3.15, 3.21, 3.25, 3.35, 7.15, 3.40};
        const auto scale = robustScale(values);
        QVERIFY(scale);
        QCOMPARE(scale->median, 3.21);
        QVERIFY(std::fabs(scale->deviation - 0.14 / 0.6745) < 1e-12);
        QVERIFY(scale->score(7.15) > OutlyingScore);
        QVERIFY(scale->score(2.10) < -OutlyingScore);
        QVERIFY(std::fabs(scale->score(3.40)) < OutlyingScore);
    }

    void aNormalLawHasItsOwnDeviation() {
        std::mt19937_64 generator(11);
        std::normal_distribution<double> law(5, 2);
        std::vector<double> values(20'000);
        for (double& value : values)
            value = law(generator);
        const auto scale = robustScale(values);
        QVERIFY(scale && std::fabs(scale->deviation - 2) < 0.1 && std::fabs(scale->median - 5) < 0.1);
    }

    /// More than half of the values equal: the mean absolute deviation stands in.
    void mostlyEqualValuesHaveAScaleToo() {
        std::vector<double> values(29, 1.0);
        values.push_back(13);
        const auto scale = robustScale(values);
        QVERIFY(scale);
        QVERIFY(std::fabs(scale->deviation - 12.0 / 30 * std::sqrt(std::acos(-1) / 2)) < 1e-12);
        QVERIFY(scale->score(13) > OutlyingScore);
    }

    void infiniteValuesAreOnlyBeyondTheOthers() {
        const double infinity = std::numeric_limits<double>::infinity();
        const auto scale = robustScale(std::vector{1.0, 2.0, 3.0, 4.0, infinity});
        QVERIFY(scale);
        QCOMPARE(scale->median, 3.0);
        QVERIFY(std::isfinite(scale->deviation));
        QVERIFY(!robustScale(std::vector{1.0, infinity, infinity}));
    }

    void nothingVariesNothingIsFar() {
        QVERIFY(!robustScale(std::vector{2.0, 2.0, 2.0}));
        QVERIFY(!robustScale({}));
    }
};

QTEST_GUILESS_MAIN(TestRobustScale)
#include "tst_robust_scale.moc"
