#include "core/plots/curve_plot.h"
#include "core/plots/plot_points.h"
#include "core/stats/summary.h"

#include <vector>

namespace breakeven {

namespace {

std::optional<PlotPoint> firstResultPoint(const TrialResult& result) {
    std::vector<Observation> times;
    for (const Sample& sample : result.samples)
        if (sample.firstResult) times.push_back({sample.firstResult->count(), sample.launch});
    const auto summary = summarise(times);
    if (!summary) return std::nullopt;
    PlotPoint point;
    point.y = summary->median.count();
    if (summary->interval) point.interval = {summary->interval->low.count(), summary->interval->high.count()};
    return point;
}

Plot drawLatency(const Results& results, const Selection& selection) {
    Plot plot = curvePlot(results, selection,
                          {.id = "latency",
                           .title = "First result",
                           .yTitle = "Time to the first result (s)",
                           .yQuantity = Quantity::Duration,
                           .withSerial = true,
                           .pointOf = firstResultPoint});
    plot.markers.clear();
    if (plot.series.empty() && !results.trials().empty())
        plot.note = "No trial of this run hands out results before its list is done; calls such as imap do";
    return plot;
}

}  // namespace

PlotEntry latencyPlot() {
    return {{"latency", "First result",
             "Median time until the first result of a list is there: what somebody waits for who can go on with it"},
            PlotGroup::Runtime,
            drawLatency};
}

}  // namespace breakeven
