/// A report as a document in pages: text, tables and charts, whatever it is then painted on.
#pragma once

#include "core/io/report.h"
#include "core/plots/plot.h"

#include <vector>

class QTextDocument;

namespace breakeven {

/// Fills an empty document, which has its page size. Charts stand behind the findings and are drawn as vectors whenever
/// the document is. No heading is the last line of a page, and no row of a table is cut by its end. All text is
/// inserted as text, never as markup.
void writeReport(QTextDocument& document, const Report& report, const std::vector<Plot>& charts);

}  // namespace breakeven
