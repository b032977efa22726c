/// The tables of a report.
#pragma once

#include "core/io/report.h"
#include "core/plots/plot.h"

namespace breakeven {

/// One row per trial, in plan order: median, speed-up, verdict, status.
ReportTable resultsTableOf(const Results& results);

/// One row per parallel curve over the sizes.
ReportTable breakEvenTableOf(const Results& results);

/// Every pitfall, those that were seen first.
ReportTable pitfallTableOf(const Results& results);

/// The twelve rules.
ReportTable methodTableOf(const Results& results);

ReportTable machineTableOf(const Environment& environment);

/// What a chart shows, as numbers: see plotTable().
ReportTable chartTableOf(const Plot& plot);

}  // namespace breakeven
