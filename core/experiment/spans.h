/// PassSpans: the timeline of one profiled pass, one line of a RUN.spans file.
#pragma once

#include "core/base/chunk_span.h"
#include "core/base/result.h"
#include "core/base/units.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace breakeven {

struct PassSpans {
    int trial = 0;
    int launch = 0;
    Seconds wall{0};                              ///< of the pass
    std::vector<std::vector<ChunkSpan>> workers;  ///< by worker, ascending; what lies between them is waiting
    std::vector<ChunkSpan> caller;                ///< what the asking thread packed, unpacked and combined; ascending
    std::uint64_t dropped = 0;                    ///< spans that were not kept: the last ones of each worker
};

/// One line without the newline:
/// {"event":"spans","trial":3,"launch":0,"wall_s":0.01,"dropped":0,"kinds":["compute","transport","combine"],
///  "workers":[{"begin_ns":[…],"duration_ns":[…],"item":[…],"items":[…],"kind":[…]}, …],"caller":{…}}
/// Columns of a worker are of the same length; kind is a position in kinds; no caller: it did nothing of its own.
std::string writeSpans(const PassSpans& pass);

/// Kinds that this version does not know are left out. Errors: InvalidInput for anything that is not such a line.
Result<PassSpans> parseSpans(std::string_view line);

/// "compute", …
std::string_view wordOf(SpanKind kind);

}  // namespace breakeven
