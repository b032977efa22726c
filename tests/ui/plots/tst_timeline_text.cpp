#include "ui/plots/timeline_text.h"

#include <QTest>

using namespace breakeven;
using std::chrono::nanoseconds;

namespace {

/// A caller that packs and combines, a worker with a gap, one that ends early.
Timeline someTimeline(std::uint64_t dropped = 0) {
    PassSpans pass;
    pass.wall = Seconds(100e-6);
    pass.dropped = dropped;
    pass.workers.resize(2);
    pass.caller = {{SpanKind::Transport, nanoseconds(0), nanoseconds(5'000), 0, 10},
                   {SpanKind::Combine, nanoseconds(95'000), nanoseconds(5'000), 0, 4}};
    pass.workers[0] = {{SpanKind::Compute, nanoseconds(10'000), nanoseconds(30'000), 0, 10},
                       {SpanKind::Compute, nanoseconds(50'000), nanoseconds(50'000), 10, 1}};
    pass.workers[1] = {{SpanKind::Compute, nanoseconds(0), nanoseconds(20'000), 11, 3}};
    return makeTimeline(pass);
}

QString hover(const Timeline& timeline, std::size_t lane, int from, int to) {
    return hoverText(timeline, lane, {nanoseconds(from), nanoseconds(to)}).replace(QChar(0x202F), u' ');
}

}  // namespace

class TestTimelineText : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void momentsHaveTheDigitsThatTellThemApart() {
        const auto moment = [](std::int64_t time, std::int64_t step) {
            return momentText(nanoseconds(time), nanoseconds(step)).replace(QChar(0x202F), u' ');
        };
        QCOMPARE(moment(0, 1), QStringLiteral("0"));
        QCOMPARE(moment(3'402'118, 1), QStringLiteral("3.402118 ms"));
        QCOMPARE(moment(3'402'118, 10'000), QStringLiteral("3.4 ms"));
        QCOMPARE(moment(3'412'118, 10'000), QStringLiteral("3.41 ms"));
        QCOMPARE(moment(200'000, 10'000), QStringLiteral("200 µs"));
        QCOMPARE(moment(17, 1), QStringLiteral("17 ns"));
        QCOMPARE(moment(10'000'000'002, 1), QStringLiteral("10.000000002 s"));
    }

    void sharesHaveThreeDigits() {
        QCOMPARE(shareText(0), QStringLiteral("0\u202f%"));
        QCOMPARE(shareText(0.00001), QStringLiteral("<0.01\u202f%"));
        QCOMPARE(shareText(0.0031), QStringLiteral("0.31\u202f%"));
        QCOMPARE(shareText(0.74), QStringLiteral("74.0\u202f%"));
        QCOMPARE(shareText(0.09998), QStringLiteral("10.0\u202f%"));
        QCOMPARE(shareText(1), QStringLiteral("100\u202f%"));
    }

    void lanesHaveNames() {
        const Timeline timeline = someTimeline();
        QCOMPARE(laneName(timeline, 0), QStringLiteral("caller"));
        QCOMPARE(laneName(timeline, 1), QStringLiteral("worker 1"));
        const Timeline alone =
            makeTimeline({.wall = Seconds(1), .workers = std::vector<std::vector<ChunkSpan>>(1), .caller = {}});
        QCOMPARE(laneName(alone, 0), QStringLiteral("worker 1"));
    }

    void hoveringTellsOfASpan() {
        const Timeline timeline = someTimeline();
        QCOMPARE(hover(timeline, 1, 20'000, 20'100),
                 QStringLiteral("worker 1: compute, items 0–9\nbegins at 10 µs, lasts 30.0 µs"));
        QCOMPARE(hover(timeline, 1, 70'000, 70'100),
                 QStringLiteral("worker 1: compute, item 10\nbegins at 50 µs, lasts 50.0 µs"));
        QCOMPARE(hover(timeline, 0, 96'000, 96'100),
                 QStringLiteral("caller: combine, partial results: 4\nbegins at 95 µs, lasts 5.00 µs"));
    }

    void itemsAreGroupedAndKeepEveryDigit() {
        ChunkSpan span;
        span.item = 999;
        span.items = 2;
        QCOMPARE(itemsText(span), QStringLiteral("items 999–1\u202f000"));
        span.item = 3'726'132;
        span.items = 88'086;
        QCOMPARE(itemsText(span), QStringLiteral("items 3\u202f726\u202f132–3\u202f814\u202f217"));
        span.items = 1;
        QCOMPARE(itemsText(span), QStringLiteral("item 3\u202f726\u202f132"));
    }

    void hoveringTellsOfAGap() {
        const Timeline timeline = someTimeline();
        QCOMPARE(hover(timeline, 1, 45'000, 45'100), QStringLiteral("worker 1: waiting\nfrom 40 µs, for 10.0 µs"));
        QCOMPARE(hover(timeline, 1, 5'000, 5'100), QStringLiteral("worker 1: waiting\nfrom 0, for 10.0 µs"));
        QCOMPARE(hover(timeline, 2, 45'000, 45'100), QStringLiteral("worker 2: waiting\nfrom 20 µs, for 80.0 µs"));
        QCOMPARE(hover(timeline, 0, 45'000, 45'100), QStringLiteral("caller: nothing of its own"));
        QCOMPARE(hover(someTimeline(3), 2, 45'000, 45'100),
                 QStringLiteral("worker 2: not recorded\nits last spans were dropped"));
        QCOMPARE(hover(timeline, 1, 200'000, 200'100), QStringLiteral("The pass is over"));
    }

    void hoveringOverManySpansTellsTheirTime() {
        QCOMPARE(hover(someTimeline(), 1, 0, 100'000).replace(u'\n', u' '),
                 QStringLiteral("worker 1: 2 spans from 0 to 100 µs compute 80.0 %, waiting 20.0 %"));
    }

    void theTwinTellsOfEveryLane() {
        const Timeline timeline = someTimeline(7);
        QString text = timelineText(timeline, {nanoseconds(0), nanoseconds(200'000)}, QStringLiteral("square"));
        text.replace(QChar(0x202F), u' ');
        QCOMPARE(text, QStringLiteral(
                           "square. The pass took 100 µs. Its last spans were not kept: 7. "
                           "All workers: compute 50.0 %, waiting 10.0 %, not recorded 40.0 %; chunks: 3, items: 14. "
                           "caller: transport 5.00 %, combine 5.00 %. "
                           "worker 1: compute 80.0 %, waiting 20.0 %; chunks: 2, items: 11. "
                           "worker 2: compute 20.0 %, not recorded 80.0 %; chunks: 1, items: 3"));
        text = timelineText(timeline, {nanoseconds(10'000), nanoseconds(20'000)}, QStringLiteral("square"));
        QVERIFY(text.replace(QChar(0x202F), u' ').contains(QStringLiteral("From 10 µs to 20 µs")));
    }
};

QTEST_GUILESS_MAIN(TestTimelineText)
#include "tst_timeline_text.moc"
