/// What is shown, to the clipboard: for documents and spreadsheets.
#pragma once

#include "core/plots/plot.h"

namespace breakeven {

struct Drawing;

void copyPicture(const Drawing& drawing);
void copyNumbers(const Plot& plot);  ///< as CSV, see core/io/plot_csv.h

}  // namespace breakeven
