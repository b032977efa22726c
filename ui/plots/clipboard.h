/// What is shown of a plot, to the clipboard: for documents and spreadsheets.
#pragma once

#include "core/plots/plot.h"
#include "ui/plots/zoom.h"

namespace breakeven {

void copyPicture(const Plot& plot, const ZoomRange& range);  ///< on light paper
void copyNumbers(const Plot& plot);                          ///< as CSV, see core/io/plot_csv.h

}  // namespace breakeven
