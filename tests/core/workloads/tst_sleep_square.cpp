#include "core/os/clock.h"
#include "core/os/memory.h"
#include "core/workloads/slots.h"
#include "core/workloads/workload.h"

#include <QtTest>

#include <memory>
#include <vector>

#include <signal.h>
#include <sys/time.h>

using namespace breakeven;

namespace {

volatile sig_atomic_t alarms = 0;

void countAlarm(int) {
    alarms = alarms + 1;
}

/// Interrupts the process every millisecond.
class Alarms {
public:
    Alarms() {
        alarms = 0;
        struct sigaction action {};
        action.sa_handler = countAlarm;
        sigaction(SIGALRM, &action, &m_before);
        const itimerval often{{0, 1000}, {0, 1000}};
        setitimer(ITIMER_REAL, &often, nullptr);
    }
    ~Alarms() {
        const itimerval never{};
        setitimer(ITIMER_REAL, &never, nullptr);
        sigaction(SIGALRM, &m_before, nullptr);
    }
    Alarms(const Alarms&) = delete;
    Alarms& operator=(const Alarms&) = delete;

private:
    struct sigaction m_before {};
};

struct List {
    List(ItemCount size, double seconds)
        : memory(*MemoryBlock::create(*listBytes(findWorkload("sleep-square")->info, size), Sharing::Private)),
          workload(
              *bindList({.workload = "sleep-square", .params = {{"seconds", seconds}}, .size = size}, memory.bytes())) {
        workload->generate(1);
    }

    Seconds timeOf(ItemCount begin, ItemCount end) const {
        const auto start = Clock::now();
        workload->run(begin, end);
        return Clock::now() - start;
    }

    std::vector<double> output(ItemCount size) const {
        auto rest = memory.bytes();
        takeSlots<double>(rest, size);
        const auto slots = takeSlots<double>(rest, size);
        return {slots.begin(), slots.end()};
    }

    MemoryBlock memory;
    std::unique_ptr<Workload> workload;
};

}  // namespace

class TestSleepSquare : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void squaresItsItems() {
        const List list(5, 0);
        list.timeOf(0, 5);
        QCOMPARE(list.output(5), (std::vector<double>{0, 1, 4, 9, 16}));
    }

    void everyItemWaits() {
        const List list(8, 0.003);
        QVERIFY(list.timeOf(2, 6) >= Seconds(0.012));
    }

    /// The alarms would end each wait after a millisecond.
    void aSignalDoesNotCutTheWait() {
        const List list(1, 0.05);
        const Alarms interruptions;
        QVERIFY(list.timeOf(0, 1) >= Seconds(0.05));
        QVERIFY(alarms > 0);
        QCOMPARE(list.output(1), std::vector<double>{0});
    }
};

QTEST_GUILESS_MAIN(TestSleepSquare)
#include "tst_sleep_square.moc"
