#include "core/measure/hiccups.h"
#include "tests/support/one_cpu.h"

#include <QtTest/QTest>

#include <array>
#include <atomic>
#include <thread>

using namespace breakeven;

class TestHiccups : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void gapsCountFromTheThresholdOn() {
        Gaps gaps(Seconds(0.5));
        QCOMPARE(gaps.lost(), Seconds(0));
        for (const double time : {10.0, 10.25, 10.625, 11.125, 11.25, 13.25, 13.5})
            gaps.see(Seconds(time));  // the first has nothing before it
        QCOMPARE(gaps.longest(), Seconds(2));
        QCOMPARE(gaps.lost(), Seconds(2.5));
    }

    void aThreadThatSharesItsCpuIsKeptOff() {
        const OneCpu here;
        if (!here.holds()) QSKIP("the kernel does not let this process choose its CPU");
        std::atomic<bool> isOver = false;
        std::thread other([&] {
            while (!isOver)
                continue;
        });
        const Hiccups seen = measureHiccups(1, Seconds(0.3)).value();
        isOver = true;
        other.join();
        QCOMPARE(seen.threads, 1);
        QCOMPARE(seen.span, Seconds(0.3));
        QVERIFY2(seen.lost > 0.2 && seen.lost <= 1, qPrintable(QString::number(seen.lost)));
        QVERIFY2(seen.longest > Seconds(5e-4), qPrintable(QString::number(seen.longest.count())));
        QVERIFY(seen.longest <= Seconds(0.3) * seen.lost);
    }

    void theThreadThatLostMostIsTold() {
        std::array<Gaps, 3> threads{Gaps(Seconds(0.5)), Gaps(Seconds(0.5)), Gaps(Seconds(0.5))};
        for (const double time : {0.0, 1.0, 2.0})
            threads[1].see(Seconds(time));
        for (const double time : {0.0, 1.5, 1.75, 2.0})
            threads[2].see(Seconds(time));  // longer at once, but less of the time
        const Hiccups seen = hiccupsOf(threads, Seconds(4));
        QVERIFY((seen == Hiccups{.threads = 3, .span = Seconds(4), .longest = Seconds(1), .lost = 0.5}));
        QCOMPARE(hiccupsOf(threads, Seconds(1)).lost, 1.0);
    }

    void severalThreadsListenAtOnce() {
        const OneCpu here;
        if (!here.holds()) QSKIP("the kernel does not let this process choose its CPU");
        const Hiccups seen = measureHiccups(2, Seconds(0.2)).value();
        QCOMPARE(seen.threads, 2);
        QVERIFY2(seen.lost > 0.2, qPrintable(QString::number(seen.lost)));
    }

    void theFactBeginsWithTheShare() {
        const Fact fact =
            hiccupsFact(Hiccups{.threads = 2, .span = Seconds(1), .longest = Seconds(0.0012), .lost = 0.1234});
        QCOMPARE(fact.id, std::string("load.hiccups"));
        QCOMPARE(fact.value.value(), std::string("12.34 % of 1.00\u202fs, at most 1.20\u202fms at once"));
        QVERIFY(!hiccupsFact(std::nullopt).value);
    }
};

QTEST_GUILESS_MAIN(TestHiccups)
#include "tst_hiccups.moc"
