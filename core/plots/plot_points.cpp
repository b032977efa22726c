#include "core/plots/plot_points.h"

#include "core/analysis/speedup.h"
#include "core/plots/curve_plot.h"

#include <algorithm>
#include <utility>

namespace breakeven {

std::optional<PlotPoint> medianPoint(const TrialResult& result) {
    const auto summary = summaryOf(result);
    if (!summary) return std::nullopt;
    PlotPoint point;
    point.y = summary->median.count();
    if (summary->interval) point.interval = {summary->interval->low.count(), summary->interval->high.count()};
    return point;
}

std::optional<PlotPoint> efficiencyPoint(const Results& results, const TrialResult& result) {
    const auto speedup = speedupVsSerial(results, result);
    const WorkerCount workers = result.trial.workers;
    if (!speedup || workers == UnknownWorkers) return std::nullopt;
    PlotPoint point;
    point.y = efficiency(speedup->value, workers);
    point.interval = efficiency(speedup->interval, workers);
    return point;
}

std::optional<PlotPoint> speedupPoint(const Results& results, const TrialResult& result) {
    const auto speedup = speedupVsSerial(results, result);
    if (!speedup) return std::nullopt;
    PlotPoint point;
    point.y = speedup->value;
    point.interval = speedup->interval;
    return point;
}

std::string speedupTitle(const Results& results) {
    const bool hasOtherBase = std::ranges::any_of(
        results.trials(), [](const TrialResult& result) { return baseBackendOf(result.trial) != "serial"; });
    return hasOtherBase ? "Speed-up vs serial, in Python vs python-serial (×)" : "Speed-up vs serial (×)";
}

void addSeries(Plot& plot, Series series) {
    if (series.points.empty()) return;
    std::ranges::stable_sort(series.points, {}, &PlotPoint::x);
    for (const PlotPoint& point : series.points) {
        widenY(plot, point.y);
        if (point.interval) widenY(plot, point.interval->low);
        if (point.interval) widenY(plot, point.interval->high);
    }
    plot.series.push_back(std::move(series));
}

std::string atPlaces(const std::vector<std::pair<std::string, std::string>>& placesOf) {
    std::vector<std::pair<std::string, std::string>> alike;  // places, and all that have them
    for (const auto& [what, places] : placesOf) {
        const auto known = std::ranges::find(alike, places, [](const auto& each) { return each.first; });
        if (known == alike.end())
            alike.emplace_back(places, what);
        else
            known->second += ", " + what;
    }
    std::string text;
    for (const auto& [places, all] : alike) {
        const bool isFirst = text.empty();
        if (!isFirst) text += ";";
        if (!places.empty()) text += " at " + places;
        text += (isFirst || !places.empty() ? ": " : " ") + all;
    }
    return text;
}

void addNote(Plot& plot, const std::string& note) {
    if (!note.empty()) plot.note += (plot.note.empty() ? "" : "; ") + note;
}

}  // namespace breakeven
