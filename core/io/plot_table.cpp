#include "core/io/plot_table.h"

#include "core/analysis/percent.h"
#include "core/base/numbers.h"
#include "core/experiment/wording.h"

#include <map>

namespace breakeven {

namespace {

std::string measured(const PlotPoint& point, Quantity quantity) {
    switch (quantity) {
        case Quantity::Duration: {
            if (!point.interval) return formatSeconds(Seconds(point.y));
            Summary summary;
            summary.median = Seconds(point.y);
            summary.interval = {Seconds(point.interval->low), Seconds(point.interval->high)};
            return formatInterval(summary);
        }
        case Quantity::Speedup:
            return formatRatio(point.y, point.interval);
        case Quantity::Share:
            return point.interval ? percent(point.y, *point.interval) : percent(point.y);
        case Quantity::Items:
        case Quantity::Chunk:
        case Quantity::Workers:
        case Quantity::Number:
            break;
    }
    return formatItems(point.y);
}

}  // namespace

std::string positionText(const Axis& axis, double x) {
    switch (axis.quantity) {
        case Quantity::Items:
            return countItems(x);
        case Quantity::Chunk:
            return "chunks of " + countItems(x);
        case Quantity::Workers:
            return formatItems(x) + (x == 1 ? " worker" : " workers");
        case Quantity::Duration:
            return formatSeconds(Seconds(x));
        case Quantity::Speedup:
            return formatRatio(x);
        case Quantity::Share:
            return percent(x);
        case Quantity::Number:
            break;
    }
    return axis.title + " " + numberText(x);
}

std::string valueText(const PlotPoint& point, Quantity quantity) {
    const std::string text = measured(point, quantity);
    const bool isSaid = point.note.empty() || text.find(point.note) != std::string::npos;
    return isSaid ? text : text + " · " + point.note;
}

PlotTable plotTable(const Plot& plot) {
    PlotTable table{plot.x.title, {}, {}};
    std::map<double, std::vector<std::string>> cells;
    for (std::size_t i = 0; i < plot.series.size(); ++i) {
        table.series.push_back(plot.series[i].label);
        for (const PlotPoint& point : plot.series[i].points) {
            auto& row = cells.try_emplace(point.x, plot.series.size()).first->second;
            row[i] = valueText(point, plot.y.quantity);
        }
    }
    for (auto& [x, values] : cells)
        table.rows.push_back({x, positionText(plot.x, x), std::move(values)});
    return table;
}

}  // namespace breakeven
