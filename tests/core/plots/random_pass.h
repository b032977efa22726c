/// Passes at random for tests and benchmarks of the timeline, and what its sums are by definition: every span, one
/// after another.
#pragma once

#include "core/base/random.h"
#include "core/plots/timeline.h"

#include <algorithm>
#include <cmath>

namespace breakeven {

struct RandomPass {
    std::uint64_t seed = 1;
    std::size_t workers = 4;
    std::size_t spansPerLane = 1000;
    double meanNs = 1000;   ///< of a span, its lengths spread over four decades
    double gapShare = 0.5;  ///< of spans that are followed by waiting
    bool withCaller = true;
};

inline std::vector<ChunkSpan> randomLane(const RandomPass& wanted, std::uint64_t lane) {
    std::vector<ChunkSpan> spans(wanted.spansPerLane);
    std::chrono::nanoseconds now{0};
    RandomStream random(wanted.seed, lane);
    const auto unit = [&random] { return static_cast<double>(random() >> 11) * 0x1p-53; };
    const auto length = [&] {
        return std::chrono::nanoseconds(std::llround(wanted.meanNs * std::pow(10.0, 4 * unit() - 3)));
    };
    ItemCount item = 0;
    for (ChunkSpan& span : spans) {
        if (unit() < wanted.gapShare) now += length();
        const double kind = unit();
        span = {.kind = kind < 0.7   ? SpanKind::Compute
                        : kind < 0.9 ? SpanKind::Transport
                                     : SpanKind::Combine,
                .begin = now,
                .duration = length(),
                .item = item,
                .items = 1 + random() % 100};
        item += span.items;
        now += span.duration;
    }
    return spans;
}

inline PassSpans randomPass(const RandomPass& wanted) {
    PassSpans pass;
    for (std::size_t worker = 0; worker < wanted.workers; ++worker)
        pass.workers.push_back(randomLane(wanted, worker));
    if (wanted.withCaller) pass.caller = randomLane(wanted, wanted.workers);
    std::chrono::nanoseconds end{1};
    for (const auto& spans : pass.workers)
        if (!spans.empty()) end = std::max(end, spans.back().begin + spans.back().duration);
    pass.wall = end;
    return pass;
}

/// Nothing of the lane's index is used.
inline void everySpan(const TimelineLane& lane, std::chrono::nanoseconds length, TimeRange range,
                      std::span<TimeTotals> columns) {
    using std::chrono::nanoseconds;
    const auto overlap = [](TimeRange a, TimeRange b) {
        return std::max(nanoseconds(0), std::min(a.high, b.high) - std::max(a.low, b.low));
    };
    std::vector<TimeRange> pieces(columns.size());
    for (std::size_t i = 0; i < columns.size(); ++i) {
        pieces[i] = {columnBegin(range, columns.size(), i), columnBegin(range, columns.size(), i + 1)};
        columns[i] = {};
    }
    std::size_t first = 0;  // whose piece has not ended before the span begins
    for (const ChunkSpan& span : lane.spans()) {
        const TimeRange all{span.begin, span.begin + span.duration};
        while (first < pieces.size() && pieces[first].high <= all.low)
            ++first;
        for (std::size_t i = first; i < pieces.size() && (pieces[i].low < all.high || pieces[i].low <= all.low); ++i) {
            columns[i].spent[static_cast<std::size_t>(span.kind)] += overlap(all, pieces[i]);
            const bool beginsHere = span.begin >= pieces[i].low && span.begin < pieces[i].high;
            if (span.kind != SpanKind::Compute || !beginsHere) continue;
            ++columns[i].chunks;
            columns[i].items += span.items;
        }
    }
    for (std::size_t i = 0; i < columns.size(); ++i) {
        columns[i].unrecorded = overlap(pieces[i], {lane.recordedUntil(), length});
        if (lane.isCaller()) continue;
        columns[i].waiting = overlap(pieces[i], {nanoseconds(0), lane.recordedUntil()}) - columns[i].spent[0] -
                             columns[i].spent[1] - columns[i].spent[2];
    }
}

}  // namespace breakeven
