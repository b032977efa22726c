/// The test that an interval implies, for where the interval is all that is known.
#pragma once

#include "core/base/units.h"

namespace breakeven {

/// Two-sided p-value of "the true value is `against`": 0.05 where a bound of the 95 % interval lies on it, so the test
/// and the interval never disagree; beyond, Student's tail of that freedom, in units of the side of the interval that
/// faces `against`. Range: interval.low <= value <= interval.high; freedom >= 1, infinite for the normal law.
/// Source of the duality: Lehmann and Romano, Testing Statistical Hypotheses, 3rd ed., section 3.5.
double intervalPValue(double value, const Interval<double>& interval, double freedom, double against);

}  // namespace breakeven
