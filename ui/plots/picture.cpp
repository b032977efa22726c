#include "ui/plots/picture.h"

#include "core/os/files.h"
#include "ui/language.h"
#include "ui/plots/chart_view.h"
#include "ui/plots/plot_places.h"
#include "ui/plots/plot_text.h"
#include "ui/plots/row_view.h"

#include <QBuffer>
#include <QFileInfo>
#include <QGuiApplication>
#include <QImage>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>
#include <QSvgGenerator>
#include <QWidget>

#include <functional>
#include <memory>

namespace breakeven {

namespace {

constexpr QSize PictureSize{1200, 750};
constexpr int PixelRatio = 2;      // PNG: sharp in print and on dense displays
constexpr int PdfResolution = 96;  // dots per inch at which PictureSize is laid out

/// What is painted, whatever it is saved as.
struct Drawing {
    QString title;
    QString description;
    std::function<void(QPainter&)> paint;  ///< on the size that was asked for
};

Drawing drawingOf(const Plot& plot, const ZoomRange& range, QSize size = PictureSize) {
    const QString title = spoken(plot.title);
    if (plot.heatMap || !plot.boxes.empty()) {
        return {title, describePlot(plot),
                [frame = RowFrame(plot, size, QGuiApplication::font(), range)](QPainter& painter) {
                    paintRows(painter, frame, Ground::Light);
                }};
    }
    const auto view = std::make_shared<ChartView>();
    view->setPalette(QPalette(Qt::white, Qt::white));
    view->setAttribute(Qt::WA_DontShowOnScreen);
    view->resize(size);
    view->show();  // the view lays itself out only when it is shown
    view->setPlot(withoutHidden(plot));
    view->showRange(range);
    return {title, view->accessibleDescription(), [view, size](QPainter& painter) {
                view->render(&painter, QRectF(QPointF(0, 0), QSizeF(size)), QRect(QPoint(0, 0), size));
            }};
}

void paint(const Drawing& drawing, QPaintDevice& device) {
    QPainter painter(&device);
    drawing.paint(painter);
}

QImage imageOf(const Drawing& drawing) {
    QImage image(PictureSize * PixelRatio, QImage::Format_RGB32);
    image.setDevicePixelRatio(PixelRatio);
    image.fill(Qt::white);
    paint(drawing, image);
    return image;
}

bool writePng(const Drawing& drawing, QIODevice& file) {
    return imageOf(drawing).save(&file, "PNG");
}

bool writeSvg(const Drawing& drawing, QIODevice& file) {
    QSvgGenerator svg;
    svg.setOutputDevice(&file);
    svg.setSize(PictureSize);
    svg.setViewBox(QRect(QPoint(0, 0), PictureSize));
    svg.setTitle(drawing.title.toHtmlEscaped());  // Qt writes both as they are
    svg.setDescription(drawing.description.toHtmlEscaped());
    paint(drawing, svg);
    return true;
}

bool writePdf(const Drawing& drawing, QIODevice& file) {
    QPdfWriter pdf(&file);
    pdf.setTitle(drawing.title);
    pdf.setResolution(PdfResolution);
    pdf.setPageSize(QPageSize(QSizeF(PictureSize) / PdfResolution, QPageSize::Inch));
    pdf.setPageMargins({});
    paint(drawing, pdf);
    return true;
}

/// By way of memory: what draws does not say why a disk takes no more.
Result<void> save(const QString& path, const std::function<bool(QIODevice&)>& write) {
    QBuffer drawn;
    drawn.open(QIODevice::WriteOnly);
    if (!write(drawn)) return Error{ErrorCode::Internal, path.toStdString() + ": could not be drawn"};
    return saveFile(path.toStdString(), drawn.data().toStdString());
}

}  // namespace

QImage pictureOf(const Plot& plot, const ZoomRange& range) {
    return imageOf(drawingOf(plot, range));
}

void paintPlot(const Plot& plot, QPainter& painter, QSize pixels) {
    drawingOf(plot, {}, pixels).paint(painter);
}

Result<void> savePicture(const Plot& plot, const QString& path, const ZoomRange& range) {
    const QString suffix = QFileInfo(path).suffix().toLower();
    bool (*write)(const Drawing&, QIODevice&) = suffix == u"png"   ? writePng
                                                : suffix == u"svg" ? writeSvg
                                                : suffix == u"pdf" ? writePdf
                                                                   : nullptr;
    if (!write) return Error{ErrorCode::InvalidInput, path.toStdString() + ": a picture ends in .png, .svg or .pdf"};

    const Drawing drawing = drawingOf(plot, range);
    return save(path, [&](QIODevice& file) { return write(drawing, file); });
}

Result<void> savePicture(QWidget& widget, const QString& path) {
    if (QFileInfo(path).suffix().toLower() != u"png")
        return Error{ErrorCode::InvalidInput, path.toStdString() + ": a picture of this view ends in .png"};
    return save(path, [&](QIODevice& file) { return widget.grab().save(&file, "PNG"); });
}

}  // namespace breakeven
