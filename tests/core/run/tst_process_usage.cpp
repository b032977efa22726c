#include "core/os/memory.h"
#include "core/run/process_usage.h"

#include <QtTest>

#include <array>
#include <cstring>
#include <memory>
#include <span>
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

std::span<std::byte> sharedBytes;

void touchSharedMemory() {
    std::memset(sharedBytes.data(), 1, sharedBytes.size());
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

    /// To the tick.
    void cpuTimeIsThatOfItsProgramsToo() {
        const Child starter([] {
            constexpr int Programs = 3;
            for (int i = 0; i < Programs; ++i) {
                const pid_t program = fork();
                if (program == 0) {
                    useCpu();
                    _exit(0);
                }
                waitpid(program, nullptr, 0);
            }
        });
        QVERIFY(starter.isReady());
        constexpr Seconds Tick{0.01};
        const Seconds used = cpuOf(std::array{starter.pid()});
        QVERIFY2(used >= 3 * Used - 2 * Tick, qPrintable(QString::number(used.count())));
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

    void waitsAreThoseOfAllProcessesTogether() {
        const Child child([] {
            for (int i = 0; i < 20; ++i)
                usleep(100);
        });
        QVERIFY(child.isReady());
        const auto own = waitsOf(std::array{getpid()});
        usleep(100);
        QVERIFY(waitsOf(std::array{getpid()}) > own);
        const auto waits = waitsOf(std::array{child.pid()});
        QVERIFY2(waits >= 20 && waits < 40, qPrintable(QString::number(waits)));
        QVERIFY(waitsOf(std::array{child.pid(), child.pid()}) >= 2 * waits);
        QCOMPARE(waitsOf({}), std::uint64_t{0});
    }

    void noProcessesUseNothing() { QCOMPARE(cpuOf({}).count(), 0.0); }

    void thePeakRemembersWhatWasGivenBack() {
        QVERIFY(resetPeakMemory({}));
        const ByteCount before = peakMemoryWith({});
        QVERIFY(before > 0);
        touchMemory();
        const ByteCount after = peakMemoryWith({});
        QVERIFY(after >= before + Touched * 9 / 10);
        QVERIFY(resetPeakMemory({}));
        QVERIFY(peakMemoryWith({}) <= after - Touched * 9 / 10);
    }

    /// The last of many small blocks lies above them, so that the allocator cannot shrink by itself.
    void whatIsFreedIsGivenBack() {
        std::vector<std::unique_ptr<std::array<char, 1000>>> blocks;
        for (ByteCount bytes = 0; bytes < Touched; bytes += 1000)
            blocks.push_back(std::make_unique<std::array<char, 1000>>());
        const auto last = std::move(blocks.back());
        QVERIFY(resetPeakMemory({}));
        const ByteCount before = peakMemoryWith({});
        blocks.clear();
        giveBackFreedMemory();
        QVERIFY(resetPeakMemory({}));
        QVERIFY(peakMemoryWith({}) + Touched * 9 / 10 <= before);
    }

    void sharedMemoryCountsOnce() {
        QVERIFY(resetPeakMemory({}));
        const ByteCount before = peakMemoryWith({});
        const auto block = MemoryBlock::create(Touched, Sharing::Shared);
        QVERIFY(block);
        sharedBytes = block->bytes();
        touchSharedMemory();
        const Child other(touchSharedMemory);
        QVERIFY(other.isReady());
        const ByteCount both = peakMemoryWith(std::array{other.pid()});
        QVERIFY(both >= before + Touched * 9 / 10);
        QVERIFY(both <= before + Touched * 15 / 10);
    }

    void thePeaksOfOtherProcessesAreResetToo() {
        Child large(touchMemory);
        QVERIFY(large.isReady());
        QVERIFY(resetPeakMemory({}));
        const std::array pids = {large.pid()};
        const ByteCount before = peakMemoryWith(pids);
        QVERIFY(resetPeakMemory(pids));
        QVERIFY(peakMemoryWith(pids) + Touched * 9 / 10 <= before);
        large.end();
        QVERIFY(resetPeakMemory(pids));  // nothing is left of one that is gone
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
