#include "core/analysis/speedup.h"

#include "core/plots/curve_plot.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <string_view>

namespace breakeven {

namespace {

/// What a curve with that many workers would reach on these CPUs if nothing were lost.
struct Ideal {
    WorkerCount speedup = 1;
    bool isLimitedByCpus = false;
};

Ideal idealOf(const Results& results) {
    WorkerCount most = 1;
    for (const TrialResult& result : results.trials())
        most = std::max(most, result.trial.workers);
    const WorkerCount usable = std::max(1, results.run().environment.usableCpus);
    return {std::min(most, usable), most > usable};
}

std::string_view titleOf(const Results& results) {
    const bool hasOtherBase = std::ranges::any_of(
        results.trials(), [](const TrialResult& result) { return baseBackendOf(result.trial) != "serial"; });
    return hasOtherBase ? "Speed-up vs serial, in Python vs python-serial (×)" : "Speed-up vs serial (×)";
}

Plot drawSpeedup(const Results& results, const Selection& selection) {
    const auto ratio = [&](const TrialResult& result) -> std::optional<PlotPoint> {
        const auto speedup = speedupVsSerial(results, result);
        if (!speedup) return std::nullopt;
        PlotPoint point;
        point.y = speedup->value;
        point.interval = speedup->interval;
        return point;
    };
    Plot plot = curvePlot(results, selection,
                          {.id = "speedup",
                           .title = "Speed-up",
                           .yTitle = std::string(titleOf(results)),
                           .yQuantity = Quantity::Speedup,
                           .withSerial = false,
                           .pointOf = ratio});
    addGuide(plot, "serial", 1);
    const Ideal ideal = idealOf(results);
    const std::string count = std::to_string(ideal.speedup);
    if (ideal.speedup > 1) {  // what waits instead of computing may well be above the CPUs
        addGuide(
            plot,
            ideal.isLimitedByCpus ? "ideal for computing: " + count + " usable CPUs" : "ideal: " + count + " workers",
            ideal.speedup);
    }
    return plot;
}

}  // namespace

PlotEntry speedupPlot() {
    return {{"speedup", "Speed-up",
             "Serial time over parallel time against what the experiment varies; above 1 parallel is faster"},
            drawSpeedup};
}

}  // namespace breakeven
