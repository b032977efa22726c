#include "core/analysis/log_estimate.h"

#include <QTest>

#include <cmath>
#include <random>
#include <vector>

using namespace breakeven;

class TestLogEstimate : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void addsDistancesAsSquares() {
        const LogEstimate sum = LogEstimate{1, {{0.7, 1.3}}} + LogEstimate{2, {{1.6, 2.8}}};
        QVERIFY(std::fabs(sum.value - 3) < 1e-12);
        QVERIFY(std::fabs(sum.interval->low - 2.5) < 1e-12);
        QVERIFY(std::fabs(sum.interval->high - (3 + std::hypot(0.3, 0.8))) < 1e-12);
        QVERIFY(!(LogEstimate{1, {{0.7, 1.3}}} + LogEstimate{2, {}}).interval);
        const LogEstimate negative = -LogEstimate{1, {{0.5, 2}}};
        QCOMPARE(negative.value, -1.0);
        QCOMPARE(negative.interval->low, -2.0);
        QCOMPARE(negative.interval->high, -0.5);
    }

    void returnsToRatios() {
        const LogEstimate estimate = logOf(2, Interval<double>{1.5, 3});
        QVERIFY(std::fabs(estimate.ratio() - 2) < 1e-12);
        QVERIFY(std::fabs(estimate.ratioInterval()->low - 1.5) < 1e-12);
        QVERIFY(std::fabs(estimate.ratioInterval()->high - 3) < 1e-12);
        QVERIFY(!logOf(2, Interval<double>{0, 3}).interval);
    }

    void aMeanOfOneHasNoInterval() {
        const std::vector<double> one = {0.5};
        QCOMPARE(meanOf(one).value, 0.5);
        QVERIFY(!meanOf(one).interval);
    }

    void sumsOfMeansCoverTheTruth() {
        std::mt19937_64 generator(11);
        std::normal_distribution<double> wide(0.2, 0.1);
        std::normal_distribution<double> narrow(-0.5, 0.02);
        constexpr int Repeats = 4000;
        int covered = 0;
        for (int repeat = 0; repeat < Repeats; ++repeat) {
            std::vector<double> few(4);
            std::vector<double> many(12);
            for (double& value : few)
                value = wide(generator);
            for (double& value : many)
                value = narrow(generator);
            const LogEstimate sum = meanOf(few) + meanOf(many);
            if (sum.interval->low <= -0.3 && -0.3 <= sum.interval->high) ++covered;
        }
        const double share = static_cast<double>(covered) / Repeats;
        QVERIFY2(share > 0.94 && share < 0.97, qPrintable(QString::number(share)));
    }
};

QTEST_GUILESS_MAIN(TestLogEstimate)
#include "tst_log_estimate.moc"
