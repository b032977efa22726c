#include "core/run/warm_pools.h"

#include <QtTest>

using namespace breakeven;

namespace {

int living = 0;
int started = 0;
bool canStart = true;

class CountedPool final : public WorkerPool {
public:
    CountedPool() {
        ++living;
        ++started;
    }
    ~CountedPool() override { --living; }
    Result<void> map(const ListJob&) override { return {}; }
};

Result<std::unique_ptr<WorkerPool>> start(const PoolOptions&) {
    if (!canStart) return Error{ErrorCode::Internal, "counted: no workers could be had"};
    return std::unique_ptr<WorkerPool>(std::make_unique<CountedPool>());
}

Backend backendOf(const std::string& id, const std::string& family) {
    Backend backend{.info = {}, .start = start};
    backend.info.id = id;
    backend.info.family = family;
    return backend;
}

const Backend Tbb = backendOf("tbb", "tbb");
const Backend TbbStatic = backendOf("tbb-static", "tbb");
const Backend Threads = backendOf("threads", "threads");

}  // namespace

class TestWarmPools : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        QCOMPARE(living, 0);
        started = 0;
        canStart = true;
    }

    void aPoolIsStartedOnceAndLives() {
        WarmPools pools;
        const auto first = pools.get(Tbb, {.workers = 2});
        const auto second = pools.get(Tbb, {.workers = 2});
        QVERIFY(first && second && *first == *second);
        QCOMPARE(started, 1);
        QCOMPARE(living, 1);
    }

    void whatDiffersNeedsAPoolOfItsOwn() {
        WarmPools pools;
        const auto plain = pools.get(Tbb, {.workers = 2});
        QVERIFY(*pools.get(Tbb, {.workers = 3}) != *plain);
        QVERIFY(*pools.get(TbbStatic, {.workers = 2}) != *plain);
        QVERIFY(*pools.get(Threads, {.workers = 2}) != *plain);
        QVERIFY(*pools.get(Tbb, {.workers = 2, .start = "spawn"}) != *plain);
        QCOMPARE(living, 5);
    }

    void noneOutlivesThem() {
        {
            WarmPools pools;
            QVERIFY(pools.get(Tbb, {.workers = 2}) && pools.get(Threads, {.workers = 2}));
            QCOMPARE(living, 2);
        }
        QCOMPARE(living, 0);
    }

    void aDroppedPoolIsGoneAndStartedAnew() {
        WarmPools pools;
        QVERIFY(pools.get(Tbb, {.workers = 2}) && pools.get(Tbb, {.workers = 3}));
        pools.drop(Tbb, {.workers = 2});
        QCOMPARE(living, 1);
        pools.drop(Tbb, {.workers = 2});
        QCOMPARE(living, 1);
        QVERIFY(pools.get(Tbb, {.workers = 2}));
        QCOMPARE(started, 3);
    }

    /// A runtime lives as long as any of its pools does, so a cold start of one needs all of them gone.
    void aFamilyIsDroppedAsAWhole() {
        WarmPools pools;
        QVERIFY(pools.get(Tbb, {.workers = 2}) && pools.get(TbbStatic, {.workers = 4}));
        const auto other = pools.get(Threads, {.workers = 2});
        pools.dropRuntime("tbb");
        QCOMPARE(living, 1);
        QVERIFY(*pools.get(Threads, {.workers = 2}) == *other);
        pools.dropRuntime("openmp");
        QCOMPARE(living, 1);
    }

    /// Parallel algorithms and auto keep oneTBB's threads alive as much as its own pools do.
    void familiesOfOneRuntimeGoTogether() {
        for (const char* cold : {"tbb", "stdpar", "auto"}) {
            WarmPools pools;
            for (const char* family : {"tbb", "stdpar", "auto", "threads"})
                QVERIFY(pools.get(backendOf(family, family), {.workers = 2}));
            pools.dropRuntime(cold);
            QCOMPARE(living, 1);
        }
        QCOMPARE(runtimeOf("threads"), std::string_view("threads"));
    }

    void aStartThatFailedIsTriedAgain() {
        WarmPools pools;
        canStart = false;
        for (int i = 0; i < 2; ++i) {
            const auto pool = pools.get(Tbb, {.workers = 2});
            QVERIFY(!pool);
            QCOMPARE(pool.error().code, ErrorCode::Internal);
            QCOMPARE(pool.error().detail, std::string("counted: no workers could be had"));
        }
        canStart = true;
        const auto pool = pools.get(Tbb, {.workers = 2});
        QVERIFY(pool && *pool != nullptr);
    }
};

QTEST_GUILESS_MAIN(TestWarmPools)
#include "tst_warm_pools.moc"
