/// Where the words within a chart's area stand: those of guides and bounds beside their lines, none upon another or
/// upon those of markers. What finds no place is left out; its line stays.
#pragma once

#include "ui/plots/chart_frame.h"

#include <QRectF>
#include <QString>

#include <vector>

namespace breakeven {

struct PlacedLabel {
    QString text;
    QRectF room;
};

/// taken: rooms that are not free.
std::vector<PlacedLabel> guideLabels(const ChartFrame& frame, std::vector<QRectF> taken);

}  // namespace breakeven
