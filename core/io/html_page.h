/// A report as one HTML page that works offline. Every text is said in the language of the page, and escaped on its way
/// out.
#pragma once

#include "core/io/report.h"
#include "core/io/sentences.h"
#include "core/plots/plot.h"

#include <ostream>
#include <string>
#include <vector>

namespace breakeven {

/// A file that the reader can save from the page.
struct Download {
    std::string id;  ///< of the element that holds it
    std::string title;
    std::string file;     ///< the name it is saved under
    std::string content;  ///< UTF-8
};

/// Headline, charts, each with its numbers as a table, sections, and what can be saved.
void writeHtml(const Report& report, const std::vector<Plot>& charts, const std::vector<Download>& downloads,
               std::ostream& out, const Sentences& sentences = english());

}  // namespace breakeven
