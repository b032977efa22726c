#include "core/analysis/waterfall.h"

#include "core/analysis/curves.h"
#include "core/plots/curve_plot.h"
#include "core/plots/palette.h"
#include "core/plots/plot_points.h"
#include "core/plots/x_axis.h"

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace breakeven {

namespace {

using Falls = std::map<int, Waterfall>;  // by trial

/// Whether a loss of the curve is known, then its speed-up at the last point that was compared; 0: none was.
std::pair<bool, double> rankOf(const Results& results, const Curve& curve, const Falls& falls) {
    std::pair<bool, double> rank;
    if (isLoop(curve.first())) return rank;
    for (const TrialResult* result : curve.trials) {
        if (falls.contains(result->trial.id)) rank.first = true;
        if (const auto speedup = speedupVsSerial(results, *result)) rank.second = speedup->value;
    }
    return rank;
}

struct CauseLine {
    LossCause cause;
    std::string label;
    std::string family;
    Dash dash;
    Sign sign;
};

void addCause(Plot& plot, const CauseLine& line, const Curve& curve, const Falls& falls, const XAxis& x) {
    Series series;
    series.label = line.label;
    series.family = line.family;
    series.dash = line.dash;
    series.sign = line.sign;
    for (const TrialResult* result : curve.trials) {
        const auto fall = falls.find(result->trial.id);
        const LossFactor* factor = fall == falls.end() ? nullptr : findFactor(fall->second, line.cause);
        const auto at = xOf(result->trial, x);
        if (factor == nullptr || !at || !fitsY(plot, factor->left)) continue;
        if (*at < plot.x.range.low || *at > plot.x.range.high) continue;
        PlotPoint point;
        point.x = *at;
        point.y = factor->left;
        point.interval = factor->leftInterval;
        point.trialId = result->trial.id;
        if (!point.interval) point.note = fall->second.passes == 1 ? "one pass" : "two passes";
        series.points.push_back(std::move(point));
    }
    addSeries(plot, std::move(series));
}

Plot drawWaterfall(const Results& results, const Selection& selection) {
    const XAxis x = xAxisOf(results);
    const std::vector<Curve> curves = curvesOf(results, x.word);
    Falls falls;
    for (Waterfall& waterfall : waterfalls(results))
        falls.emplace(waterfall.trial.id, std::move(waterfall));
    const auto shown =
        std::ranges::max_element(curves, {}, [&](const Curve& curve) { return rankOf(results, curve, falls); });
    const auto perWorker = [&](const TrialResult& result) -> std::optional<PlotPoint> {
        const bool isShown = !isLoop(result.trial) && std::ranges::count(shown->trials, &result) > 0;
        if (!isShown) return std::nullopt;
        return efficiencyPoint(results, result);
    };
    Plot plot = curvePlot(results, selection,
                          {.id = "waterfall",
                           .title = "Losses",
                           .yTitle = "Left of the ideal (%)",
                           .yQuantity = Quantity::Share,
                           .withSerial = false,
                           .pointOf = perWorker});
    plot.markers.clear();
    addGuide(plot, "nothing lost", 1);
    if (shown == curves.end()) return plot;
    for (const CauseLine& line :
         {CauseLine{LossCause::LoadBalance, "after imbalance", partFamily(0), Dash::Solid, Sign::Square},
          CauseLine{LossCause::Overhead, "and after overhead", partFamily(1), Dash::Dashed, Sign::Diamond},
          CauseLine{LossCause::Clock, "and after the clock", partFamily(2), Dash::Dotted, Sign::Triangle}}) {
        if (std::ranges::count(selection.hiddenSeries, line.label) == 0) addCause(plot, line, *shown, falls, x);
    }
    addNote(plot, falls.empty() ? "No profiled pass tells the causes"
                                : "Each line has one loss more than the one before; the curve itself has all, slower "
                                  "work as the last");
    return plot;
}

}  // namespace

PlotEntry waterfallPlot() {
    return {
        {"waterfall", "Losses",
         "The way from the ideal down to the fastest curve's speed-up per worker: what is left after each loss, one "
         "after the other"},
        PlotGroup::Why,
        drawWaterfall};
}

}  // namespace breakeven
