/// A part of a time with its uncertainty, and the sums of such parts.
#pragma once

#include "core/base/units.h"

#include <initializer_list>
#include <optional>
#include <span>

namespace breakeven {

struct TimePart {
    Seconds value{0};                           ///< below 0 for what is saved or left over
    std::optional<Interval<Seconds>> interval;  ///< 95 %; absent: a single launch, or n too small
    bool operator==(const TimePart&) const = default;
};

/// The median of repeated measurements, with Student's interval over them, cut at 0: for values that are no samples of
/// the same launch, and few. No interval from fewer than 2. Range: not empty, seconds >= 0.
/// Source: Georges, Buytaert and Eeckhout, Statistically Rigorous Java Performance Evaluation, OOPSLA 2007.
TimePart medianOf(std::span<const double> seconds);

TimePart scaled(const TimePart& part, double factor);

/// Of independent parts: the distances of the interval's ends from the value are the root of the sum of squares of
/// theirs, each side for itself. Absent when a part that is not 0 has none.
/// Source: Zou and Donner, Construction of confidence limits about effect measures, Statistics in Medicine 27 (2008).
TimePart sumOf(std::initializer_list<TimePart> parts);

}  // namespace breakeven
