#include "core/analysis/waterfall.h"

#include "core/analysis/curves.h"
#include "core/plots/curve_plot.h"
#include "core/plots/palette.h"
#include "core/plots/plot_points.h"
#include "core/plots/shown_curve.h"
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
    const auto isKnown = [&](int trial) { return falls.contains(trial); };
    const Curve* const shown = shownCurve(results, curves, selection.trialId, isKnown);
    const auto perWorker = [&](const TrialResult& result) -> std::optional<PlotPoint> {
        if (shown == nullptr || std::ranges::count(shown->trials, &result) == 0) return std::nullopt;
        return efficiencyPoint(results, result);
    };
    Plot plot = curvePlot(results, selection,
                          {.id = "waterfall",
                           .title = shown == nullptr ? "Losses" : "Losses of " + shown->label,
                           .yTitle = "Left of the ideal (%)",
                           .yQuantity = Quantity::Share,
                           .withSerial = false,
                           .pointOf = perWorker});
    plot.markers.clear();
    addGuide(plot, "nothing lost", 1);
    if (shown == nullptr) return plot;
    for (const CauseLine& line :
         {CauseLine{LossCause::LoadBalance, "after imbalance", partFamily(0), Dash::Solid, Sign::Square},
          CauseLine{LossCause::Overhead, "and after overhead", partFamily(1), Dash::Dashed, Sign::Diamond},
          CauseLine{LossCause::Clock, "and after the clock", partFamily(2), Dash::Dotted, Sign::Triangle}}) {
        if (std::ranges::count(selection.hiddenSeries, line.label) == 0) addCause(plot, line, *shown, falls, x);
    }
    const bool isExplained =
        std::ranges::any_of(shown->trials, [&](const TrialResult* result) { return isKnown(result->trial.id); });
    addNote(plot, !isExplained ? "No profiled pass tells the causes"
                               : "Each line has one loss more than the one before; the curve itself has all, slower "
                                 "work as the last");
    return plot;
}

}  // namespace

PlotEntry waterfallPlot() {
    return {
        {"waterfall", "Losses",
         "The way from the ideal down to the speed-up per worker of one curve, the fastest or the one chosen in the "
         "results: what is left after each loss, one after the other"},
        PlotGroup::Why,
        drawWaterfall};
}

}  // namespace breakeven
