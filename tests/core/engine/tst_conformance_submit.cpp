// What every backend promises of chunks that are submitted one by one.
#include "tests/core/engine/conformance.h"

#include <algorithm>
#include <atomic>
#include <mutex>
#include <thread>
#include <vector>

using namespace breakeven;

namespace {

/// Counts the ends of chunks by their first items.
class Ends final : public Completion {
public:
    explicit Ends(ItemCount size) : m_times(size) {}

    void chunkEnded(Chunk chunk, Result<void> outcome) noexcept override {
        m_times[chunk.begin].fetch_add(1);
        if (!outcome) {
            m_failures.fetch_add(1);
            const std::lock_guard lock(m_mutex);
            m_error = outcome.error();
        }
        m_ended.fetch_add(1, std::memory_order_release);
        m_ended.notify_all();
    }

    /// Submits the list in chunks and waits until all have ended. False when one has not ended exactly once.
    bool submitAll(WorkerPool& pool, const ListJob& job, ItemCount chunk) {
        std::uint32_t chunks = 0;
        for (ItemCount begin = 0; begin < job.size; begin += chunk, ++chunks)
            pool.submit(job, {begin, std::min(job.size, begin + chunk)}, *this);
        for (std::uint32_t seen = m_ended.load(); seen != chunks; seen = m_ended.load())
            pool.await(m_ended, seen);
        for (ItemCount begin = 0; begin < job.size; begin += chunk)
            if (m_times[begin].load() != 1) return false;
        return true;
    }

    int failures() const { return m_failures.load(); }
    Error error() const {
        const std::lock_guard lock(m_mutex);
        return m_error;
    }

private:
    std::vector<std::atomic<int>> m_times;
    std::atomic<std::uint32_t> m_ended{0};
    std::atomic<int> m_failures{0};
    mutable std::mutex m_mutex;
    Error m_error;
};

/// For a submitter and a waiter in threads of their own.
struct SharedEnds final : Completion {
    void chunkEnded(Chunk, Result<void>) noexcept override {
        ended.fetch_add(1, std::memory_order_release);
        ended.notify_all();
    }
    std::atomic<std::uint32_t> ended{0};
};

}  // namespace

class TestConformanceSubmit : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void endsEveryChunkOnce_data() { allBackends(); }
    void endsEveryChunkOnce() {
        QFETCH(QString, id);
        for (const WorkerCount workers : {1, 2, 20}) {
            const auto pool = startPool(id, workers);
            QVERIFY(pool);
            TracedList list("count", 10'000);
            Ends ends(list.job.size);
            QVERIFY(ends.submitAll(**pool, list.job, 1));
            QCOMPARE(ends.failures(), 0);
            QCOMPARE(list.firstNot(1), list.job.size);
        }
    }

    void handsOverTheChunksAsTheyAre_data() { allBackends(); }
    void handsOverTheChunksAsTheyAre() {
        QFETCH(QString, id);
        const auto pool = startPool(id, 2);
        QVERIFY(pool);
        TracedList list("ranges", 1000);
        Ends ends(list.job.size);
        QVERIFY(ends.submitAll(**pool, list.job, 7));
        for (ItemCount item = 0; item < list.job.size; ++item)
            QCOMPARE(ItemCount{list.slot(item)}, item / 7 * 7 + 1);
    }

    void takesTurnsWithLists_data() { allBackends(); }
    void takesTurnsWithLists() {
        QFETCH(QString, id);
        const auto pool = startPool(id, 3);
        QVERIFY(pool);
        TracedList list("count", 200);
        for (TracedKernel::Slot times = 1; times < 100; times += 2) {
            QVERIFY((*pool)->map(list.job));
            Ends ends(list.job.size);
            QVERIFY(ends.submitAll(**pool, list.job, 10));
            QCOMPARE(list.firstNot(times + 1), list.job.size);
        }
    }

    void tellsWhichChunkFailed_data() { allBackends(); }
    void tellsWhichChunkFailed() {
        QFETCH(QString, id);
        const auto pool = startPool(id, 2);
        QVERIFY(pool);
        TracedList list("throw 37", 100);
        Ends ends(list.job.size);
        QVERIFY(ends.submitAll(**pool, list.job, 1));
        QCOMPARE(ends.failures(), 1);
        QCOMPARE(ends.error().code, ErrorCode::WorkFailed);
        QCOMPARE(ends.error().detail, std::string("item 37 failed"));
        for (ItemCount item = 0; item < list.job.size; ++item)
            if (item != 37) QCOMPARE(list.slot(item), 1U);
    }

    /// One thread submits while another waits.
    void isSubmittedToWhileAnotherThreadWaits_data() { allBackends(); }
    void isSubmittedToWhileAnotherThreadWaits() {
        QFETCH(QString, id);
        const auto pool = startPool(id, 2);
        QVERIFY(pool);
        TracedList list("count", 300);
        SharedEnds ends;
        std::atomic<std::uint32_t> submitted{0};
        const std::jthread waiter([&] {
            for (std::uint32_t seen = 0; seen != list.job.size; seen = ends.ended.load()) {
                while (submitted.load() == seen)
                    std::this_thread::yield();
                (*pool)->await(ends.ended, seen);
            }
        });
        for (ItemCount item = 0; item < list.job.size; ++item) {
            (*pool)->submit(list.job, {item, item + 1}, ends);
            submitted.fetch_add(1);
        }
        for (std::uint32_t seen = ends.ended.load(); seen != list.job.size; seen = ends.ended.load())
            ends.ended.wait(seen);
        QCOMPARE(list.firstNot(1), list.job.size);
    }
};

int main(int argc, char** argv) {
    return runWithZygote<TestConformanceSubmit>(argc, argv);
}
#include "tst_conformance_submit.moc"
