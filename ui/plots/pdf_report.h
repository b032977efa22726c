/// The report of a run as pages for print.
#pragma once

#include "core/base/result.h"
#include "core/experiment/results.h"

#include <QString>

namespace breakeven {

/// A4, numbered, with the charts as vectors, always on light paper. Needs a QApplication, but no display.
/// Errors: InvalidInput for another suffix than .pdf; Unwritable; Internal when the disk is full.
Result<void> savePdfReport(const Results& results, const QString& path);

}  // namespace breakeven
