#include "core/plots/ceiling_bounds.h"

#include "core/analysis/ceilings.h"
#include "core/base/numbers.h"
#include "core/plots/curve_plot.h"

#include <algorithm>
#include <map>
#include <string>
#include <utility>

namespace breakeven {

namespace {

using Bounds = std::map<std::string, Bound>;  // by label

void addPoint(Bounds& bounds, const std::string& label, double x, const CeilingPoint& point) {
    PlotPoint drawn;
    drawn.x = x;
    drawn.y = point.value;
    drawn.interval = point.interval;
    bounds[label].points.push_back(std::move(drawn));
}

/// The points that the axes can show. A ceiling far above all curves would press them flat: it limits nothing here.
void addBounds(Plot& plot, const Bounds& bounds) {
    constexpr double FarAbove = 2;  // times the highest of the picture
    const double highest = plot.y.range.high * FarAbove;
    for (const auto& [label, bound] : bounds) {
        Bound shown{label, {}};
        for (PlotPoint point : bound.points) {
            const bool isOnX = plot.x.range.low <= point.x && point.x <= plot.x.range.high;
            if (!isOnX || !fitsY(plot, point.y) || point.y > highest) continue;
            widenY(plot, point.y);
            if (point.interval && (!fitsY(plot, point.interval->low) || point.interval->high > highest))
                point.interval.reset();
            shown.points.push_back(std::move(point));
        }
        std::ranges::stable_sort(shown.points, {}, &PlotPoint::x);
        const auto repeated = std::ranges::unique(shown.points, {}, &PlotPoint::x);
        shown.points.erase(repeated.begin(), repeated.end());
        if (!shown.points.empty()) plot.bounds.push_back(std::move(shown));
    }
}

}  // namespace

void addCeilingsOverSizes(Plot& plot, const Results& results) {
    Bounds bounds;
    for (const Ceiling& ceiling : ceilings(results)) {
        if (ceiling.kind == CeilingKind::Ideal) continue;
        for (const CeilingPoint& point : ceiling.points)
            addPoint(bounds, ceiling.label, static_cast<double>(point.size), point);
    }
    addBounds(plot, bounds);
}

void addCeilingsOverWorkers(Plot& plot, const Results& results, std::optional<ItemCount> only) {
    Bounds bounds;
    for (const Ceiling& ceiling : ceilings(results)) {
        const bool isIdeal = ceiling.kind == CeilingKind::Ideal;
        if (isIdeal && only) continue;  // drawn as far as the workers go
        const std::string name = ceiling.label.substr(0, ceiling.label.find(" ×"));
        for (const CeilingPoint& point : ceiling.points) {
            if (only && point.size != *only) continue;
            const std::string list = only ? name : name + ", " + countItems(static_cast<double>(point.size));
            if (ceiling.kind != CeilingKind::Amdahl) {
                addPoint(bounds, isIdeal ? name : list, point.workers, point);
                continue;
            }
            for (const double workers : {plot.x.range.low, plot.x.range.high})
                addPoint(bounds, only ? list + ", any number of workers" : list, workers, point);
        }
    }
    addBounds(plot, bounds);
}

}  // namespace breakeven
