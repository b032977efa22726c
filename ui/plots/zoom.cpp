#include "ui/plots/zoom.h"

#include "ui/plots/plot_places.h"
#include "ui/plots/ticks.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

namespace breakeven {

namespace {

constexpr double Deepest = 1e-4;  // of the whole axis; labels of six digits tell the ticks within apart
constexpr double FewestCounts = 2;
constexpr std::size_t MostSteps = 100;  // that can be undone

bool holds(const std::optional<Interval<double>>& range, double value) {
    return !range || (range->low <= value && value <= range->high);
}

}  // namespace

double shareOf(const Axis& axis, double value) {
    const auto [low, high] = axis.range;
    if (axis.scale == AxisScale::Log) return std::log(value / low) / std::log(high / low);
    return (value - low) / (high - low);
}

double valueAt(const Axis& axis, double share) {
    const auto [low, high] = axis.range;
    if (axis.scale == AxisScale::Log) return low * std::pow(high / low, share);
    return low + (high - low) * share;
}

bool isDrawable(const Axis& axis, const Interval<double>& range) {
    return range.low < range.high && (axis.scale == AxisScale::Linear || range.low > 0);
}

std::optional<Interval<double>> partOf(const Axis& visible, const Interval<double>& whole, double from, double to) {
    constexpr double Rounding = 1e-9;
    const double first = shareOf(visible, whole.low);
    const double last = shareOf(visible, whole.high);
    const double all = last - first;
    const double width = std::clamp(to - from, all * Deepest, all);
    if (width >= all * (1 - Rounding)) return std::nullopt;
    const double low = std::clamp(std::midpoint(from, to) - width / 2, first, last - width);
    const Interval<double> part{valueAt(visible, low), valueAt(visible, low + width)};
    if (!countsThings(visible.quantity) || part.high - part.low >= FewestCounts) return part;
    const double middle = std::midpoint(part.low, part.high);
    return Interval<double>{std::max(middle - FewestCounts / 2, whole.low),
                            std::min(middle + FewestCounts / 2, whole.high)};
}

std::optional<Interval<double>> scaledPart(const Axis& visible, const Interval<double>& whole, double anchor,
                                           double factor) {
    const double at = std::clamp(anchor, 0.0, 1.0);
    const auto part = [&](double by) { return partOf(visible, whole, at * (1 - by), at + (1 - at) * by); };
    const auto wanted = part(factor);
    if (!wanted) return wanted;
    const double reached = shareOf(visible, wanted->high) - shareOf(visible, wanted->low);
    return reached > factor ? part(reached) : wanted;  // so deep that it cannot go further: the anchor still stays
}

Plot shownPart(Plot plot, const ZoomRange& range) {
    plot = withoutHidden(std::move(plot));
    for (Series& series : plot.series) {
        std::erase_if(series.points,
                      [&](const PlotPoint& point) { return !holds(range.x, point.x) || !holds(range.y, point.y); });
    }
    return plot;
}

void Zoom::show(const ZoomRange& range, ZoomStep step) {
    if (range == m_range) return;
    const bool isContinued = step != ZoomStep::Single && step == m_last;
    if (!isContinued) m_earlier.push_back(m_range);
    if (m_earlier.size() > MostSteps) m_earlier.erase(m_earlier.begin());
    m_range = range;
    m_last = step;
}

void Zoom::undo() {
    if (m_earlier.empty()) return;
    m_range = m_earlier.back();
    m_earlier.pop_back();
    m_last = ZoomStep::Single;
}

}  // namespace breakeven
