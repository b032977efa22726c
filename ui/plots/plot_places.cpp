#include "ui/plots/plot_places.h"

#include <algorithm>

namespace breakeven {

namespace {

using Points = std::vector<PlotPoint>;

/// The least x of what `find` finds in each series.
template <class Find>
std::optional<double> leastOf(const Plot& plot, Find find) {
    std::optional<double> least;
    for (const Series& series : plot.series) {
        const auto found = find(series.points);
        if (found != series.points.end() && (!least || found->x < *least)) least = found->x;
    }
    return least;
}

}  // namespace

std::optional<double> positionFrom(const Plot& plot, double x) {
    return leastOf(plot, [x](const Points& points) { return std::ranges::lower_bound(points, x, {}, &PlotPoint::x); });
}

std::optional<double> positionAfter(const Plot& plot, double x) {
    return leastOf(plot, [x](const Points& points) { return std::ranges::upper_bound(points, x, {}, &PlotPoint::x); });
}

std::optional<double> positionBefore(const Plot& plot, double x) {
    std::optional<double> largest;
    for (const Series& series : plot.series) {
        const auto found = std::ranges::lower_bound(series.points, x, {}, &PlotPoint::x);
        if (found == series.points.begin()) continue;
        const double before = std::prev(found)->x;
        if (!largest || before > *largest) largest = before;
    }
    return largest;
}

const PlotPoint* pointAt(const Series& series, double x) {
    const auto found = std::ranges::lower_bound(series.points, x, {}, &PlotPoint::x);
    return found != series.points.end() && found->x == x ? &*found : nullptr;
}

const Series* findSeries(const Plot& plot, std::string_view label) {
    const auto found = std::ranges::find(plot.series, label, &Series::label);
    return found == plot.series.end() ? nullptr : &*found;
}

Plot withoutHidden(Plot plot) {
    std::erase_if(plot.series, [](const Series& series) { return series.hidden; });
    return plot;
}

}  // namespace breakeven
