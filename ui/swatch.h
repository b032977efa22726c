/// Swatch: a small square in a backend's colour, before its name in lists and tables.
#pragma once

#include <QIcon>

#include <string_view>

namespace breakeven {

/// With a rim of paper, and the same on a selected row, where a style would tint it beyond recognition.
QIcon swatchOf(std::string_view family, bool dark);

}  // namespace breakeven
