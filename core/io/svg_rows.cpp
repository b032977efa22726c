#include "core/io/svg_rows.h"

#include "core/base/bar_text.h"
#include "core/io/markup.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace breakeven {

namespace {

constexpr double Width = 1000;  // of all drawings; the page scales them
constexpr double Margin = 8;
constexpr double MostLabels = 320;  // width of the column of labels
constexpr double BelowRows = 72;    // ticks, the title of the axis, and what explains the rows
constexpr double Swatch = 10;

}  // namespace

std::string svgNumber(double value) {
    std::array<char, 32> buffer{};
    const double hundredths = std::round(value * 100) / 100;
    const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), hundredths == 0 ? 0.0 : hundredths);
    return {buffer.data(), end.ptr};
}

std::string svgColours(Rgb light, Rgb dark) {
    return " style=\"--light:" + hexText(light) + ";--dark:" + hexText(dark) + "\"";
}

SvgRows::SvgRows(std::ostream& out, const Sentences& sentences, const std::string& title,
                 const std::vector<std::string>& labels, double rowHeight)
    : m_out(out), m_sentences(sentences) {
    std::size_t longest = 0;
    for (const std::string& label : labels) {
        m_labels.push_back(sentences.translated(label));
        longest = std::max(longest, columnsOf(m_labels.back()));
    }
    const double width = std::min(SvgLetter * static_cast<double>(longest), MostLabels) + Swatch + 2 * Margin;
    m_area = {width, Margin, Width - width - 3 * Margin, rowHeight, labels.size()};
    m_out << "<svg class=\"rows\" viewBox=\"0 0 " << svgNumber(Width) << ' ' << svgNumber(m_area.bottom() + BelowRows)
          << "\" role=\"img\" aria-label=\""
          << htmlText(sentences.translated(title + "; its numbers are in the table below")) << "\">\n";
}

SvgRows::~SvgRows() {
    m_out << "</svg>\n";
}

void SvgRows::text(double x, double y, std::string_view style, const std::string& text) {
    m_out << "<text x=\"" << svgNumber(x) << "\" y=\"" << svgNumber(y) << "\" class=\"" << style << "\">" << said(text)
          << "</text>\n";
}

void SvgRows::tip(const std::string& text) {
    m_out << "<title>" << said(text) << "</title>";
}

std::string SvgRows::said(const std::string& text) const {
    return htmlText(m_sentences.translated(text));
}

void SvgRows::rowLabel(std::size_t row, std::string_view family) {
    const double middle = m_area.rowTop(static_cast<double>(row) + 0.5);
    m_out << "<rect class=\"fill\"" << svgColours(familyColour(family, false), familyColour(family, true))
          << " x=\"0\" y=\"" << svgNumber(middle - Swatch / 2) << "\" width=\"" << svgNumber(Swatch) << "\" height=\""
          << svgNumber(Swatch) << "\"/>\n";
    text(Swatch + Margin, middle + Margin / 2, "label", m_labels[row]);
}

void SvgRows::tick(double x, const std::string& label) {
    text(x, m_area.bottom() + 18, "middle", label);
}

void SvgRows::axisTitle(const std::string& title, const std::string& explanation) {
    text(m_area.left + m_area.width / 2, m_area.bottom() + 42, "middle soft", title);
    text(Width / 2, m_area.bottom() + 62, "middle soft", explanation);
}

}  // namespace breakeven
