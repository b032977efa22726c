// Pools on a runtime that others use as well: the last one takes its threads down, and any other says that it did not.
#include "core/engine/warm_runtime.h"
#include "core/engine/worker_pool.h"

#include <QtTest>

#include <filesystem>

using namespace breakeven;

namespace {

struct Nothing final : Kernel {
    void run(ItemCount, ItemCount) override {}
};

std::unique_ptr<WorkerPool> usedPool(const QString& id) {
    PoolOptions options;
    options.workers = 4;
    auto pool = findBackend(id.toStdString())->start(options);
    Nothing kernel;
    if (!pool || !(*pool)->map({.kernel = kernel, .size = 1000, .chunk = {}})) return nullptr;
    return *std::move(pool);
}

std::ptrdiff_t threads() {
    return std::distance(std::filesystem::directory_iterator("/proc/self/task"), {});
}

}  // namespace

class TestWarmRuntime : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_threads = threads(); }

    void endsWithItsLastPool_data() { families(); }
    void endsWithItsLastPool() {
        QFETCH(QString, first);
        QFETCH(QString, second);
        const auto before = runtimesLeftWarm.load();
        auto pool = usedPool(first);
        QVERIFY(pool);
        QVERIFY(threads() > m_threads);
        pool.reset();
        pool = usedPool(second);
        QVERIFY(pool);
        pool.reset();
        QCOMPARE(threads(), m_threads);
        QCOMPARE(runtimesLeftWarm.load(), before);
    }

    void isKnownToOutliveAPool_data() { families(); }
    void isKnownToOutliveAPool() {
        QFETCH(QString, first);
        QFETCH(QString, second);
        const auto before = runtimesLeftWarm.load();
        auto stays = usedPool(first);
        auto goes = usedPool(second);
        QVERIFY(stays && goes);
        goes.reset();
        QCOMPARE(runtimesLeftWarm.load(), before + 1);
        stays.reset();
        QCOMPARE(runtimesLeftWarm.load(), before + 1);
        QCOMPARE(threads(), m_threads);
    }

private:
    static void families() {
        QTest::addColumn<QString>("first");
        QTest::addColumn<QString>("second");
        QTest::newRow("tbb") << "tbb"
                             << "tbb-affinity";
        QTest::newRow("tbb and stdpar") << "tbb"
                                        << "stdpar";
        QTest::newRow("openmp") << "openmp-static"
                                << "openmp-guided";
    }

    std::ptrdiff_t m_threads = 0;  ///< before any pool; QtTest keeps a watchdog thread
};

QTEST_GUILESS_MAIN(TestWarmRuntime)
#include "tst_warm_runtime.moc"
