#include "core/plots/timeline.h"
#include "tests/core/plots/random_pass.h"

#include <QTest>

using namespace breakeven;
using std::chrono::nanoseconds;

namespace {

ChunkSpan chunk(int begin, int duration, ItemCount item = 0, ItemCount items = 1) {
    return {SpanKind::Compute, nanoseconds(begin), nanoseconds(duration), item, items};
}

PassSpans oneWorker(std::vector<ChunkSpan> spans, int wallNs, std::uint64_t dropped = 0) {
    return {
        .trial = 1, .wall = Seconds(wallNs * 1e-9), .workers = {std::move(spans)}, .caller = {}, .dropped = dropped};
}

TimeRange range(std::int64_t low, std::int64_t high) {
    return {nanoseconds(low), nanoseconds(high)};
}

/// A part of the pass, from all of it down to a few spans.
TimeRange randomRange(std::uint64_t seed, std::uint64_t number, nanoseconds length) {
    const double share = std::pow(10.0, -4 * randomUnit(seed, 2 * number));
    const auto width = std::max<std::int64_t>(2'000, std::llround(share * static_cast<double>(length.count())));
    const auto low = static_cast<std::int64_t>(randomUnit(seed, 2 * number + 1) *
                                               static_cast<double>(std::max<std::int64_t>(length.count() - width, 0)));
    return range(low, low + width);
}

}  // namespace

class TestTimeline : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aRangeIsDividedAmongWhatWasDone() {
        const Timeline timeline = makeTimeline(oneWorker({chunk(10, 20, 0, 5),
                                                          {SpanKind::Transport, nanoseconds(30), nanoseconds(10), 0, 5},
                                                          chunk(60, 30, 5, 7),
                                                          {SpanKind::Combine, nanoseconds(95), nanoseconds(5), 0, 2}},
                                                         100));
        const TimelineLane& lane = timeline.lanes.at(0);
        const TimeTotals all = lane.totals(range(0, 100));
        QCOMPARE(all.spent, (std::array{nanoseconds(50), nanoseconds(10), nanoseconds(5)}));
        QCOMPARE(all.waiting, nanoseconds(35));
        QCOMPARE(all.chunks, std::uint64_t(2));
        QCOMPARE(all.items, ItemCount(12));
        QCOMPARE(utilisation(all), std::optional(0.5));

        const TimeTotals part = lane.totals(range(20, 65));  // the first chunk began before it
        QCOMPARE(part.spent, (std::array{nanoseconds(15), nanoseconds(10), nanoseconds(0)}));
        QCOMPARE(part.waiting, nanoseconds(20));
        QCOMPARE(part.chunks, std::uint64_t(1));
        QCOMPARE(part.items, ItemCount(7));
        QCOMPARE(lane.totals(range(30, 30)), TimeTotals());
        QVERIFY(!utilisation(TimeTotals()));
    }

    void whatLiesBeyondThePassIsNoTime() {
        const Timeline timeline = makeTimeline(oneWorker({chunk(0, 40)}, 100));
        const TimeTotals totals = timeline.lanes.at(0).totals(range(50, 1'000));
        QCOMPARE(totals.waiting, nanoseconds(50));
        QCOMPARE(totals.of(SpanKind::Compute), nanoseconds(0));
    }

    void afterDroppedSpansNothingIsKnown() {
        const Timeline timeline = makeTimeline(oneWorker({chunk(0, 10), chunk(20, 30)}, 100, 3));
        const TimeTotals totals = timeline.lanes.at(0).totals(range(0, 100));
        QCOMPARE(totals.waiting, nanoseconds(10));
        QCOMPARE(totals.unrecorded, nanoseconds(50));
        QCOMPARE(utilisation(totals), std::optional(0.8));
        QCOMPARE(timeline.dropped, std::uint64_t(3));
    }

    void theCallerDoesNotWait() {
        PassSpans pass = oneWorker({chunk(0, 100)}, 100);
        pass.caller = {{SpanKind::Transport, nanoseconds(0), nanoseconds(10), 0, 1}};
        const Timeline timeline = makeTimeline(pass);
        QCOMPARE(timeline.lanes.size(), std::size_t(2));
        QVERIFY(timeline.lanes[0].isCaller());
        QCOMPARE(timeline.lanes[0].totals(range(0, 100)).waiting, nanoseconds(0));
        const TimeTotals workers = workerTotals(timeline, range(0, 100));
        QCOMPARE(workers.of(SpanKind::Transport), nanoseconds(0));
        QCOMPARE(workers.of(SpanKind::Compute), nanoseconds(100));
    }

    void columnsMeetAndCoverTheRange() {
        const TimeRange wide = range(7, (std::int64_t{1} << 53) - 3);
        for (const std::size_t columns : {std::size_t(1), std::size_t(1920), std::size_t(7680)}) {
            QCOMPARE(columnBegin(wide, columns, 0), wide.low);
            QCOMPARE(columnBegin(wide, columns, columns), wide.high);
        }
        for (std::size_t column = 0; column < 3; ++column)
            QCOMPARE(columnBegin(range(10, 20), 3, column), nanoseconds(10 + static_cast<int>(column) * 10 / 3));
    }

    void columnsAreWhatEverySpanComesTo_data() {
        QTest::addColumn<int>("spans");
        QTest::addColumn<double>("gaps");
        QTest::newRow("none") << 0 << 0.5;
        QTest::newRow("one") << 1 << 1.0;
        QTest::newRow("a block and one more") << 17 << 0.5;
        QTest::newRow("without gaps") << 5'000 << 0.0;
        QTest::newRow("with gaps") << 5'000 << 1.0;
    }

    void columnsAreWhatEverySpanComesTo() {
        QFETCH(int, spans);
        QFETCH(double, gaps);
        const PassSpans pass =
            randomPass({.seed = 3, .workers = 2, .spansPerLane = static_cast<std::size_t>(spans), .gapShare = gaps});
        for (const std::uint64_t dropped : {std::uint64_t(0), std::uint64_t(4)}) {
            PassSpans some = pass;
            some.dropped = dropped;
            const Timeline timeline = makeTimeline(some);
            for (std::uint64_t number = 0; number < 40; ++number) {
                const TimeRange part = randomRange(11, number, timeline.length);
                std::vector<TimeTotals> columns(1 + randomBelow(12, number, 1'999));
                std::vector<TimeTotals> expected(columns.size());
                for (const TimelineLane& lane : timeline.lanes) {
                    lane.columns(part, columns);
                    everySpan(lane, timeline.length, part, expected);
                    QVERIFY(columns == expected);
                    TimeTotals sum;
                    for (const TimeTotals& column : columns)
                        sum += column;
                    QVERIFY(sum == lane.totals(part));
                }
            }
        }
    }

    void longSpansAreFoundWhereverTheyLie() {
        const Timeline timeline = makeTimeline(randomPass({.seed = 5, .workers = 1, .spansPerLane = 3'000}));
        std::vector<const ChunkSpan*> found;
        std::size_t count = 0;
        for (std::uint64_t number = 0; number < 100; ++number) {
            const TimeRange part = randomRange(6, number, timeline.length);
            const nanoseconds least(1 + static_cast<std::int64_t>(randomBelow(7, number, 5'000)));
            for (const TimelineLane& lane : timeline.lanes) {
                std::vector<const ChunkSpan*> expected;
                for (const ChunkSpan& span : lane.spans())
                    if (span.duration >= least && span.begin < part.high && span.begin + span.duration > part.low)
                        expected.push_back(&span);
                lane.longSpans(part, least, found);
                QVERIFY(found == expected);
                count += found.size();
            }
        }
        QVERIFY(count > 1'000);
    }

    void spansOfARangeOverlapIt() {
        const Timeline timeline = makeTimeline(oneWorker({chunk(10, 10), chunk(20, 10), chunk(50, 10)}, 100));
        const TimelineLane& lane = timeline.lanes.at(0);
        QCOMPARE(lane.spansIn(range(0, 10)).size(), std::size_t(0));
        QCOMPARE(lane.spansIn(range(19, 20)).size(), std::size_t(1));
        QCOMPARE(lane.spansIn(range(19, 21)).size(), std::size_t(2));
        QCOMPARE(lane.spansIn(range(30, 50)).size(), std::size_t(0));
        QCOMPARE(lane.spansIn(range(0, 100)).size(), std::size_t(3));
        QCOMPARE(lane.spansIn(range(55, 56)).front(), chunk(50, 10));
    }

    void spansOfAnyFileAreTidied() {
        const auto spansOf = [](std::vector<ChunkSpan> spans) {
            return makeTimeline(oneWorker(std::move(spans), 100)).lanes.at(0).spans();
        };
        QCOMPARE(spansOf({chunk(50, 10), chunk(10, 10)}), (std::vector{chunk(10, 10), chunk(50, 10)}));
        QCOMPARE(spansOf({chunk(10, 20), chunk(20, 20)}), (std::vector{chunk(10, 20), chunk(30, 10)}));
        QCOMPARE(spansOf({chunk(90, 20)}), (std::vector{chunk(90, 10)}));
        QCOMPARE(spansOf({chunk(-5, 10)}), (std::vector{chunk(0, 10)}));
        ChunkSpan endless = chunk(40, 0);
        endless.duration = nanoseconds::max();
        QCOMPARE(spansOf({endless}), (std::vector{chunk(40, 60)}));
        ChunkSpan far = chunk(0, 10);
        far.begin = nanoseconds::max();
        QCOMPARE(spansOf({far}), (std::vector{chunk(100, 0)}));
        for (const double wall : {0.0, -1.0, 1e300, std::nan("")})
            QVERIFY(makeTimeline({.wall = Seconds(wall), .workers = {}, .caller = {}}).length >= nanoseconds(1));
    }
};

QTEST_GUILESS_MAIN(TestTimeline)
#include "tst_timeline.moc"
