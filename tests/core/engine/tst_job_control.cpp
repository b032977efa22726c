#include "core/engine/job_control.h"

#include <QtTest>

#include <functional>
#include <thread>

using namespace breakeven;

namespace {

class Items final : public Kernel {
public:
    explicit Items(std::function<void(ItemCount)> work) : m_work(std::move(work)) {}
    void run(ItemCount begin, ItemCount end) override {
        if (end != begin + 1) throw std::logic_error("not a single item");
        m_work(begin);
    }

private:
    std::function<void(ItemCount)> m_work;
};

void failAt(ItemCount item, ItemCount failing) {
    if (item == failing) throw std::runtime_error("bad item");
}

}  // namespace

class TestJobControl : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void stopsAtTheFirstErrorAndNamesItsItem() {
        JobControl control;
        Items kernel([](ItemCount item) { failAt(item, 17); });
        control.run(kernel, {0, 100});
        QVERIFY(control.isStopped());
        QCOMPARE(control.done(), ItemCount{17});
        const auto outcome = control.outcome();
        QVERIFY(!outcome);
        QCOMPARE(outcome.error().code, ErrorCode::WorkFailed);
        QCOMPARE(outcome.error().detail, std::string("item 17: bad item"));
    }

    void goesOnUntilTheAllowedErrorsAreReached() {
        JobControl control({.stopAfterErrors = 3});
        Items kernel([](ItemCount item) { failAt(item % 10, 9); });
        control.run(kernel, {0, 100});
        QCOMPARE(control.done(), ItemCount{27});
        QCOMPARE(control.errors().size(), std::size_t{3});
        QCOMPARE(control.outcome().error().detail, std::string("item 9: bad item"));
    }

    void collectsAllErrorsInInputOrder() {
        JobControl control({.stopAfterErrors = JobRules::CollectAll});
        Items kernel([](ItemCount item) { failAt(item % 10, 9); });
        control.run(kernel, {50, 100});
        control.run(kernel, {0, 50});
        QCOMPARE(control.done(), ItemCount{90});
        QVERIFY(control.outcome());
        const auto errors = control.errors();
        QCOMPARE(errors.size(), std::size_t{10});
        for (std::size_t i = 0; i < errors.size(); ++i)
            QCOMPARE(errors[i].item, ItemCount{10 * i + 9});
    }

    void makesAnErrorOfAnItemThatIsLate() {
        JobControl control({.stopAfterErrors = JobRules::CollectAll, .itemDeadline = Seconds(0.05)});
        Items kernel([](ItemCount item) {
            if (item == 2) std::this_thread::sleep_for(std::chrono::milliseconds(60));
        });
        control.run(kernel, {0, 4});
        const auto errors = control.errors();
        const auto late = std::ranges::find(errors, ItemCount{2}, &ItemError::item);
        QVERIFY(late != errors.end());
        QCOMPARE(late->error.code, ErrorCode::TimedOut);
        QVERIFY(late->error.detail.find("50") != std::string::npos);
    }

    void startsNothingOnceItIsStopped() {
        JobControl control;
        Items kernel([&](ItemCount item) {
            if (item == 4) control.stop();
        });
        control.run(kernel, {0, 100});
        QCOMPARE(control.done(), ItemCount{5});
        QCOMPARE(control.outcome().error().code, ErrorCode::Interrupted);
    }

    /// Seen from within the items: what is done lags behind by a sixteenth at most.
    void tellsProgressWithinAChunk() {
        JobControl control;
        Items kernel([&](ItemCount item) {
            if (control.done() > item || (item - control.done()) * 16 > item) throw std::runtime_error("lags behind");
        });
        control.run(kernel, {0, 10'000});
        QVERIFY2(control.outcome(), control.errors().empty() ? "" : control.errors().front().error.detail.c_str());
        QCOMPARE(control.done(), ItemCount{10'000});
    }
};

QTEST_GUILESS_MAIN(TestJobControl)
#include "tst_job_control.moc"
