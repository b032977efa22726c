#include "core/io/plot_svg.h"

#include "core/base/bar_text.h"
#include "core/base/numbers.h"
#include "core/io/markup.h"
#include "core/io/plot_table.h"
#include "core/io/svg_rows.h"
#include "core/plots/heat_map.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace breakeven {

namespace {

constexpr double CellHeight = 34;
constexpr double BoxHeight = 74;

double wide(std::size_t number) {
    return static_cast<double>(number);
}

std::string place(double x, double y) {
    return svgNumber(x) + " " + svgNumber(y);
}

std::string rect(double x, double y, double width, double height) {
    return " x=\"" + svgNumber(x) + "\" y=\"" + svgNumber(y) + "\" width=\"" + svgNumber(width) + "\" height=\"" +
           svgNumber(height) + "\"";
}

template <class Row>
std::vector<std::string> labelsOf(const std::vector<Row>& rows) {
    std::vector<std::string> labels;
    for (const Row& row : rows)
        labels.push_back(row.label);
    return labels;
}

/// Lines from the lower left to the upper right through a rectangle, as a path.
std::string hatching(double x, double y, double width, double height) {
    constexpr double Step = 8;
    std::string path;
    for (double from = Step - height; from < width; from += Step) {
        const double begin = std::max(0.0, -from / height);
        const double end = std::min(1.0, (width - from) / height);
        path += "M" + place(x + from + begin * height, y + height * (1 - begin)) + "L" +
                place(x + from + end * height, y + height * (1 - end));
    }
    return path;
}

void writeCell(std::ostream& out, SvgRows& svg, const Plot& plot, const Cell& cell) {
    const HeatMap& map = *plot.heatMap;
    const SvgArea& area = svg.area();
    const Rgb light = heatColour(cell.value, map.strongest, false);
    const Rgb dark = heatColour(cell.value, map.strongest, true);
    const std::string ink = svgColours(inkOn(light), inkOn(dark));
    const double width = area.width / wide(map.columns.size());
    const double x = area.left + wide(cell.column) * width;
    const double y = area.rowTop(wide(cell.row));
    out << "<g>";
    svg.tip(map.rows[cell.row].label + " at " + positionText(plot.x, map.columns[cell.column]) + ": " +
            formatRatio(cell.value, cell.interval) + ", " + cell.note);
    out << "<rect class=\"fill cell\"" << svgColours(light, dark) << rect(x, y, width, area.rowHeight) << "/>";
    if (!cell.isResolved)
        out << "<path class=\"hatch\"" << ink << " d=\"" << hatching(x, y, width, area.rowHeight) << "\"/>";
    const std::string text = formatRatio(cell.value);
    const double textWidth = SvgLetter * wide(columnsOf(text));
    if (textWidth < width) {
        if (!cell.isResolved)
            out << "<rect class=\"fill\"" << svgColours(light, dark)
                << rect(x + (width - textWidth) / 2, y + area.rowHeight / 2 - 9, textWidth, 18) << "/>";
        out << "<text class=\"fill middle\"" << ink << " x=\"" << svgNumber(x + width / 2) << "\" y=\""
            << svgNumber(y + area.rowHeight / 2 + 5) << "\">" << htmlText(text) << "</text>";
    }
    out << "</g>\n";
}

void writeContours(std::ostream& out, const SvgArea& area, const HeatMap& map) {
    for (const auto& line : contours(map)) {
        std::string points;
        for (const HeatPlace& at : line)
            points += place(area.left + at.column * area.width / wide(map.columns.size()), area.rowTop(at.row)) + " ";
        for (const char* style : {"contour rim", "contour"})
            out << "<polyline class=\"" << style << "\" points=\"" << points << "\"/>\n";
    }
}

void writeHeatMap(std::ostream& out, const Plot& plot, const Sentences& sentences) {
    const HeatMap& map = *plot.heatMap;
    SvgRows svg(out, sentences, plot.title, labelsOf(map.rows), CellHeight);
    for (std::size_t row = 0; row < map.rows.size(); ++row)
        svg.rowLabel(row, map.rows[row].family);
    for (const Cell& cell : map.cells)
        writeCell(out, svg, plot, cell);
    for (std::size_t row = 1; row < map.rows.size(); ++row) {
        if (map.rows[row].group == map.rows[row - 1].group) continue;
        out << "<rect class=\"gap\"" << rect(svg.area().left, svg.area().rowTop(wide(row)) - 2, svg.area().width, 4)
            << "/>\n";
    }
    const double width = svg.area().width / wide(map.columns.size());
    for (const HeatPlace& middle : unmeasuredCells(map))
        out << "<path class=\"unmeasured\" d=\"M"
            << place(svg.area().left + middle.column * width - 4, svg.area().rowTop(middle.row)) << "h8\"/>\n";
    writeContours(out, svg.area(), map);
    const auto stride = static_cast<std::size_t>(6 * SvgLetter / width) + 1;
    for (std::size_t column = 0; column < map.columns.size(); column += stride)
        svg.tick(svg.area().left + (wide(column) + 0.5) * width, formatSize(map.columns[column]));
    svg.axisTitle(
        plot.x.title,
        "blue is faster than serial, orange slower, hatched not resolved, a dash not measured, and right of the line "
        "parallel pays");
}

/// Draws the boxes of a distribution.
class Strips {
public:
    Strips(std::ostream& out, SvgRows& svg, const Axis& axis) : m_out(out), m_svg(svg), m_axis(axis) {}

    void write(std::size_t row, const Box& box) {
        const SvgArea& area = m_svg.area();
        m_top = area.rowTop(wide(row)) + 24;
        m_height = area.rowHeight - 30;
        m_svg.rowLabel(row, box.family);
        m_out << "<g" << svgColours(familyColour(box.family, false), familyColour(box.family, true)) << '>';
        m_svg.tip(box.label + ": " + box.value + (box.note.empty() ? "" : ", " + box.note));
        dots(box, Outlyingness::None, "dots");
        dots(box, Outlyingness::Mild, "dots mild");
        dots(box, Outlyingness::Severe, "dots severe");
        const double middle = m_top + m_height / 2;
        m_out << "<path class=\"line\" d=\"M" << place(x(box.whiskers.low), middle) << "H"
              << svgNumber(x(box.quartiles.low)) << "M" << place(x(box.quartiles.high), middle) << "H"
              << svgNumber(x(box.whiskers.high)) << "\"/>";
        bar("box", box.quartiles, 0.6);
        if (box.interval) bar("interval", *box.interval, 0.25);
        m_out << "<path class=\"median\" d=\"M" << place(x(box.median), middle - 0.3 * m_height) << "v"
              << svgNumber(0.6 * m_height) << "\"/></g>\n";
        m_svg.text(area.left + 4, area.rowTop(wide(row)) + 16, "soft",
                   box.value + (box.note.empty() ? "" : " · " + box.note));
        m_out << "<path class=\"rule\" d=\"M" << place(area.left, area.rowTop(wide(row + 1))) << "h"
              << svgNumber(area.width) << "\"/>\n";
    }

    double x(double value) const {
        const auto& [low, high] = m_axis.range;
        const bool isLog = m_axis.scale == AxisScale::Log;
        const double share = isLog ? std::log(value / low) / std::log(high / low) : (value - low) / (high - low);
        return m_svg.area().left + std::clamp(share, 0.0, 1.0) * m_svg.area().width;
    }

private:
    void bar(const char* style, const Interval<double>& ends, double share) {
        m_out << "<rect class=\"" << style << "\""
              << rect(x(ends.low), m_top + m_height * (1 - share) / 2, std::max(0.5, x(ends.high) - x(ends.low)),
                      share * m_height)
              << "/>";
    }

    /// Of many ordinary samples some are drawn, evenly chosen: no more of them can be told apart.
    void dots(const Box& box, Outlyingness outlyingness, const char* style) {
        constexpr std::size_t Most = 2000;
        const std::size_t stride = outlyingness == Outlyingness::None ? box.dots.size() / Most + 1 : 1;
        std::string path;
        for (std::size_t i = 0; i < box.dots.size(); i += stride) {
            const Dot& dot = box.dots[i];
            if (dot.outlyingness != outlyingness) continue;
            path += "M" + place(x(dot.x), m_top + (dot.offset + 0.5) * m_height) + "h0";
        }
        if (!path.empty()) m_out << "<path class=\"" << style << "\" d=\"" << path << "\"/>";
    }

    std::ostream& m_out;
    SvgRows& m_svg;
    const Axis& m_axis;
    double m_top = 0;
    double m_height = 0;
};

/// A whole step of 1, 2 or 5 in about so many parts.
double niceStep(double span, double parts) {
    const double power = std::pow(10.0, std::floor(std::log10(span / parts)));
    for (const double factor : {1.0, 2.0, 5.0})
        if (factor * power * parts >= span) return factor * power;
    return 10 * power;
}

std::vector<double> wholeSteps(const Interval<double>& range) {
    std::vector<double> ticks;
    const double step = niceStep(range.high - range.low, 8);
    for (double tick = std::ceil(range.low / step); tick * step <= range.high; ++tick)
        ticks.push_back(tick * step);
    return ticks;
}

/// At 1, 2 and 5 of each decade, or at its beginning alone.
std::vector<double> decadeSteps(const Interval<double>& range) {
    constexpr double FewDecades = 1000;
    const auto& [low, high] = range;
    std::vector<double> ticks;
    for (double power = std::pow(10.0, std::floor(std::log10(low))); power <= high; power *= 10) {
        for (const double factor : {1.0, 2.0, 5.0}) {
            const bool isWanted = factor == 1 || high < FewDecades * low;
            if (isWanted && factor * power >= low && factor * power <= high) ticks.push_back(factor * power);
        }
    }
    return ticks;
}

std::vector<double> boxTicks(const Axis& axis) {
    if (axis.scale == AxisScale::Linear) return wholeSteps(axis.range);
    const std::vector<double> ticks = decadeSteps(axis.range);
    return ticks.size() > 1 ? ticks : wholeSteps(axis.range);  // one tick alone is no scale
}

void writeBoxes(std::ostream& out, const Plot& plot, const Sentences& sentences) {
    SvgRows svg(out, sentences, plot.title, labelsOf(plot.boxes), BoxHeight);
    Strips strips(out, svg, plot.x);
    const bool isShare = plot.x.quantity == Quantity::Share;
    for (const double tick : boxTicks(plot.x)) {
        const double x = strips.x(tick);
        out << "<path class=\"rule\" d=\"M" << place(x, svg.area().top) << "V" << svgNumber(svg.area().bottom())
            << "\"/>\n";
        svg.tick(x, isShare ? svgNumber(tick * 100) + "\u202f%" : formatSize(tick));
    }
    for (std::size_t row = 0; row < plot.boxes.size(); ++row)
        strips.write(row, plot.boxes[row]);
    svg.axisTitle(plot.x.title,
                  isShare ? "samples from the top in the order of measuring, outliers larger, square when far out"
                          : "a dot for each run, larger and square where it is far from the others");
}

}  // namespace

bool hasRows(const Plot& plot) {
    return plot.heatMap || !plot.boxes.empty();
}

void writeSvg(const Plot& plot, std::ostream& out, const Sentences& sentences) {
    if (plot.heatMap)
        writeHeatMap(out, plot, sentences);
    else
        writeBoxes(out, plot, sentences);
}

}  // namespace breakeven
