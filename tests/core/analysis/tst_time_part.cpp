#include "core/analysis/time_part.h"

#include <QTest>

#include <cmath>
#include <random>
#include <vector>

using namespace breakeven;

namespace {

TimePart part(double low, double value, double high) {
    return {Seconds(value), Interval<Seconds>{Seconds(low), Seconds(high)}};
}

}  // namespace

class TestTimePart : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void sidesAddUpAsSquares() {
        const TimePart sum = sumOf({part(7, 10, 14), part(16, 20, 23)});
        QCOMPARE(sum.value.count(), 30.0);
        QCOMPARE(sum.interval->low.count(), 25.0);   // 3 and 4 below
        QCOMPARE(sum.interval->high.count(), 35.0);  // 4 and 3 above
    }

    void aPartThatIsNotThereHasNoSay() {
        QCOMPARE(sumOf({part(1, 2, 3), TimePart{}}).interval->high.count(), 3.0);
        QVERIFY(!sumOf({part(1, 2, 3), TimePart{Seconds(1), {}}}).interval);
        QCOMPARE(sumOf({}).value.count(), 0.0);
    }

    void negativeFactorsTurnTheEnds() {
        const TimePart less = scaled(part(1, 2, 4), -2);
        QCOMPARE(less.value.count(), -4.0);
        QCOMPARE(less.interval->low.count(), -8.0);
        QCOMPARE(less.interval->high.count(), -2.0);
    }

    void medianHasStudentsInterval() {
        QVERIFY(!medianOf(std::vector{1.0}).interval);
        // 1, 2, 3: standard error 1/sqrt(3), Student's quantile at 2 degrees 4.30265
        const TimePart three = medianOf(std::vector{3.0, 1.0, 2.0});
        QCOMPARE(three.value.count(), 2.0);
        QVERIFY(std::abs(three.interval->high.count() - (2 + 4.30265 / std::sqrt(3.0))) < 1e-4);
        QCOMPARE(three.interval->low.count(), 0.0);  // cut: times are not negative
    }

    void intervalOfThreeLaunchesCovers() {
        std::mt19937_64 generator(7);
        std::normal_distribution<double> launch(100, 3);
        int covered = 0;
        constexpr int Repetitions = 4000;
        for (int i = 0; i < Repetitions; ++i) {
            const TimePart seen = medianOf(std::vector{launch(generator), launch(generator), launch(generator)});
            if (seen.interval->low.count() <= 100 && 100 <= seen.interval->high.count()) ++covered;
        }
        QVERIFY2(covered > 0.92 * Repetitions && covered < 0.98 * Repetitions, qPrintable(QString::number(covered)));
    }
};

QTEST_GUILESS_MAIN(TestTimePart)
#include "tst_time_part.moc"
