/// Text from anywhere as HTML, Markdown and script data. Whatever a name or a note holds, it stays text.
#pragma once

#include <nlohmann/json.hpp>

#include <string>
#include <string_view>

namespace breakeven {

/// For element content and for attribute values in double quotes. Characters that cannot be seen are named (asSeen).
std::string htmlText(std::string_view text);

/// One line of Markdown, for paragraphs, list items and table cells: no character of it marks anything up, no line
/// ends.
std::string markdownText(std::string_view text);

/// JSON for a <script> element: nothing in it can end the element, open a comment or end a line of a script.
std::string scriptJson(const nlohmann::ordered_json& json);

}  // namespace breakeven
