#include "ui/lesson_plot.h"

#include "core/experiment/plan.h"
#include "core/lessons/lesson_chart.h"
#include "core/plots/plots.h"

#include <QCoreApplication>

#include <algorithm>
#include <cstdlib>
#include <variant>

namespace breakeven {

namespace {

constexpr Interval<double> AnyTime{1e-6, 10};      // seconds, of a lesson's list
constexpr Interval<double> AnyItemTime{1e-10, 1};  // seconds
constexpr double LeastSpeedup = 0.01;
constexpr double Headroom = 1.25;  // above what is known beforehand

struct LessonPlotText {
    Q_DECLARE_TR_FUNCTIONS(LessonPlotText)
};

std::string label() {
    return LessonPlotText::tr("your prediction").toStdString();
}

const PlotEntry& entryOf(const Lesson& lesson) {
    const PlotEntry* entry = findPlot(lesson.chart);
    return entry != nullptr ? *entry : plots().front();
}

/// A run in which everything takes one second: its chart has the axes and the places of the real one.
Results evenRun(const Plan& plan) {
    Results results;
    RunStarted started;
    started.runId = "even";
    started.spec = plan.spec;
    results.apply(started);
    for (const Trial& trial : plan.trials) {
        results.apply(TrialStarted{0, trial});
        Sample sample;
        sample.trial = trial.id;
        sample.seconds = Seconds(1);
        sample.verified = true;
        results.apply(sample);
    }
    return results;
}

/// How long a list would sleep if nobody shared it; 0 where items do not sleep. It is no secret: the text tells it.
double sleepOf(const Plan& plan) {
    double longest = 0;
    for (const Trial& trial : plan.trials) {
        const auto seconds = trial.params.find("seconds");
        if (seconds == trial.params.end()) continue;
        const auto* number = std::get_if<double>(&seconds->second);
        if (number) longest = std::max(longest, *number * static_cast<double>(trial.size));
    }
    return longest;
}

WorkerCount mostWorkers(const Plan& plan) {
    return std::ranges::max(plan.trials, {}, &Trial::workers).workers;
}

void setRange(Axis& axis, AxisScale scale, Interval<double> range) {
    axis.scale = scale;
    axis.range = range;
}

void makeWide(Axis& y, const Plan& plan, Quantity x, bool isPerItem) {
    const double workers = Headroom * static_cast<double>(std::max<WorkerCount>(2, mostWorkers(plan)));
    switch (y.quantity) {
        case Quantity::Duration:
            if (isPerItem) return setRange(y, AxisScale::Log, AnyItemTime);
            if (const double sleep = sleepOf(plan); sleep > 0)
                return setRange(y, AxisScale::Linear, {0, Headroom * sleep});
            return setRange(y, AxisScale::Log, AnyTime);
        case Quantity::Speedup:
            return x == Quantity::Items ? setRange(y, AxisScale::Log, {LeastSpeedup, workers})
                                        : setRange(y, AxisScale::Linear, {0, workers});
        default:
            return setRange(y, AxisScale::Linear, {0, Headroom});
    }
}

void widen(Axis& axis, double value) {
    if (axis.scale == AxisScale::Log && value <= 0) return;
    axis.range = {std::min(axis.range.low, value), std::max(axis.range.high, value)};
}

void addCurve(Plot& plot, const std::vector<PredictedPoint>& curve) {
    Series series;
    series.label = label();
    series.family = "prediction";
    series.dash = Dash::Dashed;
    series.hollow = true;
    for (const PredictedPoint& point : curve) {
        const bool isDrawable =
            (plot.x.scale == AxisScale::Linear || point.x > 0) && (plot.y.scale == AxisScale::Linear || point.y > 0);
        if (!isDrawable) continue;
        series.points.push_back({.x = point.x, .y = point.y, .interval = {}, .note = {}});
        widen(plot.x, point.x);
        widen(plot.y, point.y);
    }
    plot.series.push_back(std::move(series));
}

void addNumber(Plot& plot, const LessonPrediction& asked, double number) {
    const LessonUnit unit = unitOf(asked.number);
    const bool isOnX = unit == LessonUnit::Size && plot.x.quantity == Quantity::Items;
    const bool isOnY = (unit == LessonUnit::Time && plot.y.quantity == Quantity::Duration) ||
                       (unit == LessonUnit::Factor && plot.y.quantity == Quantity::Speedup);
    if ((!isOnX && !isOnY) || number <= 0) return;
    widen(isOnX ? plot.x : plot.y, number);
    plot.guides.push_back({label(), !isOnX, number});
}

bool hasCurves(const PlotEntry& entry) {
    return entry.group != PlotGroup::Map && entry.group != PlotGroup::Distribution;
}

}  // namespace

Result<LessonCanvas> lessonCanvas(const Lesson& lesson, const Catalog& catalog, CpuCounts cpus) {
    BREAKEVEN_TRY(const Plan plan, makePlan(lesson.before, catalog, cpus));
    const Results even = evenRun(plan);
    LessonCanvas canvas{entryOf(lesson).draw(even, {}), {}};
    if (lesson.prediction.kind == LessonPrediction::Kind::Curve) canvas.places = predictedPlaces(lesson, plan);
    makeWide(canvas.blank.y, plan, canvas.blank.x.quantity, canvas.blank.id == "time-per-item");
    if (lesson.prediction.kind == LessonPrediction::Kind::Curve) canvas.blank.series.clear();
    for (Series& series : canvas.blank.series)
        series.points.clear();
    canvas.blank.markers.clear();
    canvas.blank.boxes.clear();
    canvas.blank.heatMap.reset();
    canvas.blank.bounds.clear();
    canvas.blank.note.clear();
    return canvas;
}

Plot lessonPlot(const Lesson& lesson, const LessonCanvas& canvas, std::span<const NamedResults> runs,
                const LearnerPrediction& predicted, const Selection& selection) {
    const PlotEntry& entry = entryOf(lesson);
    Plot plot = runs.empty()                          ? canvas.blank
                : runs.size() > 1 && hasCurves(entry) ? overlayPlot(entry, runs, selection)
                                                      : entry.draw(runs.back().results, selection);
    if (plot.series.empty()) plot = canvas.blank;  // nothing of it is measured yet
    if (runs.empty()) {
        if (selection.xScale && plot.x.range.low > 0) plot.x.scale = *selection.xScale;
        if (selection.yScale && plot.y.range.low > 0) plot.y.scale = *selection.yScale;
    }
    const bool isHidden = std::ranges::count(selection.hiddenSeries, label()) > 0;
    const bool isAsked = lesson.prediction.kind == LessonPrediction::Kind::Curve && plot.series.empty();
    if ((isAsked || !predicted.curve.empty()) && !isHidden) addCurve(plot, predicted.curve);
    if (predicted.number) addNumber(plot, lesson.prediction, *predicted.number);
    return plot;
}

}  // namespace breakeven
