#include "core/analysis/speedup.h"
#include "core/plots/curve_plot.h"

#include <optional>

namespace breakeven {

namespace {

Plot drawEfficiency(const Results& results, const Selection& selection) {
    const auto share = [&](const TrialResult& result) -> std::optional<PlotPoint> {
        const auto speedup = speedupVsSerial(results, result);
        if (!speedup) return std::nullopt;
        PlotPoint point;
        point.y = efficiency(speedup->value, result.trial.workers);
        if (const auto& interval = speedup->interval) {
            point.interval = {efficiency(interval->low, result.trial.workers),
                              efficiency(interval->high, result.trial.workers)};
        }
        return point;
    };
    Plot plot = curvePlot(results, selection,
                          {.id = "efficiency",
                           .title = "Efficiency",
                           .yTitle = "Speed-up per worker (%)",
                           .yQuantity = Quantity::Share,
                           .withSerial = false,
                           .pointOf = share});
    addGuide(plot, "ideal", 1);
    return plot;
}

}  // namespace

PlotEntry efficiencyPlot() {
    return {{"efficiency", "Efficiency", "What each worker gives of what serial gives alone; 100 % is ideal"},
            drawEfficiency};
}

}  // namespace breakeven
