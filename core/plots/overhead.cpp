#include "core/analysis/curves.h"
#include "core/analysis/overhead_model.h"
#include "core/plots/curve_plot.h"
#include "core/plots/palette.h"
#include "core/plots/plot_points.h"
#include "core/plots/shown_curve.h"
#include "core/plots/x_axis.h"

#include <algorithm>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace breakeven {

namespace {

using Models = std::map<int, OverheadModel>;  // by trial

constexpr double AboveWhole = 1.05;  ///< of the measured time: from there on the eye sees a part above it

const OverheadModel* findModel(const Models& models, const TrialResult& result) {
    const auto found = models.find(result.trial.id);
    return found != models.end() && found->second.refusal.empty() ? &found->second : nullptr;
}

struct PartLine {
    std::string label;
    std::string family;
    Dash dash;
    Sign sign;
    TimePart OverheadModel::*part;
};

/// In the order of the legend, each unlike its neighbours in more than the dash. The work is serial's, so it has
/// serial's colour.
std::vector<PartLine> partLines(const Trial& shown) {
    const std::string family(familyOf(shown.backend));
    return {{"all parts together", family, Dash::Dashed, Sign::Square, &OverheadModel::total},
            {"not explained by the parts", family, Dash::Dotted, Sign::Triangle, &OverheadModel::residual},
            {"work: serial / workers", "serial", Dash::Solid, Sign::Disc, &OverheadModel::work},
            {"start of the pool", partFamily(0), Dash::Solid, Sign::Square, &OverheadModel::start},
            {"waking the workers", partFamily(1), Dash::Dashed, Sign::Diamond, &OverheadModel::wake},
            {"handing over chunks", partFamily(2), Dash::Dotted, Sign::Triangle, &OverheadModel::dispatch},
            {"copying items", partFamily(3), Dash::DashDot, Sign::Disc, &OverheadModel::transport}};
}

PlotPoint pointOf(const Plot& plot, const TimePart& part, double x, const Trial& trial) {
    PlotPoint point;
    point.x = x;
    point.trialId = trial.id;
    point.y = part.value.count();
    if (part.interval && fitsY(plot, part.interval->low.count()))
        point.interval = {part.interval->low.count(), part.interval->high.count()};
    if (!point.interval) point.note = "one launch";
    return point;
}

/// A part that is 0, such as the start of a pool that is there, has no line; nor has what is negative on a logarithmic
/// axis.
void addPart(Plot& plot, const PartLine& line, const Curve& curve, const Models& models, const XAxis& x) {
    Series series;
    series.label = line.label;
    series.family = line.family;
    series.dash = line.dash;
    series.sign = line.sign;
    for (const TrialResult* result : curve.trials) {
        const OverheadModel* const model = findModel(models, *result);
        const auto at = xOf(result->trial, x);
        if (model == nullptr || !at) continue;
        const TimePart& part = model->*line.part;
        const bool isOnAxis = plot.x.range.low <= *at && *at <= plot.x.range.high;
        if (part.value == Seconds(0) || !isOnAxis || !fitsY(plot, part.value.count())) continue;
        series.points.push_back(pointOf(plot, part, *at, result->trial));
    }
    addSeries(plot, std::move(series));
}

bool isAboveWhole(const OverheadModel& model, const PartLine& line) {
    return (model.*line.part).value > AboveWhole * model.measured.value;
}

/// Where parts stand above the time that they are parts of; all of them together only where none does so alone.
std::string excessNote(const Curve& curve, const Models& models, const XAxis& x) {
    const std::vector<PartLine> lines = partLines(curve.first());
    const auto isSum = [](const PartLine& line) { return line.part == &OverheadModel::total; };
    std::vector<std::pair<std::string, std::string>> above;  // what, and its places
    for (const PartLine& line : lines) {
        std::string places;
        for (const TrialResult* result : curve.trials) {
            const OverheadModel* const model = findModel(models, *result);
            if (model == nullptr || !isAboveWhole(*model, line)) continue;
            const auto isAlone = [&](const PartLine& part) { return !isSum(part) && isAboveWhole(*model, part); };
            if (isSum(line) && std::ranges::any_of(lines, isAlone)) continue;
            places += (places.empty() ? "" : ", ") + xText(result->trial, x);
        }
        if (!places.empty()) above.emplace_back(line.label, places);
    }
    if (above.empty()) return {};
    return "Above the measured time" + atPlaces(above) + " (parts are timed by themselves, at another moment)";
}

Plot drawOverhead(const Results& results, const Selection& selection) {
    const XAxis x = xAxisOf(results);
    const std::vector<Curve> curves = curvesOf(results, x.word);
    Models models;
    for (OverheadModel& model : overheadModels(results))
        models.emplace(model.trial.id, std::move(model));
    const Curve* const shown = shownCurve(results, curves, selection.trialId, [&](int trial) {
        const auto found = models.find(trial);
        return found != models.end() && found->second.refusal.empty();
    });
    const auto time = [&](const TrialResult& result) -> std::optional<PlotPoint> {
        if (shown == nullptr || std::ranges::find(shown->trials, &result) == shown->trials.end()) return std::nullopt;
        return medianPoint(result);
    };
    Selection own = selection;
    if (!own.yScale) own.yScale = AxisScale::Log;  // parts of quite different size stand side by side
    Plot plot = curvePlot(results, own,
                          {.id = "overhead",
                           .title = shown == nullptr ? "Overhead parts" : "Overhead parts of " + shown->label,
                           .yTitle = "Runtime (s)",
                           .yQuantity = Quantity::Duration,
                           .withSerial = true,
                           .pointOf = time});
    plot.markers.clear();
    for (Series& series : plot.series) {  // the others of its colour are its parts
        series.dash = Dash::Solid;
        series.sign = Sign::Disc;
    }
    if (shown == nullptr) return plot;
    for (const PartLine& line : partLines(shown->first())) {
        if (std::ranges::count(selection.hiddenSeries, line.label) == 0) addPart(plot, line, *shown, models, x);
    }
    addNote(plot, excessNote(*shown, models, x));
    const auto first = models.find(shown->first().id);
    addNote(plot, first == models.end()           ? ""
                  : first->second.refusal.empty() ? first->second.note
                                                  : first->second.refusal);
    return plot;
}

}  // namespace

PlotEntry overheadPlot() {
    return {{"overhead", "Overhead parts",
             "The parts of a parallel call, each measured by itself, against the time of one curve, the fastest or the "
             "one chosen in the results: what they come to, and what they leave unexplained"},
            PlotGroup::Why,
            drawOverhead};
}

}  // namespace breakeven
