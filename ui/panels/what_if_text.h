/// What the what-if panel says.
#pragma once

#include "core/analysis/what_if.h"

#include <QString>

namespace breakeven {

/// From where the curve would pay, and what it would reach at its largest size. Range: no refusal, one point or more.
QString whatIfAnswer(const WhatIfCurve& curve);

/// That it is an estimate, the numbers it rests on, and how far it leaves what was measured.
QString whatIfBasis(const Results& results, const WhatIfCurve& curve, const WhatIf& question);

}  // namespace breakeven
