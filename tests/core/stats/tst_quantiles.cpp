#include "core/stats/quantiles.h"

#include <QtTest/QTest>

#include <cmath>
#include <limits>

using namespace breakeven;

class TestQuantiles : public QObject {
    Q_OBJECT

    static bool near(double value, double expected) {
        return std::fabs(value - expected) <= 1e-9 * std::fabs(expected);
    }

private Q_SLOTS:
    void normalQuantilesAreThoseOfTheTables() {
        QVERIFY(near(normalQuantile(0.975), 1.959963984540054));
        QVERIFY(near(normalQuantile(1e-10), -6.361340902404056));
        QVERIFY(std::fabs(normalQuantile(0.5)) < 1e-15);
        for (const double p : {1e-12, 0.01, 0.0243, 0.3, 0.9, 0.999})
            QVERIFY(near(normalCdf(normalQuantile(p)), p));
    }

    void studentQuantilesAreThoseOfTheTables() {
        QVERIFY(near(studentQuantile(0.975, 1), 12.706204736174698));
        QVERIFY(near(studentQuantile(0.975, 2), 4.302652729696142));
        QVERIFY(near(studentQuantile(0.975, 4), 2.7764451051977987));
        QVERIFY(near(studentQuantile(0.025, 30), -2.042272456301238));
        QCOMPARE(studentQuantile(0.5, 3), 0.0);
        QCOMPARE(studentQuantile(0.9, std::numeric_limits<double>::infinity()), normalQuantile(0.9));
    }

    void studentTailsInvertTheQuantiles() {
        for (const double freedom : {1.0, 1.7, 4.0, 60.0}) {
            for (const double p : {1e-6, 0.001, 0.05, 0.5})
                QVERIFY(near(studentTwoSided(studentQuantile(1 - p / 2, freedom), freedom), p));
        }
        QVERIFY(near(studentTwoSided(-1.0, 1), 0.5));
        QCOMPARE(studentTwoSided(0.0, 5), 1.0);
    }

    void theBetaFunctionIsThatOfCoinsWithABias() {
        QVERIFY(near(incompleteBeta(2, 3, 0.4), 0.5248));  // at least 2 of 4 at 0.4
        QCOMPARE(incompleteBeta(2, 3, 0.0), 0.0);
        QCOMPARE(incompleteBeta(2, 3, 1.0), 1.0);
        QVERIFY(near(incompleteBeta(40, 2, 0.97) + incompleteBeta(2, 40, 0.03), 1.0));
    }

    void coinsAreCountedExactly() {
        QVERIFY(near(coinTail(0, 10), 1.0 / 1024));
        QVERIFY(near(coinTail(2, 10), 56.0 / 1024));
        QCOMPARE(coinTail(10, 10), 1.0);
        QCOMPARE(coinTail(0, 0), 1.0);
    }
};

QTEST_GUILESS_MAIN(TestQuantiles)
#include "tst_quantiles.moc"
