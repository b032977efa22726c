/// Plot: what to draw, as numbers. Renderers (Qt Charts, the report) know pixels; a Plot knows none.
#pragma once

#include "core/base/shared_list.h"
#include "core/base/shared_text.h"
#include "core/base/units.h"

#include <cstddef>
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
    SharedText note;                           ///< for the hover text: "n too small", flags, status
    std::optional<int> trialId = {};           ///< that the point stands for; absent where it stands for none
};

enum class Dash { Solid, Dashed, Dotted, DashDot };

/// The form of a curve's markers, in the order in which the variants of a family take them.
enum class Sign { Disc, Square, Diamond, Triangle, Pentagon, Star };

/// How much a curve stands out. Thin: one of many that make up a picture together; grey, with neither markers nor
/// band, and without a place in the legend.
enum class Weight { Thin, Usual, Thick };

struct Series {
    std::string label;   ///< unique within the plot
    std::string family;  ///< backend family: decides the colour
    Dash dash = Dash::Solid;
    Sign sign = Sign::Disc;
    bool hollow = false;            ///< hollow markers: a Python peer
    bool hidden = false;            ///< by the reader: it has no points, only its place in the legend is kept
    std::vector<PlotPoint> points;  ///< ascending x; finite; positive on logarithmic axes
    Weight weight = Weight::Usual;
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

/// A number on x that belongs to one series, such as its break-even: a vertical line with its interval as a band.
struct Marker {
    std::string label;
    std::string family;
    double x = 0;
    std::optional<Interval<double>> interval;
    std::string what = "break-even";  ///< that it marks
};

/// How far a sample is from the others, see core/stats/distribution.h.
enum class Outlyingness { None, Mild, Severe };

struct Dot {
    double x = 0;
    double offset = 0;  ///< across the strip, in (-0.5, 0.5): from the first sample measured to the last
    Outlyingness outlyingness = Outlyingness::None;
};

/// The samples of one trial in a row of their own: a strip of all of them and the box that sums them up. Curves cannot
/// carry that: a row is a word instead of a number, and has many values.
struct Box {
    std::string label;  ///< unique within the plot
    std::string family;
    int trialId = 0;
    double median = 0;
    std::optional<Interval<double>> interval;  ///< of the median
    Interval<double> quartiles;
    Interval<double> whiskers;  ///< the outermost samples that are no outliers
    SharedList<Dot> dots;       ///< in the order of measuring; some may lie beyond the x axis
    std::string value;          ///< "1.24 ms (1.20–1.28)", what the median stands for
    std::string note;           ///< outliers and modes; empty: there are none
};

struct Cell {
    std::size_t row = 0;
    std::size_t column = 0;
    double value = 1;  ///< > 0; 1 is neutral
    std::optional<Interval<double>> interval;
    bool isResolved = false;  ///< the value is known to be on its side of 1, or near enough to it
    std::string note;         ///< the verdict in a word
    int trialId = 0;
};

struct HeatRow {
    std::string label;  ///< unique within the plot
    std::string family;
    std::size_t group = 0;            ///< of rows that differ in their workers alone
    std::optional<double> breakEven;  ///< on x; 0: above 1 everywhere, infinity: nowhere, absent: not known
};

/// A table whose cells have a colour each. All columns are equally wide, whatever is measured between them.
struct HeatMap {
    std::vector<double> columns;  ///< ascending places on x
    std::vector<HeatRow> rows;    ///< from the top; groups in one piece, ascending workers
    std::vector<Cell> cells;      ///< by row, then column; not every one is measured
    double strongest = 2;         ///< the value from which the colour gets no stronger, > 1; so does its inverse
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
    std::vector<Box> boxes;          ///< instead of curves; from the top
    std::optional<HeatMap> heatMap;  ///< instead of curves
    std::string note;                ///< what was left out and why; empty when nothing was

    bool isEmpty() const { return series.empty() && boxes.empty() && !heatMap; }
};

}  // namespace breakeven
