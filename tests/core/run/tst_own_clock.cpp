// Pools that carry out whole calls tell the time themselves.
#include "core/run/execution.h"

#include <QtTest>

using namespace breakeven;

namespace {

class NoKernel final : public Kernel {
    void run(ItemCount, ItemCount) override {}
};

/// Says that each execution takes 3 s, 5 s with the making of its pool; in truth next to nothing.
class OtherRuntime final : public WorkerPool, public WholeCalls {
public:
    Result<CallReport> carryOut(const ListJob&, const CallOptions& options, const CallSpan& span) override {
        if (options.call == Call::Reduce) return Error{ErrorCode::Refused, "other: it has no call reduce"};
        const auto count = static_cast<double>(span.iterations);
        return CallReport{
            .firstResult = Seconds(1) * count,
            .own = OwnClock{
                .wall = Seconds(span.makesPool ? 5 : 3) * count, .cpu = Seconds(7) * count, .startup = Seconds(11)}};
    }
    WholeCalls* wholeCalls() override { return this; }
    Result<void> map(const ListJob&) override { return Error{ErrorCode::Internal, "other: it is asked for calls"}; }
};

Result<std::unique_ptr<WorkerPool>> startOther(const PoolOptions&) {
    return std::unique_ptr<WorkerPool>(std::make_unique<OtherRuntime>());
}

}  // namespace

class TestOwnClock : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void warm() {
        const auto execution = executeWarm(m_pool, call(Call::Map), 4);
        QVERIFY2(execution, execution ? "" : execution.error().detail.c_str());
        QCOMPARE(execution->timing.wall, Seconds(12));
        QCOMPARE(execution->timing.cpu + execution->workerCpu, Seconds(28));
        QCOMPARE(execution->startup, std::optional(Seconds(11)));
        QCOMPARE(execution->firstResult, std::optional(Seconds(4)));
    }

    void cold() {
        const auto execution = executeCold({.info = {}, .start = startOther}, {}, call(Call::Imap));
        QVERIFY2(execution, execution ? "" : execution.error().detail.c_str());
        QCOMPARE(execution->timing.wall, Seconds(5));
        QCOMPARE(execution->timing.cpu + execution->workerCpu, Seconds(7));
        QCOMPARE(execution->startup, std::optional(Seconds(11)));
        QCOMPARE(execution->firstResult, std::optional(Seconds(1)));
    }

    void heating() {
        const auto once = heat(m_pool, call(Call::Map));
        QVERIFY(once);
        QCOMPARE(*once, Seconds(3));
    }

    void callsAreHandedOverWhole() {
        const auto one = call(Call::ApplyAsync);
        QVERIFY(executeCall(m_pool, one.job, one.options));
        const auto reduce = call(Call::Reduce);
        const auto refused = executeCall(m_pool, reduce.job, reduce.options);
        QVERIFY(!refused);
        QCOMPARE(refused.error().detail, std::string("other: it has no call reduce"));
    }

private:
    ListCall call(Call which) {
        return {.job = {.kernel = m_kernel, .size = 10, .chunk = {}}, .options = {.call = which}};
    }

    NoKernel m_kernel;
    OtherRuntime m_pool;
};

QTEST_GUILESS_MAIN(TestOwnClock)
#include "tst_own_clock.moc"
