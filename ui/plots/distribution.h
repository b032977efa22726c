/// The rows of a distribution: every sample as a dot, from the top as they were measured, and the box over them.
#pragma once

#include "ui/plots/row_frame.h"

class QPainter;

namespace breakeven {

/// Within the frame's area and legend. Range: the frame's plot has boxes.
void paintDistribution(QPainter& painter, const RowFrame& frame, Ground ground);

}  // namespace breakeven
