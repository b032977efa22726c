/// Plot: what to draw, as numbers. Renderers (Qt Charts, the report) know pixels; a Plot knows none.
#pragma once

#include "core/base/units.h"

#include <optional>
#include <string>
#include <vector>

namespace breakeven {

enum class AxisScale { Linear, Log };

/// What kind of number an axis carries; decides its tick labels (10 k items, 18 µs, 1.8×). Number: one without a unit.
enum class Quantity { Items, Chunk, Duration, Speedup, Workers, Share, Number };

struct Axis {
    std::string title;  ///< with unit, unless it is a plain number: "Runtime (s)"
    Quantity quantity = Quantity::Items;
    AxisScale scale = AxisScale::Linear;
    Interval<double> range{0, 1};  ///< low < high; both > 0 when scale is Log
};

struct PlotPoint {
    double x = 0;
    double y = 0;
    std::optional<Interval<double>> interval;  ///< of y
    std::string note;                          ///< for the hover text: "n too small", flags, status
};

enum class Dash { Solid, Dashed, Dotted, DashDot };

struct Series {
    std::string label;   ///< unique within the plot
    std::string family;  ///< backend family: decides the colour
    Dash dash = Dash::Solid;
    bool hollow = false;  ///< hollow markers: a Python peer
    int trialIdOfFirst = 0;
    std::vector<PlotPoint> points;  ///< ascending x; finite; positive on logarithmic axes
};

/// A line across the plot that has no curve: speed-up 1, the CPU count, serial where x is nothing that serial has.
struct Guide {
    std::string label;
    bool horizontal = true;
    double at = 0;
};

/// A line that no curve is expected to cross: a ceiling that differs from place to place.
struct Bound {
    std::string label;
    std::vector<PlotPoint> points;  ///< as in Series; one alone is a short dash
};

/// The break-even of one series: a vertical line with its interval as a band.
struct Marker {
    std::string label;
    std::string family;
    double x = 0;
    std::optional<Interval<double>> interval;
};

struct Plot {
    std::string id;
    std::string title;
    Axis x;
    Axis y;
    std::vector<Series> series;
    std::vector<Guide> guides;
    std::vector<Bound> bounds;
    std::vector<Marker> markers;
    std::string note;  ///< what was left out and why; empty when nothing was
};

}  // namespace breakeven
