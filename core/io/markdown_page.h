/// A report as Markdown, as GitHub's dialect writes it. Every text is escaped on its way out.
#pragma once

#include "core/io/report.h"
#include "core/io/sentences.h"
#include "core/plots/plot.h"

#include <ostream>
#include <vector>

namespace breakeven {

/// Headline, sections, and the charts as their numbers.
void writeMarkdown(const Report& report, const std::vector<Plot>& charts, std::ostream& out,
                   const Sentences& sentences = english());

}  // namespace breakeven
