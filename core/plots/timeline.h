/// Timeline: a profiled pass as lanes whose time can be summed over any range, at a cost that does not depend on how
/// many spans lie in it. A picture of a lane is its columns, the totals of equal pieces of what is visible; so at every
/// zoom it shows the whole truth and never more than that.
#pragma once

#include "core/experiment/spans.h"

#include <array>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace breakeven {

/// Half-open: high is no part of it.
using TimeRange = Interval<std::chrono::nanoseconds>;

inline constexpr std::size_t SpanKinds = 3;

/// Of one lane or several, in a range of time.
struct TimeTotals {
    std::array<std::chrono::nanoseconds, SpanKinds> spent{};  ///< by SpanKind
    std::chrono::nanoseconds waiting{0};                      ///< of workers: between their spans
    std::chrono::nanoseconds unrecorded{0};                   ///< after the last span, where spans were dropped
    std::uint64_t chunks = 0;                                 ///< that begin in the range, so that ranges add up
    ItemCount items = 0;                                      ///< of these chunks

    std::chrono::nanoseconds of(SpanKind kind) const { return spent[static_cast<std::size_t>(kind)]; }
    TimeTotals& operator+=(const TimeTotals& other);
    TimeTotals& operator-=(const TimeTotals& other);
    bool operator==(const TimeTotals&) const = default;
};

/// Computing, of what is known of the time; absent when nothing is.
std::optional<Ratio> utilisation(const TimeTotals& totals);

/// Where a column begins when a range is cut into as many as equal ones; column == columns: where the last one ends.
std::chrono::nanoseconds columnBegin(TimeRange range, std::size_t columns, std::size_t column);

class TimelineLane {
public:
    /// Spans ascend and do not overlap; they lie within [0, recordedUntil], and that within [0, length].
    TimelineLane(std::vector<ChunkSpan> spans, bool isCaller, std::chrono::nanoseconds recordedUntil,
                 std::chrono::nanoseconds length);

    /// The caller's lane shows what the asking thread did itself; what lies between is not waiting.
    bool isCaller() const { return m_isCaller; }
    const std::vector<ChunkSpan>& spans() const { return m_spans; }
    std::chrono::nanoseconds recordedUntil() const { return m_recordedUntil; }

    /// Of what lies within the pass. Cost: O(log spans).
    TimeTotals totals(TimeRange range) const;

    /// The totals of each column. Cost: O(columns · log(spans / columns)).
    void columns(TimeRange range, std::span<TimeTotals> columns) const;

    /// Those that overlap the range. Cost: O(log spans).
    std::span<const ChunkSpan> spansIn(TimeRange range) const;

    /// Those of spansIn(range) that last for at least so long, ascending, in place of what out holds. Range: least > 0.
    /// Cost: O(range / least), up to a logarithm.
    void longSpans(TimeRange range, std::chrono::nanoseconds least, std::vector<const ChunkSpan*>& out) const;

private:
    /// What the spans before a block of them come to; a sum up to any time then needs that block alone.
    struct Block {
        std::chrono::nanoseconds begin{0};  ///< of its first span
        TimeTotals before;
    };
    static constexpr std::size_t BlockSize = 16;

    std::size_t blockBefore(std::chrono::nanoseconds time, std::size_t from) const;
    std::size_t countBefore(std::chrono::nanoseconds time, std::size_t& block) const;
    TimeTotals sumBefore(std::chrono::nanoseconds time, std::size_t& block) const;
    void addIdleTime(TimeTotals& totals, TimeRange range) const;

    std::vector<ChunkSpan> m_spans;
    std::vector<Block> m_blocks;
    bool m_isCaller;
    std::chrono::nanoseconds m_recordedUntil;
    std::chrono::nanoseconds m_length;
};

struct Timeline {
    std::vector<TimelineLane> lanes;     ///< the caller's first, when it did something, then the workers'
    std::chrono::nanoseconds length{1};  ///< of the pass, > 0
    std::uint64_t dropped = 0;           ///< spans that were not kept
};

/// Files can hold anything: spans out of order are sorted, and what overlaps or lies beyond the pass is cut off.
Timeline makeTimeline(PassSpans pass);

/// Whether any lane has a span of the kind.
bool has(const Timeline& timeline, SpanKind kind);

/// Of all workers; the caller's lane is no worker.
TimeTotals workerTotals(const Timeline& timeline, TimeRange range);

}  // namespace breakeven
