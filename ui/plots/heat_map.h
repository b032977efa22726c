/// The cells of a heat map: a colour and a number each, hatched where it is not resolved, and the line from which
/// parallel pays.
#pragma once

#include "ui/plots/row_frame.h"

class QPainter;

namespace breakeven {

/// Within the frame's area and legend. Range: the frame's plot has a heat map.
void paintHeatMap(QPainter& painter, const RowFrame& frame, Ground ground);

}  // namespace breakeven
