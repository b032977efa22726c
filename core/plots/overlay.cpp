#include "core/plots/overlay.h"

#include "core/plots/plot_points.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>
#include <utility>

namespace breakeven {

namespace {

constexpr std::array<std::string_view, 5> Shared{"runtime", "time-per-item", "latency", "speedup", "efficiency"};
constexpr std::array Dashes{Dash::Solid, Dash::Dashed, Dash::Dotted, Dash::DashDot};

std::string suffixOf(const NamedResults& run) {
    return " · " + run.name;
}

/// The selection as the chart of one run alone has it.
Selection ownSelection(const Selection& selection, const NamedResults& run) {
    const std::string suffix = suffixOf(run);
    Selection own = selection;
    own.hiddenSeries.clear();
    for (const std::string& label : selection.hiddenSeries) {
        if (label.ends_with(suffix)) own.hiddenSeries.push_back(label.substr(0, label.size() - suffix.size()));
    }
    return own;
}

std::vector<Plot> drawEach(const PlotEntry& entry, std::span<const NamedResults> runs, const Selection& selection) {
    std::vector<Plot> plots;
    for (const NamedResults& run : runs)
        plots.push_back(entry.draw(run.results, ownSelection(selection, run)));
    return plots;
}

bool isDrawn(const Plot& plot) {
    return !plot.series.empty();
}

AxisScale commonScale(const std::vector<Plot>& plots, Axis Plot::*axis) {
    const bool isLog = std::ranges::any_of(
        plots, [&](const Plot& plot) { return isDrawn(plot) && (plot.*axis).scale == AxisScale::Log; });
    return isLog ? AxisScale::Log : AxisScale::Linear;
}

bool haveScales(const std::vector<Plot>& plots, const Selection& selection) {
    return std::ranges::all_of(plots, [&](const Plot& plot) {
        return !isDrawn(plot) || (plot.x.scale == selection.xScale && plot.y.scale == selection.yScale);
    });
}

void widen(Axis& axis, const Axis& by) {
    axis.range = {std::min(axis.range.low, by.range.low), std::max(axis.range.high, by.range.high)};
}

/// A label begins with its curve's, behind which the run's name belongs.
std::string markerLabel(const Marker& marker, const Plot& plot, const std::string& suffix) {
    for (const Series& series : plot.series) {
        if (marker.label.starts_with(series.label + ": "))
            return series.label + suffix + marker.label.substr(series.label.size());
    }
    return marker.label + suffix;
}

void addRun(Plot& all, const Plot& plot, const NamedResults& run, std::size_t position) {
    const std::string suffix = suffixOf(run);
    for (Series series : plot.series) {
        series.label += suffix;
        series.dash = Dashes[position % Dashes.size()];
        series.hollow = series.hollow != (position >= Dashes.size());
        for (PlotPoint& point : series.points)
            point.trialId.reset();  // ids are those of one run
        all.series.push_back(std::move(series));
    }
    for (Bound bound : plot.bounds) {
        bound.label += suffix;
        all.bounds.push_back(std::move(bound));
    }
    for (Marker marker : plot.markers) {
        marker.label = markerLabel(marker, plot, suffix);
        all.markers.push_back(std::move(marker));
    }
    for (const Guide& guide : plot.guides) {
        const bool isThere = std::ranges::any_of(all.guides, [&](const Guide& each) {
            return each.label == guide.label && each.horizontal == guide.horizontal && each.at == guide.at;
        });
        if (!isThere) all.guides.push_back(guide);
    }
    if (!plot.note.empty()) addNote(all, run.name + ": " + plot.note);
}

}  // namespace

std::vector<const PlotEntry*> overlayPlots() {
    std::vector<const PlotEntry*> entries;
    for (const std::string_view id : Shared) {
        if (const PlotEntry* entry = findPlot(id)) entries.push_back(entry);
    }
    return entries;
}

Plot overlayPlot(const PlotEntry& entry, std::span<const NamedResults> runs, const Selection& selection) {
    std::vector<Plot> plots = drawEach(entry, runs, selection);
    Selection common = selection;
    common.xScale = selection.xScale.value_or(commonScale(plots, &Plot::x));
    common.yScale = selection.yScale.value_or(commonScale(plots, &Plot::y));
    if (!haveScales(plots, common)) plots = drawEach(entry, runs, common);

    const auto first = std::ranges::find_if(plots, isDrawn);
    if (first == plots.end()) return plots.empty() ? Plot{} : plots.front();
    Plot all;
    all.id = first->id;
    all.title = first->title;
    all.x = first->x;
    all.y = first->y;
    for (std::size_t position = 0; position < plots.size(); ++position) {
        const Plot& plot = plots[position];
        if (isDrawn(plot) && plot.x.title != first->x.title) {
            addNote(all, runs[position].name + ": left out, it is drawn over another axis (" + plot.x.title + ")");
            continue;
        }
        if (isDrawn(plot)) {
            widen(all.x, plot.x);
            widen(all.y, plot.y);
        }
        addRun(all, plot, runs[position], position);
    }
    return all;
}

}  // namespace breakeven
