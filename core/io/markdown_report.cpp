// The report as Markdown: headline, findings, all tables and charts as their numbers, as GitHub's dialect writes them.
#include "core/io/formats.h"
#include "core/io/markdown_page.h"

#include <ostream>
#include <vector>

namespace breakeven {

namespace {

Result<void> write(const std::vector<Event>& events, const WriteOptions& options, std::ostream& out) {
    const Results results = foldEvents(events);
    writeMarkdown(reportOf(results), reportCharts(results), out, options.sentences);
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
