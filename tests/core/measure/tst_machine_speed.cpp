#include "core/measure/machine_speed.h"
#include "core/os/memory.h"

#include <QTest>

#include <cmath>

using namespace breakeven;

class TestMachineSpeed : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void readingTheClockCostsSomething() {
        QVERIFY(clockCost() > Seconds(0));
        QVERIFY(clockCost() < Seconds(1e-3));  // a thousand times what a system call takes
    }

    void aSpinIsCountedPerThread() {
        const Seconds alone = spinTime(1);
        const Seconds together = spinTime(4);
        QVERIFY(std::isfinite(alone.count()) && alone > Seconds(0));
        QVERIFY(std::isfinite(together.count()));
        // Four threads do four times the work: each of them takes no less for its own, but for the turbo's sake.
        QVERIFY(together > alone / 2);
    }

    void memoryHasASpeed() {
        auto triad = Triad::create();
#if defined(__x86_64__)
        const bool isPossible = availableMemory().bytes / 8 >= 24'000'000;
#else
        const bool isPossible = false;
#endif
        QCOMPARE(triad.has_value(), isPossible);
        if (!triad) {
            QVERIFY2(triad.error().detail.starts_with("memory speed: "), triad.error().detail.c_str());
            return;
        }
        for (const WorkerCount threads : {2, 1, 3}) {
            const double bytesPerSecond = triad->bytesPerSecond(threads);
            QVERIFY(std::isfinite(bytesPerSecond));
            QVERIFY(bytesPerSecond > 1e6);
        }
    }
};

QTEST_GUILESS_MAIN(TestMachineSpeed)
#include "tst_machine_speed.moc"
