/// A plot as a picture file.
#pragma once

#include "core/base/result.h"
#include "core/plots/plot.h"
#include "ui/plots/zoom.h"

#include <QImage>
#include <QString>

class QPainter;
class QWidget;

namespace breakeven {

/// What is shown of the plot, without hidden series, always on light paper. Needs a QApplication, but no display.
QImage pictureOf(const Plot& plot, const ZoomRange& range = {});

/// The same by a painter, from its origin on, laid out for that many pixels: vectors where the device takes them.
/// Range: a device of as many dots per inch as the screen.
void paintPlot(const Plot& plot, QPainter& painter, QSize pixels);

/// The same in a file, by suffix: .png, .svg or .pdf. Errors: InvalidInput for another suffix; Unwritable.
Result<void> savePicture(const Plot& plot, const QString& path, const ZoomRange& range = {});

/// A widget as it is seen, as a .png. Errors: InvalidInput for another suffix; Unwritable.
Result<void> savePicture(QWidget& widget, const QString& path);

}  // namespace breakeven
