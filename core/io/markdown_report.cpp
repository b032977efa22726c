// The report as Markdown: headline, findings and all tables, as GitHub's dialect writes them.
#include "core/io/formats.h"
#include "core/io/markup.h"
#include "core/io/report.h"

#include <ostream>

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

Result<void> write(const std::vector<Event>& events, const std::filesystem::path&, std::ostream& out) {
    const Report report = reportOf(foldEvents(events));
    out << "# " << markdownText(report.title) << "\n\n**" << markdownText(report.headline) << "**\n";
    for (const std::string& line : {report.question, report.origin})
        if (!line.empty()) out << '\n' << markdownText(line) << '\n';
    for (const ReportSection& section : report.sections)
        writeSection(section, out);
    return {};
}

}  // namespace

FormatEntry markdownReportFormat();
FormatEntry markdownReportFormat() {
    return {.info = {"md", "Markdown report", "Headline, findings, tables and method as text"},
            .suffix = ".md",
            .recognises = nullptr,
            .write = write,
            .read = nullptr};
}

}  // namespace breakeven
