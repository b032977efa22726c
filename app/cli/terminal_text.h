/// Markdown as a terminal shows it: plain text, paragraphs as wide as the screen.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace breakeven {

/// Paragraphs and list items are wrapped, code blocks are indented and left alone, so are tables. Emphasis and code
/// lose their marks, links show where they lead. Ends with a newline unless empty. Range: columns >= 20.
std::string plainText(std::string_view markdown, std::size_t columns);

/// The heading over a line of its own width. Ends with a newline.
std::string underlined(const std::string& heading);

/// Columns of the terminal that standard output is, at most 100; 80 when it is none.
std::size_t textColumns();

}  // namespace breakeven
