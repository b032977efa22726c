#include "core/os/memory.h"
#include "core/run/process_usage.h"

#include <QtTest>

#include <array>
#include <cstring>
#include <utility>
#include <vector>

#include <signal.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

using namespace breakeven;

namespace {

constexpr Seconds Used{0.02};
constexpr ByteCount Touched = 64'000'000;

void useCpu() {
    const auto used = [] {
        timespec time{};
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
        return Seconds(static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) * 1e-9);
    };
    while (used() < Used) {
    }
}

/// The pages come and go, so that only a peak remembers them.
void touchMemory() {
    auto block = MemoryBlock::create(Touched, Sharing::Private);
    std::memset(block->bytes().data(), 1, Touched);
}

/// A child that has done its work, and waits.
class Child {
public:
    explicit Child(void (*work)()) {
        std::array<int, 2> done{};
        if (pipe(done.data()) != 0) return;
        m_pid = fork();
        if (m_pid == 0) {
            work();
            if (write(done[1], "", 1) == 1) pause();
            _exit(0);
        }
        close(done[1]);
        char byte = 0;
        m_isReady = read(done[0], &byte, 1) == 1;
        close(done[0]);
    }
    ~Child() { end(); }
    Child(const Child&) = delete;
    Child& operator=(const Child&) = delete;

    pid_t pid() const { return m_pid; }
    bool isReady() const { return m_isReady; }

    void end() {
        if (!std::exchange(m_isReady, false)) return;
        kill(m_pid, SIGKILL);
        waitpid(m_pid, nullptr, 0);
    }

private:
    pid_t m_pid = -1;
    bool m_isReady = false;
};

}  // namespace

class TestProcessUsage : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void cpuTimeIsThatOfAllProcessesTogether() {
        const Child first(useCpu);
        const Child second(useCpu);
        QVERIFY(first.isReady() && second.isReady());
        const Seconds one = cpuOf(std::array{first.pid()});
        const Seconds other = cpuOf(std::array{second.pid()});
        QVERIFY(one >= Used && other >= Used);
        // Waiting uses none, so that the same two add up to the same sum.
        const Seconds both = cpuOf(std::array{first.pid(), second.pid()});
        QVERIFY2(both >= one + other,
                 qPrintable(QString("%1 %2 %3").arg(one.count()).arg(other.count()).arg(both.count())));
    }

    void aProcessThatIsGoneCountsAsNothing() {
        Child child(useCpu);
        QVERIFY(child.isReady());
        const pid_t gone = child.pid();
        child.end();
        QCOMPARE(cpuOf(std::array{gone}).count(), 0.0);
        const Child other(useCpu);
        QVERIFY(other.isReady());
        QVERIFY(cpuOf(std::array{gone, other.pid()}) >= Used);
        const ByteCount withGone = peakMemoryWith(std::array{gone});
        QVERIFY(withGone > 0 && withGone <= peakMemoryWith({}));  // a peak never falls by itself
    }

    void noProcessesUseNothing() { QCOMPARE(cpuOf({}).count(), 0.0); }

    void thePeakRemembersWhatWasGivenBack() {
        QVERIFY(resetPeakMemory());
        const ByteCount before = peakMemoryWith({});
        QVERIFY(before > 0);
        touchMemory();
        const ByteCount after = peakMemoryWith({});
        QVERIFY(after >= before + Touched * 9 / 10);
        QVERIFY(resetPeakMemory());
        QVERIFY(peakMemoryWith({}) <= after - Touched * 9 / 10);
    }

    void thePeaksOfOtherProcessesAreAdded() {
        const Child small([] {});
        const Child large(touchMemory);
        QVERIFY(small.isReady() && large.isReady());
        const ByteCount own = peakMemoryWith({});
        const ByteCount withSmall = peakMemoryWith(std::array{small.pid()});
        const ByteCount withLarge = peakMemoryWith(std::array{large.pid()});
        QVERIFY(withSmall > own);
        QVERIFY(withLarge >= own + Touched * 9 / 10);
        QVERIFY(peakMemoryWith(std::array{small.pid(), large.pid()}) >= withSmall + Touched * 9 / 10);
    }
};

QTEST_GUILESS_MAIN(TestProcessUsage)
#include "tst_process_usage.moc"
