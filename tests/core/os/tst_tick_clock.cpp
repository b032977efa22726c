#include "core/os/tick_clock.h"

#include <QtTest>

using namespace breakeven;

class TestTickClock : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void runsAsFastAsTheOtherClock_data() {
        QTest::addColumn<bool>("isBest");
        QTest::newRow("steady") << false;
        QTest::newRow("the best there is") << true;
    }
    void runsAsFastAsTheOtherClock() {
        QFETCH(bool, isBest);
        const TickClock clock(isBest ? TickClock::best() : TickClock::Source::Steady);
        (void)clock.lengthOf(1);  // measured now
        const auto outerBegin = Clock::now();
        const std::uint64_t begin = clock.now();
        const auto innerBegin = Clock::now();
        while (Clock::now() - innerBegin < std::chrono::milliseconds(20)) {
        }
        const auto innerEnd = Clock::now();
        const std::uint64_t end = clock.now();
        const auto outerEnd = Clock::now();
        const Seconds measured = clock.lengthOf(static_cast<std::int64_t>(end - begin));
        constexpr double Error = 1e-4;
        QVERIFY2(measured >= Seconds(innerEnd - innerBegin) * (1 - Error) &&
                     measured <= Seconds(outerEnd - outerBegin) * (1 + Error),
                 qPrintable(QString::number(measured.count(), 'g', 12)));
    }
};

QTEST_GUILESS_MAIN(TestTickClock)
#include "tst_tick_clock.moc"
