// What every backend within this process promises of its workers: how many compute, how they begin, and what pools may
// use that they start themselves.
#include "core/engine/core_budget.h"
#include "core/os/cpus.h"
#include "tests/core/engine/conformance.h"
#include "tests/core/engine/items.h"

#include <algorithm>
#include <atomic>
#include <functional>
#include <memory>
#include <mutex>
#include <set>
#include <thread>

using namespace breakeven;

namespace {

ListJob jobOf(Kernel& kernel, ItemCount size, const char* chunk = "auto") {
    return {.kernel = kernel, .size = size, .chunk = *parseChunk(chunk)};
}

class Ends final : public Completion {
public:
    void chunkEnded(Chunk, Result<void> outcome) noexcept override {
        if (!outcome) {
            const std::lock_guard lock(m_mutex);
            m_error = outcome.error().detail;
        }
        m_ended.fetch_add(1, std::memory_order_release);
        m_ended.notify_all();
    }

    /// The last error; empty when all went well.
    std::string submitItems(WorkerPool& pool, const ListJob& job) {
        for (ItemCount item = 0; item < job.size; ++item)
            pool.submit(job, {item, item + 1}, *this);
        for (std::uint32_t seen = m_ended.load(); seen != job.size; seen = m_ended.load())
            pool.await(m_ended, seen);
        const std::lock_guard lock(m_mutex);
        return m_error;
    }

private:
    std::atomic<std::uint32_t> m_ended{0};
    std::mutex m_mutex;
    std::string m_error;
};

/// Items that wait for each other: with fewer workers than items this would never end.
class Rendezvous {
public:
    explicit Rendezvous(int parties) : m_missing(parties) {}
    void meet() {
        m_missing.fetch_sub(1);
        while (m_missing.load() > 0)
            std::this_thread::yield();
    }

private:
    std::atomic<int> m_missing;
};

/// How many threads are inside at most.
class Crowd {
public:
    void pass() {
        const int inside = m_inside.fetch_add(1) + 1;
        int most = m_most.load();
        while (inside > most && !m_most.compare_exchange_weak(most, inside)) {
        }
        std::this_thread::yield();
        m_inside.fetch_sub(1);
    }
    int most() const { return m_most.load(); }

private:
    std::atomic<int> m_inside{0};
    std::atomic<int> m_most{0};
};

/// Notes which threads were begun, and fails items on others.
class Beginning {
public:
    void begin() {
        const std::lock_guard lock(m_mutex);
        ++m_times;
        m_begun.insert(std::this_thread::get_id());
    }
    void check() {
        const std::lock_guard lock(m_mutex);
        if (!m_begun.contains(std::this_thread::get_id())) throw std::runtime_error("a thread that was not begun");
    }
    int times() {
        const std::lock_guard lock(m_mutex);
        return m_times;
    }

private:
    std::mutex m_mutex;
    std::set<std::thread::id> m_begun;
    int m_times = 0;
};

void backendsWithWorkers() {
    QTest::addColumn<QString>("id");
    for (const auto& backend : backends())
        if (sharesMemory(backend) && canBeTested(backend) && backend.info.usesWorkers && backend.info.id != "auto")
            QTest::newRow(backend.info.id.c_str()) << QString::fromStdString(backend.info.id);
}

const Backend& backendOf(const QString& id) {
    return *findBackend(id.toStdString());
}

}  // namespace

class TestConformanceWorkers : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void allComputeAtOnce_data() { backendsWithWorkers(); }
    void allComputeAtOnce() {
        QFETCH(QString, id);
        for (const int workers : {2, usableCpus().count + 3}) {
            const auto pool = startPool(id, workers);
            QVERIFY(pool);
            Rendezvous inList(workers);
            Items list([&](ItemCount) { inList.meet(); });
            QVERIFY((*pool)->map(jobOf(list, static_cast<ItemCount>(workers), "1")));
            Rendezvous inChunks(workers);
            Items chunks([&](ItemCount) { inChunks.meet(); });
            QCOMPARE(Ends().submitItems(**pool, jobOf(chunks, static_cast<ItemCount>(workers))), std::string());
        }
    }

    void areNeverMoreThanAskedFor_data() { backendsInProcess(); }
    void areNeverMoreThanAskedFor() {
        QFETCH(QString, id);
        for (const int workers : {1, 2, 3}) {
            const auto pool = startPool(id, workers);
            QVERIFY(pool);
            Crowd crowd;
            Items items([&](ItemCount) { crowd.pass(); });
            QVERIFY((*pool)->map(jobOf(items, 2000, "1")));
            QCOMPARE(Ends().submitItems(**pool, jobOf(items, 500)), std::string());
            QVERIFY((*pool)->map(jobOf(items, 2000, "1")));
            QVERIFY2(crowd.most() <= workers, std::to_string(crowd.most()).c_str());
        }
    }

    void beginWithTheInitializer_data() { backendsInProcess(); }
    void beginWithTheInitializer() {
        QFETCH(QString, id);
        Beginning beginning;
        PoolOptions options;
        options.workers = 3;
        options.initializer = [&] { beginning.begin(); };
        const auto pool = backendOf(id).start(options);
        QVERIFY(pool);
        Items items([&](ItemCount) { beginning.check(); });
        QVERIFY((*pool)->map(jobOf(items, 1000, "1")));
        const bool threadsLast = id != "async";  // there each task is a new thread
        const int most = id == "auto" ? 5 : 3;   // the caller and two others of each of two pools
        if (threadsLast) QVERIFY(beginning.times() >= 1 && beginning.times() <= most);
        QCOMPARE(Ends().submitItems(**pool, jobOf(items, 300)), std::string());
        QVERIFY((*pool)->map(jobOf(items, 1000, "1")));
        if (threadsLast) QVERIFY2(beginning.times() <= most + 3, std::to_string(beginning.times()).c_str());
    }

    void beginOnceThoughPoolsTakeTurns_data() { backendsInProcess(); }
    void beginOnceThoughPoolsTakeTurns() {
        QFETCH(QString, id);
        Beginning beginnings[2];
        std::unique_ptr<WorkerPool> pools[2];
        for (int i : {0, 1}) {
            PoolOptions options;
            options.initializer = [&beginning = beginnings[i]] { beginning.begin(); };
            pools[i] = std::move(*backendOf(id).start(options));
        }
        Items items([](ItemCount) {});
        for (int i : {0, 1, 0, 1, 0})
            QVERIFY(pools[i]->map(jobOf(items, 10)));
        const bool threadsLast = id != "async";  // there each task is a new thread
        QCOMPARE(beginnings[0].times(), threadsLast ? 1 : 3);
        QCOMPARE(beginnings[1].times(), threadsLast ? 1 : 2);
    }

    void areGivenUpWhenTheInitializerFails_data() { backendsInProcess(); }
    void areGivenUpWhenTheInitializerFails() {
        QFETCH(QString, id);
        std::atomic<int> items{0};
        PoolOptions options;
        options.workers = 2;
        options.initializer = [] { throw std::runtime_error("no licence"); };
        const auto pool = backendOf(id).start(options);
        QVERIFY(pool);
        Items kernel([&](ItemCount) { items.fetch_add(1); });
        for (int i = 0; i < 3; ++i) {
            const auto outcome = (*pool)->map(jobOf(kernel, 100, "1"));
            QVERIFY(!outcome);
            QCOMPARE(outcome.error().code, ErrorCode::WorkFailed);
            QCOMPARE(outcome.error().detail, std::string("initializer: no licence"));
            QCOMPARE(Ends().submitItems(**pool, jobOf(kernel, 100)), std::string("initializer: no licence"));
        }
        QCOMPARE(items.load(), 0);
    }

    /// Workers that start pools share the CPUs: within a pool that has them all, one more worker each is what they get.
    void shareTheCpusWithPoolsThatTheyStart_data() { backendsInProcess(); }
    void shareTheCpusWithPoolsThatTheyStart() {
        QFETCH(QString, id);
        const WorkerCount cpus = usableCpus().count;
        const auto pool = startPool(id, cpus);
        QVERIFY(pool);
        const WorkerCount outer = backendOf(id).info.usesWorkers ? cpus : 1;
        std::mutex starting;  // pools are started and ended by one thread at a time
        Items items([&](ItemCount) {
            const std::lock_guard lock(starting);
            const auto inner = backendOf("threads").start({.workers = 4 * cpus, .initializer = {}});
            if (!inner) throw std::runtime_error(inner.error().detail);
            Crowd crowd;
            std::atomic<int> done{0};
            Items innerItems([&](ItemCount) {
                crowd.pass();
                done.fetch_add(1);
                if (outer > 1 && CoreShare::current() > std::max(cpus, outer)) throw std::runtime_error("too many");
            });
            if (!(*inner)->map(jobOf(innerItems, 200, "1"))) throw std::runtime_error("the inner list failed");
            if (done != 200) throw std::runtime_error("the inner list is incomplete");
            if (outer > 1 && crowd.most() > std::max(1, cpus / outer)) throw std::runtime_error("too many workers");
        });
        const auto outcome = (*pool)->map(jobOf(items, 10, "1"));
        QVERIFY2(outcome, outcome ? "" : outcome.error().detail.c_str());
        QCOMPARE(Ends().submitItems(**pool, jobOf(items, 10)), std::string());
        QCOMPARE(CoreShare::current(), 1);
    }

    void mayUseTheirOwnBackend_data() { backendsInProcess(); }
    void mayUseTheirOwnBackend() {
        QFETCH(QString, id);
        const auto pool = startPool(id, 2);
        QVERIFY(pool);
        std::mutex starting;
        std::atomic<int> done{0};
        Items innerItems([&](ItemCount) { done.fetch_add(1); });
        Items items([&](ItemCount) {
            const std::lock_guard lock(starting);
            const auto inner = startPool(id, 2);
            if (!inner || !(*inner)->map(jobOf(innerItems, 50))) throw std::runtime_error("the inner list failed");
        });
        const auto outcome = (*pool)->map(jobOf(items, 8, "1"));
        QVERIFY2(outcome, outcome ? "" : outcome.error().detail.c_str());
        QCOMPARE(done.load(), 8 * 50);
        QCOMPARE(Ends().submitItems(**pool, jobOf(items, 8)), std::string());
        QCOMPARE(done.load(), 16 * 50);
    }
};

int main(int argc, char** argv) {
    return runWithZygote<TestConformanceWorkers>(argc, argv);
}
#include "tst_conformance_workers.moc"
