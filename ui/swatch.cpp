#include "ui/swatch.h"

#include "ui/theme.h"

#include <QPainter>
#include <QPixmap>

namespace breakeven {

QIcon swatchOf(std::string_view family, bool dark) {
    constexpr int Size = 12;  // pixels
    QPixmap square(Size, Size);
    square.fill(toColour(paper(dark).background));
    QPainter(&square).fillRect(1, 1, Size - 2, Size - 2, seriesColour(family, dark));
    QIcon icon;
    for (const QIcon::Mode mode : {QIcon::Normal, QIcon::Selected, QIcon::Disabled})
        icon.addPixmap(square, mode);
    return icon;
}

}  // namespace breakeven
