#include "core/plots/what_if_overlay.h"

#include "core/base/numbers.h"
#include "core/plots/curve_plot.h"
#include "core/plots/palette.h"
#include "core/plots/plot_points.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace breakeven {

namespace {

const std::string Prefix = "if: ";

PlotPoint speedupPoint(const WhatIfPoint& moved) {
    PlotPoint point;
    point.x = static_cast<double>(moved.size);
    point.y = moved.after.value;
    point.interval = moved.after.interval;
    return point;
}

/// The speed-up's interval says how far the time may be off: what is short of serial's time by a larger factor is
/// shorter by that factor.
PlotPoint timePoint(const WhatIfPoint& moved) {
    PlotPoint point;
    point.x = static_cast<double>(moved.size);
    point.y = moved.time.count();
    const auto& interval = moved.after.interval;
    if (interval && interval->low > 0) {
        point.interval = {point.y * moved.after.value / interval->high, point.y * moved.after.value / interval->low};
    }
    return point;
}

void addMarker(Plot& plot, const WhatIfCurve& curve, const std::string& label) {
    const Payoff& payoff = curve.after;
    const Interval<double>& range = plot.x.range;
    if (!payoff.size || *payoff.size < range.low || *payoff.size > range.high || *payoff.size <= 0) return;
    Marker marker;
    marker.label = label + ": " + countItems(*payoff.size);
    marker.family = familyOf(curve.series.backend);
    marker.x = *payoff.size;
    marker.what = "break-even, if so";
    if (payoff.interval) {
        if (payoff.interval->low > 0 && std::isfinite(payoff.interval->high))
            marker.label += " (" + formatItems(*payoff.interval) + ")";
        marker.interval = {std::max(payoff.interval->low, range.low), std::min(payoff.interval->high, range.high)};
    }
    plot.markers.push_back(std::move(marker));
}

}  // namespace

void addWhatIf(Plot& plot, const Results& results, const WhatIfChoice& choice, const Selection& selection) {
    const bool isTime = plot.id == "runtime";
    if ((!isTime && plot.id != "speedup") || plot.x.quantity != Quantity::Items) return;
    const std::string label = Prefix + choice.curve;
    for (const WhatIfCurve& curve : whatIf(results, choice.question)) {
        if (curve.label != choice.curve) continue;
        if (!curve.refusal.empty()) return addNote(plot, Prefix + curve.refusal);
        Series series;
        series.label = label;
        series.family = familyOf(curve.series.backend);
        series.dash = Dash::Dotted;
        series.hollow = true;
        series.hidden = std::ranges::count(selection.hiddenSeries, label) > 0;
        if (series.hidden) return plot.series.push_back(std::move(series));
        for (const WhatIfPoint& moved : curve.points) {
            PlotPoint point = isTime ? timePoint(moved) : speedupPoint(moved);
            if (!fitsY(plot, point.y)) continue;
            if (point.interval && !fitsY(plot, point.interval->low)) point.interval.reset();
            series.points.push_back(std::move(point));
        }
        addSeries(plot, std::move(series));
        addMarker(plot, curve, label);
        addNote(plot, "\"" + label + "\" is estimated, not measured");
        if (curve.isExtrapolated) addNote(plot, "it extrapolates to more workers than were measured");
    }
}

}  // namespace breakeven
