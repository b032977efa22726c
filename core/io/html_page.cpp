#include "core/io/html_page.h"

#include "core/base/version.h"
#include "core/experiment/wording.h"
#include "core/io/markup.h"
#include "core/io/plot_json.h"
#include "core/io/plot_svg.h"
#include "core/io/report_assets.h"
#include "core/io/report_tables.h"
#include "core/plots/palette.h"

#include <nlohmann/json.hpp>

#include <cstddef>
#include <string_view>

namespace breakeven {

namespace {

using Json = nlohmann::ordered_json;

/// The bytes that the digits stand for, as a security policy writes a hash. Range: two digits per byte.
std::string base64(std::string_view hexadecimal) {
    constexpr std::string_view Digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    constexpr std::size_t DigitsOfThreeBytes = 6;
    std::string text;
    for (std::size_t at = 0; at < hexadecimal.size(); at += DigitsOfThreeBytes) {
        std::string group(hexadecimal.substr(at, DigitsOfThreeBytes));
        const std::size_t missing = (DigitsOfThreeBytes - group.size()) / 2;
        group.resize(DigitsOfThreeBytes, '0');
        const unsigned long bits = std::stoul(group, nullptr, 16);
        for (const unsigned shift : {18U, 12U, 6U, 0U})
            text += Digits[(bits >> shift) & 63U];
        text.replace(text.size() - missing, missing, missing, '=');
    }
    return text;
}

/// No script but our own runs, and nothing is fetched from anywhere.
std::string securityPolicy() {
    return "default-src 'none'; script-src 'sha256-" + base64(ReportScriptSha256) +
           "'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";
}

std::string_view chipOf(Tone tone) {
    switch (tone) {
        case Tone::Good:
            return "chip good";
        case Tone::Bad:
            return "chip bad";
        case Tone::Open:
            return "chip open";
        case Tone::Plain:
            break;
    }
    return {};
}

/// The family's colour before a label, by theme.
std::string swatchOf(std::string_view family) {
    return " class=\"series\" style=\"--light:" + hexText(familyColour(family, false)) +
           ";--dark:" + hexText(familyColour(family, true)) + "\"";
}

/// What the script says, by what it says in English.
Json scriptWords(const Sentences& sentences) {
    Json words = Json::object();
    for (const char* text : {"Reset", "Sort by this column", "x: logarithmic", "x: linear", "y: logarithmic",
                             "y: linear", "its numbers are in the table below"})
        words[text] = sentences.translated(text);
    return words;
}

/// Writes in the order in which it is called: head, charts, sections, downloads, foot.
class HtmlPage {
public:
    HtmlPage(std::ostream& out, const Sentences& sentences) : m_out(out), m_sentences(sentences) {}

    /// Up to the headline, with links to what the page has.
    void head(const Report& report, bool hasCharts);
    /// Range: not empty.
    void charts(const std::vector<Plot>& charts);
    void section(const ReportSection& section);
    void downloads(const std::vector<Download>& downloads);
    void foot();

private:
    void navigation(const Report& report, bool hasCharts);
    void chart(const Plot& plot);
    void twin(const Plot& plot);
    void table(const ReportTable& table);
    void cell(const ReportCell& cell, bool isText);
    void element(std::string_view tag, std::string_view text, std::string_view style = {});
    void data(std::string_view id, const Json& json);
    std::string said(std::string_view text) const;

    std::ostream& m_out;
    const Sentences& m_sentences;
};

std::string HtmlPage::said(std::string_view text) const {
    return htmlText(m_sentences.translated(text));
}

void HtmlPage::element(std::string_view tag, std::string_view text, std::string_view style) {
    m_out << '<' << tag;
    if (!style.empty()) m_out << " class=\"" << style << '"';
    m_out << '>' << said(text) << "</" << tag << ">\n";
}

void HtmlPage::head(const Report& report, bool hasCharts) {
    m_out << "<!DOCTYPE html>\n<html lang=\"" << m_sentences.language()
          << "\">\n<head>\n<meta charset=\"utf-8\">\n"
             "<meta http-equiv=\"Content-Security-Policy\" content=\""
          << securityPolicy()
          << "\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
             "<meta name=\"color-scheme\" content=\"light dark\">\n<link rel=\"icon\" href=\"data:,\">\n";
    m_out << "<title>" << said(report.title) << " – Breakeven</title>\n";
    m_out << "<style>\n" << ReportStyle << "</style>\n</head>\n<body>\n<header>\n";
    element("p", report.title, "title");
    element("h1", report.headline);
    if (!report.question.empty()) element("p", report.question);
    if (!report.origin.empty()) element("p", report.origin, "quiet");
    navigation(report, hasCharts);
    m_out << "</header>\n<main>\n";
}

void HtmlPage::navigation(const Report& report, bool hasCharts) {
    m_out << "<nav aria-label=\"" << said("Sections") << "\">\n";
    const auto link = [this](std::string_view id, std::string_view title) {
        m_out << "<a href=\"#" << htmlText(id) << "\">" << said(title) << "</a>\n";
    };
    if (hasCharts) link("charts", "Charts");
    for (const ReportSection& section : report.sections)
        link(section.id, section.title);
    link("data", "Data");
    m_out << "</nav>\n";
}

void HtmlPage::section(const ReportSection& section) {
    m_out << "<section id=\"" << htmlText(section.id) << "\">\n";
    element("h2", section.title);
    if (!section.lead.empty()) element("p", section.lead);
    if (!section.items.empty()) {
        m_out << "<ul>\n";
        for (const std::string& item : section.items)
            element("li", item);
        m_out << "</ul>\n";
    }
    if (!section.table.rows.empty()) table(section.table);
    m_out << "</section>\n";
}

void HtmlPage::table(const ReportTable& table) {
    m_out << "<div class=\"scroll\">\n<table class=\"sortable\">\n<thead><tr>";
    for (const ReportColumn& column : table.columns)
        m_out << "<th scope=\"col\"" << (column.isText ? "" : " class=\"number\"") << '>' << said(column.title)
              << "</th>";
    m_out << "</tr></thead>\n<tbody>\n";
    for (const auto& row : table.rows) {
        m_out << "<tr>";
        for (std::size_t i = 0; i < row.size(); ++i)
            cell(row[i], table.columns[i].isText);
        m_out << "</tr>\n";
    }
    m_out << "</tbody>\n</table>\n</div>\n";
}

void HtmlPage::cell(const ReportCell& cell, bool isText) {
    m_out << "<td";
    if (!isText) m_out << " class=\"number\"";
    if (!cell.family.empty()) m_out << swatchOf(cell.family);
    if (cell.order) m_out << " data-order=\"" << numberText(*cell.order) << '"';
    m_out << '>';
    const std::string_view chip = chipOf(cell.tone);
    if (chip.empty())
        m_out << said(cell.text);
    else
        m_out << "<span class=\"" << chip << "\">" << said(cell.text) << "</span>";
    m_out << "</td>";
}

void HtmlPage::charts(const std::vector<Plot>& charts) {
    m_out
        << "<section id=\"charts\">\n<h2>" << said("Charts") << "</h2>\n<noscript><p>"
        << said("The charts need JavaScript; their numbers are in the tables below them.")
        << "</p></noscript>\n<p class=\"quiet\" data-interactive hidden>"
        << said(
               "Point at a chart to read its values. Drag to zoom, Shift and drag to move; click, then turn the wheel "
               "to zoom at the pointer; double-click to go back. Click a name to hide its curve.")
        << "</p>\n";
    Json json = Json::array();
    for (const Plot& plot : charts) {
        chart(plot);
        if (!hasRows(plot)) json.push_back(plotJson(plot, m_sentences));
    }
    m_out << "</section>\n";
    data("plots", json);
}

void HtmlPage::chart(const Plot& plot) {
    m_out << "<figure id=\"chart-" << htmlText(plot.id) << "\">\n";
    element("figcaption", plot.title);
    if (hasRows(plot))
        writeSvg(plot, m_out, m_sentences);
    else
        m_out << "<div class=\"chart\"></div>\n";
    if (!plot.note.empty()) element("p", plot.note, "quiet");
    twin(plot);
    m_out << "</figure>\n";
}

void HtmlPage::twin(const Plot& plot) {
    m_out << "<details>\n<summary>" << said("Numbers of this chart") << "</summary>\n";
    table(chartTableOf(plot));
    if (!plot.markers.empty()) {
        m_out << "<ul>\n";
        for (const Marker& marker : plot.markers)
            element("li", marker.what + " " + marker.label);
        m_out << "</ul>\n";
    }
    m_out << "</details>\n";
}

void HtmlPage::data(std::string_view id, const Json& json) {
    m_out << "<script type=\"application/json\" id=\"" << htmlText(id) << "\">" << scriptJson(json) << "</script>\n";
}

void HtmlPage::downloads(const std::vector<Download>& downloads) {
    m_out << "<section id=\"data\">\n<h2>" << said("Data") << "</h2>\n<p>"
          << said("What the tables were made from is in this page; saving it needs JavaScript.")
          << "</p>\n<p class=\"downloads\">\n";
    for (const Download& download : downloads)
        m_out << "<a class=\"download\" href=\"#data\" download=\"" << htmlText(download.file) << "\" data-source=\""
              << htmlText(download.id) << "\">" << said(download.title) << " <span class=\"quiet\">"
              << htmlText(download.file) << "</span></a>\n";
    m_out << "</p>\n</section>\n";
    for (const Download& download : downloads)
        data(download.id, download.content);
}

void HtmlPage::foot() {
    data("words", scriptWords(m_sentences));
    m_out << "</main>\n<footer>\n<p>"
          << said(std::string("Written by Breakeven ") + Version +
                  ". Charts are drawn by dygraphs, which comes under the MIT licence.")
          << "</p>\n<details>\n<summary>" << said("Licence of dygraphs") << "</summary>\n<pre>"
          << htmlText(ChartLibraryLicence) << "</pre>\n</details>\n</footer>\n<script>" << ReportScript
          << "</script>\n</body>\n</html>\n";
}

}  // namespace

void writeHtml(const Report& report, const std::vector<Plot>& charts, const std::vector<Download>& downloads,
               std::ostream& out, const Sentences& sentences) {
    HtmlPage page(out, sentences);
    page.head(report, !charts.empty());
    if (!charts.empty()) page.charts(charts);
    for (const ReportSection& section : report.sections)
        page.section(section);
    page.downloads(downloads);
    page.foot();
}

}  // namespace breakeven
