#include "core/base/command_line.h"

#include "core/base/utf8.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace breakeven {

namespace {

constexpr std::string_view Blanks = " \t\r\n";
/// What a shell takes from a backslash within double quotes.
constexpr std::string_view TakenInQuotes = "\"\\$`";
/// What needs no quotes in any shell.
constexpr std::string_view Plain = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789%+,-./:=@^_{}";

Error unusable(const std::string& why) {
    return {ErrorCode::InvalidInput, why};
}

std::string quoted(const std::string& word) {
    if (!word.empty() && word.find_first_not_of(Plain) == std::string::npos) return word;
    std::string text = "'";
    for (const char c : word)
        text += c == '\'' ? std::string("'\\''") : std::string(1, c);
    return text + '\'';
}

void replaceAll(std::string& word, std::string_view placeholder, std::string_view value) {
    for (auto at = word.find(placeholder); at != std::string::npos; at = word.find(placeholder, at + value.size()))
        word.replace(at, placeholder.size(), value);
}

}  // namespace

Result<std::vector<std::string>> splitCommand(std::string_view line) {
    if (!isUtf8(line) || line.find('\0') != std::string_view::npos) return unusable("text in UTF-8 without zero bytes");
    std::vector<std::string> words;
    std::optional<std::string> word;  // "" is one, too
    char quote = '\0';
    for (std::size_t i = 0; i < line.size(); ++i) {
        const char c = line[i];
        if (quote == '\0' && Blanks.find(c) != std::string_view::npos) {
            if (word) words.push_back(*std::exchange(word, std::nullopt));
            continue;
        }
        if (!word) word.emplace();
        if (c == quote) {
            quote = '\0';
        } else if (quote == '\0' && (c == '\'' || c == '"')) {
            quote = c;
        } else if (c == '\\' && quote != '\'') {
            if (i + 1 == line.size()) return unusable("something behind the backslash at the end");
            const bool isTaken = quote == '\0' || TakenInQuotes.find(line[i + 1]) != std::string_view::npos;
            *word += isTaken ? line[++i] : c;
        } else {
            *word += c;
        }
    }
    if (quote != '\0') return unusable(std::string("a second ") + quote + " to close the quote");
    if (word) words.push_back(*std::move(word));
    if (words.empty() || words.front().empty())
        return unusable("a program and its arguments, such as ./program {size} {workers}");
    return words;
}

std::string joinCommand(const std::vector<std::string>& words) {
    std::string line;
    for (const std::string& word : words)
        line += (line.empty() ? "" : " ") + quoted(word);
    return line;
}

bool mentions(std::string_view line, std::string_view placeholder) {
    const auto words = splitCommand(line);
    return words && std::ranges::any_of(
                        *words, [&](const std::string& word) { return word.find(placeholder) != std::string::npos; });
}

std::vector<std::string> filledIn(std::vector<std::string> words, const CommandValues& values) {
    for (std::string& word : words) {
        replaceAll(word, SizeWord, std::to_string(values.size));
        replaceAll(word, WorkersWord, std::to_string(values.workers));
        replaceAll(word, BackendWord, values.backend);
    }
    return words;
}

}  // namespace breakeven
