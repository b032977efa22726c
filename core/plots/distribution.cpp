#include "core/stats/distribution.h"

#include "core/analysis/curves.h"
#include "core/analysis/quality.h"
#include "core/analysis/speedup.h"
#include "core/base/numbers.h"
#include "core/plots/palette.h"
#include "core/plots/plots.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace breakeven {

namespace {

std::string counted(std::size_t count, const char* one, const char* many) {
    return std::to_string(count) + " " + (count == 1 ? one : many);
}

/// "3 outliers, 1 of them far out"
std::string noteOf(std::size_t mild, std::size_t severe) {
    std::string note;
    if (mild + severe > 0) note = counted(mild + severe, "outlier", "outliers");
    if (severe > 0) note += mild > 0 ? ", " + std::to_string(severe) + " of them far out" : " far out";
    return note;
}

/// What is drawn of one trial, whatever stands beside it. Shares of the median, so that the spread of a fast and a slow
/// trial can be seen side by side.
struct Strip {
    Box box;                ///< but for its label
    Interval<double> near;  ///< holds every sample that is not far out
};

/// Absent without samples, and where the median is 0.
std::optional<Strip> stripOf(const TrialResult& result) {
    const auto summary = summaryOf(result);
    if (result.samples.empty() || !summary || summary->median.count() <= 0) return std::nullopt;
    std::vector<double> values;
    values.reserve(result.samples.size());
    for (const Sample& sample : result.samples)
        values.push_back(sample.seconds / summary->median);
    Strip strip;
    Box& box = strip.box;
    box.family = familyOf(result.trial.backend);
    box.trialId = result.trial.id;
    box.median = 1;
    if (const auto& interval = summary->interval)
        box.interval = {interval->low / summary->median, interval->high / summary->median};
    box.value = formatInterval(*summary);

    std::vector<Dot> dots;
    dots.reserve(values.size());
    for (std::size_t i = 0; i < values.size(); ++i) {
        const double offset = (static_cast<double>(i) + 0.5) / static_cast<double>(values.size()) - 0.5;
        dots.push_back({values[i], offset, Outlyingness::None});
    }
    const Outliers far = outliers(values);
    for (const std::size_t place : far.mild)
        dots[place].outlyingness = Outlyingness::Mild;
    for (const std::size_t place : far.severe)
        dots[place].outlyingness = Outlyingness::Severe;
    box.whiskers = strip.near = {std::numeric_limits<double>::infinity(), 0};
    const auto widen = [](Interval<double>& range, double x) {
        range = {std::min(range.low, x), std::max(range.high, x)};
    };
    for (const Dot& dot : dots) {
        if (dot.outlyingness == Outlyingness::None) widen(box.whiskers, dot.x);
        if (dot.outlyingness != Outlyingness::Severe) widen(strip.near, dot.x);
    }
    box.dots = std::move(dots);
    std::ranges::sort(values);
    box.note = noteOf(far.mild.size(), far.severe.size());
    box.quartiles = {quantile(values, 0.25), quantile(values, 0.75)};
    return strip;
}

/// The chosen trial beside its base, else all trials of the largest list that has samples.
std::function<bool(const TrialResult&)> shownTrials(const Results& results, const Selection& selection) {
    const TrialResult* chosen = selection.trialId ? results.find(*selection.trialId) : nullptr;
    if (chosen != nullptr && !chosen->samples.empty())
        return [chosen, base = results.baseOf(*chosen)](const TrialResult& result) {
            return &result == chosen || &result == base;
        };
    ItemCount largest = 0;
    for (const TrialResult& result : results.trials())
        if (!result.samples.empty()) largest = std::max(largest, result.trial.size);
    return [largest](const TrialResult& result) { return result.trial.size == largest; };
}

/// With a margin around all samples that are not far out; what is far out would press the others together.
Interval<double> rangeAround(const Interval<double>& near, AxisScale scale) {
    constexpr double Margin = 0.05;
    if (scale == AxisScale::Log) {
        const double factor = std::pow(near.high / near.low, Margin);
        return {near.low / factor, near.high * factor};
    }
    const double margin = Margin * (near.high - near.low);
    return {std::max(0.0, near.low - margin), near.high + margin};
}

Plot drawDistribution(const Results& results, const Selection& selection) {
    const auto isShown = shownTrials(results, selection);
    Plot plot;
    plot.id = "distribution";
    plot.title = "Distribution of samples";
    const std::vector<int> withModes = trialsWithSeveralModes(results);  // one trial of many has them by chance
    std::size_t unmeasured = 0;
    constexpr double Least = 0.01;  // on either side of the median: less is all the same
    Interval<double> near{1 - Least, 1 + Least};
    for (const Curve& curve : curvesOf(results)) {
        for (const TrialResult* result : curve.trials) {
            if (!isShown(*result)) continue;
            const auto known = result->samples.recall<std::optional<Strip>>([&] { return stripOf(*result); });
            if (!*known) ++unmeasured;
            if (!*known || std::ranges::count(selection.hiddenSeries, curve.label) > 0) continue;
            const Strip& strip = **known;
            near = {std::min(near.low, strip.near.low), std::max(near.high, strip.near.high)};
            if (plot.boxes.empty()) plot.title += ", " + countItems(static_cast<double>(result->trial.size));
            plot.boxes.push_back(strip.box);
            Box& box = plot.boxes.back();
            box.label = curve.label;
            if (std::ranges::count(withModes, result->trial.id) > 0)
                box.note += (box.note.empty() ? "" : "; ") + std::string("more than one mode");
        }
    }
    const bool hasLog = !plot.boxes.empty() && near.low > 0;
    const AxisScale scale = hasLog ? selection.xScale.value_or(AxisScale::Linear) : AxisScale::Linear;
    plot.x = {"Time as a share of the trial's median (%)", Quantity::Share, scale, rangeAround(near, scale)};
    plot.y = {"Trial",
              Quantity::Number,
              AxisScale::Linear,
              {0, static_cast<double>(std::max<std::size_t>(1, plot.boxes.size()))}};
    if (unmeasured > 0) plot.note = "Left out: " + counted(unmeasured, "trial", "trials") + " without samples";
    return plot;
}

}  // namespace

PlotEntry distributionPlot() {
    return {
        {"distribution", "Distribution",
         "Every sample of a trial with its box: the median with its interval, the middle half, and what is out of the "
         "ordinary"},
        PlotGroup::Distribution,
        drawDistribution};
}

}  // namespace breakeven
