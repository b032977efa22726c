/// What a trial that has not been measured yet would take.
#pragma once

#include "core/experiment/plan.h"
#include "core/experiment/results.h"

#include <optional>

namespace breakeven {

/// Time of one execution, from the same series at the two largest smaller sizes that were measured: the straight line
/// through them, never falling. From one size only for calls that hand over item by item, whose time is in proportion
/// to the size. Absent when that says nothing.
std::optional<Seconds> forecastOf(const Trial& trial, const Plan& plan, const Results& results);

}  // namespace breakeven
