#include "ui/plots/timeline_text.h"

#include "core/base/numbers.h"
#include "ui/grouped_digits.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace breakeven {

namespace {

using std::chrono::nanoseconds;

struct TimelineText {
    Q_DECLARE_TR_FUNCTIONS(TimelineText)
};

QString durationText(nanoseconds duration) {
    return QString::fromStdString(formatSeconds(duration));
}

QString countText(std::uint64_t count) {
    return QString::fromStdString(formatItems(static_cast<double>(count)));
}

/// "compute 71 %, waiting 29 %": what there is of a piece, largest kinds of work first as they are drawn.
QString partsText(const TimeTotals& totals, nanoseconds whole) {
    QStringList parts;
    const auto add = [&](const QString& name, nanoseconds time) {
        if (time > nanoseconds(0)) parts += name % u' ' % shareText(Seconds(time) / Seconds(whole));
    };
    for (const SpanKind kind : {SpanKind::Compute, SpanKind::Transport, SpanKind::Combine})
        add(kindName(kind), totals.of(kind));
    add(TimelineText::tr("waiting"), totals.waiting);
    add(TimelineText::tr("not recorded"), totals.unrecorded);
    return parts.join(QStringLiteral(", "));
}

QString spanText(const QString& lane, const ChunkSpan& span, nanoseconds step) {
    return TimelineText::tr("%1: %2, %3\nbegins at %4, lasts %5")
        .arg(lane, kindName(span.kind), itemsText(span), momentText(span.begin, step), durationText(span.duration));
}

/// Where a lane has no span.
QString gapText(const Timeline& timeline, std::size_t number, nanoseconds at, nanoseconds step) {
    const TimelineLane& lane = timeline.lanes[number];
    const QString name = laneName(timeline, number);
    if (at >= timeline.length) return TimelineText::tr("The pass is over");
    if (at >= lane.recordedUntil()) return TimelineText::tr("%1: not recorded\nits last spans were dropped").arg(name);
    if (lane.isCaller()) return TimelineText::tr("%1: nothing of its own").arg(name);
    const auto after = std::ranges::upper_bound(lane.spans(), at, {}, &ChunkSpan::begin);
    const nanoseconds begin =
        after == lane.spans().begin() ? nanoseconds(0) : (after - 1)->begin + (after - 1)->duration;
    const nanoseconds end = after == lane.spans().end() ? lane.recordedUntil() : after->begin;
    return TimelineText::tr("%1: waiting\nfrom %2, for %3")
        .arg(name, momentText(begin, step), durationText(end - begin));
}

QString sentenceOf(const QString& name, const TimeTotals& totals, nanoseconds whole) {
    QString text = name % QStringLiteral(": ") % partsText(totals, whole);
    if (totals.chunks > 0)
        text += TimelineText::tr("; chunks: %1, items: %2").arg(countText(totals.chunks), countText(totals.items));
    return text;
}

}  // namespace

QString shareText(double share) {
    const double percent = share * 100;
    QString number = QString::number(percent, 'f', percent < 9.995 ? 2 : percent < 99.95 ? 1 : 0);
    if (percent == 0) number = QStringLiteral("0");
    if (percent > 0 && percent < 0.005) number = QStringLiteral("<0.01");
    return number % QStringLiteral("\u202f%");
}

QString kindName(SpanKind kind) {
    switch (kind) {
        case SpanKind::Compute:
            return TimelineText::tr("compute");
        case SpanKind::Transport:
            return TimelineText::tr("transport");
        case SpanKind::Combine:
            return TimelineText::tr("combine");
    }
    return {};
}

QString laneName(const Timeline& timeline, std::size_t lane) {
    const bool hasCaller = !timeline.lanes.empty() && timeline.lanes.front().isCaller();
    if (hasCaller && lane == 0) return TimelineText::tr("caller");
    return TimelineText::tr("worker %1").arg(hasCaller ? lane : lane + 1);
}

QString momentText(nanoseconds time, nanoseconds step) {
    static constexpr std::array<std::pair<double, const char16_t*>, 4> Units{
        {{1e9, u"s"}, {1e6, u"ms"}, {1e3, u"µs"}, {1, u"ns"}}};
    if (time == nanoseconds(0)) return QStringLiteral("0");
    const auto value = static_cast<double>(time.count());
    const auto unit = std::ranges::find_if(Units, [value](const auto& each) { return value >= each.first; });
    const double finest = std::log10(unit->first / static_cast<double>(step.count()));
    QString number = QString::number(value / unit->first, 'f', std::clamp(static_cast<int>(std::ceil(finest)), 0, 9));
    if (number.contains(u'.')) {
        while (number.endsWith(u'0'))
            number.chop(1);
        if (number.endsWith(u'.')) number.chop(1);
    }
    return number % QChar(0x202F) % QString::fromUtf16(unit->second);
}

QString itemsText(const ChunkSpan& span) {
    if (span.kind == SpanKind::Combine) return TimelineText::tr("partial results: %1").arg(groupedDigits(span.items));
    if (span.items == 1) return TimelineText::tr("item %1").arg(groupedDigits(span.item));
    if (span.items == 0) return TimelineText::tr("no items");
    return TimelineText::tr("items %1–%2").arg(groupedDigits(span.item), groupedDigits(span.item + span.items - 1));
}

QString hoverText(const Timeline& timeline, std::size_t number, TimeRange piece) {
    const TimelineLane& lane = timeline.lanes[number];
    const nanoseconds step = std::max(nanoseconds(1), (piece.high - piece.low) / 4);
    const nanoseconds middle = piece.low + (piece.high - piece.low) / 2;
    const auto spans = lane.spansIn(piece);
    if (spans.empty()) return gapText(timeline, number, middle, step);
    if (spans.size() == 1) return spanText(laneName(timeline, number), spans.front(), step);
    for (const ChunkSpan& span : lane.spansIn({middle, middle + nanoseconds(1)}))
        if (span.duration >= piece.high - piece.low) return spanText(laneName(timeline, number), span, step);
    return TimelineText::tr("%1: %2 spans from %3 to %4\n%5")
        .arg(laneName(timeline, number), countText(spans.size()), momentText(piece.low, step),
             momentText(piece.high, step), partsText(lane.totals(piece), piece.high - piece.low));
}

QString utilisationText(const TimeTotals& totals) {
    const auto share = utilisation(totals);
    return share ? shareText(*share) : QStringLiteral("–");
}

QString timelineText(const Timeline& timeline, TimeRange range, const QString& title) {
    const TimeRange part{range.low, std::min(range.high, timeline.length)};
    const nanoseconds length = std::max(nanoseconds(1), part.high - part.low);
    const nanoseconds step = std::max(nanoseconds(1), length / 1000);
    QStringList sentences{title, TimelineText::tr("The pass took %1").arg(durationText(timeline.length))};
    if (timeline.dropped > 0)
        sentences += TimelineText::tr("Its last spans were not kept: %1").arg(countText(timeline.dropped));
    if (length < timeline.length)
        sentences += TimelineText::tr("From %1 to %2").arg(momentText(part.low, step), momentText(part.high, step));
    const auto workers = std::ranges::count(timeline.lanes, false, &TimelineLane::isCaller);
    if (workers > 1)
        sentences += sentenceOf(TimelineText::tr("All workers"), workerTotals(timeline, part), length * workers);
    for (std::size_t lane = 0; lane < timeline.lanes.size(); ++lane)
        sentences += sentenceOf(laneName(timeline, lane), timeline.lanes[lane].totals(part), length);
    return sentences.join(QStringLiteral(". "));
}

}  // namespace breakeven
