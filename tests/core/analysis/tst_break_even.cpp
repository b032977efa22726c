#include "core/analysis/break_even.h"
#include "core/analysis/verdict.h"
#include "tests/support/break_even_simulation.h"
#include "tests/support/known_curves.h"
#include "tests/support/sample_results.h"

#include <QTest>

#include <cmath>
#include <random>
#include <tuple>

using namespace breakeven;

namespace {

const std::vector<ItemCount> Sizes = {1000, 3000, 10'000, 30'000, 100'000, 300'000};

/// Every size has 100 times as many items as the one before, and the same rounds. Serial takes 20 times as long: both
/// ways to interpolate then agree on the middle between 0.5 and 2.
SampleResults withRatios(const std::vector<std::vector<double>>& ratiosPerSize) {
    SampleResults sample;
    ItemCount size = 10;
    double serial = 1;
    for (const auto& ratios : ratiosPerSize) {
        sample.measured("serial", size, std::vector<double>(ratios.size(), serial));
        std::vector<double> times;
        for (const double ratio : ratios)
            times.push_back(serial / ratio);
        sample.measured("tbb", size, times);
        size *= 100;
        serial *= 20;
    }
    return sample;
}

BreakEven only(const Results& results) {
    const auto found = breakEvens(results);
    return found.size() == 1 ? found.front() : BreakEven{};
}

std::vector<double> spread(double low, double high) {
    std::vector<double> values;
    for (int i = 0; i < 12; ++i)
        values.push_back(low + (high - low) * i / 11);
    return values;
}

}  // namespace

class TestBreakEven : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void interpolatesInLogSize() {
        const auto sample = withRatios({std::vector<double>(6, 0.5), std::vector<double>(6, 2)});
        const BreakEven found = only(sample.results);
        QCOMPARE(statusWord(found.status), std::string_view("resolved"));
        QVERIFY(std::fabs(*found.size - 100) < 1e-6);  // half-way between 10 and 1000
        QVERIFY(std::fabs(found.interval->low - 100) < 1e-6);
        QCOMPARE(found.measured.low, ItemCount(10));
        QCOMPARE(found.measured.high, ItemCount(1000));
        QCOMPARE(found.label, std::string("tbb"));
    }

    void sizesFarFromEachOtherLeaveRoomForBothWaysToInterpolate() {
        SampleResults sample;
        for (const auto& [size, serial, parallel] :
             {std::tuple(1000, 1e-5, 1.05e-4), std::tuple(1'000'000, 1e-2, 5.1e-3)}) {
            sample.measured("serial", size, std::vector<double>(8, serial));
            sample.measured("tbb", size, std::vector<double>(8, parallel));
        }
        const BreakEven found = only(sample.results);
        QCOMPARE(found.status, BreakEvenStatus::Resolved);
        QVERIFY(std::fabs(found.interval->low / 20'000 - 1) < 0.01);  // what an overhead of 100 µs has
        QVERIFY(std::fabs(found.interval->high / *found.size - 1) < 1e-6);
        QVERIFY(*found.size > 1.5 * found.interval->low);
        QCOMPARE(found.neighbours.low, ItemCount(1000));
        QCOMPARE(found.neighbours.high, ItemCount(1'000'000));
    }

    void launchesThatDifferWidenTheInterval() {
        const auto widthWith = [](double luck) {
            SampleResults sample;
            std::mt19937_64 generator(7);
            std::lognormal_distribution<double> noise(0, 0.01);
            for (const auto& [size, ratio] : {std::pair(ItemCount(10), 0.8), std::pair(ItemCount(20), 1.25)}) {
                const Trial serial = sample.trial("serial", size);
                const Trial parallel = sample.trial("tbb", size);
                const double seconds = size == 10 ? 1 : 1.768;  // so that both ways to interpolate agree
                for (const int launch : {0, 1, 2}) {
                    std::vector<double> serialTimes;
                    std::vector<double> parallelTimes;
                    for (int round = 0; round < 8; ++round) {
                        serialTimes.push_back(seconds * noise(generator) * (1 + luck * (launch - 1)));
                        parallelTimes.push_back(seconds * noise(generator) / ratio);
                    }
                    sample.times(serial, serialTimes, launch);
                    sample.times(parallel, parallelTimes, launch);
                }
            }
            const BreakEven found = only(sample.results);
            return found.launches == 3 ? std::log(found.interval->high / found.interval->low) : 0.0;
        };
        QVERIFY(widthWith(0) > 0 && widthWith(0) < 0.05);
        QVERIFY2(widthWith(0.03) > 3 * widthWith(0), qPrintable(QString::number(widthWith(0.03))));
    }

    void allCrossingsAreListed() {
        const auto sample = withRatios({std::vector<double>(6, 0.5), std::vector<double>(6, 2),
                                        std::vector<double>(6, 0.5), std::vector<double>(6, 2)});
        const auto crossings = only(sample.results).crossings;
        QCOMPARE(crossings.size(), std::size_t(3));
        for (std::size_t i = 0; i < crossings.size(); ++i) {
            QVERIFY(std::fabs(crossings[i].size / std::pow(100, i + 1) - 1) < 1e-6);
            QCOMPARE(crossings[i].isToFaster, i % 2 == 0);
        }
    }

    /// By chance parallel is slower at 95 items once more, where nothing is to be seen of it on either side.
    void sizesCloseByAreSeenTogether() {
        SampleResults sample;
        for (const auto& [size, ratio] : {std::pair(80, 0.90), std::pair(85, 0.95), std::pair(90, 1.01),
                                          std::pair(95, 0.99), std::pair(100, 1.09), std::pair(105, 1.13)}) {
            const auto items = static_cast<ItemCount>(size);
            const double serial = 0.01 * size;
            sample.measured("serial", items, std::vector<double>(10, serial));
            std::vector<double> parallel;
            for (int round = 0; round < 10; ++round)
                parallel.push_back(serial / ratio * (round % 2 == 0 ? 0.98 : 1.02));
            sample.measured("tbb", items, parallel);
        }
        const BreakEven found = only(sample.results);
        QCOMPARE(found.status, BreakEvenStatus::Resolved);
        QVERIFY2(*found.size > 88 && *found.size < 95, qPrintable(QString::number(*found.size)));
    }

    void neitherBoundContradictsASize() {
        // Slower but for the largest size, where nothing is resolved: "at the earliest" is not below what is slower.
        const auto open = withRatios(
            {std::vector<double>(8, 0.5), std::vector<double>(8, 0.8), {0.7, 1.6, 0.8, 1.5, 0.9, 1.4, 1.1, 1.3}});
        const BreakEven late = only(open.results);
        QCOMPARE(late.status, BreakEvenStatus::NotResolved);
        QVERIFY(late.interval && late.interval->low >= 1000 && std::isinf(late.interval->high));

        // The base waited for half of its time: nothing is surely faster, so nothing is "at the latest".
        SampleResults busy;
        for (const auto& [size, time] : {std::pair(10, 0.5), std::pair(1000, 2.0), std::pair(100'000, 1.9)}) {
            const auto items = static_cast<ItemCount>(size);
            busy.delayedTimes(busy.trial("serial", items), std::vector<double>(8, time), 0.5);
            busy.measured("tbb", items, std::vector<double>(8, 1.0));
        }
        const BreakEven unknown = only(busy.results);
        QCOMPARE(unknown.status, BreakEvenStatus::NotResolved);
        QVERIFY(unknown.interval && unknown.interval->low >= 10 && std::isinf(unknown.interval->high));
    }

    /// The proof is tests/benchmarks/break_even_coverage; this is its short form, for gross faults.
    void theIntervalCoversAsOftenAsItSays() {
        for (const bool refined : {false, true}) {
            for (const double launchSpread : {0.0, 0.01}) {
                const CoverageSimulation simulation{curveShapes().front(), 20, launchSpread, refined};
                const Coverage coverage = simulation.cover(200, 1);
                QVERIFY2(coverage.covered() >= 0.89, qPrintable(QString::number(coverage.covered())));
                QCOMPARE(coverage.resolved, 200);
                QVERIFY2(coverage.width < 1.2, qPrintable(QString::number(coverage.width)));
            }
        }
    }

    /// With a luck of 3 % of either backend, three launches leave 0.03 √2 / √3 of the ratio; a break-even moves twice
    /// as far, since the ratio grows with the root of the size there. The last launch alone would leave 0.085.
    void sizesThatCameLateDoNotBringTheLuckOfTheirLaunch() {
        const CoverageSimulation simulation{curveShapes().front(), 20, 0.03, true};
        const Coverage coverage = simulation.cover(200, 2);
        QVERIFY2(coverage.error < 0.055, qPrintable(QString::number(coverage.error)));
    }

    void usesTheMedianRound() {
        const auto sample = withRatios({{0.5, 0.5, 0.5, 0.5, 9, 0.5, 0.5, 0.5, 0.5}, {2, 2, 0.01, 2, 2, 2, 2, 2, 2}});
        const BreakEven found = only(sample.results);
        QCOMPARE(found.status, BreakEvenStatus::Resolved);
        QVERIFY(std::fabs(*found.size - 100) < 1e-6);
    }

    void intervalCoversTheTruth() {
        const KnownCurves curves;  // pays from 20 000 items
        QCOMPARE(curves.breakEven(), 20'000.0);
        int covered = 0;
        double widest = 0;
        for (std::uint64_t run = 0; run < 100; ++run) {
            SampleResults sample;
            curves.measure(sample, "tbb", {5000, 10'000, 19'000, 21'000, 40'000}, 30, 100 + run);
            const BreakEven found = only(sample.results);
            QCOMPARE(found.status, BreakEvenStatus::Resolved);
            if (found.interval->low <= 20'000 && 20'000 <= found.interval->high) ++covered;
            widest = std::max(widest, found.interval->high / found.interval->low);
            QVERIFY(found.interval->low <= *found.size && *found.size <= found.interval->high);
        }
        QVERIFY2(covered >= 90, qPrintable(QString::number(covered)));
        QVERIFY2(widest < 1.15, qPrintable(QString::number(widest)));
    }

    void isTheSameEveryTime() {
        SampleResults sample;
        KnownCurves{}.measure(sample, "tbb", Sizes, 30, 1);
        QCOMPARE(only(sample.results).interval, only(sample.results).interval);
    }

    void fasterEverywhere() {
        const BreakEven found = only(withRatios({spread(1.5, 1.7), spread(1.7, 1.9)}).results);
        QCOMPARE(found.status, BreakEvenStatus::AlwaysFaster);
        QVERIFY(!found.size && !found.interval);
    }

    void slowerEverywhere() {
        const BreakEven found = only(withRatios({spread(0.1, 0.2), spread(0.9, 0.95)}).results);
        QCOMPARE(found.status, BreakEvenStatus::NeverInRange);
        QVERIFY(!found.size && !found.interval);
    }

    void noiseAtTheLargestSizeLeavesTheUpperEndOpen() {
        const BreakEven found = only(withRatios({spread(0.1, 0.2), spread(0.93, 1.08)}).results);
        QCOMPARE(found.status, BreakEvenStatus::NotResolved);
        QVERIFY(!found.size);
        QVERIFY(found.interval);
        QVERIFY(found.interval->low > 10 && found.interval->low < 1000);
        QVERIFY(std::isinf(found.interval->high));
    }

    void noiseAtTheSmallestSizeLeavesTheLowerEndOpen() {
        const BreakEven found = only(withRatios({spread(0.93, 1.08), spread(1.7, 1.9)}).results);
        QCOMPARE(found.status, BreakEvenStatus::NotResolved);
        QVERIFY(!found.size);
        QVERIFY(found.interval);
        QCOMPARE(found.interval->low, 0.0);
        QVERIFY(found.interval->high > 10 && found.interval->high < 1000);
    }

    /// The launches differ at one size alone, where they leave open what the curve as a whole would say.
    void whatOneSizeLeavesOpenIsKnownOfTheOthers() {
        const auto withLastOrFirst = [](double ratio, bool isLast) {
            SampleResults sample;
            ItemCount size = 1;
            for (int i = 0; i < 9; ++i) {
                size *= 10;
                const Trial serial = sample.trial("serial", size);
                const Trial parallel = sample.trial("tbb", size);
                for (int launch = 0; launch < 3; ++launch) {
                    const double luck = i == (isLast ? 8 : 0) ? std::pow(ratio, 0.45 * (launch - 1)) : 1 / ratio;
                    std::vector<double> times;
                    for (int round = 0; round < 6; ++round)
                        times.push_back((1 + 0.001 * (5 * round % 7)) * luck / ratio);
                    sample.times(serial, std::vector<double>(6, 1.0), launch);
                    sample.times(parallel, times, launch);
                }
            }
            return only(sample.results);
        };
        const BreakEven slower = withLastOrFirst(0.6, true);
        QCOMPARE(slower.status, BreakEvenStatus::NotResolved);
        QCOMPARE(slower.interval->low, 1e8);
        QVERIFY(std::isinf(slower.interval->high));
        const BreakEven faster = withLastOrFirst(1 / 0.6, false);
        QCOMPARE(faster.status, BreakEvenStatus::NotResolved);
        QCOMPARE(faster.interval->low, 0.0);
        QCOMPARE(faster.interval->high, 100.0);
    }

    void fasterAtSmallSizesOnlyIsNotResolved() {
        const BreakEven found = only(withRatios({spread(1.5, 1.7), spread(0.5, 0.6)}).results);
        QCOMPARE(found.status, BreakEvenStatus::NotResolved);
        QVERIFY(!found.size && !found.interval);
    }

    void fasterInBetweenOnlyIsNotResolved() {
        const auto sample = withRatios({spread(0.5, 0.6), spread(1.9, 2.1), spread(0.4, 0.5), spread(0.3, 0.35)});
        const BreakEven found = only(sample.results);
        QCOMPARE(found.status, BreakEvenStatus::NotResolved);
        QVERIFY(!found.size && !found.interval);
        QCOMPARE(verdicts(sample.results).front().finding.text,
                 std::string("tbb is faster at some sizes, but not at the largest, 10\u202f000\u202f000 items"));
    }

    void theLastChangeToFasterCounts() {
        const auto sample = withRatios({std::vector<double>(6, 0.5), std::vector<double>(6, 2),
                                        std::vector<double>(6, 0.5), std::vector<double>(6, 2)});
        const BreakEven found = only(sample.results);
        QCOMPARE(found.status, BreakEvenStatus::Resolved);
        QVERIFY(std::fabs(*found.size / 1e6 - 1) < 1e-6);  // half-way between 100 thousand and 10 million
    }

    void twoRoundsGiveAProvisionalSize() {
        const BreakEven found = only(withRatios({{0.5, 0.5}, {2, 2}}).results);
        QCOMPARE(found.status, BreakEvenStatus::NotResolved);
        QVERIFY(found.size && !found.interval);
        QVERIFY(std::fabs(*found.size - 100) < 1e-6);
        const BreakEven always = only(withRatios({{1.5}, {2}}).results);
        QCOMPARE(always.status, BreakEvenStatus::NotResolved);
        QVERIFY(!always.size && !always.interval);
    }

    void aThinSizeBetweenFasterOnesDoesNotKeepItOpen() {
        const BreakEven found = only(withRatios({spread(0.4, 0.6), spread(1.5, 1.7), {1.9}, spread(2, 2.2)}).results);
        QCOMPARE(found.status, BreakEvenStatus::Resolved);
    }

    /// Whether parallel pays from there on is a question to the largest size, too.
    void aThinLargestSizeLeavesItProvisional() {
        const BreakEven found = only(withRatios({spread(0.4, 0.6), spread(1.5, 1.7), {1.9}}).results);
        QCOMPARE(found.status, BreakEvenStatus::NotResolved);
        QVERIFY(found.size && *found.size > 10 && *found.size < 1000);
        QVERIFY(!found.interval);
        const BreakEven always = only(withRatios({spread(1.5, 1.7), spread(1.7, 1.9), {1.9}}).results);
        QCOMPARE(always.status, BreakEvenStatus::NotResolved);

        SampleResults summaries;
        for (const auto& [size, ratio] : {std::pair(10, 0.5), std::pair(1000, 2.0), std::pair(100'000, 1.8)}) {
            const auto items = static_cast<ItemCount>(size);
            summaries.imported("serial", items, 0.98 * size, size, 1.02 * size);
            const double time = size / ratio;
            summaries.imported("tbb", items, 0.98 * time, time, size == 100'000 ? 0 : 1.02 * time);
        }
        QCOMPARE(only(summaries.results).status, BreakEvenStatus::NotResolved);
    }

    void leavesOutFailedTrialsAndSingleSizes() {
        auto sample = withRatios({spread(0.4, 0.6), spread(1.5, 1.7), spread(0.1, 0.2)});
        sample.fail(sample.results.find(5)->trial, TrialStatus::WrongResult);
        QCOMPARE(only(sample.results).measured.high, ItemCount(1000));
        sample.fail(sample.results.find(3)->trial, TrialStatus::Crashed);
        QVERIFY(breakEvens(sample.results).empty());
        QVERIFY(breakEvens(Results{}).empty());
    }

    void summariesAloneGiveAWiderInterval() {
        SampleResults sample;
        for (const auto& [size, ratio] : {std::pair(ItemCount(10), 0.5), std::pair(ItemCount(1000), 2.0)}) {
            const double serial = size == 10 ? 1 : 20;
            sample.imported("serial", size, 0.98 * serial, serial, 1.02 * serial);
            sample.imported("tbb", size, 0.98 * serial / ratio, serial / ratio, 1.02 * serial / ratio);
        }
        const BreakEven found = only(sample.results);
        QCOMPARE(found.status, BreakEvenStatus::Resolved);
        QVERIFY(std::fabs(*found.size - 100) < 1e-6);
        // Both log ratios are known to 0.04 either way. If the noise moves both by that, the crossing moves by 0.04
        // times the log distance of the sizes over that of the ratios: 0.133 by ratios, which is more than by times.
        const double width = std::log(found.interval->high / found.interval->low);
        QVERIFY2(std::fabs(width - 0.266) < 0.001, qPrintable(QString::number(width)));
    }

    /// At sizes that are all near 1, noise of each by itself moves the last slower one far up and never far down.
    void summariesNeverTellMoreTheMoreSizesThereAre() {
        SampleResults sample;
        const std::vector<std::pair<double, double>> ratios = {{1, 0.5},   {2, 0.9},   {4, 0.95},  {8, 0.97},
                                                               {16, 0.98}, {32, 0.99}, {64, 1.01}, {128, 2.0}};
        for (const auto& [size, ratio] : ratios) {
            const auto items = static_cast<ItemCount>(10 * size);
            sample.imported("serial", items, size, size, size);
            sample.imported("tbb", items, 0.9 * size / ratio, size / ratio, size / ratio / 0.9);
        }
        const BreakEven found = only(sample.results);
        // With all of them 11 % faster, the curve crosses 1 at the second size.
        QVERIFY(found.interval);
        QVERIFY2(found.interval->low < 21, qPrintable(QString::number(found.interval->low)));
    }

    void summariesWithoutIntervalsAreProvisional() {
        SampleResults sample;
        for (const auto& [size, ratio] : {std::pair(ItemCount(10), 0.5), std::pair(ItemCount(1000), 2.0)}) {
            sample.imported("serial", size, 1, 1, 0);
            sample.imported("tbb", size, 1, 1 / ratio, 0);
        }
        const BreakEven found = only(sample.results);
        QCOMPARE(found.status, BreakEvenStatus::NotResolved);
        QVERIFY(found.size && !found.interval);
    }
};

QTEST_GUILESS_MAIN(TestBreakEven)
#include "tst_break_even.moc"
