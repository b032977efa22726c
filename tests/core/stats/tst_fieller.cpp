#include "core/stats/fieller.h"
#include "core/stats/quantiles.h"

#include <QtTest/QTest>

#include <cmath>
#include <random>
#include <vector>

using namespace breakeven;

class TestFieller : public QObject {
    Q_OBJECT

    static double surprise(const UncertainQuotient& quotient, double q) {
        return std::fabs(quotient.numerator - q * quotient.denominator) /
               std::sqrt(quotient.numeratorVariance - 2 * q * quotient.covariance +
                         q * q * quotient.denominatorVariance);
    }

private Q_SLOTS:
    void theEndsAreAsSurprisingAsTheConfidenceAllows() {
        const UncertainQuotient quotient{.numerator = 5,
                                         .denominator = 2,
                                         .numeratorVariance = 0.3,
                                         .denominatorVariance = 0.05,
                                         .covariance = 0.04,
                                         .freedom = 12};
        const FiellerSet set = fiellerSet(quotient);
        QVERIFY(set.kind == FiellerSet::Kind::Bounded);
        QCOMPARE(set.value, 2.5);
        QVERIFY(set.interval.low < 2.5 && 2.5 < set.interval.high);
        QVERIFY(set.g > 0 && set.g < 1);
        const double t = studentQuantile(0.975, 12);
        QVERIFY(std::fabs(surprise(quotient, set.interval.low) - t) < 1e-9);
        QVERIFY(std::fabs(surprise(quotient, set.interval.high) - t) < 1e-9);
    }

    void aDenominatorThatMayBeZeroLeavesTheSetOpen() {
        // The numerator is far from 0, so small quotients are excluded.
        const FiellerSet set = fiellerSet({.numerator = 10,
                                           .denominator = 1,
                                           .numeratorVariance = 1,
                                           .denominatorVariance = 1,
                                           .covariance = 0,
                                           .freedom = 20});
        QVERIFY(set.kind == FiellerSet::Kind::Outside);
        QVERIFY(set.g >= 1);
        QVERIFY(set.interval.low < 0 && 0 < set.interval.high && set.interval.high < 10);
    }

    void twoNumbersOfNoiseExcludeNothing() {
        const FiellerSet set = fiellerSet({.numerator = 0.1,
                                           .denominator = 0.1,
                                           .numeratorVariance = 1,
                                           .denominatorVariance = 1,
                                           .covariance = 0,
                                           .freedom = 20});
        QVERIFY(set.kind == FiellerSet::Kind::Anything);
    }

    void theSetCoversTheCrossingOfALineAsOftenAsItSays() {
        // y = 2 (x - 3) with noise of which the slope is known to a third: skewed enough to tell Fieller from the delta
        // method, whose symmetric interval covers less.
        constexpr int Replications = 2000;
        std::mt19937_64 generator(20261121);
        std::normal_distribution<double> noise(0, 4);
        int covered = 0;
        for (int replication = 0; replication < Replications; ++replication) {
            std::vector<WeightedPoint> points;
            for (int i = 0; i < 12; ++i)
                points.push_back({0.5 * i, 2 * (0.5 * i - 3) + noise(generator)});
            const FiellerSet set = zeroOf(*fitLine(points));
            const bool isBetween = set.interval.low <= 3 && 3 <= set.interval.high;
            covered += set.kind == FiellerSet::Kind::Anything || isBetween == (set.kind == FiellerSet::Kind::Bounded);
        }
        const double coverage = static_cast<double>(covered) / Replications;
        QVERIFY2(std::fabs(coverage - 0.95) < 0.02, qPrintable(QString::number(coverage)));  // 4 standard errors
    }
};

QTEST_GUILESS_MAIN(TestFieller)
#include "tst_fieller.moc"
