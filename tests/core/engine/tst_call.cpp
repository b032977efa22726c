// What every call promises on any pool, also on those that make it hard.
#include "core/engine/call.h"
#include "core/engine/processes/zygote.h"
#include "core/os/cpus.h"
#include "tests/core/engine/counting_kernel.h"

#include <QtTest>

#include <numeric>
#include <thread>
#include <vector>

using namespace breakeven;

namespace {

constexpr std::uint64_t Limits[] = {1, 2, 3, 7, NoLimit};
constexpr const char* Chunks[] = {"auto", "pool", "1", "3", "1000000"};

/// Keeps submitted chunks until somebody waits, then runs one of them: the latest, or the oldest.
class GatheringPool final : public WorkerPool {
public:
    enum class Order { LatestFirst, OldestFirst };
    explicit GatheringPool(Order order) : m_order(order) {}

    Result<void> map(const ListJob& job) override {
        ++maps;
        job.run({0, job.size});
        return job.outcome();
    }
    void submit(const ListJob& job, Chunk chunk, Completion& completion) override {
        submitted.push_back(chunk);
        m_waiting.push_back({&job, chunk, &completion});
        most = std::max(most, m_waiting.size());
    }
    void await(const std::atomic<std::uint32_t>& ended, std::uint32_t seen) override {
        if (ended.load() != seen || m_waiting.empty()) qFatal("there is nothing to wait for");
        const auto next = m_order == Order::LatestFirst ? m_waiting.end() - 1 : m_waiting.begin();
        const Waiting chosen = *next;
        m_waiting.erase(next);
        runSubmitted(*chosen.job, chosen.chunk, *chosen.completion);
    }
    bool needsAwait() const override { return true; }

    int maps = 0;
    std::vector<Chunk> submitted;
    std::size_t most = 0;  ///< chunks that were in flight at once

private:
    struct Waiting {
        const ListJob* job;
        Chunk chunk;
        Completion* completion;
    };
    Order m_order;
    std::vector<Waiting> m_waiting;
};

/// Counts runs, remembers their order, fails from one item on, and folds by an operation that depends on the order.
class RecordingKernel final : public Kernel {
public:
    explicit RecordingKernel(ItemCount size) : counts(size), m_partial(size) {}

    void run(ItemCount begin, ItemCount end) override {
        for (ItemCount i = begin; i < end; ++i) {
            if (i >= failsFrom) throw std::runtime_error("item " + std::to_string(i) + " failed");
            ++counts[i];
            order.push_back(i);
        }
    }
    void fold(ItemCount begin, ItemCount end) override {
        std::uint64_t folded = 0;
        for (ItemCount i = begin; i < end; ++i)
            folded = folded * 31 + i;
        m_partial[begin] = folded;
    }
    void combine(std::span<const ItemCount> begins) override {
        for (const ItemCount begin : begins)
            value = value * 31 + m_partial[begin];
    }

    std::vector<int> counts;
    std::vector<ItemCount> order;
    ItemCount failsFrom = ~ItemCount{0};
    std::uint64_t value = 0;

private:
    std::vector<std::uint64_t> m_partial;
};

ListJob jobOf(Kernel& kernel, ItemCount size, const char* chunk = "auto") {
    return {.kernel = kernel, .size = size, .chunk = *parseChunk(chunk), .shared = nullptr};
}

bool streams(Call call) {
    return call == Call::Imap || call == Call::ImapUnordered;
}

}  // namespace

class TestCall : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void runsEveryItemOnceOnEveryBackend_data() {
        QTest::addColumn<QString>("backend");
        QTest::addColumn<QString>("call");
        for (const auto& backend : backends())
            for (const auto& entry : calls())
                if (entry.call != Call::Reduce)
                    QTest::addRow("%s on %s", entry.info.id.c_str(), backend.info.id.c_str())
                        << QString::fromStdString(backend.info.id) << QString::fromStdString(entry.info.id);
    }
    void runsEveryItemOnceOnEveryBackend() {
        QFETCH(QString, backend);
        QFETCH(QString, call);
        for (const WorkerCount workers : {1, usableCpus().count, 2 * usableCpus().count}) {
            const auto pool = findBackend(backend.toStdString())->start({.workers = workers});
            QVERIFY(pool);
            for (const ItemCount size : {ItemCount{0}, ItemCount{1}, ItemCount{7}, ItemCount{60}})
                for (const char* chunk : Chunks)
                    for (const std::uint64_t limit : Limits) {
                        CountingList list("count", size);
                        list.job.chunk = *parseChunk(chunk);
                        const CallOptions options{
                            .call = *parseCall(call.toStdString()), .workers = workers, .inFlight = limit};
                        const auto times = executeCall(**pool, list.job, options);
                        QVERIFY2(times, times ? "" : times.error().detail.c_str());
                        QVERIFY(list.kernel.countsAre(size, 1));
                        QCOMPARE(times->firstResult.has_value(), streams(options.call) && size > 0);
                    }
        }
    }

    void comesBackFromExceptionsOnEveryBackend_data() { runsEveryItemOnceOnEveryBackend_data(); }
    void comesBackFromExceptionsOnEveryBackend() {
        QFETCH(QString, backend);
        QFETCH(QString, call);
        const auto pool = findBackend(backend.toStdString())->start({.workers = 3});
        QVERIFY(pool);
        for (const std::uint64_t limit : Limits) {
            const CallOptions options{.call = *parseCall(call.toStdString()), .workers = 3, .inFlight = limit};
            CountingList failing("throw 37", 100);
            const auto times = executeCall(**pool, failing.job, options);
            QVERIFY(!times);
            QCOMPARE(times.error().code, ErrorCode::WorkFailed);
            QCOMPARE(times.error().detail, std::string("item 37 failed"));
            CountingList good("count", 100);
            QVERIFY(executeCall(**pool, good.job, options));
            QVERIFY(good.kernel.countsAre(100, 1));
        }
    }

    /// Workers that only run when somebody waits, and answer in the least convenient order.
    void keepsToTheLimit_data() {
        QTest::addColumn<QString>("call");
        for (const auto& entry : calls())
            QTest::newRow(entry.info.id.c_str()) << QString::fromStdString(entry.info.id);
    }
    void keepsToTheLimit() {
        QFETCH(QString, call);
        const Call parsed = *parseCall(call.toStdString());
        constexpr ItemCount Size = 40;
        for (const auto order : {GatheringPool::Order::LatestFirst, GatheringPool::Order::OldestFirst})
            for (const std::uint64_t limit : {1, 2, 5, 1000}) {
                GatheringPool pool(order);
                RecordingKernel kernel(Size);
                const CallOptions options{.call = parsed, .workers = 2, .inFlight = limit};
                QVERIFY(executeCall(pool, jobOf(kernel, Size, "3"), options));
                const bool oneByOne = parsed == Call::Apply || parsed == Call::ApplyAsync;
                const std::size_t chunks = oneByOne ? 40 : 14;
                QCOMPARE(pool.submitted.size(), chunks);
                QCOMPARE(pool.submitted.back(), (Chunk{39, 40}));
                QCOMPARE(pool.most, parsed == Call::Apply ? 1 : std::min<std::size_t>(limit, chunks));
                QCOMPARE(pool.maps, 0);
                if (parsed != Call::Reduce) QCOMPARE(kernel.counts, std::vector<int>(Size, 1));
            }
    }

    /// The result of item 0 comes last, and nothing may overtake it by more than the limit.
    void imapCountsResultsThatNobodyHasTaken() {
        GatheringPool pool(GatheringPool::Order::LatestFirst);
        RecordingKernel kernel(6);
        QVERIFY(executeCall(pool, jobOf(kernel, 6), {.call = Call::Imap, .inFlight = 3}));
        QCOMPARE(kernel.order, (std::vector<ItemCount>{2, 1, 0, 5, 4, 3}));
        kernel.order.clear();
        QVERIFY(executeCall(pool, jobOf(kernel, 6), {.call = Call::ImapUnordered, .inFlight = 3}));
        QCOMPARE(kernel.order, (std::vector<ItemCount>{2, 3, 4, 5, 1, 0}));
    }

    void applyWaitsForEachItem() {
        GatheringPool pool(GatheringPool::Order::LatestFirst);
        RecordingKernel kernel(5);
        QVERIFY(executeCall(pool, jobOf(kernel, 5), {.call = Call::Apply}));
        QCOMPARE(kernel.order, (std::vector<ItemCount>{0, 1, 2, 3, 4}));
    }

    void mapWithoutLimitIsThePoolsOwn() {
        for (const Call call : {Call::Map, Call::Starmap}) {
            GatheringPool pool(GatheringPool::Order::OldestFirst);
            RecordingKernel kernel(5);
            QVERIFY(executeCall(pool, jobOf(kernel, 5), {.call = call}));
            QCOMPARE(pool.maps, 1);
            QVERIFY(pool.submitted.empty());
        }
    }

    /// Python's chunks of 100 items for 3 workers: 9 each, the last one shorter.
    void mapAsyncTakesPythonsChunks() {
        GatheringPool pool(GatheringPool::Order::OldestFirst);
        RecordingKernel kernel(100);
        QVERIFY(executeCall(pool, jobOf(kernel, 100), {.call = Call::MapAsync, .workers = 3}));
        QCOMPARE(pool.submitted.size(), std::size_t{12});
        QCOMPARE(pool.submitted[0], (Chunk{0, 9}));
        QCOMPARE(pool.submitted[11], (Chunk{99, 100}));
    }

    void theFirstResultIsThereBeforeTheLastItemRuns() {
        using Clock = std::chrono::steady_clock;
        class Watching final : public Kernel {
        public:
            void run(ItemCount begin, ItemCount) override {
                if (begin == 0) return;
                lastBegan = Clock::now();
                while (Clock::now() < lastBegan + std::chrono::milliseconds(2)) {
                }
            }
            Clock::time_point lastBegan;
        } kernel;
        GatheringPool pool(GatheringPool::Order::OldestFirst);
        const auto begin = Clock::now();
        const auto times = executeCall(pool, jobOf(kernel, 2), {.call = Call::Imap, .inFlight = 1});
        QVERIFY(times && times->firstResult);
        QVERIFY(*times->firstResult > Seconds(0) && *times->firstResult <= kernel.lastBegan - begin);
    }

    /// Several chunks fail; the answer is the same whichever ends first.
    void theLowestFailureIsTold() {
        for (const auto order : {GatheringPool::Order::LatestFirst, GatheringPool::Order::OldestFirst}) {
            GatheringPool pool(order);
            RecordingKernel kernel(10);
            kernel.failsFrom = 4;
            const auto times = executeCall(pool, jobOf(kernel, 10), {.call = Call::ApplyAsync});
            QVERIFY(!times);
            QCOMPARE(times.error().detail, std::string("item 4 failed"));
        }
    }

    void nothingIsHandedOverAfterAFailure() {
        GatheringPool pool(GatheringPool::Order::OldestFirst);
        RecordingKernel kernel(100);
        kernel.failsFrom = 4;
        QVERIFY(!executeCall(pool, jobOf(kernel, 100), {.call = Call::ImapUnordered, .inFlight = 3}));
        QCOMPARE(pool.submitted.size(), std::size_t{7});  // 0 to 4 ran with two behind each
    }

    void rulesForSingleItemsAreObeyed() {
        for (const Call call : {Call::Map, Call::MapAsync, Call::ImapUnordered}) {
            GatheringPool pool(GatheringPool::Order::OldestFirst);
            RecordingKernel kernel(10);
            kernel.failsFrom = 8;
            JobControl collecting({.stopAfterErrors = JobRules::CollectAll});
            ListJob job = jobOf(kernel, 10, "3");
            job.control = &collecting;
            QVERIFY(executeCall(pool, job, {.call = call, .workers = 2}));
            QCOMPARE(collecting.done(), ItemCount{8});
            QCOMPARE(collecting.errors().size(), std::size_t{2});
        }
    }

    void aStoppedJobHandsNothingOver() {
        for (const auto& entry : calls()) {
            if (entry.call == Call::Reduce || entry.call == Call::Map || entry.call == Call::Starmap) continue;
            GatheringPool pool(GatheringPool::Order::OldestFirst);
            RecordingKernel kernel(10);
            JobControl control;
            control.stop();
            ListJob job = jobOf(kernel, 10);
            job.control = &control;
            const auto times = executeCall(pool, job, {.call = entry.call});
            QVERIFY(!times);
            QCOMPARE(times.error().code, ErrorCode::Interrupted);
            QVERIFY(pool.submitted.empty());
        }
    }

    /// The operation is neither commutative nor associative: only the chunks may decide, not who was first.
    void reduceFoldsInTheOrderOfTheList() {
        RecordingKernel expected(20);
        for (const ItemCount begin : {0, 6, 12, 18})
            expected.fold(begin, std::min<ItemCount>(20, begin + 6));
        const std::vector<ItemCount> begins = {0, 6, 12, 18};
        expected.combine(begins);
        for (const auto order : {GatheringPool::Order::LatestFirst, GatheringPool::Order::OldestFirst})
            for (const std::uint64_t limit : {1, 3, 100}) {
                GatheringPool pool(order);
                RecordingKernel kernel(20);
                QVERIFY(executeCall(pool, jobOf(kernel, 20, "6"), {.call = Call::Reduce, .inFlight = limit}));
                QCOMPARE(kernel.value, expected.value);
            }
        for (const char* backend : {"serial", "tbb", "threads"}) {
            const auto pool = findBackend(backend)->start({.workers = 4});
            RecordingKernel kernel(20);
            QVERIFY(executeCall(**pool, jobOf(kernel, 20, "6"), {.call = Call::Reduce, .workers = 4}));
            QCOMPARE(kernel.value, expected.value);
        }
    }

    void reduceNeedsAReduction() {
        const auto pool = findBackend("serial")->start({});
        CountingList list("count", 10);
        const auto times = executeCall(**pool, list.job, {.call = Call::Reduce});
        QVERIFY(!times);
        QCOMPARE(times.error().code, ErrorCode::WorkFailed);
        QCOMPARE(times.error().detail, std::string("call: this workload has no reduction"));
    }

    void reduceHasNoRulesForSingleItems() {
        GatheringPool pool(GatheringPool::Order::OldestFirst);
        RecordingKernel kernel(10);
        JobControl control;
        ListJob job = jobOf(kernel, 10);
        job.control = &control;
        const auto times = executeCall(pool, job, {.call = Call::Reduce});
        QVERIFY(!times);
        QCOMPARE(times.error().code, ErrorCode::InvalidInput);
    }
};

int main(int argc, char** argv) {
    if (!startZygote(countingKernel)) return 1;
    QCoreApplication application(argc, argv);
    TestCall test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_call.moc"
