#include "core/plots/curve_plot.h"
#include "core/plots/plot_points.h"

namespace breakeven {

namespace {

Plot drawRuntime(const Results& results, const Selection& selection) {
    return curvePlot(results, selection,
                     {.id = "runtime",
                      .title = "Runtime",
                      .yTitle = "Runtime (s)",
                      .yQuantity = Quantity::Duration,
                      .withSerial = true,
                      .pointOf = medianPoint});
}

}  // namespace

PlotEntry runtimePlot() {
    return {
        {"runtime", "Runtime",
         "Median time of one list against what the experiment varies; over sizes with the break-even of each curve"},
        PlotGroup::Runtime,
        drawRuntime};
}

}  // namespace breakeven
