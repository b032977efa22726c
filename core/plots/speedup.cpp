#include "core/analysis/speedup.h"

#include "core/plots/ceiling_bounds.h"
#include "core/plots/curve_plot.h"
#include "core/plots/plot_points.h"
#include "core/plots/x_axis.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>

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

Plot drawSpeedup(const Results& results, const Selection& selection) {
    Plot plot = curvePlot(results, selection,
                          {.id = "speedup",
                           .title = "Speed-up",
                           .yTitle = speedupTitle(results),
                           .yQuantity = Quantity::Speedup,
                           .withSerial = false,
                           .pointOf = [&](const TrialResult& result) { return speedupPoint(results, result); }});
    addGuide(plot, "serial", 1);
    const Ideal ideal = idealOf(results);
    const std::string count = std::to_string(ideal.speedup);
    if (ideal.speedup > 1) {  // what waits instead of computing may well be above the CPUs
        addGuide(
            plot,
            ideal.isLimitedByCpus ? "ideal for computing: " + count + " usable CPUs" : "ideal: " + count + " workers",
            ideal.speedup);
    }
    const XAxis x = xAxisOf(results);
    if (x.word == "size") addCeilingsOverSizes(plot, results);
    if (x.word == "workers") addCeilingsOverWorkers(plot, results);
    return plot;
}

}  // namespace

PlotEntry speedupPlot() {
    return {{"speedup", "Speed-up",
             "Serial time over parallel time against what the experiment varies; above 1 parallel is faster"},
            PlotGroup::Speedup,
            drawSpeedup};
}

}  // namespace breakeven
