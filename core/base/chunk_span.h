/// What one worker did with one range of items, as a timeline shows it.
#pragma once

#include "core/base/units.h"

#include <chrono>

namespace breakeven {

enum class SpanKind {
    Compute,    ///< a chunk is run or folded
    Transport,  ///< its input or output is packed or unpacked
    Combine,    ///< partial results of a reduction become one
};

struct ChunkSpan {
    SpanKind kind = SpanKind::Compute;
    std::chrono::nanoseconds begin{0};     ///< from the start of the pass
    std::chrono::nanoseconds duration{0};  ///< >= 0
    ItemCount item = 0;                    ///< the first
    ItemCount items = 0;                   ///< of a Combine: partial results
    bool operator==(const ChunkSpan&) const = default;
};

}  // namespace breakeven
