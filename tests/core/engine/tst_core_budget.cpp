#include "core/engine/core_budget.h"
#include "core/os/cpus.h"

#include <QtTest>

#include <thread>

using namespace breakeven;

class TestCoreBudget : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void neverClampsTheOutermostPool() { QCOMPARE(nestedWorkers(1000), 1000); }

    void givesAFullPoolsWorkersOneCore() {
        const CoreShare outer(m_cpus);
        QCOMPARE(nestedWorkers(1000), 1);
        QCOMPARE(nestedWorkers(1), 1);
    }

    void dividesWhatIsLeft() {
        const CoreShare outer(2);
        QCOMPARE(nestedWorkers(1000), std::max(1, m_cpus / 2));
    }

    void staysAtOneBelowAnOversubscribedPool() {
        const CoreShare outer(10 * m_cpus);
        QCOMPARE(nestedWorkers(8), 1);
    }

    void endsWithTheWork() {
        {
            const CoreShare outer(4);
            {
                const CoreShare inner(12);
                QCOMPARE(CoreShare::current(), 12);
            }
            QCOMPARE(CoreShare::current(), 4);
        }
        QCOMPARE(CoreShare::current(), 1);
    }

    void belongsToOneThread() {
        const CoreShare outer(4);
        WorkerCount elsewhere = 0;
        std::thread([&] { elsewhere = CoreShare::current(); }).join();
        QCOMPARE(elsewhere, 1);
    }

private:
    const WorkerCount m_cpus = usableCpus().count;
};

QTEST_GUILESS_MAIN(TestCoreBudget)
#include "tst_core_budget.moc"
