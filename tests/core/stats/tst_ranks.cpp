#include "core/stats/ranks.h"

#include <QtTest/QTest>

using namespace breakeven;

class TestRanks : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void equalValuesShareTheMeanOfTheirRanks() {
        QCOMPARE(midRanks(std::vector{5.0, 1.0, 3.0}), (std::vector{3.0, 1.0, 2.0}));
        QCOMPARE(midRanks(std::vector{2.0, 1.0, 2.0, 2.0, 9.0}), (std::vector{3.0, 1.0, 3.0, 3.0, 5.0}));
        QVERIFY(midRanks({}).empty());
    }
};

QTEST_GUILESS_MAIN(TestRanks)
#include "tst_ranks.moc"
