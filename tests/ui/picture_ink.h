/// How much was drawn.
#pragma once

#include <QImage>

namespace breakeven {

/// Pixels that differ from the first one's colour.
inline int inkOf(const QImage& image) {
    const QColor paper = image.pixelColor(0, 0);
    int count = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            count += image.pixelColor(x, y) != paper;
    }
    return count;
}

inline int pixelsOf(const QImage& picture, const QColor& colour) {
    int count = 0;
    for (int y = 0; y < picture.height(); ++y)
        for (int x = 0; x < picture.width(); ++x)
            count += picture.pixelColor(x, y).rgb() == colour.rgb();
    return count;
}

}  // namespace breakeven
