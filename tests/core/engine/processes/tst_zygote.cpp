// A process that has no zygote, and one whose zygote is gone.
#include "core/engine/processes/zygote.h"
#include "core/engine/worker_pool.h"
#include "tests/core/engine/counting_kernel.h"

#include <QtTest>

#include <algorithm>
#include <csignal>
#include <fstream>
#include <iterator>

#include <sys/wait.h>

using namespace breakeven;

class TestZygote : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void isMissed() {
        QVERIFY(!zygoteRuns());
        const auto pool = findBackend("processes")->start({.workers = 2});
        QVERIFY(!pool);
        QCOMPARE(pool.error().code, ErrorCode::Internal);
        QCOMPARE(pool.error().detail, std::string("processes: no zygote (call breakeven::init first in main)"));
    }

    void isNotNeededByWorkersThatLive() {
        QVERIFY(startZygote(countingKernel));
        const auto sharing = findBackend("processes")->start({.workers = 2});
        const auto copying = findBackend("processes-pipe")->start({.workers = 2});
        QVERIFY(sharing && copying);
        auto workers = (*sharing)->processes();
        std::ranges::copy((*copying)->processes(), std::back_inserter(workers));
        std::ifstream children("/proc/self/task/" + std::to_string(getpid()) + "/children");
        for (pid_t child = 0; children >> child;)
            if (!std::ranges::count(workers, child)) ::kill(child, SIGKILL);
        siginfo_t ended{};
        QCOMPARE(waitid(P_ALL, 0, &ended, WEXITED), 0);

        for (const auto* pool : {&*sharing, &*copying})
            goesOn(**pool);
    }

private:
    static void goesOn(WorkerPool& pool) {
        CountingList list("count", 100);
        QVERIFY(pool.map(list.job));
        QVERIFY(list.kernel.countsAre(100, 1));
        CountingList deadly("kill 5", 10);
        deadly.job.chunk = *parseChunk("1");
        const auto outcome = pool.map(deadly.job);
        QVERIFY(!outcome);
        QCOMPARE(outcome.error().code, ErrorCode::ChildCrashed);
        QCOMPARE(outcome.error().detail,
                 std::string("processes: no worker can be started, because the zygote has ended (start the program "
                             "anew)"));
        QCOMPARE(pool.processes().size(), std::size_t{1});
        QVERIFY(pool.map(list.job));  // by the one that is left
        QVERIFY(list.kernel.countsAre(100, 2));
    }
};

QTEST_GUILESS_MAIN(TestZygote)
#include "tst_zygote.moc"
