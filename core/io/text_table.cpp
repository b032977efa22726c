#include "core/io/text_table.h"

#include <algorithm>
#include <cstddef>
#include <string_view>

namespace breakeven {

namespace {

/// Columns on a terminal: every code point of the texts used here is one column wide.
std::size_t widthOf(std::string_view text) {
    return static_cast<std::size_t>(
        std::ranges::count_if(text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

}  // namespace

std::string textTable(const std::vector<TextColumn>& columns, const std::vector<TextRow>& rows) {
    std::vector<TextRow> lines(1);
    for (const TextColumn& column : columns)
        lines.front().push_back(column.title);
    lines.insert(lines.end(), rows.begin(), rows.end());

    std::vector<std::size_t> widths(columns.size(), 0);
    for (const TextRow& line : lines) {
        for (std::size_t i = 0; i < columns.size(); ++i)
            widths[i] = std::max(widths[i], widthOf(line[i]));
    }
    std::string text;
    for (const TextRow& line : lines) {
        std::string aligned;
        for (std::size_t i = 0; i < columns.size(); ++i) {
            const std::string padding(widths[i] - widthOf(line[i]), ' ');
            if (i > 0) aligned += "  ";
            aligned += columns[i].left ? line[i] + padding : padding + line[i];
        }
        aligned.erase(aligned.find_last_not_of(' ') + 1);
        text += aligned + "\n";
    }
    return text;
}

}  // namespace breakeven
