// Worker processes that die, and what they hold. What all backends promise is in tst_backends.
#include "core/engine/processes/zygote.h"
#include "core/engine/worker_pool.h"
#include "tests/core/engine/counting_kernel.h"

#include <QtTest>

#include <filesystem>

#include <sys/wait.h>

using namespace breakeven;

namespace {

Result<std::unique_ptr<WorkerPool>> startPool(WorkerCount workers) {
    return findBackend("processes")->start({.workers = workers});
}

bool freshPoolWorks() {
    CountingList list("count", 100);
    const auto pool = startPool(2);
    return pool && (*pool)->map(list.job) && list.kernel.countsAre(100, 1);
}

}  // namespace

class TestProcesses : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void nameTheSignalOfAWorkerThatDiesAtWork() {
        for (int i = 0; i < 20; ++i) {
            const auto pool = startPool(3);
            QVERIFY(pool);
            CountingList list("kill 500", 1000);
            const auto outcome = (*pool)->map(list.job);
            QVERIFY(!outcome);
            QCOMPARE(outcome.error().code, ErrorCode::ChildCrashed);
            const std::string text = outcome.error().detail;
            QVERIFY2(text.starts_with("processes: worker ") && text.ends_with(" was killed by signal 9 (Killed)"),
                     text.c_str());
            QCOMPARE((*pool)->map(list.job).error().detail, text);  // the pool stays broken and says why
        }
        QVERIFY(freshPoolWorks());
        QCOMPARE(waitpid(-1, nullptr, WNOHANG), 0);
    }

    void noticeAWorkerThatDiedBetweenCalls() {
        const auto pool = startPool(3);
        QVERIFY(pool);
        CountingList list("count", 1000);
        QVERIFY((*pool)->map(list.job));
        const auto pid = static_cast<id_t>((*pool)->processes().at(1));
        ::kill(static_cast<pid_t>(pid), SIGTERM);
        siginfo_t ended{};
        QCOMPARE(waitid(P_PID, pid, &ended, WEXITED | WNOWAIT), 0);
        const auto outcome = (*pool)->map(list.job);
        QVERIFY(!outcome);
        QCOMPARE(outcome.error().detail, std::string("processes: worker 2 was killed by signal 15 (Terminated)"));
        QVERIFY(freshPoolWorks());
    }

    void seeANewListInTheSameDescriptor() {
        const auto pool = startPool(2);
        QVERIFY(pool);
        for (int i = 0; i < 3; ++i) {  // the memory of each goes before the next is made
            CountingList list("count", 100);
            QVERIFY((*pool)->map(list.job));
            QVERIFY(list.kernel.countsAre(100, 1));
        }
    }

    void holdOnlyTheDescriptorsTheyNeed() {
        const auto pool = startPool(3);
        QVERIFY(pool);
        CountingList list("count", 100);
        QVERIFY((*pool)->map(list.job));
        for (const pid_t pid : (*pool)->processes()) {
            const std::filesystem::directory_iterator open("/proc/" + std::to_string(pid) + "/fd");
            QCOMPARE(std::distance(open, {}), 4);  // null, null, stderr, the socket
        }
    }

    void areChildrenOfTheCaller() {
        const auto pool = startPool(2);
        QVERIFY(pool);
        for (const pid_t pid : (*pool)->processes()) {
            siginfo_t state{};
            QCOMPARE(waitid(P_PID, static_cast<id_t>(pid), &state, WEXITED | WNOHANG | WNOWAIT), 0);
        }
    }

    void refuseAListThatIsNotShared() {
        const auto pool = startPool(1);
        QVERIFY(pool);
        CountingList list("count", 10);
        list.job.shared = nullptr;
        QCOMPARE((*pool)->map(list.job).error().code, ErrorCode::Internal);
    }

    void refuseAStartThatIsNotBuilt() {
        const auto pool = findBackend("processes")->start({.workers = 1, .start = "spawn"});
        QVERIFY(!pool);
        QCOMPARE(pool.error().code, ErrorCode::NotBuilt);
    }

    void keepOneZygote() { QVERIFY(!startZygote(countingKernel)); }
};

int main(int argc, char** argv) {
    if (!startZygote(countingKernel)) return 1;
    QCoreApplication application(argc, argv);
    TestProcesses test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_processes.moc"
