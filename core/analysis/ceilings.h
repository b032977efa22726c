/// What no speed-up on a chart can exceed: the workers, the serial share, and the memory.
#pragma once

#include "core/analysis/speedup.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace breakeven {

enum class CeilingKind { Ideal, Amdahl, Memory };

struct CeilingPoint {
    ItemCount size = 1;
    WorkerCount workers = 1;
    Ratio value = 1;                          ///< the highest speed-up over serial, > 0
    std::optional<Interval<Ratio>> interval;  ///< 95 %; absent for Ideal and where there was one launch
};

/// One kind of limit on one list.
struct Ceiling {
    CeilingKind kind = CeilingKind::Ideal;
    std::string workload;
    Params params;
    std::string label;  ///< "ideal ×4", "Amdahl", "memory ×4"; with the workload where there are several
    std::vector<CeilingPoint> points;  ///< ascending size, then workers; never empty
};

/// Per workload, parameters and worker count within the usable CPUs:
/// - Ideal: the workers.
/// - Amdahl: 1 / e at any number of workers, with e the Karp–Flatt serial fraction of the best series on the most
///   workers of that size, one ceiling for all worker counts. None where e cannot be told from 0, or the best series
///   not from serial; nor at a size where not every series was tried, such as one that refines a break-even: the best
///   of few is not the best.
/// - Memory: all bytes of the list have to move, which takes at least bytes / bandwidth(p), so S <= T1 · bandwidth(p) /
///   bytes, with the STREAM triad's bandwidth of p threads measured in the same run (Williams, Waterman and Patterson,
///   Roofline, CACM 52, 2009). Only where the list exceeds the last cache: what fits in it need not move. The bytes are
///   known of profiled trials alone.
/// Work that waits instead of computing may well be above all of them.
std::vector<Ceiling> ceilings(const Results& results);

struct Cache {
    std::string text;     ///< "L2 2048 KiB"
    ByteCount bytes = 0;  ///< > 0
};

/// From the fact "cpu.caches" ("L1 48 KiB, L2 2048 KiB, L3 260 MiB"), nearest to the CPU first; none when it is not
/// observable or one of them reads otherwise.
std::vector<Cache> cachesOf(const Environment& environment);

/// The size of the last of these.
std::optional<ByteCount> lastCacheBytes(const Environment& environment);

/// Contract words: ideal, amdahl, memory.
std::string_view ceilingWord(CeilingKind kind);

}  // namespace breakeven
