/// The texts of a progress bar, in the manner of Python's tqdm. UTF-8; every character is one column wide.
#pragma once

#include "core/base/units.h"

#include <string>

namespace breakeven {

std::string clockText(Seconds seconds);                           ///< "00:12", "1:02:03"; at most 100 hours
std::string percentText(double fraction);                         ///< " 34%", three digits wide, rounded down
std::string barCells(double fraction, std::size_t columns);       ///< "███▍      ", in eighths of a cell
std::size_t columnsOf(const std::string& text);                   ///< characters
std::string cutTo(const std::string& text, std::size_t columns);  ///< its first characters

}  // namespace breakeven
