// How the pool that copies items splits a list.
#include "core/engine/processes/zygote.h"
#include "tests/core/engine/processes/process_kernels.h"

#include <QtTest>

#include <algorithm>
#include <vector>

using namespace breakeven;

namespace {

/// This side of a counted list; keeps how many items each chunk had when it was sent.
class SentKernel final : public Kernel {
public:
    explicit SentKernel(CountingKernel& counts) : m_counts(counts) {}
    void run(ItemCount begin, ItemCount end) override { m_counts.run(begin, end); }
    void pack(Side side, ItemCount begin, ItemCount end, std::string& bytes) const override {
        sent.push_back(end - begin);
        m_counts.pack(side, begin, end, bytes);
    }
    void unpack(Side side, ItemCount begin, ItemCount end, std::string_view bytes) override {
        m_counts.unpack(side, begin, end, bytes);
    }

    mutable std::vector<ItemCount> sent;

private:
    CountingKernel& m_counts;
};

constexpr ItemCount Size = 100'000;

std::vector<ItemCount> chunksOf(WorkerPool& pool, const char* chunk) {
    CountingList list("count", Size);
    SentKernel kernel(list.kernel);
    const auto outcome =
        pool.map({.kernel = kernel, .size = Size, .chunk = *parseChunk(chunk), .shared = &list.shared});
    return outcome && list.kernel.countsAre(Size, 1) ? kernel.sent : std::vector<ItemCount>();
}

}  // namespace

class TestPipePool : public QObject {
    Q_OBJECT

private Q_SLOTS:
    /// Twice: what it has learned of one list does not hold for the next.
    void sizesAutoChunksByTheirTime() {
        const auto pool = startPool("processes-pipe", {.workers = 2});
        QVERIFY(pool);
        for (int i = 0; i < 2; ++i) {
            const auto sent = chunksOf(**pool, "auto");
            QVERIFY(sent.size() > 4);
            for (std::size_t chunk = 0; chunk < 4; ++chunk)  // two for each worker, before any has come back
                QCOMPARE(sent[chunk], ItemCount{1});
            ItemCount left = Size;
            for (const ItemCount items : sent) {
                QVERIFY(items <= autoLimit(left, 2));
                left -= items;
            }
            QCOMPARE(left, ItemCount{0});
            QVERIFY(std::ranges::max(sent) > 1);
        }
    }

    void keepsToACount() {
        const auto pool = startPool("processes-pipe", {.workers = 2});
        QVERIFY(pool);
        QCOMPARE(chunksOf(**pool, "30000"), (std::vector<ItemCount>{30'000, 30'000, 30'000, 10'000}));
    }
};

int main(int argc, char** argv) {
    if (!startZygote(testKernel)) return 1;
    QCoreApplication application(argc, argv);
    TestPipePool test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_pipe_pool.moc"
