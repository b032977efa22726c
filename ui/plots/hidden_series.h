/// Curves that the reader of a chart has hidden.
#pragma once

#include "core/plots/plots.h"

#include <functional>
#include <string>

namespace breakeven {

/// Draws without what is hidden, which keeps its place in the legend, so that it can be shown again.
Plot drawWithHidden(const std::function<Plot(const Selection&)>& draw, const Selection& selection);

/// Hides the curve, or shows it again.
void toggleSeries(Selection& selection, const std::string& label);

}  // namespace breakeven
