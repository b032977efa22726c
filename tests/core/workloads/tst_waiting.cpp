// The workloads that wait: the values that tutorials print, and that the waits are kept.
#include "core/base/random.h"
#include "core/os/clock.h"
#include "tests/core/workloads/bound_list.h"

#include <QtTest>

#include <algorithm>
#include <array>
#include <set>
#include <utility>
#include <vector>

using namespace breakeven;

namespace {

struct Model {
    std::uint32_t estimators;
    std::uint32_t depth;
    std::uint32_t effort;
};

BoundList listOf(const std::string& workload, ItemCount size, double seconds) {
    return BoundList({.workload = workload, .params = {{"seconds", seconds}}, .size = size});
}

}  // namespace

class TestWaiting : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void sqrtSleepTakesTheRootsOfHundreds() {
        const BoundList list = listOf("sqrt-sleep", 20, 0);
        list.workload->run(0, 20);
        const std::vector<double> expected = {10.0,
                                              14.142135623730951,
                                              17.320508075688775,
                                              20.0,
                                              22.360679774997898,
                                              24.49489742783178,
                                              26.457513110645905,
                                              28.284271247461902,
                                              30.0,
                                              31.622776601683793,
                                              33.166247903554,
                                              34.64101615137755,
                                              36.05551275463989,
                                              37.416573867739416,
                                              38.72983346207417,
                                              40.0,
                                              41.23105625617661,
                                              42.42640687119285,
                                              43.58898943540674,
                                              44.721359549995796};
        QVERIFY(std::ranges::equal(list.output<double>(), expected));
    }

    void sumXySquaresAddsTheSquaresOfPairs() {
        const BoundList list = listOf("sum-xy-squares", 10, 0);
        list.workload->run(0, 10);
        QVERIFY(std::ranges::equal(list.output<double>(), std::vector<double>{0, 2, 8, 18, 32, 50, 72, 98, 128, 162}));
        const BoundList other = listOf("sum-xy-squares", 1, 0);
        std::ranges::copy(std::array{3.0, -5.0}, other.slots<double>(0, 2).begin());
        other.workload->run(0, 1);
        QCOMPARE(other.output<double>()[0], 34.0);
    }

    void modelRunsAreTheTutorials() {
        const BoundList list = listOf("model-run", 12, 0);
        std::set<std::pair<std::uint32_t, std::uint32_t>> models;
        for (const Model& model : list.input<Model>())
            models.insert({model.estimators, model.depth});
        QCOMPARE(models.size(), std::size_t{12});
        constexpr std::array<std::array<std::uint32_t, 2>, 4> First = {{{100, 4}, {150, 5}, {200, 6}, {300, 4}}};
        for (std::size_t i = 0; i < First.size(); ++i) {
            QCOMPARE(list.input<Model>()[i].estimators, First[i][0]);
            QCOMPARE(list.input<Model>()[i].depth, First[i][1]);
        }
    }

    void modelRunsReturnWhatTheSeedDraws() {
        constexpr ItemCount Size = 300;
        const BoundList list = listOf("model-run", Size, 0);
        list.workload->run(100, Size);
        list.workload->run(0, 100);
        std::array<int, 4> drawn{};
        for (ItemCount i = 0; i < Size; ++i) {
            QCOMPARE(list.output<std::uint32_t>()[i], 1 + static_cast<std::uint32_t>(randomBelow(1, i, 3)));
            ++drawn[list.output<std::uint32_t>()[i]];
        }
        for (const int effort : {1, 2, 3})
            QVERIFY2(drawn[static_cast<std::size_t>(effort)] > 70, "each of three should come about 100 times");
        list.workload->generate(2);
        list.workload->run(0, Size);
        int changed = 0;
        for (ItemCount i = 0; i < Size; ++i)
            changed += list.output<std::uint32_t>()[i] != 1 + randomBelow(1, i, 3) ? 1 : 0;
        QVERIFY(changed > 100);
    }

    /// Three runs of effort 1, 2 and 3 take as long as three runs of the mean.
    void modelRunsWaitInProportion() {
        const BoundList list = listOf("model-run", 3, 0.01);
        const auto models = list.input<Model>();
        const auto timeOf = [&](std::uint32_t effort) {
            models[0].effort = effort;
            const auto begin = Clock::now();
            list.workload->run(0, 1);
            return Seconds(Clock::now() - begin);
        };
        QVERIFY(timeOf(1) >= Seconds(0.005));
        QVERIFY(timeOf(2) >= Seconds(0.010));
        QVERIFY(timeOf(3) >= Seconds(0.015));
    }

    void everyItemWaits_data() {
        QTest::addColumn<QString>("workload");
        QTest::newRow("sqrt-sleep") << "sqrt-sleep";
        QTest::newRow("sum-xy-squares") << "sum-xy-squares";
    }
    void everyItemWaits() {
        QFETCH(QString, workload);
        const BoundList list = listOf(workload.toStdString(), 6, 0.003);
        const auto begin = Clock::now();
        list.workload->run(1, 5);
        QVERIFY(Clock::now() - begin >= Seconds(0.012));
    }
};

QTEST_GUILESS_MAIN(TestWaiting)
#include "tst_waiting.moc"
