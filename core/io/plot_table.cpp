#include "core/io/plot_table.h"

#include "core/analysis/percent.h"
#include "core/base/numbers.h"
#include "core/experiment/wording.h"

#include <cmath>
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

PlotTable heatTable(const Plot& plot) {
    const HeatMap& map = *plot.heatMap;
    PlotTable table{plot.x.title, {}, {}};
    for (const HeatRow& row : map.rows)
        table.series.push_back(row.label);
    for (const double size : map.columns)
        table.rows.push_back({size, positionText(plot.x, size), std::vector<std::string>(map.rows.size())});
    for (const Cell& cell : map.cells)
        table.rows[cell.column].values[cell.row] = formatRatio(cell.value, cell.interval) + " · " + cell.note;
    return table;
}

PlotTable boxTable(const Plot& plot) {
    const bool isShare = plot.x.quantity == Quantity::Share;
    const auto text = [&](double value) {
        return isShare ? numberText(std::round(value * 1000) / 10) + "\u202f%" : formatItems(value);
    };
    const auto span = [&](const Interval<double>& ends) { return text(ends.low) + "–" + text(ends.high); };
    PlotTable table{plot.y.title,
                    {"median", isShare ? "samples" : "runs", "middle half",
                     isShare ? "without outliers" : "without those far off", "remarks"},
                    {}};
    for (const Box& box : plot.boxes)
        table.rows.push_back({static_cast<double>(table.rows.size()),
                              box.label,
                              {box.value, std::to_string(box.dots.size()), span(box.quartiles), span(box.whiskers),
                               box.note.empty() ? "none" : box.note}});
    return table;
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
    const bool isSaid = point.note.empty() || text.find(point.note.text()) != std::string::npos;
    return isSaid ? text : text + " · " + point.note.text();
}

PlotTable plotTable(const Plot& plot) {
    if (plot.heatMap) return heatTable(plot);
    if (!plot.boxes.empty()) return boxTable(plot);
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
