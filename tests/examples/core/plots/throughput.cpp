#include "core/plots/curve_plot.h"
#include "core/plots/plot_points.h"

namespace breakeven {

namespace {

/// Items over the median time; the ends of the interval change places.
std::optional<PlotPoint> itemsPerSecond(const TrialResult& result) {
    auto point = medianPoint(result);
    if (!point || point->y <= 0) return std::nullopt;
    const auto items = static_cast<double>(result.trial.size);
    point->y = items / point->y;
    if (point->interval && point->interval->low > 0)
        point->interval = {items / point->interval->high, items / point->interval->low};
    else
        point->interval.reset();
    return point;
}

Plot drawThroughput(const Results& results, const Selection& selection) {
    return curvePlot(results, selection,
                     {.id = "throughput",
                      .title = "Throughput",
                      .yTitle = "Items per second",
                      .yQuantity = Quantity::Number,
                      .withSerial = true,
                      .pointOf = itemsPerSecond});
}

}  // namespace

PlotEntry throughputPlot() {
    return {{"throughput", "Throughput", "Items that are done in a second; what a long list gains, a short one pays"},
            PlotGroup::Runtime,
            drawThroughput};
}

}  // namespace breakeven
