/// What the window shows as a picture: on the clipboard, or in a file of pixels, vectors or a page.
#pragma once

#include "core/base/result.h"
#include "core/plots/plot.h"
#include "ui/plots/zoom.h"

#include <QImage>
#include <QSize>
#include <QString>

#include <functional>

class QPainter;
class QWidget;

namespace breakeven {

/// What is painted, whatever it is kept as.
struct Drawing {
    QString title;
    QString description;                   ///< its twin in words
    QSize size;                            ///< pixels
    double ratio = 1;                      ///< device pixels per pixel, of a picture of pixels
    std::function<void(QPainter&)> paint;  ///< from the painter's origin on
};

/// What is shown of the plot, without hidden series, always on light paper. Needs a QApplication, but no display.
Drawing drawingOf(const Plot& plot, const ZoomRange& range = {});

/// A widget as it is seen. It must outlive the drawing.
Drawing drawingOf(QWidget& widget);

/// A plot by a painter, from its origin on, laid out for that many pixels: vectors where the device takes them.
/// Range: a device of as many dots per inch as the screen.
void paintPlot(const Plot& plot, QPainter& painter, QSize pixels);

QImage pictureOf(const Drawing& drawing);

/// In a file, by suffix: .png, .svg or .pdf. Errors: InvalidInput for another suffix; Unwritable.
Result<void> savePicture(const Drawing& drawing, const QString& path);

}  // namespace breakeven
