/// What drawings with a row for each trial have in common: a column of labels, the rows, and what is below them. Every
/// text is said in the language of the drawing, and escaped.
#pragma once

#include "core/io/sentences.h"
#include "core/plots/palette.h"

#include <cstddef>
#include <ostream>
#include <string>
#include <string_view>
#include <vector>

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

/// Width of one, more or less: an SVG cannot measure its text.
inline constexpr double SvgLetter = 7.2;

/// Short and always in the C locale: hundredths of a unit.
std::string svgNumber(double value);

class SvgRows {
public:
    /// Opens the drawing. labels: of the rows, from the top.
    SvgRows(std::ostream& out, const Sentences& sentences, const std::string& title,
            const std::vector<std::string>& labels, double rowHeight);
    ~SvgRows();  ///< closes it
    SvgRows(const SvgRows&) = delete;
    SvgRows& operator=(const SvgRows&) = delete;

    const SvgArea& area() const { return m_area; }
    void rowLabel(std::size_t row, std::string_view family);
    void tick(double x, const std::string& label);
    void axisTitle(const std::string& title, const std::string& explanation);  ///< the latter below it
    void text(double x, double y, std::string_view style, const std::string& text);
    void tip(const std::string& text);  ///< of the element that was opened last

private:
    std::string said(const std::string& text) const;

    std::ostream& m_out;
    const Sentences& m_sentences;
    std::vector<std::string> m_labels;  ///< as they are shown
    SvgArea m_area;
};

/// style="--light:#…;--dark:#…", a space before it.
std::string svgColours(Rgb light, Rgb dark);

}  // namespace breakeven
