#include "core/plots/curve_plot.h"
#include "core/plots/plot_points.h"

namespace breakeven {

namespace {

Plot drawEfficiency(const Results& results, const Selection& selection) {
    Plot plot = curvePlot(results, selection,
                          {.id = "efficiency",
                           .title = "Efficiency",
                           .yTitle = "Speed-up per worker (%)",
                           .yQuantity = Quantity::Share,
                           .withSerial = false,
                           .pointOf = [&](const TrialResult& result) { return efficiencyPoint(results, result); }});
    addGuide(plot, "ideal", 1);
    return plot;
}

}  // namespace

PlotEntry efficiencyPlot() {
    return {{"efficiency", "Efficiency", "What each worker gives of what serial gives alone; 100 % is ideal"},
            PlotGroup::Speedup,
            drawEfficiency};
}

}  // namespace breakeven
