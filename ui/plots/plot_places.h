/// Where a plot has points: found by halving, since a series may have a million of them. Series are in ascending x.
#pragma once

#include "core/plots/plot.h"

#include <optional>
#include <string_view>

namespace breakeven {

/// The smallest x at or above, or strictly above, or the largest strictly below a value that some series has a point
/// at.
std::optional<double> positionFrom(const Plot& plot, double x);
std::optional<double> positionAfter(const Plot& plot, double x);
std::optional<double> positionBefore(const Plot& plot, double x);

/// The first point of a series at x; nullptr when it has none there.
const PlotPoint* pointAt(const Series& series, double x);

/// nullptr when the plot has none of that label.
const Series* findSeries(const Plot& plot, std::string_view label);

/// The plot as if the reader's hidden series had never been there.
Plot withoutHidden(Plot plot);

}  // namespace breakeven
