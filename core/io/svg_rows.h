/// What drawings with a row for each trial have in common: a column of labels, the rows, and what is below them.
#pragma once

#include "core/plots/palette.h"

#include <cstddef>
#include <ostream>
#include <string>
#include <string_view>

namespace breakeven {

struct SvgArea {
    double left = 0;  ///< all in user units of the drawing
    double top = 0;
    double width = 0;
    double rowHeight = 0;
    std::size_t rows = 0;
    double bottom() const { return top + rowHeight * static_cast<double>(rows); }
    double right() const { return left + width; }
    double rowTop(double row) const { return top + row * rowHeight; }
};

/// Short and always in the C locale: hundredths of a unit.
std::string svgNumber(double value);

class SvgRows {
public:
    /// Opens the drawing. longestLabel: letters of the longest label of a row.
    SvgRows(std::ostream& out, std::string_view title, std::size_t rows, double rowHeight, std::size_t longestLabel);
    ~SvgRows();  ///< closes it
    SvgRows(const SvgRows&) = delete;
    SvgRows& operator=(const SvgRows&) = delete;

    const SvgArea& area() const { return m_area; }
    void rowLabel(std::size_t row, const std::string& label, std::string_view family);
    void tick(double x, const std::string& label);
    void axisTitle(const std::string& title);
    void text(double x, double y, std::string_view style, const std::string& text);

private:
    std::ostream& m_out;
    SvgArea m_area;
};

/// style="--light:#…;--dark:#…", a space before it.
std::string svgColours(Rgb light, Rgb dark);

}  // namespace breakeven
