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

#include <memory>

namespace breakeven {

namespace {

constexpr QSize PictureSize{1200, 750};
constexpr double PixelRatio = 2;   // of a chart: sharp in print and on dense displays
constexpr int PdfResolution = 96;  // dots per inch at which a drawing is laid out

Drawing drawnFor(const Plot& plot, const ZoomRange& range, QSize size) {
    const QString title = spoken(plot.title);
    if (plot.heatMap || !plot.boxes.empty()) {
        return {title, describePlot(plot), size, PixelRatio,
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
    return {title, view->accessibleDescription(), size, PixelRatio, [view, size](QPainter& painter) {
                view->render(&painter, QRectF(QPointF(0, 0), QSizeF(size)), QRect(QPoint(0, 0), size));
            }};
}

void paint(const Drawing& drawing, QPaintDevice& device) {
    QPainter painter(&device);
    drawing.paint(painter);
}

bool writePng(const Drawing& drawing, QIODevice& file) {
    return pictureOf(drawing).save(&file, "PNG");
}

bool writeSvg(const Drawing& drawing, QIODevice& file) {
    QSvgGenerator svg;
    svg.setOutputDevice(&file);
    svg.setSize(drawing.size);
    svg.setViewBox(QRect(QPoint(0, 0), drawing.size));
    svg.setTitle(drawing.title.toHtmlEscaped());  // Qt writes both as they are
    svg.setDescription(drawing.description.toHtmlEscaped());
    paint(drawing, svg);
    return true;
}

bool writePdf(const Drawing& drawing, QIODevice& file) {
    QPdfWriter pdf(&file);
    pdf.setTitle(drawing.title);
    pdf.setResolution(PdfResolution);
    pdf.setPageSize(QPageSize(QSizeF(drawing.size) / PdfResolution, QPageSize::Inch));
    pdf.setPageMargins({});
    paint(drawing, pdf);
    return true;
}

}  // namespace

Drawing drawingOf(const Plot& plot, const ZoomRange& range) {
    return drawnFor(plot, range, PictureSize);
}

Drawing drawingOf(QWidget& widget) {
    return {widget.accessibleName(), widget.accessibleDescription(), widget.size(), widget.devicePixelRatioF(),
            [&widget](QPainter& painter) { widget.render(&painter); }};
}

void paintPlot(const Plot& plot, QPainter& painter, QSize pixels) {
    drawnFor(plot, {}, pixels).paint(painter);
}

QImage pictureOf(const Drawing& drawing) {
    QImage image((QSizeF(drawing.size) * drawing.ratio).toSize(), QImage::Format_RGB32);
    image.setDevicePixelRatio(drawing.ratio);
    image.fill(Qt::white);
    paint(drawing, image);
    return image;
}

Result<void> savePicture(const Drawing& drawing, const QString& path) {
    const QString suffix = QFileInfo(path).suffix().toLower();
    bool (*write)(const Drawing&, QIODevice&) = suffix == u"png"   ? writePng
                                                : suffix == u"svg" ? writeSvg
                                                : suffix == u"pdf" ? writePdf
                                                                   : nullptr;
    if (!write) return Error{ErrorCode::InvalidInput, path.toStdString() + ": a picture ends in .png, .svg or .pdf"};
    QBuffer drawn;  // by way of memory: what draws does not say why a disk takes no more
    drawn.open(QIODevice::WriteOnly);
    if (!write(drawing, drawn)) return Error{ErrorCode::Internal, path.toStdString() + ": could not be drawn"};
    return saveFile(path.toStdString(), drawn.data().toStdString());
}

}  // namespace breakeven
