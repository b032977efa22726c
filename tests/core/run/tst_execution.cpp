#include "core/os/clock.h"
#include "core/run/execution.h"
#include "core/run/process_usage.h"

#include <QtTest>

#include <array>
#include <vector>

#include <unistd.h>

using namespace breakeven;

namespace {

constexpr Seconds Starting{3e-3};
constexpr Seconds Mapping{1e-3};

/// What the pools of a test do and did.
struct Script {
    bool startFails = false;
    int failingCall = 0;  ///< counted from 1; 0: none
    int calls = 0;
    int living = 0;
};
Script script;

void keepBusy(Seconds time) {
    const auto end = Clock::now() + time;
    while (Clock::now() < end) {
    }
}

/// Its worker process is this one, so that its CPU time is known.
class ScriptedPool final : public WorkerPool {
public:
    ScriptedPool() { ++script.living; }
    ~ScriptedPool() override { --script.living; }

    Result<void> map(const ListJob& job) override {
        if (++script.calls == script.failingCall) return Error{ErrorCode::ChildCrashed, "scripted: worker 1 died"};
        keepBusy(Mapping);
        job.kernel.run(0, job.size);
        return {};
    }

    std::vector<pid_t> processes() const override { return {getpid()}; }
};

Result<std::unique_ptr<WorkerPool>> startScripted(const PoolOptions&) {
    if (script.startFails) return Error{ErrorCode::Internal, "scripted: no workers could be had"};
    keepBusy(Starting);
    return std::unique_ptr<WorkerPool>(std::make_unique<ScriptedPool>());
}

const Backend Scripted{.info = {}, .start = startScripted};

class CountingItems final : public Kernel {
public:
    void run(ItemCount begin, ItemCount end) override { items += end - begin; }
    ItemCount items = 0;
};

/// Needs memory, but only while it runs.
class HungryItems final : public Kernel {
public:
    static constexpr ByteCount Bytes = 64'000'000;
    void run(ItemCount, ItemCount) override {
        const std::vector<char> memory(Bytes, 1);
        m_last = memory.back();
    }

private:
    volatile char m_last = 0;
};

Seconds ownCpu() {
    return cpuOf(std::array{getpid()});
}

}  // namespace

class TestExecution : public QObject {
    Q_OBJECT

    CountingItems m_kernel;
    ListCall m_call{.job = {.kernel = m_kernel, .size = 10, .chunk = {}, .shared = nullptr}};

private Q_SLOTS:
    void init() {
        QCOMPARE(script.living, 0);
        script = {};
        m_kernel.items = 0;
    }

    void warmExecutesAsOftenAsAsked() {
        ScriptedPool pool;
        const auto before = Clock::now();
        const auto execution = executeWarm(pool, m_call, 3);
        const Seconds outside = Clock::now() - before;
        QVERIFY(execution);
        QCOMPARE(m_kernel.items, ItemCount{30});
        QVERIFY(execution->timing.wall >= 3 * Mapping && execution->timing.wall <= outside);
        QVERIFY(!execution->startup);
    }

    void warmCountsTheWorkersCpuOfTheseCallsOnly() {
        ScriptedPool pool;
        const Seconds before = ownCpu();
        const auto execution = executeWarm(pool, m_call, 3);
        const Seconds outside = ownCpu() - before;
        QVERIFY(execution);
        QVERIFY(execution->workerCpu > Seconds(0) && execution->workerCpu <= outside);
    }

    /// Those of this process, and once more as those of its only worker.
    void warmCountsHowOftenTheWorkersWait() {
        class SleepyItems final : public Kernel {
        public:
            void run(ItemCount begin, ItemCount end) override {
                for (ItemCount i = begin; i < end; ++i)
                    usleep(100);
            }
        };
        SleepyItems kernel;
        const ListCall call{.job = {.kernel = kernel, .size = 10, .chunk = {}, .shared = nullptr}};
        ScriptedPool pool;
        const auto waits = executeWarm(pool, call, 3)->waits.value();
        QVERIFY2(waits >= 60 && waits < 80, qPrintable(QString::number(waits)));
        QVERIFY(executeWarm(pool, m_call, 3)->waits.value() < 20);
        QVERIFY(!executeCold(Scripted, {.workers = 2}, call)->waits);
    }

    void coldTimesTheStartAndLeavesNothing() {
        const auto before = Clock::now();
        const auto execution = executeCold(Scripted, {.workers = 2}, m_call);
        const Seconds outside = Clock::now() - before;
        QVERIFY(execution);
        QCOMPARE(m_kernel.items, ItemCount{10});
        QCOMPARE(script.living, 0);
        QVERIFY(execution->startup && *execution->startup >= Starting);
        QVERIFY(execution->timing.wall >= *execution->startup + Mapping && execution->timing.wall <= outside);
    }

    /// Worker processes of a cold pool are as old as the sample: all that they ever used belongs to it.
    void coldCountsAllOfTheWorkersCpu() {
        const Seconds before = ownCpu();
        const auto execution = executeCold(Scripted, {.workers = 2}, m_call);
        QVERIFY(execution);
        QVERIFY(execution->workerCpu >= before && execution->workerCpu <= ownCpu());
    }

    void memoryIsThatOfThisProcessAndTheWorkers() {
        HungryItems kernel;
        const ListCall call{.job = {.kernel = kernel, .size = 10, .chunk = {}, .shared = nullptr}};
        ScriptedPool pool;
        QVERIFY(executeWarm(pool, call, 1)->peakMemory.value_or(0) >= 2 * HungryItems::Bytes);
        QVERIFY(executeCold(Scripted, {.workers = 2}, call)->peakMemory.value_or(0) >= 2 * HungryItems::Bytes);
    }

    /// A call before may have needed far more.
    void memoryIsThatOfTheseCallsOnly() {
        HungryItems kernel;
        const ListCall hungry{.job = {.kernel = kernel, .size = 10, .chunk = {}, .shared = nullptr}};
        ScriptedPool pool;
        const auto most = executeWarm(pool, hungry, 1)->peakMemory.value_or(0);
        const auto warm = executeWarm(pool, m_call, 1)->peakMemory.value_or(0);
        QVERIFY(warm > 0 && warm + HungryItems::Bytes < most);
        QVERIFY(executeWarm(pool, hungry, 1));
        const auto cold = executeCold(Scripted, {.workers = 2}, m_call)->peakMemory.value_or(0);
        QVERIFY(cold > 0 && cold + HungryItems::Bytes < most);
    }

    void anErrorEndsTheCalls() {
        script.failingCall = 2;
        ScriptedPool pool;
        const auto execution = executeWarm(pool, m_call, 5);
        QVERIFY(!execution);
        QCOMPARE(execution.error().code, ErrorCode::ChildCrashed);
        QCOMPARE(execution.error().detail, std::string("scripted: worker 1 died"));
        QCOMPARE(script.calls, 2);
    }

    void aColdPoolThatFailsIsGoneToo() {
        script.failingCall = 1;
        const auto execution = executeCold(Scripted, {.workers = 2}, m_call);
        QVERIFY(!execution);
        QCOMPARE(execution.error().detail, std::string("scripted: worker 1 died"));
        QCOMPARE(script.living, 0);
        script.startFails = true;
        const auto absent = executeCold(Scripted, {.workers = 2}, m_call);
        QVERIFY(!absent);
        QCOMPARE(absent.error().detail, std::string("scripted: no workers could be had"));
    }

    void heatingLastsAtLeastAsLongAsAsked() {
        ScriptedPool pool;
        const auto before = Clock::now();
        const auto once = heat(pool, m_call, {10 * Mapping, 10 * Mapping});
        const Seconds outside = Clock::now() - before;
        QVERIFY(once);
        QVERIFY(outside >= 10 * Mapping);
        QVERIFY(*once >= Mapping);
        // Batches of 1, 2, 4, … calls; the time of one is taken from the last batch alone.
        const int last = (script.calls + 1) / 2;
        QCOMPARE(script.calls & (script.calls + 1), 0);
        QVERIFY(*once * last <= outside);
    }

    /// Another batch would take twice as long as the first.
    void heatingBeginsNothingThatShouldEndTooLate() {
        ScriptedPool pool;
        QVERIFY(heat(pool, m_call, {Seconds(0), 2.5 * Mapping}));
        QCOMPARE(m_kernel.items, ItemCount{10});
    }

    void heatingCallsAtLeastOnce() {
        ScriptedPool pool;
        const auto once = heat(pool, m_call, {Seconds(0), Seconds(0)});
        QVERIFY(once && *once >= Mapping);
        QCOMPARE(script.calls, 1);
    }

    void heatingEndsAtAnError() {
        script.failingCall = 3;
        ScriptedPool pool;
        const auto once = heat(pool, m_call, {Seconds(3600), Seconds(3600)});
        QVERIFY(!once);
        QCOMPARE(once.error().code, ErrorCode::ChildCrashed);
        QCOMPARE(script.calls, 3);
    }
};

QTEST_GUILESS_MAIN(TestExecution)
#include "tst_execution.moc"
