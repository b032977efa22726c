#include "core/plots/curve_plot.h"

#include "core/analysis/break_even.h"
#include "core/analysis/curves.h"
#include "core/base/numbers.h"
#include "core/plots/guides.h"
#include "core/plots/palette.h"
#include "core/plots/plot_points.h"
#include "core/plots/x_axis.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <map>
#include <set>
#include <utility>

namespace breakeven {

namespace {

constexpr double Headroom = 1.05;  ///< of a linear axis above its largest value

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
    const Interval<double> range{std::min(0.0, extent.low * Headroom), std::max(0.0, extent.high * Headroom)};
    return range.low < range.high ? range : Interval<double>{0, 1};
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

/// Numbers that an axis can show: finite, and above 0 where it is logarithmic.
bool isDrawable(double value, const Axis& axis) {
    return std::isfinite(value) && (axis.scale == AxisScale::Linear || value > 0);
}

void fitX(Plot& plot, const std::vector<Curve>& curves, const XAxis& x, const Selection& selection,
          const CurvePlotSpec& spec) {
    std::vector<double> values;
    const auto add = [&](const Trial& trial) {
        if (const auto value = xOf(trial, x)) values.push_back(*value);
    };
    for (const Curve& curve : curves) {
        for (const TrialResult* result : curve.trials)
            add(result->trial);
    }
    for (const Trial& trial : selection.planned) {
        if (!spec.shows || spec.shows(trial)) add(trial);
    }
    Extent all;
    std::ranges::for_each(values, [&](double value) { all.add(value); });
    plot.x = x.axis;
    plot.x.scale = selection.xScale.value_or(all.scaleFrom(XSpanForLog));
    Extent drawable;
    for (const double value : values) {
        if (isDrawable(value, plot.x)) drawable.add(value);
    }
    plot.x.range = rangeOf(drawable, plot.x.scale);
}

bool isDrawable(const Interval<double>& interval, double y, const Axis& axis) {
    return isDrawable(interval.low, axis) && isDrawable(interval.high, axis) && interval.low <= y && y <= interval.high;
}

/// Dash and sign, so that sixteen curves of one colour can be told apart, neighbours by both. The first has its
/// family's sign, since curves that lie upon each other, and eyes that miss a colour, leave only that.
void setLook(Series& series, std::size_t variant) {
    constexpr std::array Dashes = {Dash::Solid, Dash::Dashed, Dash::Dotted, Dash::DashDot};
    constexpr std::array Signs = {Sign::Disc, Sign::Square, Sign::Diamond, Sign::Triangle, Sign::Pentagon, Sign::Star};
    series.dash = Dashes[variant % Dashes.size()];
    const auto first = static_cast<std::size_t>(familySign(series.family));
    series.sign = Signs[(first + variant + variant / Dashes.size()) % Signs.size()];
}

std::string flagsOf(const TrialResult& result) {
    std::string text;
    for (const auto& [flag, count] : result.flags)
        text += (text.empty() ? "" : ", ") + flag;
    return text;
}

/// What has no place in the plot, and why: each reason once, with all that it holds for.
class Omissions {
public:
    explicit Omissions(const XAxis& x) : m_x(x) {}

    /// Curve by curve.
    void add(const Curve& curve, const Trial& trial, const std::string& why) {
        auto& alike = m_curves[why];
        if (alike.empty() || alike.back().first != curve.label) alike.emplace_back(curve.label, "");
        std::string& places = alike.back().second;
        if (const std::string place = xText(trial, m_x); !place.empty()) places += (places.empty() ? "" : ", ") + place;
    }

    /// Of a trial whose place on x is no number: a word says it for all curves, its absence for the curve alone.
    void addUnplaced(const Curve& curve, const Trial& trial) {
        const std::string word = xText(trial, m_x);
        if (word.empty()) return add(curve, trial, "no " + m_x.name);
        m_words.insert(word);
    }

    std::string text() const {
        std::string words;
        for (const std::string& word : m_words)
            words += (words.empty() ? m_x.name + " " : ", ") + word;
        std::string text = words.empty() ? "" : "Left out (not a number): " + words;
        for (const auto& [why, curves] : m_curves)
            text += (text.empty() ? "Left out (" : ". Left out (") + why + ")" + atPlaces(curves);
        return text;
    }

private:
    const XAxis& m_x;
    std::map<std::string, std::vector<std::pair<std::string, std::string>>> m_curves;  ///< by reason, with their places
    std::set<std::string> m_words;
};

/// Times that may be compared; what keeps the others from it is noted.
bool isShown(const Curve& curve, const TrialResult& result, Omissions& omissions) {
    if (isComparable(result)) return true;
    if (result.status != TrialStatus::Ok) omissions.add(curve, result.trial, std::string(statusWord(result.status)));
    return false;
}

void addPoints(Series& series, const Curve& curve, const Plot& plot, const PointOf& pointOf, const XAxis& x,
               Omissions& omissions) {
    for (const TrialResult* result : curve.trials) {
        if (!isShown(curve, *result, omissions)) continue;
        const Trial& trial = result->trial;
        std::optional<PlotPoint> point = pointOf(*result);
        if (!point) continue;
        const auto at = xOf(trial, x);
        if (!at) {
            omissions.addUnplaced(curve, trial);
            continue;
        }
        point->x = *at;
        point->trialId = trial.id;
        if (!isDrawable(point->x, plot.x) || !isDrawable(point->y, plot.y)) {
            omissions.add(curve, trial, "not above 0");
            continue;
        }
        if (point->interval && !isDrawable(*point->interval, point->y, plot.y)) point->interval.reset();
        std::string note = point->interval ? point->note.text() : std::string("n too small");
        if (const std::string flags = flagsOf(*result); !flags.empty()) note += (note.empty() ? "" : ", ") + flags;
        point->note = note;
        series.points.push_back(*std::move(point));
    }
    std::ranges::stable_sort(series.points, {}, &PlotPoint::x);
}

/// The serial loop where x is something that it does not have.
bool isUnplacedSerial(const Curve& curve, const XAxis& x) {
    return curve.isSerial() && xText(curve.first(), x).empty();
}

void addSerialGuide(Plot& plot, const Curve& curve, const PointOf& pointOf, Omissions& omissions) {
    for (const TrialResult* result : curve.trials) {
        if (!isShown(curve, *result, omissions)) continue;
        if (const auto point = pointOf(*result)) addGuide(plot, curve.label, point->y);
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
    const XAxis x = spec.x.empty() ? xAxisOf(results) : xAxisOf(spec.x);
    const std::vector<Curve> curves = curvesOf(results, x.word, spec.shows);
    Plot plot;
    plot.id = spec.id;
    plot.title = spec.title + " versus " + x.name;
    fitX(plot, curves, x, selection, spec);
    const bool isDurationOverDecades = spec.yQuantity == Quantity::Duration && plot.x.scale == AxisScale::Log;
    const double spanForLog = x.word == "size" && !isDurationOverDecades ? ValueSpanForLog : XSpanForLog;
    plot.y = {spec.yTitle, spec.yQuantity, selection.yScale.value_or(valuesOf(curves, spec).scaleFrom(spanForLog)), {}};

    Omissions omissions(x);
    Extent values;
    std::map<std::string, std::size_t, std::less<>>
        variants;  // curves of each colour so far: unknown families share one
    std::vector<const Curve*> across;
    for (const Curve& curve : curves) {
        if (curve.isSerial() && !spec.withSerial) continue;
        Series series;
        series.label = curve.label;
        series.family = familyOf(curve.first().backend);
        setLook(series, variants[hexText(familyColour(series.family, false))]++);  // also when hidden: it keeps it
        series.hollow = series.family == "python";
        if (std::ranges::count(selection.hiddenSeries, curve.label) > 0) continue;
        if (isUnplacedSerial(curve, x)) {
            across.push_back(&curve);
            continue;
        }
        addPoints(series, curve, plot, spec.pointOf, x, omissions);
        for (const PlotPoint& point : series.points) {
            values.add(point.y);
            if (point.interval) values.add(point.interval->low);
            if (point.interval) values.add(point.interval->high);
        }
        if (!series.points.empty()) plot.series.push_back(std::move(series));
    }
    plot.y.range = rangeOf(values, plot.y.scale);
    for (const Curve* curve : across)
        addSerialGuide(plot, *curve, spec.pointOf, omissions);
    plot.note = omissions.text();
    if (x.word == "size") {
        addMarkers(plot, results, selection);
        addCacheGuides(plot, results);
    }
    if (x.word == "workers" && !results.trials().empty()) addCpuGuides(plot, results.run().environment);
    return plot;
}

bool fitsY(const Plot& plot, double y) {
    return isDrawable(y, plot.y);
}

void widenY(Plot& plot, double y) {
    if (plot.y.scale == AxisScale::Linear) {
        plot.y.range = {std::min(plot.y.range.low, y * Headroom), std::max(plot.y.range.high, y * Headroom)};
    } else {
        const Extent widened{std::min(plot.y.range.low, y), std::max(plot.y.range.high, y)};
        plot.y.range = wholeDecades(widened);
    }
}

void addGuide(Plot& plot, const std::string& label, double at) {
    if (!fitsY(plot, at)) return;
    plot.guides.push_back({label, true, at});
    widenY(plot, at);
}

}  // namespace breakeven
