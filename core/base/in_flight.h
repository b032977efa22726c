/// The in-flight limit: how many chunks may be handed over whose results have not been taken back. Written in the
/// little language of joblib's pre_dispatch: "all", a count, or arithmetic with n_jobs, the number of workers.
#pragma once

#include "core/base/result.h"
#include "core/base/units.h"

#include <cstdint>
#include <limits>
#include <string_view>

namespace breakeven {

inline constexpr std::uint64_t NoLimit = std::numeric_limits<std::uint64_t>::max();

/// "all" is NoLimit; a count may be up to 1e12. Arithmetic knows numbers, n_jobs, + - * / // % ** and parentheses, with
/// Python's precedence and meaning; it has at most 30 characters, every intermediate result is within ±1e6, and the
/// last one is truncated. Errors: InvalidInput naming in_flight for anything else, and for results below 1.
Result<std::uint64_t> parseInFlight(std::string_view text, WorkerCount workers);

}  // namespace breakeven
