/// A plot as a picture file.
#pragma once

#include "core/base/result.h"
#include "core/plots/plot.h"

#include <QString>

class QWidget;

namespace breakeven {

/// By suffix: .png, .svg or .pdf. Always on light paper. Needs a QApplication, but no display.
/// Errors: InvalidInput for another suffix; Unwritable.
Result<void> savePicture(const Plot& plot, const QString& path);

/// A widget as it is seen, as a .png. Errors: InvalidInput for another suffix; Unwritable.
Result<void> savePicture(QWidget& widget, const QString& path);

}  // namespace breakeven
