#include "core/analysis/speedup.h"

#include "core/analysis/ceilings.h"
#include "core/base/numbers.h"
#include "core/plots/curve_plot.h"
#include "core/plots/plot_points.h"
#include "core/plots/x_axis.h"

#include <algorithm>
#include <cmath>
#include <map>
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

using Bounds = std::map<std::string, Bound>;  // by label

void addPoint(Bounds& bounds, const std::string& label, double x, const CeilingPoint& point) {
    PlotPoint drawn;
    drawn.x = x;
    drawn.y = point.value;
    drawn.interval = point.interval;
    bounds[label].points.push_back(std::move(drawn));
}

/// Over the sizes each worker count has its own memory ceiling. What is ideal is the same everywhere: a guide.
Bounds boundsOverSizes(const std::vector<Ceiling>& all) {
    Bounds bounds;
    for (const Ceiling& ceiling : all) {
        if (ceiling.kind == CeilingKind::Ideal) continue;
        for (const CeilingPoint& point : ceiling.points)
            addPoint(bounds, ceiling.label, static_cast<double>(point.size), point);
    }
    return bounds;
}

/// Over the workers each size has its own lines. Amdahl's ceiling is that of any number of workers.
Bounds boundsOverWorkers(const std::vector<Ceiling>& all, const Interval<double>& workers) {
    Bounds bounds;
    for (const Ceiling& ceiling : all) {
        const std::string name = ceiling.label.substr(0, ceiling.label.find(" ×"));
        for (const CeilingPoint& point : ceiling.points) {
            const std::string label = name + ", " + countItems(static_cast<double>(point.size));
            if (ceiling.kind == CeilingKind::Amdahl) {
                addPoint(bounds, label, workers.low, point);
                addPoint(bounds, label, workers.high, point);
            } else {
                addPoint(bounds, ceiling.kind == CeilingKind::Ideal ? name : label, point.workers, point);
            }
        }
    }
    return bounds;
}

/// The points that the axes can show. A ceiling far above all curves would press them flat: it limits nothing here.
void addBounds(Plot& plot, const Bounds& bounds) {
    constexpr double FarAbove = 2;  // times the highest of the picture
    const double highest = plot.y.range.high * FarAbove;
    for (const auto& [label, bound] : bounds) {
        Bound shown{label, {}};
        for (PlotPoint point : bound.points) {
            const bool isOnX = plot.x.range.low <= point.x && point.x <= plot.x.range.high;
            if (!isOnX || !fitsY(plot, point.y) || point.y > highest) continue;
            widenY(plot, point.y);
            if (point.interval && (!fitsY(plot, point.interval->low) || point.interval->high > highest))
                point.interval.reset();
            shown.points.push_back(std::move(point));
        }
        std::ranges::stable_sort(shown.points, {}, &PlotPoint::x);
        const auto repeated = std::ranges::unique(shown.points, {}, &PlotPoint::x);
        shown.points.erase(repeated.begin(), repeated.end());
        if (!shown.points.empty()) plot.bounds.push_back(std::move(shown));
    }
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
    if (x.word == "size") addBounds(plot, boundsOverSizes(ceilings(results)));
    if (x.word == "workers") addBounds(plot, boundsOverWorkers(ceilings(results), plot.x.range));
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
