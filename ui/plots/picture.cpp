#include "ui/plots/picture.h"

#include "ui/plots/chart_view.h"

#include <QFileInfo>
#include <QImage>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>
#include <QSaveFile>
#include <QSvgGenerator>
#include <QWidget>

#include <functional>

namespace breakeven {

namespace {

constexpr QSize PictureSize{1200, 750};
constexpr int PixelRatio = 2;      // PNG: sharp in print and on dense displays
constexpr int PdfResolution = 96;  // dots per inch at which PictureSize is laid out

void paint(ChartView& view, QPaintDevice& device) {
    QPainter painter(&device);
    view.render(&painter, QRectF(QPointF(0, 0), QSizeF(PictureSize)), QRect(QPoint(0, 0), PictureSize));
}

bool writePng(ChartView& view, QIODevice& file) {
    QImage image(PictureSize * PixelRatio, QImage::Format_RGB32);
    image.setDevicePixelRatio(PixelRatio);
    image.fill(Qt::white);
    paint(view, image);
    return image.save(&file, "PNG");
}

bool writeSvg(ChartView& view, QIODevice& file) {
    QSvgGenerator svg;
    svg.setOutputDevice(&file);
    svg.setSize(PictureSize);
    svg.setViewBox(QRect(QPoint(0, 0), PictureSize));
    svg.setTitle(QString::fromStdString(view.plot().title));
    svg.setDescription(view.accessibleDescription());
    paint(view, svg);
    return true;
}

bool writePdf(ChartView& view, QIODevice& file) {
    QPdfWriter pdf(&file);
    pdf.setTitle(QString::fromStdString(view.plot().title));
    pdf.setResolution(PdfResolution);
    pdf.setPageSize(QPageSize(QSizeF(PictureSize) / PdfResolution, QPageSize::Inch));
    pdf.setPageMargins({});
    paint(view, pdf);
    return true;
}

Result<void> save(const QString& path, const std::function<bool(QIODevice&)>& write) {
    const std::string name = path.toStdString();
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly)) {
        return Error{ErrorCode::Unwritable, name + ": " + file.errorString().toStdString()};
    }
    if (!write(file) || !file.commit()) {
        return Error{ErrorCode::Internal, name + ": " + file.errorString().toStdString()};
    }
    return {};
}

}  // namespace

Result<void> savePicture(const Plot& plot, const QString& path) {
    const QString suffix = QFileInfo(path).suffix().toLower();
    bool (*write)(ChartView&, QIODevice&) = suffix == u"png"   ? writePng
                                            : suffix == u"svg" ? writeSvg
                                            : suffix == u"pdf" ? writePdf
                                                               : nullptr;
    if (!write) return Error{ErrorCode::InvalidInput, path.toStdString() + ": a picture ends in .png, .svg or .pdf"};

    ChartView view;
    view.setPalette(QPalette(Qt::white, Qt::white));
    view.setAttribute(Qt::WA_DontShowOnScreen);
    view.resize(PictureSize);
    view.show();  // the view lays itself out only when it is shown
    view.setPlot(plot);
    return save(path, [&](QIODevice& file) { return write(view, file); });
}

Result<void> savePicture(QWidget& widget, const QString& path) {
    if (QFileInfo(path).suffix().toLower() != u"png")
        return Error{ErrorCode::InvalidInput, path.toStdString() + ": a picture of a timeline ends in .png"};
    return save(path, [&](QIODevice& file) { return widget.grab().save(&file, "PNG"); });
}

}  // namespace breakeven
