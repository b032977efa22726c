// What reduce promises on every backend: the fold of the list in its order, whoever is first.
#include "core/engine/call.h"
#include "core/os/cpus.h"
#include "tests/core/engine/conformance.h"
#include "tests/core/engine/counting_kernel.h"

#include <algorithm>
#include <atomic>
#include <barrier>
#include <utility>

using namespace breakeven;

namespace {

/// Folds by an operation that is neither commutative nor associative. The recipe is the item that throws.
class OrderedFold final : public Kernel {
public:
    OrderedFold(const std::string& recipe, std::span<std::byte> memory)
        : m_bad(std::stoull(recipe)), m_partial(reinterpret_cast<std::uint64_t*>(memory.data())) {}

    void run(ItemCount, ItemCount) override { throw std::logic_error("reduce folds"); }
    void fold(ItemCount begin, ItemCount end) override {
        std::uint64_t folded = 1;
        for (ItemCount item = begin; item < end; ++item) {
            if (item == m_bad) throw std::runtime_error("item " + std::to_string(item) + " failed");
            folded = folded * 31 + item;
        }
        m_partial[begin] = folded;
    }
    void combine(std::span<const ItemCount> begins) override {
        value = 1;
        for (const ItemCount begin : begins)
            value = value * 37 + m_partial[begin];
    }
    void pack(Side side, ItemCount begin, ItemCount end, std::string& bytes) const override {
        if (side == Side::Output)
            bytes.append(reinterpret_cast<const char*>(m_partial + begin), (end - begin) * sizeof *m_partial);
    }
    void unpack(Side side, ItemCount begin, ItemCount end, std::string_view bytes) override {
        if (bytes.size() != (side == Side::Output ? (end - begin) * sizeof *m_partial : 0))
            throw std::runtime_error("not what was packed");
        std::memcpy(m_partial + begin, bytes.data(), bytes.size());
    }

    static Result<std::unique_ptr<Kernel>> make(const std::string& recipe, std::span<std::byte> memory) {
        return std::unique_ptr<Kernel>(std::make_unique<OrderedFold>(recipe, memory));
    }

    std::uint64_t value = 0;  ///< never 0 after a combine of nothing

private:
    ItemCount m_bad;
    std::uint64_t* m_partial;
};

constexpr ItemCount NoItem = ~ItemCount{0};

struct FoldedList : KernelList<OrderedFold> {
    explicit FoldedList(ItemCount size, const char* chunk = "auto", ItemCount bad = NoItem)
        : KernelList(std::to_string(bad), size, *parseChunk(chunk)) {}
};

/// The same fold, chunk by chunk on this thread.
std::uint64_t expectedOf(const ListJob& job, WorkerCount workers) {
    FoldedList list(job.size);
    const ItemCount chunk = chunkItems(job.chunk, job.size, workers);
    std::vector<ItemCount> begins;
    for (ItemCount begin = 0; begin < job.size; begin += chunk) {
        list.kernel.fold(begin, std::min(job.size, begin + chunk));
        begins.push_back(begin);
    }
    list.kernel.combine(begins);
    return list.kernel.value;
}

CallOptions reduceWith(WorkerCount workers, std::uint64_t limit = NoLimit) {
    return {.call = Call::Reduce, .workers = workers, .inFlight = limit};
}

}  // namespace

class TestConformanceReduce : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void foldsInTheOrderOfTheList_data() { allBackends(); }
    void foldsInTheOrderOfTheList() {
        QFETCH(QString, id);
        for (const WorkerCount workers : {1, 2, 3, 10 * usableCpus().count}) {
            const auto pool = startPool(id, workers);
            QVERIFY2(pool, pool ? "" : pool.error().detail.c_str());
            for (const ItemCount size : {ItemCount{1}, ItemCount{2}, ItemCount{7}, ItemCount{1000}})
                for (const char* chunk : {"auto", "pool", "1", "7", "1000000"})
                    for (const std::uint64_t limit : {std::uint64_t{1}, std::uint64_t{3}, NoLimit}) {
                        FoldedList list(size, chunk);
                        const auto outcome = executeCall(**pool, list.job, reduceWith(workers, limit));
                        QVERIFY2(outcome, outcome ? "" : outcome.error().detail.c_str());
                        QCOMPARE(list.kernel.value, expectedOf(list.job, workers));
                    }
        }
    }

    void foldsTenMillionItems_data() { allBackends(); }
    void foldsTenMillionItems() {
        QFETCH(QString, id);
        const auto pool = startPool(id, 2);
        QVERIFY(pool);
        FoldedList list(10'000'000, "pool");
        QVERIFY(executeCall(**pool, list.job, reduceWith(2)));
        QCOMPARE(list.kernel.value, expectedOf(list.job, 2));
    }

    void leavesTheKernelAloneWhenThereIsNothing_data() { allBackends(); }
    void leavesTheKernelAloneWhenThereIsNothing() {
        QFETCH(QString, id);
        const auto pool = startPool(id, 2);
        QVERIFY(pool);
        FoldedList list(0);
        QVERIFY(executeCall(**pool, list.job, reduceWith(2)));
        QCOMPARE(list.kernel.value, std::uint64_t{0});
    }

    void comesBackFromExceptions_data() { allBackends(); }
    void comesBackFromExceptions() {
        QFETCH(QString, id);
        const auto pool = startPool(id, 3);
        QVERIFY(pool);
        for (const char* chunk : {"auto", "1", "30"})
            for (const std::uint64_t limit : {std::uint64_t{1}, std::uint64_t{3}, NoLimit}) {
                FoldedList failing(100, chunk, 37);
                const auto outcome = executeCall(**pool, failing.job, reduceWith(3, limit));
                QVERIFY(!outcome);
                QCOMPARE(outcome.error().code, ErrorCode::WorkFailed);
                QCOMPARE(outcome.error().detail, std::string("item 37 failed"));
                QCOMPARE(failing.kernel.value, std::uint64_t{0});
                FoldedList good(100, chunk);
                QVERIFY(executeCall(**pool, good.job, reduceWith(3, limit)));
                QCOMPARE(good.kernel.value, expectedOf(good.job, 3));
            }
    }

    /// Two pools of processes at the same time, begun at the same moment.
    void mayUseProcessesInsideAnItemOfThreads_data() {
        QTest::addColumn<QString>("id");
        for (const auto& backend : backends())
            if (!sharesMemory(backend))
                QTest::newRow(backend.info.id.c_str()) << QString::fromStdString(backend.info.id);
    }
    void mayUseProcessesInsideAnItemOfThreads() {
        QFETCH(QString, id);
        class Outer final : public Kernel {
        public:
            explicit Outer(QString id) : m_id(std::move(id)) {}
            void run(ItemCount, ItemCount) override {
                m_both.arrive_and_wait();
                const auto pool = startPool(m_id, 2);
                FoldedList list(50, "7");
                if (pool && executeCall(**pool, list.job, reduceWith(2)) &&
                    list.kernel.value == expectedOf(list.job, 2))
                    right.fetch_add(1);
            }
            std::atomic<int> right{0};

        private:
            QString m_id;
            std::barrier<> m_both{2};
        } outer(id);
        const auto pool = startPool("threads", 2);
        QVERIFY(pool);
        constexpr int Rounds = 30;
        for (int round = 1; round <= Rounds; ++round) {
            QVERIFY((*pool)->map({.kernel = outer, .size = 2, .chunk = *parseChunk("1")}));
            QCOMPARE(outer.right.load(), 2 * round);
        }
    }
};

int main(int argc, char** argv) {
    if (!startZygote(OrderedFold::make)) return 1;
    QCoreApplication application(argc, argv);
    TestConformanceReduce test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_conformance_reduce.moc"
