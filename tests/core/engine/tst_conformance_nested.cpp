// What every backend within this process promises when an item of one pool waits for another pool: the other pool
// begins what it was given, whatever threads the two share.
#include "core/measure/sampler.h"
#include "tests/core/engine/conformance.h"
#include "tests/core/engine/items.h"

#include <atomic>
#include <functional>
#include <thread>
#include <vector>

using namespace breakeven;

namespace {

struct Ends final : Completion {
    void chunkEnded(Chunk, Result<void>) noexcept override {
        ended.fetch_add(1);
        ended.notify_all();
    }
    std::atomic<std::uint32_t> ended{0};
};

/// Items as chunks of their own, with `awaits` by the calling thread, else only where the pool needs it.
void submitItems(WorkerPool& pool, Kernel& kernel, std::uint32_t items, bool awaits) {
    const ListJob job{.kernel = kernel, .size = items, .chunk = {}};
    Ends ends;
    for (ItemCount item = 0; item < items; ++item)
        pool.submit(job, {item, item + 1}, ends);
    for (std::uint32_t seen = ends.ended.load(); seen != items; seen = ends.ended.load())
        awaits || pool.needsAwait() ? pool.await(ends.ended, seen) : ends.ended.wait(seen);
}

/// Until all other threads sleep: a runtime has by then taken back what it thinks that nobody needs.
void letOthersRest() {
    quiesce(Seconds(0.2));
}

/// The backends of a family cut lists in different ways, and do the same with submitted chunks.
std::vector<const Backend*> oneOfEachFamily() {
    std::vector<const Backend*> chosen;
    for (const auto& backend : backends())
        if (sharesMemory(backend) && canBeTested(backend) &&
            (chosen.empty() || chosen.back()->info.family != backend.info.family))
            chosen.push_back(&backend);
    return chosen;
}

void pairs(bool (*mayBeOuter)(const Backend&)) {
    QTest::addColumn<QString>("outer");
    QTest::addColumn<QString>("inner");
    for (const auto* outer : oneOfEachFamily())
        for (const auto* inner : oneOfEachFamily())
            if (mayBeOuter(*outer))
                QTest::addRow("%s in %s", inner->info.id.c_str(), outer->info.id.c_str())
                    << QString::fromStdString(outer->info.id) << QString::fromStdString(inner->info.id);
}
bool isAny(const Backend&) {
    return true;
}
bool hasThreadsForLists(const Backend& backend) {
    return backend.info.usesWorkers && backend.info.id != "auto";
}

}  // namespace

class TestConformanceNested : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void beginForASubmittedItem_data() { pairs(isAny); }
    void beginForASubmittedItem() {
        QFETCH(QString, outer);
        QFETCH(QString, inner);
        for (const WorkerCount workers : {1, 2}) {
            const auto outerPool = startPool(outer, 2);
            const auto innerPool = startPool(inner, workers);
            QVERIFY(outerPool && innerPool);
            std::atomic<int> done{0};
            Items innerItems([&] { done.fetch_add(1); });
            Items outerItems([&] {
                letOthersRest();
                submitItems(**innerPool, innerItems, 3, true);
            });
            submitItems(**outerPool, outerItems, 1, true);
            QCOMPARE(done.load(), 3);
        }
    }

    /// A third worker finds nothing to do while the item of the second waits.
    void beginForAnItemOfAList_data() { pairs(hasThreadsForLists); }
    void beginForAnItemOfAList() {
        QFETCH(QString, outer);
        QFETCH(QString, inner);
        const auto outerPool = startPool(outer, 3);
        const auto innerPool = startPool(inner, 1);
        QVERIFY(outerPool && innerPool);
        const auto caller = std::this_thread::get_id();
        std::atomic<int> done{0};
        std::atomic<bool> isTaken{false};
        std::atomic<bool> isOver{false};
        Items innerItems([&] { done.fetch_add(1); });
        Items outerItems([&] {
            if (std::this_thread::get_id() == caller || isTaken.exchange(true)) return isOver.wait(false);
            letOthersRest();
            submitItems(**innerPool, innerItems, 3, true);
            isOver.store(true);
            isOver.notify_all();
        });
        const auto outcome = (*outerPool)->map({.kernel = outerItems, .size = 2, .chunk = *parseChunk("1")});
        QVERIFY2(outcome, outcome ? "" : outcome.error().detail.c_str());
        QCOMPARE(done.load(), 3);
    }

    /// Nobody is in await who does not have to be.
    void beginForAPoolThatWaitsForThem_data() { pairs(isAny); }
    void beginForAPoolThatWaitsForThem() {
        QFETCH(QString, outer);
        QFETCH(QString, inner);
        const auto outerPool = startPool(outer, 2);
        const auto innerPool = startPool(inner, 1);
        QVERIFY(outerPool && innerPool);
        std::atomic<bool> isWaiting{false};
        std::atomic<bool> isOver{false};
        Items waiting([&] {
            isWaiting.store(true);
            isWaiting.notify_all();
            isOver.wait(false);
        });
        Items ending([&] {
            isOver.store(true);
            isOver.notify_all();
        });
        const std::jthread other([&] { submitItems(**outerPool, waiting, 1, false); });
        isWaiting.wait(false);
        letOthersRest();
        submitItems(**innerPool, ending, 1, false);
        QVERIFY(isOver.load());
    }
};

QTEST_GUILESS_MAIN(TestConformanceNested)
#include "tst_conformance_nested.moc"
