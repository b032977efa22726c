#include "core/stats/interval_test.h"
#include "core/stats/quantiles.h"

#include <QTest>

#include <cmath>
#include <limits>

using namespace breakeven;

class TestIntervalTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void itAgreesWithTheIntervalOnEitherSide() {
        for (const double freedom : {1.0, 2.5, 10.0, std::numeric_limits<double>::infinity()}) {
            QVERIFY(std::fabs(intervalPValue(2, {1, 5}, freedom, 1) - 0.05) < 1e-9);
            QVERIFY(std::fabs(intervalPValue(2, {1, 5}, freedom, 5) - 0.05) < 1e-9);
            QVERIFY(intervalPValue(2, {1, 5}, freedom, 0.99) < 0.05);
            QVERIFY(intervalPValue(2, {1, 5}, freedom, 1.01) > 0.05);
        }
        QCOMPARE(intervalPValue(2, {1, 5}, 3, 2), 1.0);
    }

    void theTailIsStudents() {
        // Twice as far as the bound.
        const double t = 2 * studentQuantile(0.975, 3);
        QVERIFY(std::fabs(intervalPValue(2, {1, 5}, 3, 0) - studentTwoSided(t, 3)) < 1e-12);
        QVERIFY(intervalPValue(2, {1, 5}, 2, 0) > intervalPValue(2, {1, 5}, 20, 0));
    }

    void withoutAnyWidthOnlyTheValueItselfIsLeft() {
        QCOMPARE(intervalPValue(2, {2, 2}, 3, 2), 1.0);
        QCOMPARE(intervalPValue(2, {2, 2}, 3, 2.1), 0.0);
    }
};

QTEST_GUILESS_MAIN(TestIntervalTest)
#include "tst_interval_test.moc"
