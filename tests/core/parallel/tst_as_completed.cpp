#include "core/parallel/as_completed.h"

#include <QtTest>

#include <stdexcept>
#include <string>
#include <vector>

using namespace breakeven;

namespace {

std::shared_ptr<ValueState<int>> pending() {
    return std::make_shared<ValueState<int>>([](std::function<void()> function) { function(); });
}

void finish(const std::shared_ptr<ValueState<int>>& state, int value) {
    state->value = value;
    state->finish({});
}

void fail(const std::shared_ptr<ValueState<int>>& state) {
    state->finish(ParallelError({ErrorCode::WorkFailed, "broken"}));
}

}  // namespace

class TestAsCompleted : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void futuresComeInTheOrderOfTheirEnds() {
        const auto a = pending();
        const auto b = pending();
        const auto c = pending();
        finish(b, 2);
        auto completed = asCompleted<int>({Future(a), Future(b), Future(c), Future(b)});
        finish(c, 3);
        finish(a, 1);
        std::vector<int> values;
        for (const auto& future : completed)
            values.push_back(future.get());
        QCOMPARE(values, (std::vector{2, 3, 1}));
    }

    void aTimeoutIsThrown() {
        const auto a = pending();
        const auto b = pending();
        finish(a, 1);
        auto completed = asCompleted<int>({Future(a), Future(b)}, Seconds(0.001));
        QCOMPARE(completed.next()->get(), 1);
        QVERIFY_EXCEPTION_THROWN(completed.next(), WaitTimeout);
    }

    void waitReturnsWhenItsConditionHolds() {
        const auto a = pending();
        const auto b = pending();
        const auto c = pending();
        const std::vector<Future<int>> all{Future(a), Future(b), Future(c)};
        QCOMPARE(wait(all, WaitFor::All, Seconds(0)).notDone.size(), std::size_t{3});
        finish(b, 2);
        const auto first = wait(all, WaitFor::FirstCompleted);
        QCOMPARE(first.done.size(), std::size_t{1});
        QCOMPARE(first.done.front().get(), 2);
        fail(c);
        const auto failed = wait(all, WaitFor::FirstException);
        QCOMPARE(failed.done.size(), std::size_t{2});
        QCOMPARE(failed.notDone.size(), std::size_t{1});
        finish(a, 1);
        QCOMPARE(wait(all).done.size(), std::size_t{3});
    }

    void callbacksRunInTheirOrderAndMayThrow() {
        const auto state = pending();
        const Future<int> future(state);
        std::string calls;
        future.onDone([&](const Future<int>& done) { calls += std::to_string(done.get()); });
        future.onDone([&](const Future<int>&) { throw std::runtime_error("no"); });
        future.onDone([&](const Future<int>&) { calls += 'b'; });
        QCOMPARE(calls, std::string());
        finish(state, 7);
        QCOMPARE(calls, std::string("7b"));
        future.onDone([&](const Future<int>&) { calls += 'c'; });
        QCOMPARE(calls, std::string("7bc"));
        QCOMPARE(future.callbackErrors(), std::vector<std::string>{"no"});
        QCOMPARE(future.get(), 7);
    }

    void onlyAPendingJobIsCancelled() {
        const auto pendingState = pending();
        QVERIFY(pendingState->cancel());
        QVERIFY(!pendingState->start());
        QVERIFY(pendingState->isReady());
        const auto runningState = pending();
        QVERIFY(runningState->start());
        QVERIFY(Future(runningState).running());
        QVERIFY(!runningState->cancel());
        QVERIFY_EXCEPTION_THROWN(Future(runningState).successful(), ParallelError);
    }
};

QTEST_GUILESS_MAIN(TestAsCompleted)
#include "tst_as_completed.moc"
