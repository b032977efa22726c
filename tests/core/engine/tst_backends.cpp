// The registry, and what pools leave to each other and behind them. What they do with lists is in tst_conformance.
#include "core/engine/processes/zygote.h"
#include "core/engine/worker_pool.h"
#include "core/os/cpus.h"
#include "tests/core/engine/counting_kernel.h"

#include <QtTest>

#include <atomic>
#include <filesystem>
#include <set>
#include <thread>

#include <sys/wait.h>

using namespace breakeven;

namespace {

PoolOptions withWorkers(WorkerCount workers) {
    return {.workers = workers};
}

std::ptrdiff_t entriesOf(const char* folder) {
    return std::distance(std::filesystem::directory_iterator(folder), {});
}

/// Lets every item wait until as many run at once as there are workers: with fewer it would never end.
class Rendezvous final : public Kernel {
public:
    explicit Rendezvous(int parties) : m_missing(parties) {}
    void run(ItemCount, ItemCount) override {
        m_missing.fetch_sub(1);
        while (m_missing.load() > 0)
            std::this_thread::yield();
    }

private:
    std::atomic<int> m_missing;
};

void everyBackend() {
    QTest::addColumn<QString>("id");
    for (const auto& backend : backends())
        QTest::newRow(backend.info.id.c_str()) << QString::fromStdString(backend.info.id);
}

}  // namespace

class TestBackends : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void haveUniqueIdsAndTexts() {
        std::set<std::string> ids;
        for (const auto& backend : backends()) {
            QVERIFY(ids.insert(backend.info.id).second);
            QVERIFY(!backend.info.title.empty() && !backend.info.description.empty() && !backend.info.family.empty());
            QCOMPARE(findBackend(backend.info.id), &backend);
        }
        QVERIFY(findBackend("abacus") == nullptr);
    }

    void leaveNothingBehind_data() { everyBackend(); }
    void leaveNothingBehind() {
        QFETCH(QString, id);
        const auto* backend = findBackend(id.toStdString());
        const auto useOnce = [&] {
            CountingList list("count", 100);
            const auto pool = backend->start(withWorkers(4));
            return pool && (*pool)->map(list.job);
        };
        QVERIFY(useOnce());
        const auto descriptorsBefore = entriesOf("/proc/self/fd");
        for (int i = 0; i < 50; ++i)
            QVERIFY(useOnce());
        QCOMPARE(entriesOf("/proc/self/fd"), descriptorsBefore);
        QCOMPARE(entriesOf("/proc/self/task"), m_threads);
        QCOMPARE(waitpid(-1, nullptr, WNOHANG), 0);  // the zygote lives, and there is nobody to reap
    }

    /// Pools of one runtime that live side by side must not limit each other.
    void liveSideBySide_data() {
        QTest::addColumn<QString>("id");
        for (const char* id : {"tbb", "tbb-static", "openmp-dynamic", "threads", "async", "stdpar"})
            QTest::newRow(id) << id;
    }
    void liveSideBySide() {
        QFETCH(QString, id);
        const auto* backend = findBackend(id.toStdString());
        const int workers = usableCpus().count + 3;
        const auto small = backend->start(withWorkers(1));
        const auto large = backend->start(withWorkers(workers));
        QVERIFY(small && large);
        Rendezvous all(workers);
        QVERIFY((*large)->map({.kernel = all, .size = static_cast<ItemCount>(workers), .chunk = *parseChunk("1")}));
        Rendezvous alone(1);
        QVERIFY((*small)->map({.kernel = alone, .size = 1, .chunk = *parseChunk("1")}));
    }

    void initTestCase() { m_threads = entriesOf("/proc/self/task"); }

private:
    std::ptrdiff_t m_threads = 0;  ///< before any pool; QtTest keeps a watchdog thread
};

int main(int argc, char** argv) {
    if (!startZygote(countingKernel)) return 1;
    QCoreApplication application(argc, argv);
    TestBackends test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_backends.moc"
