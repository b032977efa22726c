#include "ui/plots/clipboard.h"

#include "core/io/plot_csv.h"
#include "ui/plots/picture.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMimeData>

namespace breakeven {

void copyPicture(const Drawing& drawing) {
    QGuiApplication::clipboard()->setImage(pictureOf(drawing));
}

void copyNumbers(const Plot& plot) {
    const std::string csv = plotCsv(plot);
    auto* copied = new QMimeData;
    copied->setData(QStringLiteral("text/csv"), QByteArray::fromStdString(csv));
    copied->setText(QString::fromStdString(csv));
    QGuiApplication::clipboard()->setMimeData(copied);
}

}  // namespace breakeven
