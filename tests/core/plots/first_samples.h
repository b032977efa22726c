/// A chart of nothing but the times that were given, for tests of what all charts share.
#pragma once

#include "core/plots/curve_plot.h"
#include "tests/support/sample_results.h"

#include <optional>
#include <string>
#include <vector>

namespace breakeven {

/// Draws the first sample of each trial, with a third above and below as its interval.
inline Plot draw(const Results& results, const Selection& selection = {}, bool withSerial = true) {
    const auto first = [](const TrialResult& result) -> std::optional<PlotPoint> {
        PlotPoint point;
        point.y = result.samples.front().seconds.count();
        point.interval = {point.y / 1.5, point.y * 1.5};
        return point;
    };
    return curvePlot(results, selection,
                     {.id = "test",
                      .title = "Test",
                      .yTitle = "Time (s)",
                      .yQuantity = Quantity::Duration,
                      .withSerial = withSerial,
                      .pointOf = first});
}

inline std::vector<std::string> labelsOf(const Plot& plot) {
    std::vector<std::string> labels;
    for (const auto& series : plot.series)
        labels.push_back(series.label);
    return labels;
}

}  // namespace breakeven
