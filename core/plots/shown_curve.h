/// The one curve of a chart that explains a single one.
#pragma once

#include "core/analysis/curves.h"

#include <functional>
#include <optional>
#include <vector>

namespace breakeven {

/// The curve of the chosen trial, a loop excepted; else the fastest of those with a trial that is explained, then of
/// all, by the speed-up at the last point that was compared. nullptr: there is none but loops. Into the curves.
const Curve* shownCurve(const Results& results, const std::vector<Curve>& curves, std::optional<int> chosen,
                        const std::function<bool(int trialId)>& isExplained);

}  // namespace breakeven
