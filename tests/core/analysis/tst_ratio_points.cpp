#include "core/analysis/ratio_points.h"
#include "tests/support/sample_results.h"

#include <QTest>

#include <array>
#include <cmath>
#include <map>
#include <random>

using namespace breakeven;

namespace {

std::vector<RatioPoint> pointsOf(const Results& results) {
    for (const Curve& curve : curvesOf(results))
        if (!curve.isSerial()) return ratioPoints(results, curve);
    return {};
}

/// What launches have measured of one size; serial is slower by the luck of each, as a log.
void measure(SampleResults& sample, ItemCount size, int rounds, const std::map<int, double>& luckOfLaunch,
             std::mt19937_64& generator) {
    std::lognormal_distribution<double> noise(0, 0.01);
    const Trial serial = sample.trial("serial", size);
    const Trial parallel = sample.trial("tbb", size);
    for (const auto& [launch, luck] : luckOfLaunch) {
        std::vector<double> serialTimes;
        std::vector<double> parallelTimes;
        for (int round = 0; round < rounds; ++round) {
            serialTimes.push_back(std::exp(luck) * noise(generator));
            parallelTimes.push_back(noise(generator));
        }
        sample.times(serial, serialTimes, launch);
        sample.times(parallel, parallelTimes, launch);
    }
}

/// Two sizes in three launches; serial is slower by so much in each next launch.
SampleResults launchesApart(double apart, std::uint64_t seed) {
    SampleResults sample;
    std::mt19937_64 generator(seed);
    for (const ItemCount size : {10, 100})
        measure(sample, size, 10, {{0, 0.0}, {1, apart}, {2, 2 * apart}}, generator);
    return sample;
}

}  // namespace

class TestRatioPoints : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everySizeHasItsRounds() {
        SampleResults sample;
        sample.measured("serial", 100, {4, 8, 2});
        sample.measured("tbb", 100, {2, 2, 2});
        sample.measured("serial", 10, {1, 1});
        sample.measured("tbb", 10, {2, 2});
        const auto points = pointsOf(sample.results);
        QCOMPARE(points.size(), std::size_t(2));
        QCOMPARE(points[0].size, ItemCount(10));
        QCOMPARE(points[1].base.count(), 4.0);
        QCOMPARE(points[1].logRatio, std::log(2));
        QCOMPARE(points[1].rounds, (std::vector{0.0, std::log(2), std::log(4)}));
        QCOMPARE(points[1].launches, 1);
        QCOMPARE(points[1].launchSpread, 0.0);
        QVERIFY(!points[1].isSolid());
    }

    void launchesThatDifferAreSeen() {
        const auto points = pointsOf(launchesApart(0.05, 1).results);
        QVERIFY(!points.empty());
        // The logs of the launches' luck, 0, 0.05 and 0.1, have a standard deviation of 0.05; three of them are
        // averaged.
        for (const RatioPoint& point : points)
            QVERIFY2(std::fabs(point.launchSpread - 0.05 / std::sqrt(3)) < 0.008,
                     qPrintable(QString::number(point.launchSpread)));
    }

    void launchesAlikeAddLittle() {
        int none = 0;
        for (std::uint64_t seed = 0; seed < 40; ++seed) {
            const auto points = pointsOf(launchesApart(0, seed).results);
            if (points[0].launchSpread == 0) ++none;
            QVERIFY(points[0].launchSpread < 0.01);  // the noise of a ratio is 0.014, of the mean of 30 of them 0.0026
        }
        QVERIFY2(none > 15, qPrintable(QString::number(none)));
    }

    /// Serial is slower by 10 % in each next launch; one size has been measured by the last launch alone.
    void aLateSizeStandsAsIfAllLaunchesHadMeasuredIt() {
        SampleResults sample;
        std::mt19937_64 generator(7);
        for (const ItemCount size : {10, 20, 40, 160})
            measure(sample, size, 12, {{0, -0.1}, {1, 0.0}, {2, 0.1}}, generator);
        measure(sample, 80, 12, {{2, 0.1}}, generator);
        const auto points = pointsOf(sample.results);
        QVERIFY2(std::fabs(points[3].logRatio) < 0.02, qPrintable(QString::number(points[3].logRatio)));
        QVERIFY(std::fabs(points[3].rounds.front()) < 0.1 && std::fabs(points[3].rounds.back()) < 0.1);
        // What is left is the luck of three launches, as at the other sizes.
        const double ratio = points[3].launchSpread / points[2].launchSpread;
        QVERIFY2(ratio > 0.5 && ratio < 2, qPrintable(QString::number(ratio)));
    }

    /// Each launch has another luck at each size: adding up to nothing over the sizes, it is alike nowhere.
    void whatASizeHasAloneIsPartedFromWhatAllShare() {
        constexpr std::array<std::array<double, 3>, 6> Luck = {
            {{0.1, -0.1, 0}, {-0.1, 0.1, 0}, {0, 0.1, -0.1}, {0, -0.1, 0.1}, {0.1, 0, -0.1}, {-0.1, 0, 0.1}}};
        SampleResults sample;
        std::mt19937_64 generator(11);
        ItemCount size = 10;
        for (const auto& [first, second, third] : Luck)
            measure(sample, size *= 2, 10, {{0, first}, {1, second}, {2, third}}, generator);
        for (const RatioPoint& point : pointsOf(sample.results)) {
            // A standard deviation of 0.1 between launches, three of which are averaged, by the noise of 30 rounds.
            QVERIFY2(std::fabs(point.ownSpread - 0.1 / std::sqrt(3)) < 0.02,
                     qPrintable(QString::number(point.ownSpread)));
            QCOMPARE(point.ownFreedom, 12.0);
            QVERIFY(point.launchSpread < 0.01);
        }
    }

    void mediansAloneHaveASpread() {
        SampleResults sample;
        sample.imported("serial", 10, 0.98, 1, 1.02);
        sample.imported("tbb", 10, 0.98, 1, 1.02);
        const auto points = pointsOf(sample.results);
        QCOMPARE(points[0].launches, 0);
        QVERIFY(points[0].rounds.empty() && points[0].isSolid());
        QVERIFY(std::fabs(*points[0].spread - 2 * std::log(1.02 / 0.98) / (2 * 1.96)) < 1e-5);
    }
};

QTEST_GUILESS_MAIN(TestRatioPoints)
#include "tst_ratio_points.moc"
