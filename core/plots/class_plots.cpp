#include "core/plots/class_plots.h"

#include "core/analysis/class_text.h"
#include "core/plots/curve_plot.h"
#include "core/plots/palette.h"
#include "core/plots/plot_points.h"
#include "core/plots/x_axis.h"
#include "core/stats/distribution.h"
#include "core/stats/median.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <limits>
#include <map>
#include <set>
#include <string>
#include <utility>

namespace breakeven {

namespace {

constexpr double Infinity = std::numeric_limits<double>::infinity();
constexpr std::size_t MostNamed = 6;  // learners whose curves stand out

std::string idOf(const char* stem, std::size_t curve) {
    return stem + std::to_string(curve + 1);
}

std::string runsText(std::size_t runs) {
    return std::to_string(runs) + (runs == 1 ? " run" : " runs");
}

std::set<std::size_t> farRuns(const ClassSummary& summary, std::size_t curve, ClassMeasure measure) {
    std::set<std::size_t> runs;
    for (const ClassOutlier& outlier : summary.outliers)
        if (outlier.curve == curve && outlier.measure == measure) runs.insert(outlier.run);
    return runs;
}

/// From the smallest to the largest break-even, with room around them; at least a decade.
Interval<double> sizeRange(const ClassCurve& curve) {
    constexpr double Room = 1.5;
    constexpr double Least = 10;
    Interval<double> range{Infinity, 0};
    for (const ClassPlace& place : curve.places) {
        const auto known = knownBreakEven(place);
        if (!known) continue;
        // Of those beyond the sizes the axis shows where the sizes end.
        const Interval<ItemCount>& measured = place.breakEven->measured;
        const double at = *known == 0          ? static_cast<double>(measured.low)
                          : std::isinf(*known) ? static_cast<double>(measured.high)
                                               : *known;
        range = {std::min(range.low, at), std::max(range.high, at)};
    }
    range = {range.low / Room, range.high * Room};
    const double factor = std::sqrt(std::max(1.0, Least * range.low / range.high));
    return {range.low / factor, range.high * factor};
}

std::string noteOf(const std::vector<double>& sizes, const std::vector<std::string>& far) {
    std::string note = runsText(sizes.size());
    const auto always = std::ranges::count(sizes, 0.0);
    const auto never = std::ranges::count(sizes, Infinity);
    if (always > 0) note += ", always faster in " + std::to_string(always);
    if (never > 0) note += ", never in range in " + std::to_string(never);
    for (std::size_t i = 0; i < far.size(); ++i)
        note += (i == 0 ? "; far from the others: " : ", ") + far[i];
    return note;
}

/// Drawn within the axis; what lies beyond it ends there.
Interval<double> within(const Interval<double>& range, double low, double high) {
    return {std::clamp(low, range.low, range.high), std::clamp(high, range.low, range.high)};
}

Box boxOf(const ClassSummary& summary, std::size_t curve, const std::string& label, const Interval<double>& range,
          const std::function<bool(std::size_t)>& isIn) {
    const auto far = farRuns(summary, curve, ClassMeasure::BreakEven);
    Box box;
    box.label = label;
    box.family = familyOf(summary.curves[curve].series.backend);
    std::vector<Dot> dots;
    std::vector<double> sizes;
    std::vector<std::string> names;
    Interval<double> ordinary{Infinity, 0};
    for (const ClassPlace& place : summary.curves[curve].places) {
        const auto known = knownBreakEven(place);
        if (!known || !isIn(place.run)) continue;
        const bool isFar = far.contains(place.run);
        if (isFar) names.push_back(summary.runs[place.run].learner);
        if (!isFar) ordinary = {std::min(ordinary.low, *known), std::max(ordinary.high, *known)};
        dots.push_back({*known, 0, isFar ? Outlyingness::Severe : Outlyingness::None});
        sizes.push_back(*known);
    }
    for (std::size_t i = 0; i < dots.size(); ++i)
        dots[i].offset = (static_cast<double>(i) + 0.5) / static_cast<double>(dots.size()) - 0.5;
    box.dots = std::move(dots);
    const auto spread = classSpread(sizes);
    if (!spread) return box;
    std::ranges::sort(sizes);
    if (const auto interval = medianInterval(sizes); interval && !std::isnan(interval->low + interval->high))
        box.interval = within(range, interval->low, interval->high);
    box.median = std::clamp(spread->median, range.low, range.high);
    box.quartiles = within(range, spread->quartiles.low, spread->quartiles.high);
    box.whiskers =
        within(range, std::min(ordinary.low, box.quartiles.low), std::max(ordinary.high, box.quartiles.high));
    box.value = spreadText(*spread);
    box.note = noteOf(sizes, names);
    return box;
}

AxisScale scaleOf(const std::vector<double>& values, double span) {
    const auto [low, high] = std::ranges::minmax(values);
    return low > 0 && high > span * low ? AxisScale::Log : AxisScale::Linear;
}

/// The ratios of each size that half of the curve's runs have or more.
std::map<double, std::vector<double>> ratiosBySize(const ClassCurve& curve) {
    std::map<double, std::vector<double>> ratios;
    for (const ClassPlace& place : curve.places) {
        for (const SizedSpeedup& speedup : place.speedups)
            ratios[static_cast<double>(speedup.size)].push_back(speedup.value);
    }
    std::erase_if(ratios, [&](const auto& each) { return 2 * each.second.size() < curve.places.size(); });
    return ratios;
}

Series medianSeries(const std::map<double, std::vector<double>>& ratios, const ClassCurve& curve) {
    Series series;
    series.label = "median of " + runsText(curve.places.size());
    series.family = familyOf(curve.series.backend);
    series.sign = familySign(series.family);
    series.weight = Weight::Thick;
    for (const auto& [size, values] : ratios) {
        const ClassSpread spread = *classSpread(values);
        PlotPoint point{.x = size, .y = spread.median, .interval = spread.quartiles, .note = {}};
        if (spread.count < curve.places.size()) point.note = runsText(spread.count);
        series.points.push_back(std::move(point));
    }
    return series;
}

/// One learner's own curve.
Series learnerSeries(const ClassPlace& place, const std::string& learner) {
    Series series;
    series.label = learner;
    series.family = "serial";  // grey
    series.weight = Weight::Thin;
    for (const SizedSpeedup& speedup : place.speedups) {
        PlotPoint point{.x = static_cast<double>(speedup.size), .y = speedup.value, .interval = {}, .note = {}};
        if (speedup.interval && speedup.interval->low > 0) point.interval = speedup.interval;
        series.points.push_back(std::move(point));
    }
    return series;
}

/// The runs that are named: the farthest first.
std::vector<std::size_t> namedRuns(const ClassSummary& summary, std::size_t curve) {
    std::vector<std::pair<double, std::size_t>> far;
    for (const ClassOutlier& outlier : summary.outliers)
        if (outlier.curve == curve) far.emplace_back(-std::fabs(outlier.score), outlier.run);
    std::ranges::sort(far);
    std::vector<std::size_t> runs;
    for (const auto& [score, run] : far)
        if (runs.size() < MostNamed && std::ranges::count(runs, run) == 0) runs.push_back(run);
    return runs;
}

void markBreakEven(Plot& plot, const ClassCurve& curve) {
    const auto& spread = curve.breakEven;
    if (!spread || !(spread->median > 0) || !std::isfinite(spread->median)) return;
    Marker marker;
    marker.label = "median: " + spreadText(*spread);
    marker.family = familyOf(curve.series.backend);
    marker.x = spread->median;
    marker.interval = within(plot.x.range, spread->quartiles.low, spread->quartiles.high);
    plot.markers.push_back(std::move(marker));
}

}  // namespace

Plot classBreakEvenPlot(const ClassSummary& summary, std::size_t curve) {
    const ClassCurve& own = summary.curves[curve];
    Plot plot;
    plot.id = idOf("class-break-even-", curve);
    plot.title = "Break-even of " + own.label + ", run by run";
    plot.x = {"Break-even (items)", Quantity::Items, AxisScale::Log, {1, 10}};
    plot.y = {"Machine", Quantity::Number, AxisScale::Linear, {0, 1}};
    if (!own.breakEven) {
        plot.note = "No run has a break-even of " + own.label;
        return plot;
    }
    plot.x.range = sizeRange(own);
    if (own.machines.size() > 1)
        plot.boxes.push_back(boxOf(summary, curve, "all machines", plot.x.range, [](std::size_t) { return true; }));
    for (const MachineSpread& each : own.machines) {
        if (!each.breakEven) continue;
        const ClassMachine& machine = summary.machines[each.machine];
        plot.boxes.push_back(boxOf(summary, curve, machine.label(), plot.x.range,
                                   [&](std::size_t run) { return std::ranges::count(machine.runs, run) > 0; }));
    }
    plot.y.range.high = static_cast<double>(plot.boxes.size());
    const std::size_t open = own.places.size() - own.breakEven->count;
    if (open > 0) plot.note = "Left out: " + runsText(open) + " whose break-even is not resolved";
    return plot;
}

Plot classSpeedupPlot(const ClassSummary& summary, std::size_t curve, const Selection& selection) {
    constexpr std::array Dashes{Dash::Dashed, Dash::Dotted, Dash::DashDot};
    const ClassCurve& own = summary.curves[curve];
    const auto ratios = ratiosBySize(own);
    Plot plot;
    plot.id = idOf("class-speedup-", curve);
    plot.title = "Speed-up of " + own.label + ", every learner";
    plot.x = xAxisOf("size").axis;
    plot.y = {"Speed-up (×)", Quantity::Speedup, AxisScale::Linear, {0, 1}};
    if (ratios.empty()) {
        plot.note = "No size of " + own.label + " was measured by half of the runs";
        return plot;
    }
    std::vector<Series> all;
    const std::vector<std::size_t> named = namedRuns(summary, curve);
    for (const ClassPlace& place : own.places)
        all.push_back(learnerSeries(place, summary.runs[place.run].learner));
    std::vector<double> sizes;
    std::vector<double> values;
    for (const Series& series : all) {
        for (const PlotPoint& point : series.points) {
            sizes.push_back(point.x);
            values.push_back(point.y);
        }
    }
    plot.x.scale = selection.xScale.value_or(scaleOf(sizes, XSpanForLog));
    plot.y.scale = selection.yScale.value_or(scaleOf(values, ValueSpanForLog));
    plot.x.range = {std::ranges::min(sizes), std::ranges::max(sizes)};
    if (plot.x.scale == AxisScale::Linear)
        plot.x.range = {0, plot.x.range.high * 1.05};
    else if (plot.x.range.low == plot.x.range.high)
        plot.x.range = {plot.x.range.low / 3, plot.x.range.high * 3};
    if (plot.y.scale == AxisScale::Log) plot.y.range = {1, 1};
    for (std::size_t i = 0; i < named.size(); ++i) {
        const auto place = std::ranges::find(own.places, named[i], &ClassPlace::run);
        Series& series = all[static_cast<std::size_t>(place - own.places.begin())];
        series.weight = Weight::Usual;
        series.family = "learner";
        series.dash = Dashes[i % Dashes.size()];
        series.hollow = i >= Dashes.size();
    }
    std::ranges::stable_sort(all, {}, &Series::weight);
    all.push_back(medianSeries(ratios, own));
    for (Series& series : all) {
        std::erase_if(series.points, [&](const PlotPoint& point) { return !fitsY(plot, point.y); });
        if (std::ranges::count(selection.hiddenSeries, series.label) == 0) addSeries(plot, std::move(series));
    }
    addGuide(plot, "serial", 1);
    markBreakEven(plot, own);
    return plot;
}

std::vector<Plot> classCharts(const ClassSummary& summary) {
    std::vector<Plot> charts;
    for (std::size_t curve = 0; curve < summary.curves.size(); ++curve) {
        for (Plot& plot : std::array{classBreakEvenPlot(summary, curve), classSpeedupPlot(summary, curve)})
            if (!plot.isEmpty()) charts.push_back(std::move(plot));
    }
    return charts;
}

}  // namespace breakeven
