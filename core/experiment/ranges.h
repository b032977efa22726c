/// The little languages of sizes and workers, as typed on the command line, in specs and in the window.
///   sizes    100,200,500 · 10:1e8 decades · 10:1e8:x2 powers · 1:9:+1 steps · 10:1e6:n13 log-spaced points
///   workers  1,2,4 · 1:8 every count · 1:8:x2 · -1 all usable CPUs, -2 all but one · 1.5x of the CPUs · all · physical
/// Numbers may be scientific (1e6) when they are whole. A range keeps to its end: 10:5000 is 10, 100, 1000. A list has
/// at most 10 000 values.
#pragma once

#include "core/base/result.h"
#include "core/base/units.h"

#include <optional>
#include <string_view>
#include <vector>

namespace breakeven {

inline constexpr ItemCount LargestSize = 1'000'000'000'000;  ///< 1e12 items; memory usually ends much earlier
inline constexpr WorkerCount MostWorkers = 1024;

/// Ascending, without repeats, each in [1, LargestSize].
/// Errors: InvalidInput naming the part, its value and the allowed range.
Result<std::vector<ItemCount>> parseSizes(std::string_view text);

/// One size, written as in a list; absent when it is anything else, a range or a list included.
std::optional<ItemCount> parseSize(std::string_view text);

/// CPUs that worker expressions refer to.
struct CpuCounts {
    WorkerCount usable = 1;
    WorkerCount physical = 1;
};

/// Ascending, without repeats, each in [1, MostWorkers]; negatives count back from the usable CPUs as joblib's n_jobs
/// does and never fall below 1. 0 is an error.
Result<std::vector<WorkerCount>> parseWorkers(std::string_view text, CpuCounts cpus);

}  // namespace breakeven
