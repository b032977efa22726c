#include "core/analysis/speedup.h"
#include "core/plots/curve_plot.h"

namespace breakeven {

namespace {

std::optional<PlotPoint> medianTime(const TrialResult& result) {
    const auto summary = summaryOf(result);
    if (!summary) return std::nullopt;
    PlotPoint point;
    point.y = summary->median.count();
    if (summary->interval) point.interval = {summary->interval->low.count(), summary->interval->high.count()};
    return point;
}

Plot drawRuntime(const Results& results, const Selection& selection) {
    return curvePlot(results, selection,
                     {.id = "runtime",
                      .title = "Runtime",
                      .yTitle = "Runtime (s)",
                      .yQuantity = Quantity::Duration,
                      .withSerial = true,
                      .pointOf = medianTime});
}

}  // namespace

PlotEntry runtimePlot() {
    return {
        {"runtime", "Runtime",
         "Median time of one list against what the experiment varies; over sizes with the break-even of each curve"},
        drawRuntime};
}

}  // namespace breakeven
