#include "core/engine/span_recorder.h"

#include <QtTest>

#include <barrier>
#include <set>
#include <stdexcept>
#include <string>
#include <thread>
#include <utility>
#include <vector>

using namespace breakeven;

namespace {

/// Notes what it was asked for. Items from 1000 on fail.
class DiaryKernel final : public Kernel {
public:
    void run(ItemCount begin, ItemCount) override {
        if (begin >= 1000) throw std::runtime_error("too far");
        if (meet != nullptr) meet->arrive_and_wait();
    }
    void fold(ItemCount begin, ItemCount end) override { folded = {begin, end}; }
    void combine(std::span<const ItemCount> begins) override { combined.assign(begins.begin(), begins.end()); }
    void pack(Side, ItemCount, ItemCount, std::string& bytes) const override { bytes += "packed"; }
    void unpack(Side, ItemCount, ItemCount, std::string_view bytes) override { unpacked = bytes; }

    std::pair<ItemCount, ItemCount> folded;
    std::vector<ItemCount> combined;
    std::string unpacked;
    std::barrier<>* meet = nullptr;  ///< all workers of a test are in a chunk at the same time
};

void inThreads(int count, const std::function<void(int)>& work) {
    std::vector<std::jthread> threads;
    for (int i = 0; i < count; ++i)
        threads.emplace_back([&work, i] { work(i); });
}

}  // namespace

class TestSpanRecorder : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void notesEachChunk() {
        DiaryKernel diary;
        auto recorder = *SpanRecorder::create(2, 10, Sharing::Private);
        SpanKernel kernel(diary, recorder);
        recorder.start();
        kernel.run(0, 3);
        kernel.fold(3, 8);
        const Seconds wall = recorder.elapsed();
        QCOMPARE(diary.folded, (std::pair<ItemCount, ItemCount>{3, 8}));
        const auto lanes = recorder.lanes();
        QCOMPARE(lanes.size(), std::size_t{1});
        const RecordedLane& lane = lanes[0];
        QVERIFY(!lane.isCaller);
        QCOMPARE(lane.chunks, std::size_t{2});
        QCOMPARE(lane.dropped, std::uint64_t{0});
        QCOMPARE(lane.spans.size(), std::size_t{2});
        QCOMPARE(lane.spans[0].item, ItemCount{0});
        QCOMPARE(lane.spans[0].items, ItemCount{3});
        QCOMPARE(lane.spans[1].item, ItemCount{3});
        QCOMPARE(lane.spans[1].items, ItemCount{5});
        QVERIFY(lane.begin >= Seconds(0) && lane.begin <= lane.end && lane.end <= wall);
        QVERIFY(lane.compute > Seconds(0) && lane.compute <= lane.end - lane.begin);
        QVERIFY(lane.spans[0].begin + lane.spans[0].duration <= lane.spans[1].begin);
        for (const ChunkSpan& span : lane.spans)
            QVERIFY(span.kind == SpanKind::Compute && span.duration >= std::chrono::nanoseconds(0));
    }

    /// What the asking thread does by itself is no worker's.
    void theCallerHasALaneOfItsOwn() {
        DiaryKernel diary;
        auto recorder = *SpanRecorder::create(1, 10, Sharing::Private);
        SpanKernel kernel(diary, recorder);
        recorder.start();
        std::string bytes;
        kernel.pack(Side::Input, 0, 4, bytes);
        kernel.run(0, 4);
        kernel.unpack(Side::Output, 0, 4, bytes);
        const std::vector<ItemCount> begins{0, 2};
        kernel.combine(begins);
        QCOMPARE(diary.unpacked, std::string("packed"));
        QCOMPARE(diary.combined, begins);
        const auto lanes = recorder.lanes();
        QCOMPARE(lanes.size(), std::size_t{2});
        QVERIFY(!lanes[0].isCaller && lanes[1].isCaller);
        QCOMPARE(lanes[0].transport, Seconds(0));
        QCOMPARE(lanes[1].chunks, std::size_t{0});
        QVERIFY(lanes[1].transport > Seconds(0));
        std::vector<SpanKind> kinds;
        for (const ChunkSpan& span : lanes[1].spans)
            kinds.push_back(span.kind);
        QVERIFY(kinds == (std::vector{SpanKind::Transport, SpanKind::Transport, SpanKind::Combine}));
        QCOMPARE(lanes[1].spans[2].items, ItemCount{2});
    }

    /// Like a worker process: it maps the memory by its place, and packs by itself.
    void anotherProcessAddsToTheSameRecording() {
        DiaryKernel diary;
        auto recorder = *SpanRecorder::create(2, 10, Sharing::Shared);
        SpanKernel here(diary, recorder);
        auto joined = SpanRecorder::join(recorder.place(), recorder.bytes());
        QVERIFY(joined);
        SpanKernel away(std::make_unique<DiaryKernel>(), *std::move(joined));
        recorder.start();
        here.run(0, 1);
        std::string bytes;
        away.unpack(Side::Input, 1, 3, bytes);
        away.run(1, 3);
        away.pack(Side::Output, 1, 3, bytes);
        const auto lanes = recorder.lanes();
        QCOMPARE(lanes.size(), std::size_t{2});
        QCOMPARE(lanes[0].chunks + lanes[1].chunks, std::size_t{2});
        const RecordedLane& worker = lanes[1];
        QVERIFY(!worker.isCaller);
        QCOMPARE(worker.spans.size(), std::size_t{3});
        QVERIFY(worker.spans[0].kind == SpanKind::Transport && worker.spans[1].kind == SpanKind::Compute &&
                worker.spans[2].kind == SpanKind::Transport);
        QVERIFY(worker.transport > Seconds(0));
        QVERIFY(!SpanRecorder::join("/proc/self/fd/none", 4096));
    }

    /// The sums go on when the room for spans is used up.
    void countsWhatItDrops() {
        DiaryKernel diary;
        auto recorder = *SpanRecorder::create(1, 4, Sharing::Private);
        SpanKernel kernel(diary, recorder);
        recorder.start();
        for (ItemCount i = 0; i < 10; ++i)
            kernel.run(i, i + 1);
        auto lane = recorder.lanes().at(0);
        QCOMPARE(lane.chunks, std::size_t{10});
        QCOMPARE(lane.spans.size(), std::size_t{4});
        QCOMPARE(lane.dropped, std::uint64_t{6});
        QVERIFY(lane.end > Seconds(lane.spans.back().begin + lane.spans.back().duration));
        recorder.start();
        QVERIFY(recorder.lanes().empty());
        kernel.run(0, 1);
        lane = recorder.lanes().at(0);
        QCOMPARE(lane.chunks, std::size_t{1});
        QCOMPARE(lane.dropped, std::uint64_t{0});
    }

    void eachOfThoseThatRunAtOnceHasItsLane() {
        constexpr int Workers = 4;
        constexpr int Chunks = 200;
        std::barrier<> meet(Workers);
        DiaryKernel diary;
        diary.meet = &meet;
        auto recorder = *SpanRecorder::create(Workers, Chunks, Sharing::Private);
        SpanKernel kernel(diary, recorder);
        recorder.start();
        inThreads(Workers, [&](int worker) {
            for (ItemCount i = 0; i < Chunks; ++i)
                kernel.run(static_cast<ItemCount>(worker), static_cast<ItemCount>(worker) + 1);
        });
        const auto lanes = recorder.lanes();
        QCOMPARE(lanes.size(), std::size_t{Workers});
        std::set<ItemCount> seen;
        for (const RecordedLane& lane : lanes) {
            QCOMPARE(lane.spans.size(), std::size_t{Chunks});
            for (const ChunkSpan& span : lane.spans)
                QCOMPARE(span.item, lane.spans.front().item);  // a thread stays in its lane
            seen.insert(lane.spans.front().item);
        }
        QCOMPARE(seen.size(), std::size_t{Workers});
        QCOMPARE(recorder.unplaced(), std::uint64_t{0});
    }

    /// As std::async makes them: one after the other, so there are never more workers than run at once.
    void aThreadPerChunkTakesALaneThatIsFree() {
        DiaryKernel diary;
        auto recorder = *SpanRecorder::create(2, 100, Sharing::Private);
        SpanKernel kernel(diary, recorder);
        recorder.start();
        for (ItemCount i = 0; i < 50; ++i)
            inThreads(1, [&](int) { kernel.run(i, i + 1); });
        const auto lanes = recorder.lanes();
        QVERIFY2(lanes.size() <= 2, std::to_string(lanes.size()).c_str());
        std::size_t chunks = 0;
        for (const RecordedLane& lane : lanes)
            chunks += lane.chunks;
        QCOMPARE(chunks, std::size_t{50});
    }

    void saysWhatFoundNoLane() {
        const auto lanes = static_cast<int>(SpanRecorder::lanesOf(1)) - 1;  // one is the caller's
        std::barrier<> meet(lanes + 1);
        DiaryKernel diary;
        diary.meet = &meet;
        auto recorder = *SpanRecorder::create(1, 10, Sharing::Private);
        SpanKernel kernel(diary, recorder);
        recorder.start();
        inThreads(lanes + 1, [&](int) { kernel.run(0, 1); });
        QCOMPARE(recorder.unplaced(), std::uint64_t{1});
        QCOMPARE(recorder.lanes().size(), static_cast<std::size_t>(lanes));
    }

    void anExceptionGivesTheLaneBack() {
        DiaryKernel diary;
        auto recorder = *SpanRecorder::create(1, 10, Sharing::Private);
        SpanKernel kernel(diary, recorder);
        recorder.start();
        for (int i = 0; i < 20; ++i)
            QVERIFY_EXCEPTION_THROWN(kernel.run(1000, 1001), std::runtime_error);
        kernel.run(0, 1);
        QCOMPARE(recorder.unplaced(), std::uint64_t{0});
        QCOMPARE(recorder.lanes().at(0).chunks, std::size_t{1});
    }
};

QTEST_GUILESS_MAIN(TestSpanRecorder)
#include "tst_span_recorder.moc"
