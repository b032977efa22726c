#include "core/stats/launch_shifts.h"

#include <QTest>

#include <cmath>
#include <random>
#include <vector>

using namespace breakeven;

namespace {

using Series = std::vector<std::vector<Observation>>;

/// Six series of ten values in each of three launches, with a noise of 0.01 about 1, 2, 3 …
struct Simulation {
    std::vector<double> common = {0, 0, 0};  ///< what launches add to all series
    double own = 0;                          ///< sigma of what a launch adds to each series by itself

    Series drawn(std::mt19937_64& generator) const {
        std::normal_distribution<double> normal;
        Series series;
        for (int level = 1; level <= 6; ++level) {
            std::vector<Observation>& values = series.emplace_back();
            for (int launch = 0; launch < 3; ++launch) {
                const double shift = common[static_cast<std::size_t>(launch)] + own * normal(generator);
                for (int i = 0; i < 10; ++i)
                    values.push_back({level + shift + 0.01 * normal(generator), launch});
            }
        }
        return series;
    }
};

}  // namespace

class TestLaunchShifts : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void whatAllSeriesShareIsFound() {
        std::mt19937_64 generator(1);
        const LaunchShifts shifts = launchShifts(Simulation{.common = {0.05, -0.02, -0.03}}.drawn(generator));
        QVERIFY2(shifts.reliability > 0.98, qPrintable(QString::number(shifts.reliability)));
        QVERIFY(std::fabs(shifts.ofLaunch.at(0) - 0.05) < 0.006);
        QVERIFY(std::fabs(shifts.ofLaunch.at(1) + 0.02) < 0.006);
        QVERIFY(std::fabs(shifts.ofLaunch.at(0) + shifts.ofLaunch.at(1) + shifts.ofLaunch.at(2)) < 1e-12);
    }

    void noiseIsLeftAlone() {
        for (const double own : {0.0, 0.03}) {
            std::mt19937_64 generator(2);
            double reliability = 0;
            for (int i = 0; i < 200; ++i)
                reliability += launchShifts(Simulation{.own = own}.drawn(generator)).reliability / 200;
            // On average 1 - 1 / F, where that is above 0, of an F with 2 and 10 degrees of freedom: 0.17.
            QVERIFY2(reliability < 0.22, qPrintable(QString::number(reliability)));
        }
    }

    void partOfTheLuckIsShrunk() {
        std::mt19937_64 generator(3);
        double found = 0;
        for (int i = 0; i < 200; ++i) {
            const LaunchShifts shifts =
                launchShifts(Simulation{.common = {0.03, 0, -0.03}, .own = 0.05}.drawn(generator));
            if (shifts.reliability > 0) found += shifts.ofLaunch.at(0) / 200;
        }
        QVERIFY2(found > 0.01 && found < 0.029, qPrintable(QString::number(found)));
    }

    void aLaunchWithoutValuesTellsNothingOfASeries() {
        std::mt19937_64 generator(4);
        Series series = Simulation{.common = {0.05, -0.02, -0.03}}.drawn(generator);
        for (std::size_t i = 3; i < series.size(); ++i)
            std::erase_if(series[i], [](const Observation& value) { return value.launch != 2; });
        QVERIFY(launchShifts(series).reliability > 0.9);
        series.erase(series.begin());
        QCOMPARE(launchShifts(series).reliability, 0.0);
        QVERIFY(launchShifts(series).ofLaunch.empty());
    }

    void oneLaunchHasNoLuckToTell() {
        Series series(4);
        for (std::size_t i = 0; i < series.size(); ++i)
            series[i] = {{1.0, 0}, {1.1, 0}, {1.2, 0}};
        QVERIFY(launchShifts(series).ofLaunch.empty());
        QVERIFY(launchShifts({}).ofLaunch.empty());
    }
};

QTEST_GUILESS_MAIN(TestLaunchShifts)
#include "tst_launch_shifts.moc"
