/// A table for the terminal.
#pragma once

#include <string>
#include <vector>

namespace breakeven {

struct TextColumn {
    std::string title;
    bool left = false;  ///< aligned; else right, as numbers are
};

using TextRow = std::vector<std::string>;

/// The titles and one line per row, the columns two spaces apart and as wide as their widest cell, counting code
/// points; no blanks at the ends. Range: each row has as many cells as there are columns.
std::string textTable(const std::vector<TextColumn>& columns, const std::vector<TextRow>& rows);

}  // namespace breakeven
