/// The HTML of a report, part by part. Every text is said in the language of the page, and escaped on its way out.
#pragma once

#include "core/io/report.h"
#include "core/io/sentences.h"
#include "core/plots/plot.h"

#include <nlohmann/json.hpp>

#include <ostream>
#include <string>
#include <string_view>
#include <vector>

namespace breakeven {

/// A file that the reader can save from the page.
struct Download {
    std::string id;  ///< of the element that holds it
    std::string title;
    std::string file;     ///< the name it is saved under
    std::string content;  ///< UTF-8
};

/// Writes in the order in which it is called: head, sections and charts, downloads, foot.
class HtmlPage {
public:
    HtmlPage(std::ostream& out, const Sentences& sentences) : m_out(out), m_sentences(sentences) {}

    /// Up to the headline, with links to the sections and what else the page has.
    void head(const Report& report, bool hasCharts);
    void section(const ReportSection& section);
    /// Each with its numbers as a table. Range: not empty.
    void charts(const std::vector<Plot>& charts);
    void downloads(const std::vector<Download>& downloads);
    void foot();

private:
    void navigation(const Report& report, bool hasCharts);
    void chart(const Plot& plot);
    void twin(const Plot& plot);
    void table(const ReportTable& table);
    void cell(const ReportCell& cell, bool isText);
    void element(std::string_view tag, std::string_view text, std::string_view style = {});
    void data(std::string_view id, const nlohmann::ordered_json& json);
    std::string said(std::string_view text) const;

    std::ostream& m_out;
    const Sentences& m_sentences;
};

}  // namespace breakeven
