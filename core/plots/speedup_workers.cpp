#include "core/analysis/percent.h"
#include "core/analysis/scaling.h"
#include "core/base/numbers.h"
#include "core/plots/ceiling_bounds.h"
#include "core/plots/curve_plot.h"
#include "core/plots/plot_points.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace breakeven {

namespace {

/// The largest list that as many trials were compared on as on any other: of an adaptive run, one that all share.
std::optional<ItemCount> sharedSize(const Results& results) {
    std::map<ItemCount, std::size_t> trials;
    for (const TrialResult& result : results.trials())
        if (!isLoop(result.trial) && speedupVsSerial(results, result)) ++trials[result.trial.size];
    if (trials.empty()) return std::nullopt;
    const auto better = [](const auto& a, const auto& b) {
        return std::pair(a.second, a.first) < std::pair(b.second, b.first);
    };
    return std::ranges::max_element(trials, better)->first;
}

/// Whole numbers up to the most: each of a few, else ever larger steps.
std::vector<double> workerSteps(double most) {
    constexpr double Growth = 1.05;
    std::vector<double> steps;
    for (double workers = 1; workers < most; workers = std::max(workers + 1, std::floor(workers * Growth)))
        steps.push_back(workers);
    steps.push_back(most);
    return steps;
}

/// The points of a law that the axes can show; their numbers are of no trial.
template <class Law>
void addLaw(Plot& plot, const std::string& label, double most, Law law) {
    Bound bound{label, {}};
    for (const double workers : workerSteps(most)) {
        const double value = law(workers);
        const bool isOnX = plot.x.range.low <= workers && workers <= plot.x.range.high;
        if (!isOnX || !fitsY(plot, value)) continue;
        PlotPoint point;
        point.x = workers;
        point.y = value;
        widenY(plot, value);
        bound.points.push_back(std::move(point));
    }
    if (!bound.points.empty()) plot.bounds.push_back(std::move(bound));
}

/// Amdahl's law as the fastest series at that size carries it.
void addAmdahl(Plot& plot, const Results& results, ItemCount size, double most) {
    const auto fastest = fastestScaling(results, size);
    if (!fastest) return;
    const auto law = std::ranges::find(fastest->models, ScalingLaw::Amdahl, &ScalingModel::law);
    if (law == fastest->models.end() || !law->refusal.empty()) return;
    const Coefficients coefficients{law->coefficients.front().value};
    addLaw(plot, "Amdahl, " + fastest->label + ": " + percent(coefficients.front()) + " serial", most,
           [&](double workers) { return predicted(ScalingLaw::Amdahl, coefficients, workers); });
}

Plot drawSpeedupWorkers(const Results& results, const Selection& selection) {
    const auto size = sharedSize(results);
    Plot plot = curvePlot(results, selection,
                          {.id = "speedup-workers",
                           .title = "Speed-up",
                           .yTitle = speedupTitle(results),
                           .yQuantity = Quantity::Speedup,
                           .withSerial = false,
                           .pointOf = [&](const TrialResult& result) { return speedupPoint(results, result); },
                           .x = "workers",
                           .shows = [&](const Trial& trial) { return !size || trial.size == *size; }});
    if (!size || plot.series.empty()) return plot;
    plot.title += ", " + countItems(static_cast<double>(*size));
    std::set<double> workers;
    for (const Series& series : plot.series)
        for (const PlotPoint& point : series.points)
            workers.insert(point.x);
    if (workers.empty()) return plot;  // all are hidden
    const double most = *workers.rbegin();
    if (workers.size() == 1) addNote(plot, "The run has one worker count; others show how the speed-up grows");
    addGuide(plot, "serial", 1);
    const double usable = std::max(1, results.run().environment.usableCpus);
    addLaw(plot, "ideal", most, [&](double count) { return std::min(count, usable); });
    addAmdahl(plot, results, *size, most);
    addCeilingsOverWorkers(plot, results, size);
    return plot;
}

}  // namespace

PlotEntry speedupWorkersPlot() {
    return {{"speedup-workers", "Speed-up over workers",
             "Serial time over parallel time of the largest list that all share, against the workers; beside the ideal "
             "of computing, the ceilings, and Amdahl's law where the points carry one"},
            PlotGroup::Speedup,
            drawSpeedupWorkers};
}

}  // namespace breakeven
