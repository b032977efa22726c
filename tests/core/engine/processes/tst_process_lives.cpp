// How worker processes begin and end, and what they hold, with and without shared memory.
#include "core/engine/core_budget.h"
#include "core/engine/processes/zygote.h"
#include "core/os/cpus.h"
#include "core/os/descriptor.h"
#include "tests/core/engine/processes/process_kernels.h"

#include <QtTest>

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>
#include <string>
#include <thread>
#include <vector>

#include <poll.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/wait.h>

using namespace breakeven;

namespace {

/// Of a process with one thread.
std::vector<pid_t> childrenOf(pid_t parent) {
    const auto process = std::to_string(parent);
    std::ifstream list("/proc/" + process + "/task/" + process + "/children");
    return {std::istream_iterator<pid_t>(list), {}};
}

/// As in /proc/PID/stat; '-' when it is gone.
char stateOf(pid_t pid) {
    std::ifstream stat("/proc/" + std::to_string(pid) + "/stat");
    std::string number;
    std::string name;
    char state = '-';
    stat >> number >> name >> state;
    return state;
}

}  // namespace

class TestProcessLives : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void ignoreInterrupts_data() { bothBackends(); }
    void ignoreInterrupts() {
        QFETCH(QString, id);
        const auto pool = startPool(id, {.workers = 2});
        QVERIFY(pool);
        const auto before = (*pool)->processes();
        for (const pid_t pid : before)
            ::kill(pid, SIGINT);
        QVERIFY(worksStill(**pool, 2));
        QCOMPARE((*pool)->processes(), before);
    }

    /// A terminal or a service that ends sends them to the whole group; the parent alone decides what that means here.
    void theZygoteStays_data() {
        QTest::addColumn<int>("signal");
        for (const int signal : {SIGINT, SIGTERM, SIGHUP})
            QTest::newRow(sigabbrev_np(signal)) << signal;
    }
    void theZygoteStays() {
        QFETCH(int, signal);
        pid_t zygote = 0;
        for (const pid_t child : childrenOf(getpid())) {
            std::ifstream name("/proc/" + std::to_string(child) + "/comm");
            if (std::string text; name >> text && text == "breakeven-zygot") zygote = child;
        }
        QVERIFY(zygote > 0);
        ::kill(zygote, signal);
        const auto pool = startPool("processes", {.workers = 2});
        QVERIFY2(pool, pool ? "" : pool.error().detail.c_str());
        QVERIFY(worksStill(**pool, 2));
        // What it ignores, its workers do not, so that whoever ends one by SIGTERM is obeyed.
        if (signal == SIGINT) return;
        const pid_t worker = (*pool)->processes().front();
        ::kill(worker, signal);
        QTRY_VERIFY(worksStill(**pool, 2) && (*pool)->processes().front() != worker);
    }

    /// A task is handed to the worker that ended the last one, dead or alive; only one that it has begun can have
    /// killed it.
    void dieBeforeTheirTaskAndBlameNobody() {
        const auto pool = startPool("processes", {.workers = 1});
        QVERIFY(pool);
        CountingList list("kill-once 1", 2);
        Ends ends;
        (*pool)->submit(list.job, {0, 1}, ends);
        ends.awaitAll(**pool, 1);
        const pid_t worker = (*pool)->processes().at(0);
        const Descriptor watched(static_cast<int>(syscall(SYS_pidfd_open, worker, 0)));
        ::kill(worker, SIGKILL);
        pollfd end{.fd = watched.get(), .events = POLLIN, .revents = 0};
        QCOMPARE(poll(&end, 1, -1), 1);
        (*pool)->submit(list.job, {1, 2}, ends);
        ends.awaitAll(**pool, 2);
        QVERIFY2(ends.errors().empty(), ends.errors().empty() ? "" : ends.errors()[0].detail.c_str());
        QVERIFY(worksStill(**pool, 1));
    }

    void recycle_data() { bothBackends(); }
    void recycle() {
        QFETCH(QString, id);
        const auto pool = startPool(id, {.workers = 2, .recycleAfter = 3});
        QVERIFY(pool);
        const auto before = (*pool)->processes();
        CountingList list("count", 40);
        list.job.chunk = *parseChunk("1");
        QVERIFY((*pool)->map(list.job));
        QVERIFY(list.kernel.countsAre(40, 1));
        std::ranges::for_each((*pool)->processes(), [&](pid_t pid) { QVERIFY(!std::ranges::count(before, pid)); });
        Ends ends;
        for (ItemCount i = 0; i < 40; ++i)
            (*pool)->submit(list.job, {i, i + 1}, ends);
        ends.awaitAll(**pool, 40);
        QVERIFY(list.kernel.countsAre(40, 2));
    }

    void runTheInitializerFirst_data() { bothBackendsAndStarts(); }
    void runTheInitializerFirst() {
        QFETCH(QString, id);
        QFETCH(QString, start);
        for (const char* recipe : {"", "init"}) {
            const auto pool = startPool(id, {.workers = 2, .start = start.toStdString(), .initializerRecipe = recipe});
            QVERIFY2(pool, pool ? "" : pool.error().detail.c_str());
            CountingList list("count", 10);
            const SharedKernel shared{
                .recipe = "witness", .memoryFd = list.memory.fd(), .bytes = list.memory.bytes().size()};
            list.job.shared = &shared;
            QVERIFY((*pool)->map(list.job));
            QVERIFY(list.kernel.countsAre(10, std::string(recipe).empty() ? 0 : 1));
        }
    }

    /// As pools within this process do; what their workers start themselves gets its share of the rest.
    void shareTheCpusWithThePoolAround_data() { bothBackends(); }
    void shareTheCpusWithThePoolAround() {
        QFETCH(QString, id);
        const WorkerCount cpus = usableCpus().count;
        for (const WorkerCount around : {1, 2, cpus, 10 * cpus}) {
            const CoreShare share(around);
            const WorkerCount expected = around == 1 ? 3 : std::clamp(cpus / around, 1, 3);
            const auto pool = startPool(id, {.workers = 3});
            QVERIFY(pool);
            QCOMPARE((*pool)->processes().size(), static_cast<std::size_t>(expected));
            CountingList list("count", 10);
            const SharedKernel shared{
                .recipe = "share", .memoryFd = list.memory.fd(), .bytes = list.memory.bytes().size()};
            list.job.shared = &shared;
            QVERIFY((*pool)->map(list.job));
            QVERIFY(list.kernel.countsAre(10, static_cast<std::uint64_t>(around * expected)));
            QCOMPARE(startPool(id, {.workers = 0}).error().code, ErrorCode::InvalidInput);
        }
    }

    void sayWhyTheInitializerFailed_data() { bothBackends(); }
    void sayWhyTheInitializerFailed() {
        QFETCH(QString, id);
        const auto throwing = startPool(id, {.workers = 2, .initializerRecipe = "init-throw"});
        QVERIFY(!throwing);
        QCOMPARE(throwing.error().detail, std::string("processes: a worker could not be set up: no licence"));
        const auto dying = startPool(id, {.workers = 2, .initializerRecipe = "init-die"});
        QVERIFY(!dying);
        QVERIFY(dying.error().detail.starts_with("processes: workers die as soon as they start (worker "));
        QCOMPARE(waitpid(-1, nullptr, WNOHANG), 0);
    }

    void sayWhyAListIsRefused_data() { bothBackends(); }
    void sayWhyAListIsRefused() {
        QFETCH(QString, id);
        const auto pool = startPool(id, {.workers = 2});
        QVERIFY(pool);
        CountingList list("count", 10);
        const SharedKernel refused{
            .recipe = "refused", .memoryFd = list.memory.fd(), .bytes = list.memory.bytes().size()};
        list.job.shared = &refused;
        QCOMPARE((*pool)->map(list.job).error().detail, std::string("this recipe is refused"));
        list.job.shared = nullptr;
        QCOMPARE((*pool)->map(list.job).error().code, ErrorCode::Internal);
        QVERIFY(worksStill(**pool, 2));
    }

    /// Two descriptions of one list, the first of which is gone when a new worker asks for it.
    void askForAListThatIsThere_data() { bothBackends(); }
    void askForAListThatIsThere() {
        QFETCH(QString, id);
        const auto pool = startPool(id, {.workers = 2});
        QVERIFY(pool);
        CountingList list("count", 100);
        SharedKernel first = list.shared;
        const SharedKernel second = list.shared;
        list.job.shared = &first;
        QVERIFY((*pool)->map(list.job));
        first.recipe = "refused";
        list.job.shared = &second;
        for (const pid_t pid : (*pool)->processes())
            ::kill(pid, SIGKILL);
        const auto outcome = (*pool)->map(list.job);
        QVERIFY2(outcome, outcome ? "" : outcome.error().detail.c_str());
    }

    void aCopyThatComesBackFromAnItemIsNoWorker_data() { bothBackends(); }
    void aCopyThatComesBackFromAnItemIsNoWorker() {
        QFETCH(QString, id);
        const auto pool = startPool(id, {.workers = 2});
        QVERIFY(pool);
        for (const bool hasRules : {false, true}) {
            CountingList list("fork 5", 200);
            JobControl control;
            list.job.chunk = *parseChunk("1");  // the copy ends its chunk before it ends
            if (hasRules) list.job.control = &control;
            const auto outcome = (*pool)->map(list.job);
            QVERIFY2(outcome, outcome ? "" : outcome.error().detail.c_str());
            QVERIFY(list.kernel.countsAre(200, 1));
        }
        QVERIFY(worksStill(**pool, 2));
        for (const pid_t worker : (*pool)->processes())
            for (const pid_t copy : childrenOf(worker))
                QTRY_COMPARE(stateOf(copy), 'Z');
    }

    void mayBeStartedAtTheSameTime() {
        for (int round = 0; round < 50; ++round) {
            std::array<std::unique_ptr<WorkerPool>, 4> pools;
            {
                std::vector<std::jthread> starters;
                for (auto& pool : pools)
                    starters.emplace_back([&pool] {
                        if (auto started = startPool("processes", {.workers = 2})) pool = *std::move(started);
                    });
            }
            QVERIFY(std::ranges::none_of(pools, [](const auto& pool) { return pool == nullptr; }));
            const auto before = pools[3]->processes();
            for (int ending = 0; ending < 3; ++ending)
                pools[static_cast<std::size_t>(ending)].reset();
            QVERIFY(worksStill(*pools[3], 2));
            QCOMPARE(pools[3]->processes(), before);
        }
    }

    void seeANewListInTheSameDescriptor() {
        const auto pool = startPool("processes", {.workers = 2});
        QVERIFY(pool);
        // The memory of each goes before the next is made; one item each, so that a worker misses most of them.
        for (int i = 0; i < 1000; ++i) {
            CountingList list("count", 1);
            QVERIFY((*pool)->map(list.job));
            QVERIFY(list.kernel.countsAre(1, 1));
        }
    }

    void holdOnlyWhatTheyNeed_data() { bothBackendsAndStarts(); }
    void holdOnlyWhatTheyNeed() {
        QFETCH(QString, id);
        QFETCH(QString, start);
        const auto pool = startPool(id, {.workers = 3, .start = start.toStdString()});
        QVERIFY2(pool, pool ? "" : pool.error().detail.c_str());
        QVERIFY(worksStill(**pool, 3));
        for (const pid_t pid : (*pool)->processes()) {
            const std::filesystem::directory_iterator open("/proc/" + std::to_string(pid) + "/fd");
            QCOMPARE(std::distance(open, {}), 5);  // null, null, stderr, the socket; the bell or the stream
            siginfo_t state{};                     // a child of ours
            QCOMPARE(waitid(P_PID, static_cast<id_t>(pid), &state, WEXITED | WNOHANG | WNOWAIT), 0);
            rlimit core{.rlim_cur = 1, .rlim_max = 1};
            QCOMPARE(prlimit(pid, RLIMIT_CORE, nullptr, &core), 0);
            QCOMPARE(core.rlim_cur, rlim_t{0});
        }
    }

    void leaveNothing_data() { bothBackends(); }
    void leaveNothing() {
        QFETCH(QString, id);
        const auto count = [](const char* folder) {
            return std::distance(std::filesystem::directory_iterator(folder), {});
        };
        QVERIFY(startPool(id, {.workers = 2}));
        const auto descriptors = count("/proc/self/fd");
        const auto mappings = [] {
            std::ifstream maps("/proc/self/maps");
            return std::count(std::istreambuf_iterator<char>(maps), {}, '\n');
        };
        const auto mapped = mappings();
        for (int i = 0; i < 1000; ++i)
            QVERIFY(startPool(id, {.workers = 2}));
        QCOMPARE(count("/proc/self/fd"), descriptors);
        QVERIFY(mappings() <= mapped + 2);  // the heap may have grown by itself
        QCOMPARE(waitpid(-1, nullptr, WNOHANG), 0);
    }

    void refuseWhatIsNotAllowed_data() { bothBackends(); }
    void refuseWhatIsNotAllowed() {
        QFETCH(QString, id);
        QCOMPARE(startPool(id, {.workers = 1, .start = "clone"}).error().code, ErrorCode::InvalidInput);
        QCOMPARE(startPool(id, {.workers = 0}).error().code, ErrorCode::InvalidInput);
        QCOMPARE(startPool(id, {.workers = 1025}).error().code, ErrorCode::InvalidInput);
    }

    void keepOneZygote() { QVERIFY(!startZygote(testKernel)); }
};

int main(int argc, char** argv) {
    if (!startZygote(testKernel)) return 1;
    QCoreApplication application(argc, argv);
    TestProcessLives test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_process_lives.moc"
