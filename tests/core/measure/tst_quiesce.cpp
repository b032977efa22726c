#include "core/measure/sampler.h"
#include "core/os/clock.h"

#include <QtTest/QTest>

#include <atomic>
#include <semaphore>
#include <thread>

#include <sys/wait.h>
#include <unistd.h>

using namespace breakeven;

class TestQuiesce : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void returnsAtOnceWithoutOtherThreads() {
        const pid_t pid = fork();  // the copy has one thread, while QtTest keeps a watchdog in this process
        if (pid == 0) _exit(quiesce(Seconds(5)) < Seconds(1) ? 0 : 1);
        int status = -1;
        waitpid(pid, &status, 0);
        QCOMPARE(status, 0);
    }

    void returnsAlthoughIdleThreadsExist() {
        std::binary_semaphore release(0);
        std::jthread idle([&release] { release.acquire(); });
        const Seconds waited = quiesce(Seconds(10));
        release.release();
        QVERIFY(waited < Seconds(10));
    }

    void returnsOnlyAfterASpinningThreadStopped() {
        for (int repetition = 0; repetition < 10; ++repetition) {
            std::atomic<bool> spinning = false;
            std::atomic<bool> stopped = false;
            std::binary_semaphore release(0);
            std::jthread spinner([&] {
                const auto end = Clock::now() + Seconds(5e-3);
                spinning = true;
                while (Clock::now() < end) {
                }
                stopped = true;
                release.acquire();
            });
            while (!spinning) {
            }
            const Seconds waited = quiesce(Seconds(30));
            const bool stoppedBefore = stopped;
            release.release();
            QVERIFY(stoppedBefore);
            QVERIFY(waited < Seconds(30));
        }
    }

    void aThreadThatNeverStopsIsWaitedForUpToTheLimit() {
        std::atomic<bool> stop = false;
        std::jthread spinner([&stop] {
            while (!stop) {
            }
        });
        const auto start = Clock::now();
        const Seconds waited = quiesce(Seconds(0.02));
        const Seconds outside = Clock::now() - start;
        stop = true;
        QVERIFY(waited >= Seconds(0.02));
        QVERIFY(waited <= outside);
        QVERIFY(outside < Seconds(5));
    }
};

QTEST_GUILESS_MAIN(TestQuiesce)
#include "tst_quiesce.moc"
