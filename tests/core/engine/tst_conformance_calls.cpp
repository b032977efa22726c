// What every call promises on every backend: each item once, the rules for single items, pools within items.
#include "core/engine/call.h"
#include "core/os/cpus.h"
#include "tests/core/engine/conformance.h"
#include "tests/core/engine/items.h"

#include <algorithm>
#include <atomic>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

using namespace breakeven;

namespace {

constexpr WorkerCount Workers = 2;

void addRows(bool (*hasBackend)(const Backend&), bool (*hasCall)(Call)) {
    QTest::addColumn<QString>("id");
    QTest::addColumn<QString>("call");
    for (const auto& backend : backends())
        for (const auto& entry : calls())
            if (hasBackend(backend) && hasCall(entry.call))
                QTest::addRow("%s on %s", entry.info.id.c_str(), backend.info.id.c_str())
                    << QString::fromStdString(backend.info.id) << QString::fromStdString(entry.info.id);
}

/// reduce needs a fold, which tst_conformance_reduce.cpp has, and refuses rules for single items.
bool runsItems(Call call) {
    return call != Call::Reduce;
}
bool isHandedOverByItem(Call call) {
    return call == Call::Apply || call == Call::ApplyAsync || call == Call::Imap || call == Call::ImapUnordered;
}
bool canBeHandedOverInChunks(Call call) {
    return runsItems(call) && (!isHandedOverByItem(call) || call == Call::Imap);
}
bool isProcesses(const Backend& backend) {
    return !sharesMemory(backend);
}
bool isInProcess(const Backend& backend) {
    return sharesMemory(backend) && canBeTested(backend);
}
bool isAny(const Backend& backend) {
    return isProcesses(backend) || canBeTested(backend);
}
void allCalls() {
    addRows(isAny, runsItems);
}

Call callOf(const QString& id) {
    return *parseCall(id.toStdString());
}

/// A pool, a list and a control that go together.
struct ControlledCall {
    ControlledCall(const QString& id, const QString& call, const std::string& recipe, ItemCount size, JobRules rules)
        : pool(startPool(id, Workers)),
          options{.call = callOf(call), .workers = Workers},
          list(recipe, size, options.call == Call::Apply ? "1" : "10"),
          control(rules) {
        list.job.control = &control;
    }

    Result<CallReport> execute() { return executeCall(**pool, list.job, options); }

    /// The pool is as good as new.
    bool poolWorks() {
        TracedList good("count", 100);
        return executeCall(**pool, good.job, options) && good.firstNot(1) == 100;
    }

    Result<std::unique_ptr<WorkerPool>> pool;
    CallOptions options;
    TracedList list;
    JobControl control;
};

void expect(const Result<CallReport>& outcome) {
    if (!outcome) throw std::runtime_error(outcome.error().detail);
}

}  // namespace

class TestConformanceCalls : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void runTenMillionItems_data() { addRows(isAny, canBeHandedOverInChunks); }
    void runTenMillionItems() {
        QFETCH(QString, id);
        QFETCH(QString, call);
        const auto pool = startPool(id, Workers);
        QVERIFY(pool);
        TracedList list("count", 10'000'000, callOf(call) == Call::Imap ? "100000" : "pool");
        const auto outcome = executeCall(**pool, list.job, {.call = callOf(call), .workers = Workers});
        QVERIFY2(outcome, outcome ? "" : outcome.error().detail.c_str());
        QCOMPARE(list.firstNot(1), list.job.size);
    }

    void runTenThousandItemsOneByOne_data() { addRows(isAny, isHandedOverByItem); }
    void runTenThousandItemsOneByOne() {
        QFETCH(QString, id);
        QFETCH(QString, call);
        const auto pool = startPool(id, Workers);
        QVERIFY(pool);
        TracedList list("count", 10'000, "1");
        const auto outcome = executeCall(**pool, list.job, {.call = callOf(call), .workers = Workers});
        QVERIFY2(outcome, outcome ? "" : outcome.error().detail.c_str());
        QCOMPARE(list.firstNot(1), list.job.size);
    }

    void haveTenTimesAsManyWorkersAsCpus_data() { allCalls(); }
    void haveTenTimesAsManyWorkersAsCpus() {
        QFETCH(QString, id);
        QFETCH(QString, call);
        const WorkerCount workers = 10 * usableCpus().count;
        const auto pool = startPool(id, workers);
        QVERIFY2(pool, pool ? "" : pool.error().detail.c_str());
        for (const char* chunk : {"auto", "1", "30"}) {
            TracedList list("count", 1000, chunk);
            const auto outcome = executeCall(**pool, list.job, {.call = callOf(call), .workers = workers});
            QVERIFY2(outcome, outcome ? "" : outcome.error().detail.c_str());
            QCOMPARE(list.firstNot(1), list.job.size);
        }
    }

    void makeAnErrorOfAnItemThatIsLate_data() { allCalls(); }
    void makeAnErrorOfAnItemThatIsLate() {
        QFETCH(QString, id);
        QFETCH(QString, call);
        ControlledCall controlled(id, call, "late 5", 20,
                                  {.stopAfterErrors = JobRules::CollectAll, .itemDeadline = Seconds(0.02)});
        QVERIFY(controlled.pool);
        const auto outcome = controlled.execute();
        QVERIFY2(outcome, outcome ? "" : outcome.error().detail.c_str());
        const auto errors = controlled.control.errors();
        const auto late = std::ranges::find(errors, ItemCount{5}, &ItemError::item);
        QVERIFY(late != errors.end());
        QCOMPARE(late->error.code, ErrorCode::TimedOut);
        // Where CPUs are scarce, others may have been late, too.
        QCOMPARE(controlled.control.done() + errors.size(), controlled.list.job.size);
        QVERIFY(controlled.poolWorks());
    }

    /// The whole list would take minutes.
    void areStoppedInTheMiddle_data() { allCalls(); }
    void areStoppedInTheMiddle() {
        QFETCH(QString, id);
        QFETCH(QString, call);
        ControlledCall controlled(id, call, "wait 1000000", 200'000, {});
        QVERIFY(controlled.pool);
        const std::jthread stopper([&control = controlled.control] {
            while (control.done() == 0)
                std::this_thread::yield();
            control.stop();
        });
        const auto outcome = controlled.execute();
        QVERIFY(!outcome);
        QCOMPARE(outcome.error().code, ErrorCode::Interrupted);
        QVERIFY(controlled.control.done() > 0);
        QVERIFY(controlled.control.errors().empty());
        QVERIFY(controlled.poolWorks());
    }

    void collectAllErrors_data() { allCalls(); }
    void collectAllErrors() {
        QFETCH(QString, id);
        QFETCH(QString, call);
        ControlledCall controlled(id, call, "throw-every 10", 200, {.stopAfterErrors = JobRules::CollectAll});
        QVERIFY(controlled.pool);
        const auto outcome = controlled.execute();
        QVERIFY2(outcome, outcome ? "" : outcome.error().detail.c_str());
        QCOMPARE(controlled.control.done(), ItemCount{180});
        for (ItemCount item = 0; item < 200; ++item)
            if (item % 10 != 9) QCOMPARE(controlled.list.slot(item), 1U);
        const auto errors = controlled.control.errors();
        QCOMPARE(errors.size(), std::size_t{20});
        for (std::size_t i = 0; i < errors.size(); ++i) {
            QCOMPARE(errors[i].item, ItemCount{10 * i + 9});
            QCOMPARE(errors[i].error.code, ErrorCode::WorkFailed);
            QCOMPARE(errors[i].error.detail, std::string("unlucky"));
        }
    }

    void stopAfterTheAllowedErrors_data() { allCalls(); }
    void stopAfterTheAllowedErrors() {
        QFETCH(QString, id);
        QFETCH(QString, call);
        ControlledCall controlled(id, call, "throw-every 10", 100'000, {.stopAfterErrors = 5});
        QVERIFY(controlled.pool);
        const auto outcome = controlled.execute();
        QVERIFY(!outcome);
        QCOMPARE(outcome.error().code, ErrorCode::WorkFailed);
        const auto errors = controlled.control.errors();
        // Besides the fifth, one item of each worker that ran one.
        QVERIFY2(errors.size() >= 5 && errors.size() < 5 + Workers, std::to_string(errors.size()).c_str());
        QCOMPARE(outcome.error().detail, "item " + std::to_string(errors.front().item) + ": unlucky");
        QVERIFY(controlled.control.done() < 90'000);
        QVERIFY(controlled.poolWorks());
    }

    /// Outside and inside the same call; a pool has one call at a time, so the inner one has a pool of its own.
    void mayBeUsedInsideTheirOwnItems_data() {
        addRows(isInProcess, [](Call) { return true; });
    }
    void mayBeUsedInsideTheirOwnItems() {
        QFETCH(QString, id);
        QFETCH(QString, call);
        const CallOptions options{.call = callOf(call), .workers = Workers};
        const auto pool = startPool(id, Workers);
        QVERIFY(pool);
        std::atomic<int> done{0};
        Items inner([&] { done.fetch_add(1); });
        std::mutex starting;  // runtimes are started and ended by one thread at a time
        Items outer([&] {
            const std::lock_guard lock(starting);
            const auto innerPool = startPool(id, Workers);
            if (!innerPool) throw std::runtime_error(innerPool.error().detail);
            expect(executeCall(**innerPool, {.kernel = inner, .size = 50, .chunk = {}}, options));
        });
        const auto outcome = executeCall(**pool, {.kernel = outer, .size = 8, .chunk = {}}, options);
        QVERIFY2(outcome, outcome ? "" : outcome.error().detail.c_str());
        QCOMPARE(done.load(), 8 * 50);
    }

    /// Two at the same time.
    void mayUseProcessesInsideAnItemOfThreads_data() { addRows(isProcesses, runsItems); }
    void mayUseProcessesInsideAnItemOfThreads() {
        QFETCH(QString, id);
        QFETCH(QString, call);
        const CallOptions options{.call = callOf(call), .workers = Workers};
        const auto pool = startPool("threads", Workers);
        QVERIFY(pool);
        std::atomic<int> complete{0};
        Items outer([&] {
            const auto innerPool = startPool(id, Workers);
            if (!innerPool) throw std::runtime_error(innerPool.error().detail);
            TracedList list("count", 500, "7");
            expect(executeCall(**innerPool, list.job, options));
            if (list.firstNot(1) == list.job.size) complete.fetch_add(1);
        });
        const auto outcome = executeCall(**pool, {.kernel = outer, .size = 6, .chunk = {}}, options);
        QVERIFY2(outcome, outcome ? "" : outcome.error().detail.c_str());
        QCOMPARE(complete.load(), 6);
    }
};

int main(int argc, char** argv) {
    return runWithZygote<TestConformanceCalls>(argc, argv);
}
#include "tst_conformance_calls.moc"
