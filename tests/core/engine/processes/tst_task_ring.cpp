// The protocol step by step; tests/proof runs it in every order.
#include "core/engine/processes/sleepers.h"
#include "core/engine/processes/task_ring.h"

#include <QtTest>

#include <array>

using namespace breakeven;

class TestTaskRing : public QObject {
    Q_OBJECT

    struct Ring {
        RingHead<std::atomic> head;
        std::array<Task<std::atomic>, 4 + 2> tasks;
        TaskRing<std::atomic> ring{head, tasks, 2};
    };

private Q_SLOTS:
    void packsAllOfAWord() {
        const TaskWord word{.position = 0x3'ffff'ffff'ffff, .state = TaskState::Running, .worker = MostWorkers - 1};
        QVERIFY(TaskWord::unpacked(word.packed()) == word);
    }

    void givesEachTaskToOneWorker() {
        Ring shared;
        Position first = 0;
        Position second = 0;
        QVERIFY(!shared.ring.claim(first, 0));
        shared.ring.post(1);
        shared.ring.post(2);
        QVERIFY(shared.ring.claim(first, 0) == Position{1});
        QVERIFY(shared.ring.claim(second, 1) == Position{2});
        QVERIFY(!shared.ring.claim(first, 0));
        QVERIFY((shared.ring.word(shared.ring.lineOf(1)) == TaskWord{1, TaskState::Taken, 0}));
        QVERIFY((shared.ring.word(shared.ring.lineOf(2)) == TaskWord{2, TaskState::Taken, 1}));
    }

    void passesOverLinesThatAreHeld() {
        Ring shared;
        Position slow = 0;
        Position next = 0;
        shared.ring.post(1);
        QVERIFY(shared.ring.claim(slow, 0) == Position{1});
        for (Position position = 2; position <= 4; ++position) {
            shared.ring.post(position);
            QVERIFY(shared.ring.claim(next, 1) == position);
            shared.ring.end(position, TaskState::Done, 1);
        }
        shared.ring.skip(5);
        shared.ring.post(6);
        QVERIFY(shared.ring.claim(next, 1) == Position{6});
        shared.ring.end(1, TaskState::Done, 0);
        QVERIFY(!shared.ring.claim(next, 1));
    }

    void catchesUpAfterALongSleep() {
        Ring shared;
        Position awake = 0;
        for (Position position = 1; position <= 41; ++position) {
            shared.ring.post(position);
            QVERIFY(shared.ring.claim(awake, 0) == position);
            shared.ring.end(position, TaskState::Done, 0);
        }
        shared.ring.post(42);
        Position asleep = 0;
        QVERIFY(shared.ring.claim(asleep, 1) == Position{42});
    }

    void givesAnOwnTaskToItsWorkerAlone() {
        Ring shared;
        Position first = 0;
        Position second = 0;
        const Position own = ownTask(1, 1);
        shared.ring.postOwn(own, 1);
        QVERIFY(!shared.ring.claim(first, 0));
        QVERIFY(shared.ring.claim(second, 1) == own);
        QVERIFY(!shared.ring.withdraw(own));
        shared.ring.end(own, TaskState::Done, 1);
        QVERIFY(!shared.ring.claim(second, 1));
        shared.ring.postOwn(ownTask(2, 1), 1);
        shared.ring.clearOwn(1);  // its worker has died; this is the next one
        QVERIFY(!shared.ring.claim(second, 1));
    }

    void numbersOfOwnTasksFitIntoAWord() {
        const Position last = ownTask(~std::uint64_t{0}, MostWorkers - 1);
        QCOMPARE((TaskWord{last, TaskState::Taken, 0}).unpacked(TaskWord{last, TaskState::Taken, 0}.packed()).position,
                 last);
        Ring shared;
        QCOMPARE(shared.ring.lineOf(ownTask(7, 1)), std::size_t{5});
        QCOMPARE(shared.ring.lineOf(7), std::size_t{3});
    }

    void takesBackOnlyWhatNobodyHas() {
        Ring shared;
        Position next = 0;
        shared.ring.post(1);
        shared.ring.post(2);
        QVERIFY(shared.ring.claim(next, 0) == Position{1});
        QVERIFY(!shared.ring.withdraw(1));
        QVERIFY(shared.ring.withdraw(2));
        QVERIFY(!shared.ring.claim(next, 0));
    }

    void wakesTheCallerOnce() {
        Ring shared;
        shared.ring.post(1);
        shared.ring.end(1, TaskState::Done, 0);
        QVERIFY(!shared.ring.callerIsToBeWoken());
        shared.ring.callerSleeps();
        QVERIFY(shared.ring.callerIsToBeWoken());
        QVERIFY(!shared.ring.callerIsToBeWoken());
    }

    void wakesAsManyAsSleep() {
        std::array<std::atomic<std::uint64_t>, 2> bits{};
        Sleepers<std::atomic> sleepers(bits);
        QVERIFY(!sleepers.getSomebodyUp());
        sleepers.lieDown(3);
        sleepers.lieDown(100);
        QCOMPARE(sleepers.count(), std::size_t{2});
        QVERIFY(sleepers.getUp(3));
        QVERIFY(!sleepers.getUp(3));
        QVERIFY(sleepers.getSomebodyUp() == std::size_t{100});
        QCOMPARE(sleepers.count(), std::size_t{0});
    }
};

QTEST_GUILESS_MAIN(TestTaskRing)
#include "tst_task_ring.moc"
