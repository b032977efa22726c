#include "core/analysis/ratio_resamples.h"

#include <QTest>

#include <algorithm>
#include <cmath>

using namespace breakeven;

namespace {

/// So many rounds at 0, 1, 2, …
RatioPoint ramp(int rounds) {
    RatioPoint point;
    for (int i = 0; i < rounds; ++i)
        point.rounds.push_back(i);
    point.logRatio = (rounds - 1) / 2.0;
    point.launches = 3;
    return point;
}

double quantile(std::vector<double> values, double share) {
    std::ranges::sort(values);
    return values[static_cast<std::size_t>(share * static_cast<double>(values.size()))];
}

}  // namespace

class TestRatioResamples : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void mediansOfResamplesAreBinomial() {
        // The median of 11 resampled rounds is at most the k-th when 6 of 11 uniform ranks are: for k = 3 that is the
        // upper tail of Binomial(11, 3/11), 4.4 %.
        const auto rows = RatioResamples().of(std::vector{ramp(11)});
        // As they were before their excess of 0.35 / √11 was taken off.
        const auto rank = [](double value) { return 5 + (value - 5) * (1 + 0.35 / std::sqrt(11)); };
        const auto low = std::ranges::count_if(rows[0], [&](double value) { return rank(value) < 2.5; });
        QVERIFY2(std::fabs(static_cast<double>(low) / Resamples - 0.044) < 0.014, qPrintable(QString::number(low)));
        QVERIFY(std::ranges::all_of(
            rows[0], [&](double value) { return std::fabs(rank(value) - std::round(rank(value))) < 1e-9; }));
    }

    void anEvenCountTakesTheMiddleOfTwo() {
        const auto rows = RatioResamples().of(std::vector{ramp(10)});
        const auto isHalf = [](double value) {
            const double twice = 2 * (4.5 + (value - 4.5) * (1 + 0.35 / std::sqrt(10)));
            return std::fabs(twice - std::round(twice)) < 1e-9 && std::lround(twice) % 2 == 1;
        };
        QVERIFY(std::ranges::any_of(rows[0], isHalf));
        QVERIFY(std::fabs(quantile(rows[0], 0.5) - 4.5) <= 0.5);
    }

    void sizesAreDrawnOnTheirOwn() {
        const auto rows = RatioResamples().of(std::vector{ramp(11), ramp(11)});
        QVERIFY(rows[0] != rows[1]);
        RatioResamples shared;
        QCOMPARE(shared.of(std::vector{ramp(11)})[0], shared.of(std::vector{ramp(11)})[0]);
    }

    void oneSizeAloneIsTheSameAsAmongAll() {
        std::vector<RatioPoint> points{ramp(11), ramp(10), ramp(7)};
        for (RatioPoint& point : points) {
            point.launches = 3;
            point.launchSpread = 0.1;
        }
        const auto rows = RatioResamples().of(points);
        for (std::size_t i = 0; i < points.size(); ++i)
            QCOMPARE(RatioResamples().of(points, i), rows[i]);
    }

    void aLaunchHasItsLuckAtAllSizes() {
        RatioPoint calm;
        calm.logRatio = 1;
        calm.rounds = std::vector<double>(9, 1.0);
        calm.launches = 3;
        calm.launchSpread = 0.1;
        RatioPoint other = calm;
        other.launchSpread = 0.2;
        const auto rows = RatioResamples().of(std::vector{calm, other});
        for (std::size_t i = 0; i < Resamples; ++i)
            QVERIFY(std::fabs((rows[1][i] - 1) - 2 * (rows[0][i] - 1)) < 1e-12);
        // Student's distribution with two degrees of freedom ends its 95 % at 4.30.
        QVERIFY(std::fabs(quantile(rows[0], 0.975) - 1.43) < 0.06);
    }

    void whatASizeHasAloneIsDrawnForItself() {
        RatioPoint calm;
        calm.logRatio = 1;
        calm.rounds = std::vector<double>(9, 1.0);
        calm.launches = 3;
        calm.ownSpread = 0.1;
        calm.ownFreedom = 4;
        const auto rows = RatioResamples().of(std::vector{calm, calm});
        double product = 0;
        for (std::size_t i = 0; i < Resamples; ++i)
            product += (rows[0][i] - 1) * (rows[1][i] - 1) / Resamples;
        QVERIFY(std::fabs(product) < 0.002);  // of a variance of 0.02
        // Student's distribution with four degrees of freedom ends its 95 % at 2.78.
        QVERIFY(std::fabs(quantile(rows[0], 0.975) - 1.278) < 0.03);
    }

    void oneLaunchHasNoLuckToDraw() {
        RatioPoint point = ramp(1);
        point.launches = 1;
        QVERIFY(
            std::ranges::all_of(RatioResamples().of(std::vector{point})[0], [](double value) { return value == 0; }));
    }

    void aKnownSpreadIsNormal() {
        RatioPoint point;
        point.logRatio = 3;
        point.spread = 0.5;
        const auto rows = RatioResamples().of(std::vector{point});
        QVERIFY(std::fabs(quantile(rows[0], 0.975) - 3.98) < 0.07);
    }
};

QTEST_GUILESS_MAIN(TestRatioResamples)
#include "tst_ratio_resamples.moc"
