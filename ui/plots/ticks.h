/// Where an axis has ticks and what they say. Qt Charts labels a logarithmic axis at whole powers only and rounds
/// small numbers to "0.0"; these labels do neither.
#pragma once

#include "core/plots/plot.h"

#include <QString>

#include <vector>

namespace breakeven {

struct Tick {
    double value = 0;
    QString label;
};

struct Ticks {
    std::vector<Tick> major;
    std::vector<double> minor;  ///< unlabelled
    QString title;              ///< of the axis; its unit is that of the labels
};

/// True for numbers that are whole: items, chunks, workers.
bool countsThings(Quantity quantity);

/// Ascending, all within the axis's range; no two labels are equal. most: how many labels there is room for, >= 2.
Ticks ticksFor(const Axis& axis, int most);

}  // namespace breakeven
