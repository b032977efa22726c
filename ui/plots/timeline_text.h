/// A timeline in words: what the mouse finds, and the twin for those who hear it.
#pragma once

#include "core/plots/timeline.h"

#include <QString>

#include <cstddef>

namespace breakeven {

/// Three digits: "74.0 %", "0.31 %", "<0.01 %".
QString shareText(double share);

/// compute, transport, combine
QString kindName(SpanKind kind);

/// "worker 1", "caller"
QString laneName(const Timeline& timeline, std::size_t lane);

/// "3.4021 ms": with as many digits as tell moments a step apart. Range: step > 0.
QString momentText(std::chrono::nanoseconds time, std::chrono::nanoseconds step);

/// "items 100–199", "4 partial results"
QString itemsText(const ChunkSpan& span);

/// What lies at a place, as plain text of one or two lines: the span when there is one or it fills the piece's middle,
/// else what the piece's time went to. piece: a few pixels wide.
QString hoverText(const Timeline& timeline, std::size_t lane, TimeRange piece);

/// "71.2 %", or a dash when nothing is known of the time.
QString utilisationText(const TimeTotals& totals);

/// How long the pass took, what is missing, and the totals of all workers and of every lane in the range, as sentences.
QString timelineText(const Timeline& timeline, TimeRange range, const QString& title);

}  // namespace breakeven
