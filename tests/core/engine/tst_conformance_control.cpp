// What every backend makes of the rules for single items.
#include "tests/core/engine/conformance.h"

#include <algorithm>
#include <thread>

using namespace breakeven;

namespace {

constexpr WorkerCount Workers = 2;

/// A pool, a list and a control that go together.
struct ControlledMap {
    ControlledMap(const QString& id, const std::string& recipe, ItemCount size, const char* chunk, JobRules rules)
        : pool(startPool(id, Workers)), list(recipe, size, chunk), control(rules) {
        list.job.control = &control;
    }

    Result<void> map() { return (*pool)->map(list.job); }

    /// The pool is as good as new.
    bool poolWorks() {
        TracedList good("count", 100);
        return (*pool)->map(good.job) && good.firstNot(1) == 100;
    }

    Result<std::unique_ptr<WorkerPool>> pool;
    TracedList list;
    JobControl control;
};

}  // namespace

class TestConformanceControl : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void countsItemsThatAreDone_data() { allBackends(); }
    void countsItemsThatAreDone() {
        QFETCH(QString, id);
        ControlledMap controlled(id, "count", 1000, "auto", {});
        QVERIFY(controlled.pool);
        QVERIFY(controlled.map());
        QCOMPARE(controlled.control.done(), ItemCount{1000});
        QVERIFY(controlled.control.errors().empty());
        QCOMPARE(controlled.list.firstNot(1), ItemCount{1000});
    }

    void namesTheItemThatFailsFirst_data() { allBackends(); }
    void namesTheItemThatFailsFirst() {
        QFETCH(QString, id);
        for (const char* chunk : {"auto", "1", "30"}) {
            ControlledMap controlled(id, "throw 37", 100, chunk, {});
            QVERIFY(controlled.pool);
            const auto outcome = controlled.map();
            QVERIFY(!outcome);
            QCOMPARE(outcome.error().code, ErrorCode::WorkFailed);
            QCOMPARE(outcome.error().detail, std::string("item 37: item 37 failed"));
            QVERIFY(controlled.control.done() < 100);
            QVERIFY(controlled.poolWorks());
        }
    }

    void stopsAfterTheAllowedErrors_data() { allBackends(); }
    void stopsAfterTheAllowedErrors() {
        QFETCH(QString, id);
        ControlledMap controlled(id, "throw-every 10", 100'000, "10", {.stopAfterErrors = 5});
        QVERIFY(controlled.pool);
        const auto outcome = controlled.map();
        QVERIFY(!outcome);
        QVERIFY2(outcome.error().detail.ends_with(": unlucky"), outcome.error().detail.c_str());
        const auto errors = controlled.control.errors();
        // Besides the fifth, one item of each other worker that ran one at that moment.
        QVERIFY2(errors.size() >= 5 && errors.size() < 5 + Workers, std::to_string(errors.size()).c_str());
        QCOMPARE(outcome.error().detail, "item " + std::to_string(errors.front().item) + ": unlucky");
        QVERIFY(controlled.control.done() < 90'000);
        QVERIFY(controlled.poolWorks());
    }

    void collectsAllErrors_data() { allBackends(); }
    void collectsAllErrors() {
        QFETCH(QString, id);
        for (const char* chunk : {"auto", "pool", "1", "7"}) {
            ControlledMap controlled(id, "throw-every 10", 1000, chunk, {.stopAfterErrors = JobRules::CollectAll});
            QVERIFY(controlled.pool);
            QVERIFY(controlled.map());
            QCOMPARE(controlled.control.done(), ItemCount{900});
            for (ItemCount item = 0; item < 1000; ++item)
                if (item % 10 != 9) QCOMPARE(controlled.list.slot(item), 1U);
            const auto errors = controlled.control.errors();
            QCOMPARE(errors.size(), std::size_t{100});
            for (std::size_t i = 0; i < errors.size(); ++i) {
                QCOMPARE(errors[i].item, ItemCount{10 * i + 9});
                QCOMPARE(errors[i].error.code, ErrorCode::WorkFailed);
                QCOMPARE(errors[i].error.detail, std::string("unlucky"));
            }
        }
    }

    /// The whole list would take minutes.
    void isStoppedByAnotherThread_data() { allBackends(); }
    void isStoppedByAnotherThread() {
        QFETCH(QString, id);
        for (const char* chunk : {"auto", "1"}) {
            ControlledMap controlled(id, "wait 1000000", 200'000, chunk, {});
            QVERIFY(controlled.pool);
            const std::jthread stopper([&control = controlled.control] {
                while (control.done() == 0)
                    std::this_thread::yield();
                control.stop();
            });
            const auto outcome = controlled.map();
            QVERIFY(!outcome);
            QCOMPARE(outcome.error().code, ErrorCode::Interrupted);
            QVERIFY(controlled.control.done() > 0);
            QVERIFY(controlled.poolWorks());
        }
    }

    void startsNothingThatIsStoppedBefore_data() { allBackends(); }
    void startsNothingThatIsStoppedBefore() {
        QFETCH(QString, id);
        ControlledMap controlled(id, "count", 1000, "auto", {});
        QVERIFY(controlled.pool);
        controlled.control.stop();
        QCOMPARE(controlled.map().error().code, ErrorCode::Interrupted);
        QCOMPARE(controlled.control.done(), ItemCount{0});
        QCOMPARE(controlled.list.firstNot(0), ItemCount{1000});
        QVERIFY(controlled.poolWorks());
    }

    void makesAnErrorOfAnItemThatIsLate_data() { allBackends(); }
    void makesAnErrorOfAnItemThatIsLate() {
        QFETCH(QString, id);
        ControlledMap controlled(id, "wait 5", 20, "1",
                                 {.stopAfterErrors = JobRules::CollectAll, .itemDeadline = Seconds(0.2)});
        QVERIFY(controlled.pool);
        QVERIFY(controlled.map());
        const auto errors = controlled.control.errors();
        const auto late = std::ranges::find(errors, ItemCount{5}, &ItemError::item);
        QVERIFY(late != errors.end());
        QCOMPARE(late->error.code, ErrorCode::TimedOut);
        QCOMPARE(controlled.control.done() + errors.size(), ItemCount{20});
        QVERIFY(controlled.poolWorks());
    }

    void endsAtAnItemThatIsLate_data() { allBackends(); }
    void endsAtAnItemThatIsLate() {
        QFETCH(QString, id);
        ControlledMap controlled(id, "wait 0", 20, "1", {.itemDeadline = Seconds(0.2)});
        QVERIFY(controlled.pool);
        const auto outcome = controlled.map();
        QVERIFY(!outcome);
        QCOMPARE(outcome.error().code, ErrorCode::TimedOut);
        QVERIFY2(outcome.error().detail.starts_with("item 0: "), outcome.error().detail.c_str());
        QVERIFY(controlled.poolWorks());
    }
};

int main(int argc, char** argv) {
    return runWithZygote<TestConformanceControl>(argc, argv);
}
#include "tst_conformance_control.moc"
