#include "core/io/markdown_page.h"

#include "core/io/markup.h"
#include "core/io/report_tables.h"

#include <string>
#include <string_view>

namespace breakeven {

namespace {

class MarkdownPage {
public:
    MarkdownPage(std::ostream& out, const Sentences& sentences) : m_out(out), m_sentences(sentences) {}

    void head(const Report& report) {
        m_out << "# " << said(report.title) << "\n\n**" << said(report.headline) << "**\n";
        for (const std::string& line : {report.question, report.origin})
            if (!line.empty()) m_out << '\n' << said(line) << '\n';
    }

    void section(const ReportSection& section) {
        m_out << "\n## " << said(section.title) << '\n';
        if (!section.lead.empty()) m_out << '\n' << said(section.lead) << '\n';
        if (!section.items.empty()) m_out << '\n';
        for (const std::string& item : section.items)
            m_out << "- " << said(item) << '\n';
        if (section.table.rows.empty()) return;
        m_out << '\n';
        table(section.table);
    }

    /// Each chart as its numbers.
    void charts(const std::vector<Plot>& charts) {
        if (!charts.empty()) m_out << "\n## " << said("Charts as tables") << '\n';
        for (const Plot& plot : charts) {
            m_out << "\n### " << said(plot.title) << "\n\n";
            table(chartTableOf(plot));
            if (!plot.note.empty()) m_out << '\n' << said(plot.note) << '\n';
        }
    }

private:
    void table(const ReportTable& table) {
        for (const ReportColumn& column : table.columns)
            m_out << "| " << said(column.title) << ' ';
        m_out << "|\n";
        for (const ReportColumn& column : table.columns)
            m_out << (column.isText ? "|---" : "|--:");
        m_out << "|\n";
        for (const auto& row : table.rows) {
            for (const ReportCell& cell : row)
                m_out << "| " << said(cell.text) << ' ';
            m_out << "|\n";
        }
    }

    std::string said(std::string_view text) const { return markdownText(m_sentences.translated(text)); }

    std::ostream& m_out;
    const Sentences& m_sentences;
};

}  // namespace

void writeMarkdown(const Report& report, const std::vector<Plot>& charts, std::ostream& out,
                   const Sentences& sentences) {
    MarkdownPage page(out, sentences);
    page.head(report);
    for (const ReportSection& section : report.sections)
        page.section(section);
    page.charts(charts);
}

}  // namespace breakeven
