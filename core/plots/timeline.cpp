#include "core/plots/timeline.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace breakeven {

namespace {

using std::chrono::nanoseconds;

constexpr nanoseconds Longest{std::int64_t{1} << 53};  // 104 days: sums of as many lanes as there are do not overflow

nanoseconds endOf(const ChunkSpan& span) {
    return span.begin + span.duration;
}

nanoseconds overlap(TimeRange a, TimeRange b) {
    return std::max(nanoseconds(0), std::min(a.high, b.high) - std::max(a.low, b.low));
}

/// As much of the span as lies before a time that is after its begin.
void addPart(TimeTotals& totals, const ChunkSpan& span, nanoseconds time) {
    totals.spent[static_cast<std::size_t>(span.kind)] += std::min(span.duration, time - span.begin);
    if (span.kind != SpanKind::Compute) return;
    ++totals.chunks;
    totals.items += span.items;
}

nanoseconds lengthOf(Seconds wall) {
    const double longest = std::chrono::duration<double, std::nano>(Longest).count();
    const double length = std::round(std::chrono::duration<double, std::nano>(wall).count());
    return length >= 1 ? nanoseconds(static_cast<std::int64_t>(std::min(length, longest))) : nanoseconds(1);
}

std::vector<ChunkSpan> tidied(std::vector<ChunkSpan> spans, nanoseconds length) {
    if (!std::ranges::is_sorted(spans, {}, &ChunkSpan::begin)) std::ranges::stable_sort(spans, {}, &ChunkSpan::begin);
    nanoseconds free{0};
    for (ChunkSpan& span : spans) {
        const nanoseconds begin = std::clamp(span.begin, nanoseconds(0), length);
        const nanoseconds end = std::min(length, begin + std::clamp(span.duration, nanoseconds(0), length));
        span.begin = std::max(begin, free);
        free = std::max(end, span.begin);
        span.duration = free - span.begin;
    }
    return spans;
}

}  // namespace

TimeTotals& TimeTotals::operator+=(const TimeTotals& other) {
    for (std::size_t kind = 0; kind < SpanKinds; ++kind)
        spent[kind] += other.spent[kind];
    waiting += other.waiting;
    unrecorded += other.unrecorded;
    chunks += other.chunks;
    items += other.items;
    return *this;
}

TimeTotals& TimeTotals::operator-=(const TimeTotals& other) {
    for (std::size_t kind = 0; kind < SpanKinds; ++kind)
        spent[kind] -= other.spent[kind];
    waiting -= other.waiting;
    unrecorded -= other.unrecorded;
    chunks -= other.chunks;
    items -= other.items;
    return *this;
}

std::optional<Ratio> utilisation(const TimeTotals& totals) {
    nanoseconds known = totals.waiting;
    for (const nanoseconds spent : totals.spent)
        known += spent;
    if (known == nanoseconds(0)) return std::nullopt;
    return Seconds(totals.of(SpanKind::Compute)) / Seconds(known);
}

nanoseconds columnBegin(TimeRange range, std::size_t columns, std::size_t column) {
    const auto count = static_cast<std::int64_t>(columns);
    const auto place = static_cast<std::int64_t>(column);
    const nanoseconds width = range.high - range.low;
    return range.low + width / count * place + width % count * place / count;  // width · place might overflow
}

TimelineLane::TimelineLane(std::vector<ChunkSpan> spans, bool isCaller, nanoseconds recordedUntil, nanoseconds length)
    : m_spans(std::move(spans)), m_isCaller(isCaller), m_recordedUntil(recordedUntil), m_length(length) {
    m_blocks.reserve(m_spans.size() / BlockSize + 1);
    TimeTotals before;
    for (std::size_t i = 0; i < m_spans.size(); ++i) {
        if (i % BlockSize == 0) m_blocks.push_back({m_spans[i].begin, before});
        addPart(before, m_spans[i], endOf(m_spans[i]));
    }
}

/// The last block that begins before the time, or the first one. Searched for from a block that does in steps that
/// double: the columns of a picture ask in order, each not far from the one before.
std::size_t TimelineLane::blockBefore(nanoseconds time, std::size_t from) const {
    std::size_t step = 1;
    while (from + step < m_blocks.size() && m_blocks[from + step].begin < time) {
        from += step;
        step *= 2;
    }
    const auto first = m_blocks.begin() + static_cast<std::ptrdiff_t>(from);
    const auto last = m_blocks.begin() + static_cast<std::ptrdiff_t>(std::min(from + step, m_blocks.size()));
    const auto after = std::partition_point(first, last, [time](const Block& block) { return block.begin < time; });
    return after == m_blocks.begin() ? 0 : static_cast<std::size_t>(after - m_blocks.begin() - 1);
}

/// Spans that begin before the time. block: one to search from, then the one that was found.
std::size_t TimelineLane::countBefore(nanoseconds time, std::size_t& block) const {
    block = blockBefore(time, block);
    std::size_t count = block * BlockSize;
    while (count < m_spans.size() && m_spans[count].begin < time)
        ++count;
    return count;
}

TimeTotals TimelineLane::sumBefore(nanoseconds time, std::size_t& block) const {
    if (m_blocks.empty()) return {};
    block = blockBefore(time, block);
    TimeTotals sum = m_blocks[block].before;
    for (std::size_t i = block * BlockSize; i < m_spans.size() && m_spans[i].begin < time; ++i)
        addPart(sum, m_spans[i], time);
    return sum;
}

void TimelineLane::addIdleTime(TimeTotals& totals, TimeRange range) const {
    totals.unrecorded = overlap(range, {m_recordedUntil, m_length});
    if (m_isCaller) return;
    totals.waiting = overlap(range, {nanoseconds(0), m_recordedUntil});
    for (const nanoseconds spent : totals.spent)
        totals.waiting -= spent;
}

TimeTotals TimelineLane::totals(TimeRange range) const {
    TimeTotals totals;
    columns(range, {&totals, 1});
    return totals;
}

void TimelineLane::columns(TimeRange range, std::span<TimeTotals> columns) const {
    std::size_t block = 0;
    nanoseconds begin = range.low;
    TimeTotals before = sumBefore(begin, block);
    for (std::size_t column = 0; column < columns.size(); ++column) {
        const nanoseconds end = columnBegin(range, columns.size(), column + 1);
        const TimeTotals after = sumBefore(end, block);
        columns[column] = after;
        columns[column] -= before;
        addIdleTime(columns[column], {begin, end});
        before = after;
        begin = end;
    }
}

std::span<const ChunkSpan> TimelineLane::spansIn(TimeRange range) const {
    std::size_t block = 0;
    std::size_t first = countBefore(range.low, block);
    const std::size_t end = countBefore(range.high, block);
    if (first > 0 && endOf(m_spans[first - 1]) > range.low) --first;
    return std::span(m_spans).subspan(first, std::max(first, end) - first);
}

void TimelineLane::longSpans(TimeRange range, nanoseconds least, std::vector<const ChunkSpan*>& out) const {
    out.clear();
    std::size_t block = 0;
    const auto atLow = spansIn({range.low, range.low + nanoseconds(1)});
    nanoseconds from = atLow.empty() ? range.low : std::min(range.low, atLow.front().begin);
    // Whatever begins from `from` on and lasts for long enough holds `probe`, so the span there is the only candidate.
    while (from < range.high) {
        const nanoseconds probe = std::min(from + least, range.high) - nanoseconds(1);
        const std::size_t count = countBefore(probe + nanoseconds(1), block);
        from = probe + nanoseconds(1);
        if (count == 0) continue;
        const ChunkSpan& span = m_spans[count - 1];
        if (endOf(span) <= probe) continue;
        from = endOf(span);
        if (span.duration >= least) out.push_back(&span);
    }
}

Timeline makeTimeline(PassSpans pass) {
    Timeline timeline{.lanes = {}, .length = lengthOf(pass.wall), .dropped = pass.dropped};
    const auto add = [&](std::vector<ChunkSpan> spans, bool isCaller) {
        spans = tidied(std::move(spans), timeline.length);
        // Which lanes lack spans is not known: in none is anything known of the time after the last one.
        const nanoseconds last = spans.empty() ? nanoseconds(0) : endOf(spans.back());
        timeline.lanes.emplace_back(std::move(spans), isCaller, pass.dropped > 0 ? last : timeline.length,
                                    timeline.length);
    };
    if (!pass.caller.empty()) add(std::move(pass.caller), true);
    for (std::vector<ChunkSpan>& worker : pass.workers)
        add(std::move(worker), false);
    return timeline;
}

bool has(const Timeline& timeline, SpanKind kind) {
    return std::ranges::any_of(timeline.lanes, [&](const TimelineLane& lane) {
        return std::ranges::find(lane.spans(), kind, &ChunkSpan::kind) != lane.spans().end();
    });
}

TimeTotals workerTotals(const Timeline& timeline, TimeRange range) {
    TimeTotals all;
    for (const TimelineLane& lane : timeline.lanes)
        if (!lane.isCaller()) all += lane.totals(range);
    return all;
}

}  // namespace breakeven
