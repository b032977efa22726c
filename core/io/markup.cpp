#include "core/io/markup.h"

#include "core/base/utf8.h"

#include <cstddef>
#include <optional>
#include <utility>

namespace breakeven {

namespace {

/// The text with each character of `special` replaced by what `of` makes of it.
template <class Of>
std::string replaced(std::string_view text, std::string_view special, const Of& of) {
    std::string result;
    result.reserve(text.size() + text.size() / 8);
    for (const char c : text) {
        if (special.find(c) == std::string_view::npos)
            result += c;
        else
            result += of(c);
    }
    return result;
}

std::string_view entityOf(char c) {
    switch (c) {
        case '&':
            return "&amp;";
        case '<':
            return "&lt;";
        case '>':
            return "&gt;";
        case '"':
            return "&quot;";
        default:
            return "&#39;";
    }
}

constexpr std::string_view HtmlSpecial = "&<>\"'";

/// The position of what makes the line a heading, an item of a list, a rule or an underline; absent: it is a plain one.
std::optional<std::size_t> blockMark(std::string_view line) {
    const std::size_t at = line.find_first_not_of("0123456789");
    if (at == std::string_view::npos) return std::nullopt;
    const std::string_view marks = at > 0 ? ".)" : "#+-=";
    const char next = at + 1 < line.size() ? line[at + 1] : ' ';
    const bool isMark = marks.find(line[at]) != std::string_view::npos && (next == ' ' || next == line[at]);
    return isMark ? std::optional(at) : std::nullopt;
}

}  // namespace

std::string htmlText(std::string_view text) {
    return replaced(asSeen(text), HtmlSpecial, entityOf);
}

std::string markdownText(std::string_view text) {
    std::string line = replaced(asSeen(text), "\\`*_[]|~$&<>\n\t", [](char c) -> std::string {
        if (c == '\n' || c == '\t') return " ";
        if (HtmlSpecial.find(c) != std::string_view::npos) return std::string(entityOf(c));
        return {'\\', c};
    });
    line.erase(0, line.find_first_not_of(' '));  // four of them begin a program text
    if (const auto mark = blockMark(line)) line.insert(*mark, 1, '\\');
    for (const std::string_view address : {"://", "www."}) {  // which GitHub makes a link of
        for (std::size_t at = line.find(address); at != std::string::npos; at = line.find(address, at + address.size()))
            line.insert(at + address.size() - 1, 1, '\\');
    }
    return line;
}

std::string scriptJson(const nlohmann::ordered_json& json) {
    const std::string text = json.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
    std::string safe = replaced(text, "<>&", [](char c) -> std::string_view {
        return c == '<' ? "\\u003c" : c == '>' ? "\\u003e" : "\\u0026";
    });
    // U+2028 and U+2029, which end a line of a script.
    for (const auto& [bytes, escape] : {std::pair{"\xE2\x80\xA8", "\\u2028"}, std::pair{"\xE2\x80\xA9", "\\u2029"}}) {
        for (std::size_t at = safe.find(bytes); at != std::string::npos; at = safe.find(bytes, at))
            safe.replace(at, 3, escape);
    }
    return safe;
}

}  // namespace breakeven
