#include "core/analysis/best_chunk.h"
#include "core/analysis/curves.h"
#include "core/base/numbers.h"
#include "core/plots/curve_plot.h"
#include "core/plots/plot_points.h"
#include "core/plots/x_axis.h"

#include <algorithm>
#include <set>
#include <string>
#include <utility>

namespace breakeven {

namespace {

constexpr const char* Word = "chunk";

/// False where no chunk is told to be better than another.
bool markBest(Plot& plot, const Series& series, const std::vector<BestChunk>& best) {
    const auto isOwn = [&](const BestChunk& chunk) {
        return std::ranges::count(series.points, chunk.trial, &PlotPoint::trialId) > 0;
    };
    const auto own = std::ranges::find_if(best, isOwn);
    if (own == best.end() || !own->asGood) return false;
    plot.markers.push_back(
        {.label = series.label + ": " + countItems(own->items) + " (" + formatItems(*own->asGood) + ")",
         .family = series.family,
         .x = own->items,
         .interval = own->asGood,
         .what = "best chunk"});
    return true;
}

/// What the backends choose by themselves, as a line across.
void addOwnChoices(Plot& plot, const Results& results, const Selection& selection, const XAxis& x) {
    for (const Curve& curve : curvesOf(results, Word)) {
        if (isLoop(curve.first()) || std::ranges::count(selection.hiddenSeries, curve.label) > 0) continue;
        for (const TrialResult* result : curve.trials) {
            if (xOf(result->trial, x) || !isComparable(*result)) continue;
            if (const auto point = medianPoint(*result))
                addGuide(plot, curve.label + ", chunk " + result->trial.chunk, point->y);
        }
    }
}

bool variesChunks(const Results& results, const XAxis& x) {
    std::set<double> chunks;
    for (const TrialResult& result : results.trials())
        if (const auto chunk = xOf(result.trial, x)) chunks.insert(*chunk);
    return chunks.size() > 1;
}

Plot drawGrain(const Results& results, const Selection& selection) {
    const XAxis x = xAxisOf(Word);
    const bool isVaried = variesChunks(results, x);
    const auto time = [&](const TrialResult& result) -> std::optional<PlotPoint> {
        const bool isPlaced = isLoop(result.trial) || xOf(result.trial, x);
        return isVaried && isPlaced ? medianPoint(result) : std::nullopt;
    };
    Plot plot = curvePlot(results, selection,
                          {.id = "grain",
                           .title = "Runtime",
                           .yTitle = "Runtime (s)",
                           .yQuantity = Quantity::Duration,
                           .withSerial = true,
                           .pointOf = time,
                           .x = Word});
    if (!isVaried) {
        plot.guides.clear();
        if (!results.trials().empty()) plot.note = "The run has no two sizes of chunks; the experiment grain has";
        return plot;
    }
    const std::vector<BestChunk> best = bestChunks(results);
    std::string unresolved;
    for (const Series& series : plot.series) {
        if (series.points.size() > 1 && !markBest(plot, series, best))
            unresolved += (unresolved.empty() ? "" : ", ") + series.label;
    }
    if (!unresolved.empty())
        addNote(plot, "Which chunk is best is not resolved" + (plot.markers.empty() ? "" : ": " + unresolved));
    addOwnChoices(plot, results, selection, x);
    if (!plot.markers.empty()) plot.title += ", the best one marked";
    return plot;
}

}  // namespace

PlotEntry grainPlot() {
    return {{"grain", "Grain",
             "Median time against the items that are handed over together: small chunks cost handing over, large ones "
             "leave workers without work; between them lies the best"},
            PlotGroup::Why,
            drawGrain};
}

}  // namespace breakeven
