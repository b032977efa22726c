#include "core/stats/several_tests.h"

#include <QtTest/QTest>

#include <cmath>

using namespace breakeven;

class TestSeveralTests : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theSmallestIsHeldAgainstAllTheOthersAgainstTheRest() {
        const auto adjusted = holmAdjusted(std::vector{0.01, 0.04, 0.03, 0.005});
        const std::vector expected{0.03, 0.06, 0.06, 0.02};
        for (std::size_t i = 0; i < expected.size(); ++i)
            QVERIFY(std::fabs(adjusted[i] - expected[i]) < 1e-15);
    }

    void noneIsAboveOneAndOneAloneIsUnchanged() {
        QCOMPARE(holmAdjusted(std::vector{0.6, 0.7}), (std::vector{1.0, 1.0}));
        QCOMPARE(holmAdjusted(std::vector{0.02}), std::vector{0.02});
        QVERIFY(holmAdjusted({}).empty());
    }

    void whatElseIsClearMakesADiscoveryEasier() {
        // By hand: 4/1 0.005, 4/2 0.01, 4/3 0.03, 4/4 0.04; the last but one is held down by the last.
        const auto adjusted = falseDiscoveryAdjusted(std::vector{0.01, 0.04, 0.03, 0.005});
        const std::vector expected{0.02, 0.04, 0.04, 0.02};
        for (std::size_t i = 0; i < expected.size(); ++i)
            QVERIFY(std::fabs(adjusted[i] - expected[i]) < 1e-15);
        QCOMPARE(falseDiscoveryAdjusted(std::vector{0.6, 0.7}), (std::vector{0.7, 0.7}));
        QCOMPARE(falseDiscoveryAdjusted(std::vector{0.02}), std::vector{0.02});
        QVERIFY(falseDiscoveryAdjusted({}).empty());
    }
};

QTEST_GUILESS_MAIN(TestSeveralTests)
#include "tst_several_tests.moc"
