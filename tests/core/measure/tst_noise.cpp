#include "core/measure/noise.h"

#include <QtTest/QTest>

#include <atomic>
#include <thread>

#include <sched.h>
#include <sys/mman.h>
#include <unistd.h>

using namespace breakeven;

using Flags = std::vector<std::string>;

class TestNoise : public QObject {
    Q_OBJECT

    const Seconds m_tenth{0.1};

private Q_SLOTS:
    void aQuietSpanHasNoFlag() {
        const NoiseCounters counters{7, 1, Seconds(3), Seconds(9), Seconds(2), 1000, 5000, 3, 1};
        QCOMPARE(noiseFlags(counters, counters, m_tenth), Flags{});
    }

    void everyCounterHasItsFlag() {
        const NoiseCounters before{0, 0, Seconds(0), Seconds(0), Seconds(0), 0, 0, 0, 0};
        NoiseCounters after = before;
        after.throttled = 1;
        QCOMPARE(noiseFlags(before, after, m_tenth), Flags{"throttled"});
        after = before;
        after.overheated = 1;
        QCOMPARE(noiseFlags(before, after, m_tenth), Flags{"thermal"});
        after = before;
        after.waited = Seconds(0.01);
        QCOMPARE(noiseFlags(before, after, m_tenth), Flags{"pressure"});
        QCOMPARE(noiseFlags(before, after, Seconds(1)), Flags{});
        after = before;
        after.stolen = Seconds(0.01);
        QCOMPARE(noiseFlags(before, after, m_tenth), Flags{"steal"});
        QCOMPARE(noiseFlags(before, after, Seconds(2)), Flags{});
        after = before;
        after.majorFaults = 1;
        QCOMPARE(noiseFlags(before, after, m_tenth), Flags{"page-faults"});
        after = before;
        after.cpu = 1;
        QCOMPARE(noiseFlags(before, after, m_tenth), Flags{"migrated"});
    }

    void aThreadThatSharesItsCpuIsDelayed() {
        cpu_set_t all;
        cpu_set_t one;
        CPU_ZERO(&one);
        CPU_SET(sched_getcpu(), &one);
        QCOMPARE(sched_getaffinity(0, sizeof all, &all), 0);
        QCOMPARE(sched_setaffinity(0, sizeof one, &one), 0);  // the other thread inherits it
        std::atomic<bool> isOver = false;
        std::thread other([&] {
            while (!isOver)
                continue;
        });
        const NoiseCounters before = readNoise();
        while (readNoise().involuntarySwitches < before.involuntarySwitches + 10)
            continue;
        const NoiseCounters after = readNoise();
        isOver = true;
        other.join();
        sched_setaffinity(0, sizeof all, &all);
        QVERIFY2(after.delayed - before.delayed > Seconds(1e-3),
                 qPrintable(QString::number((after.delayed - before.delayed).count())));
    }

    void switchesCountAsABurstByNumberAndRate() {
        const NoiseCounters before;
        NoiseCounters after;
        after.involuntarySwitches = 4;
        QCOMPARE(noiseFlags(before, after, Seconds(0.001)), Flags{});
        after.involuntarySwitches = 6;
        QCOMPARE(noiseFlags(before, after, m_tenth), Flags{"switches"});
        QCOMPARE(noiseFlags(before, after, Seconds(1)), Flags{});
    }

    void minorFaultsCountByWhatTheyCost() {
        const NoiseCounters before;
        NoiseCounters after;
        after.minorFaults = 1000;  // about 1 ms
        QCOMPARE(noiseFlags(before, after, Seconds(0.2)), Flags{});
        QCOMPARE(noiseFlags(before, after, Seconds(0.05)), Flags{"page-faults"});
    }

    void flagsComeInAFixedOrder() {
        const NoiseCounters after{1, 1, Seconds(1), Seconds(1), Seconds(0), 100, 0, 1, 0};
        QCOMPARE(noiseFlags(NoiseCounters{}, after, m_tenth),
                 (Flags{"throttled", "thermal", "steal", "pressure", "switches", "page-faults", "migrated"}));
    }

    void firstTouchIsCounted() {
        const std::size_t bytes = 400 * 4096;
        const NoiseCounters before = readNoise();
        void* const memory = mmap(nullptr, bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
        madvise(memory, bytes, MADV_NOHUGEPAGE);
        for (std::size_t at = 0; at < bytes; at += 4096)
            static_cast<volatile char*>(memory)[at] = 1;
        const NoiseCounters after = readNoise();
        munmap(memory, bytes);
        QVERIFY(after.minorFaults - before.minorFaults >= 400);
        QVERIFY(after.cpu >= 0);
    }

    void stealIsTheEighthNumberInClockTicks() {
        const double ticks = static_cast<double>(sysconf(_SC_CLK_TCK));
        QCOMPARE(stolenTime("cpu  1 2 3 4 5 6 7 250 9 0\ncpu0 9 9 9 9 9 9 9 9 9 9\n").count(), 250 / ticks);
        QCOMPARE(stolenTime("cpu  1 2 3\n").count(), 0.0);
        QCOMPARE(stolenTime("").count(), 0.0);
    }
};

QTEST_GUILESS_MAIN(TestNoise)
#include "tst_noise.moc"
