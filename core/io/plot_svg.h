/// Charts with a row for each trial as a drawing within an HTML page: heat maps and distributions. Needs no script; its
/// colours follow the reader's theme by the style sheet of the report.
#pragma once

#include "core/io/sentences.h"
#include "core/plots/plot.h"

#include <ostream>

namespace breakeven {

/// True for plots that writeSvg draws; the others have curves.
bool hasRows(const Plot& plot);

/// An <svg> element; every text is escaped. Range: hasRows(plot).
void writeSvg(const Plot& plot, std::ostream& out, const Sentences& sentences = english());

}  // namespace breakeven
