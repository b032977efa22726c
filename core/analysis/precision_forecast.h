/// How precise the times will be when the time is over.
#pragma once

#include "core/analysis/survey.h"

#include <optional>

namespace breakeven {

/// Half-width of the widest interval of a median over that median, after so many seconds more: what rounds are still
/// wanted are spread over them, and an interval narrows with the root of its samples. Absent before every trial has an
/// interval. Errors of the forecast are those of the noise: what was calm may become restless.
std::optional<double> expectedPrecision(const Plan& plan, const Results& results, const Survey& survey,
                                        Seconds remaining);

}  // namespace breakeven
