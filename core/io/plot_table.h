/// A chart as a table: what it shows, for those who cannot see or hover over it.
#pragma once

#include "core/plots/plot.h"

#include <string>
#include <vector>

namespace breakeven {

/// "31 000 items", "4 workers", "0.500 s"
std::string positionText(const Axis& axis, double x);

/// "1.24 ms (1.20–1.28)", with the point's note behind it.
std::string valueText(const PlotPoint& point, Quantity quantity);

struct PlotTable {
    std::string xTitle;
    std::vector<std::string> series;  ///< titles of the columns: the labels of curves or of a heat map's rows
    struct Row {
        double x = 0;
        std::string position;
        std::vector<std::string> values;  ///< one per series; empty where it has no point
    };
    std::vector<Row> rows;  ///< ascending x, every x at which some series has a point or cell
};

/// A distribution has a row for each box, x its place from the top, and what sums up its samples in the columns.
PlotTable plotTable(const Plot& plot);

}  // namespace breakeven
