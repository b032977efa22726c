#include "core/plots/curve_plot.h"
#include "core/plots/plot_points.h"

namespace breakeven {

namespace {

std::optional<PlotPoint> perItem(const TrialResult& result) {
    auto point = medianPoint(result);
    if (!point) return std::nullopt;
    const auto items = static_cast<double>(result.trial.size);
    point->y /= items;
    if (point->interval) point->interval = {point->interval->low / items, point->interval->high / items};
    return point;
}

Plot drawTimePerItem(const Results& results, const Selection& selection) {
    return curvePlot(results, selection,
                     {.id = "time-per-item",
                      .title = "Time per item",
                      .yTitle = "Time per item (s)",
                      .yQuantity = Quantity::Duration,
                      .withSerial = true,
                      .pointOf = perItem});
}

}  // namespace

PlotEntry timePerItemPlot() {
    return {{"time-per-item", "Time per item",
             "Median time of one list over its items: flat where a longer list costs nothing extra, high at the left "
             "where a call costs more than its items, with steps where a list outgrows a cache"},
            PlotGroup::Runtime,
            drawTimePerItem};
}

}  // namespace breakeven
