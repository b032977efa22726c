#include "core/io/markdown_page.h"

#include "core/io/markup.h"
#include "core/io/report_tables.h"

namespace breakeven {

namespace {

void writeTable(const ReportTable& table, std::ostream& out) {
    for (const ReportColumn& column : table.columns)
        out << "| " << markdownText(column.title) << ' ';
    out << "|\n";
    for (const ReportColumn& column : table.columns)
        out << (column.isText ? "|---" : "|--:");
    out << "|\n";
    for (const auto& row : table.rows) {
        for (const ReportCell& cell : row)
            out << "| " << markdownText(cell.text) << ' ';
        out << "|\n";
    }
}

void writeSection(const ReportSection& section, std::ostream& out) {
    out << "\n## " << markdownText(section.title) << '\n';
    if (!section.lead.empty()) out << '\n' << markdownText(section.lead) << '\n';
    if (!section.items.empty()) out << '\n';
    for (const std::string& item : section.items)
        out << "- " << markdownText(item) << '\n';
    if (section.table.rows.empty()) return;
    out << '\n';
    writeTable(section.table, out);
}

/// Each chart as its numbers.
void writeCharts(const std::vector<Plot>& charts, std::ostream& out) {
    if (!charts.empty()) out << "\n## Charts as tables\n";
    for (const Plot& plot : charts) {
        out << "\n### " << markdownText(plot.title) << "\n\n";
        writeTable(chartTableOf(plot), out);
        if (!plot.note.empty()) out << '\n' << markdownText(plot.note) << '\n';
    }
}

}  // namespace

void writeMarkdown(const Report& report, const std::vector<Plot>& charts, std::ostream& out) {
    out << "# " << markdownText(report.title) << "\n\n**" << markdownText(report.headline) << "**\n";
    for (const std::string& line : {report.question, report.origin})
        if (!line.empty()) out << '\n' << markdownText(line) << '\n';
    for (const ReportSection& section : report.sections)
        writeSection(section, out);
    writeCharts(charts, out);
}

}  // namespace breakeven
