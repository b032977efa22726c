#include "core/plots/curve_plot.h"

#include "core/analysis/break_even.h"
#include "core/analysis/curves.h"
#include "core/base/numbers.h"
#include "core/plots/palette.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <map>
#include <set>

namespace breakeven {

namespace {

constexpr double SizeSpanForLog = 20;     ///< largest over smallest size from which x is logarithmic
constexpr double ValueSpanForLog = 1000;  ///< likewise for y: beyond it the small values lie on the axis
constexpr double Headroom = 1.05;         ///< of a linear axis above its largest value

double xOf(const Trial& trial) {
    return static_cast<double>(trial.size);
}

/// Smallest and largest value seen; unset until the first.
struct Extent {
    double low = std::numeric_limits<double>::infinity();
    double high = -std::numeric_limits<double>::infinity();

    void add(double value) {
        low = std::min(low, value);
        high = std::max(high, value);
    }
    bool isEmpty() const { return low > high; }
    /// Zeros and negative values have no place on a logarithmic axis.
    AxisScale scaleFrom(double span) const {
        return !isEmpty() && low > 0 && high > span * low ? AxisScale::Log : AxisScale::Linear;
    }
};

Interval<double> wholeDecades(const Extent& extent) {
    if (extent.isEmpty()) return {1, 10};
    const double low = std::floor(std::log10(extent.low) + 1e-9);
    const double high = std::ceil(std::log10(extent.high) - 1e-9);
    return {std::pow(10.0, low), std::pow(10.0, std::max(high, low + 1))};
}

Interval<double> rangeOf(const Extent& extent, AxisScale scale) {
    if (scale == AxisScale::Log) return wholeDecades(extent);
    return {0, extent.isEmpty() || extent.high <= 0 ? 1 : extent.high * Headroom};
}

Extent valuesOf(const std::vector<Curve>& curves, const CurvePlotSpec& spec) {
    Extent extent;
    for (const Curve& curve : curves) {
        if (curve.isSerial() && !spec.withSerial) continue;
        for (const TrialResult* result : curve.trials) {
            if (!isComparable(*result)) continue;
            if (const auto point = spec.pointOf(*result); point && std::isfinite(point->y)) extent.add(point->y);
        }
    }
    return extent;
}

Extent sizesOf(const std::vector<Curve>& curves) {
    Extent extent;
    for (const Curve& curve : curves) {
        for (const TrialResult* result : curve.trials)
            extent.add(xOf(result->trial));
    }
    return extent;
}

/// Numbers that an axis can show: finite, and above 0 where it is logarithmic.
bool isDrawable(double value, const Axis& axis) {
    return std::isfinite(value) && (axis.scale == AxisScale::Linear || value > 0);
}

bool isDrawable(const Interval<double>& interval, double y, const Axis& axis) {
    return isDrawable(interval.low, axis) && isDrawable(interval.high, axis) && interval.low <= y && y <= interval.high;
}

Dash dashOf(int variant) {
    constexpr std::array Dashes = {Dash::Solid, Dash::Dashed, Dash::Dotted, Dash::DashDot};
    return Dashes[static_cast<std::size_t>(variant) % Dashes.size()];
}

std::string flagsOf(const TrialResult& result) {
    std::set<std::string> flags;
    for (const Sample& sample : result.samples)
        flags.insert(sample.flags.begin(), sample.flags.end());
    std::string text;
    for (const std::string& flag : flags)
        text += (text.empty() ? "" : ", ") + flag;
    return text;
}

class Omissions {
public:
    void add(const Curve& curve, const TrialResult& result, std::string_view why) {
        std::string& sizes = m_sizes[curve.label + " (" + std::string(why) + ")"];
        sizes += (sizes.empty() ? "" : ", ") + formatSize(xOf(result.trial));
    }

    std::string text() const {
        std::string text;
        for (const auto& [what, sizes] : m_sizes)
            text += (text.empty() ? "Left out: " : "; ") + what + " at " + sizes;
        return text;
    }

private:
    std::map<std::string, std::string> m_sizes;
};

void addPoints(Series& series, const Curve& curve, const Plot& plot, const PointOf& pointOf, Omissions& omissions) {
    for (const TrialResult* result : curve.trials) {
        if (!isComparable(*result)) {
            if (result->status != TrialStatus::Ok) omissions.add(curve, *result, statusWord(result->status));
            continue;
        }
        std::optional<PlotPoint> point = pointOf(*result);
        if (!point) continue;
        point->x = xOf(result->trial);
        if (!isDrawable(point->y, plot.y)) {
            omissions.add(curve, *result, "not above 0");
            continue;
        }
        if (point->interval && !isDrawable(*point->interval, point->y, plot.y)) point->interval.reset();
        if (!point->interval) point->note = "n too small";
        if (const std::string flags = flagsOf(*result); !flags.empty()) {
            point->note += (point->note.empty() ? "" : ", ") + flags;
        }
        series.points.push_back(*std::move(point));
    }
}

/// Break-evens with a size; an open end of the interval ends at the axis.
void addMarkers(Plot& plot, const Results& results, const Selection& selection) {
    for (const BreakEven& breakEven : breakEvens(results)) {
        if (!breakEven.size || std::ranges::count(selection.hiddenSeries, breakEven.label) > 0) continue;
        Marker marker;
        marker.family = familyOf(breakEven.series.backend);
        marker.x = *breakEven.size;
        marker.label = breakEven.label + ": " + countItems(*breakEven.size);
        if (breakEven.interval) {
            marker.label += " (" + formatItems(*breakEven.interval) + ")";
            marker.interval = {std::max(breakEven.interval->low, plot.x.range.low),
                               std::min(breakEven.interval->high, plot.x.range.high)};
        }
        plot.markers.push_back(std::move(marker));
    }
}

}  // namespace

Plot curvePlot(const Results& results, const Selection& selection, const CurvePlotSpec& spec) {
    const std::vector<Curve> curves = curvesOf(results);
    const Extent sizes = sizesOf(curves);
    Plot plot;
    plot.id = spec.id;
    plot.title = spec.title;
    plot.x = {"Size (items)", Quantity::Items, selection.xScale.value_or(sizes.scaleFrom(SizeSpanForLog)), {}};
    plot.y = {
        spec.yTitle, spec.yQuantity, selection.yScale.value_or(valuesOf(curves, spec).scaleFrom(ValueSpanForLog)), {}};
    plot.x.range = rangeOf(sizes, plot.x.scale);

    Omissions omissions;
    Extent values;
    std::map<std::string, int, std::less<>> variants;  // curves of each family so far
    for (const Curve& curve : curves) {
        if (curve.isSerial() && !spec.withSerial) continue;
        Series series;
        series.label = curve.label;
        series.family = familyOf(curve.first().backend);
        series.dash = dashOf(variants[series.family]++);  // also when hidden: a curve keeps its look
        series.hollow = series.family == "python";
        series.trialIdOfFirst = curve.first().id;
        if (std::ranges::count(selection.hiddenSeries, curve.label) > 0) continue;
        addPoints(series, curve, plot, spec.pointOf, omissions);
        for (const PlotPoint& point : series.points) {
            values.add(point.y);
            if (point.interval) values.add(point.interval->low);
            if (point.interval) values.add(point.interval->high);
        }
        if (!series.points.empty()) plot.series.push_back(std::move(series));
    }
    plot.y.range = rangeOf(values, plot.y.scale);
    plot.note = omissions.text();
    addMarkers(plot, results, selection);
    return plot;
}

void addGuide(Plot& plot, const std::string& label, double at) {
    if (!isDrawable(at, plot.y)) return;
    plot.guides.push_back({label, true, at});
    if (plot.y.scale == AxisScale::Linear) {
        plot.y.range.high = std::max(plot.y.range.high, at * Headroom);
    } else {
        const Extent widened{std::min(plot.y.range.low, at), std::max(plot.y.range.high, at)};
        plot.y.range = wholeDecades(widened);
    }
}

}  // namespace breakeven
