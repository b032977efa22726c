#include "app/cli/terminal_text.h"

#include "core/base/bar_text.h"

#include <algorithm>
#include <vector>

#include <sys/ioctl.h>
#include <unistd.h>

namespace breakeven {
namespace {

constexpr std::size_t WidestText = 100;
constexpr std::size_t AssumedColumns = 80;

/// The text between two marks, taken off together with them; empty: the second is missing.
std::string_view takeBetween(std::string_view& text, std::string_view open, std::string_view close) {
    const auto end = text.find(close, open.size());
    if (end == text.npos) return {};
    const std::string_view between = text.substr(open.size(), end - open.size());
    text.remove_prefix(end + close.size());
    return between;
}

/// "[words](place)" as "words (place)"; false when it is no link.
bool takeLink(std::string_view& text, std::string& shown) {
    std::string_view rest = text;
    const std::string_view words = takeBetween(rest, "[", "]");
    if (words.empty() || !rest.starts_with('(')) return false;
    const std::string_view place = takeBetween(rest, "(", ")");
    if (place.empty()) return false;
    shown.append(words);
    if (place != words) shown.append(" (").append(place).append(")");
    text = rest;
    return true;
}

std::string withoutMarks(std::string_view text) {
    std::string shown;
    while (!text.empty()) {
        const bool isDouble = text.starts_with("**");
        const std::string_view mark = text.substr(0, isDouble ? 2 : 1);
        if (mark == "`" || mark == "**" || mark == "*") {
            const bool opens = text.size() > mark.size() && text[mark.size()] != ' ';
            if (const auto inner = opens ? takeBetween(text, mark, mark) : std::string_view(); !inner.empty()) {
                shown += mark == "`" ? std::string(inner) : withoutMarks(inner);
                continue;
            }
        }
        if (mark == "[" && takeLink(text, shown)) continue;
        shown += text.front();
        text.remove_prefix(1);
    }
    return shown;
}

std::string wrapped(std::string_view paragraph, std::size_t columns, const std::string& first,
                    const std::string& others) {
    std::string text;
    std::string line = first;
    bool isEmpty = true;
    const std::string plain = withoutMarks(paragraph);
    for (std::string_view rest = plain; !rest.empty();) {
        const auto end = std::min(rest.find_first_of(" \n"), rest.size());
        const std::string word(rest.substr(0, end));
        rest.remove_prefix(std::min(end + 1, rest.size()));
        if (word.empty()) continue;
        if (!isEmpty && columnsOf(line) + 1 + columnsOf(word) > columns) {
            text += line + '\n';
            line = others;
            isEmpty = true;
        }
        line += (isEmpty ? "" : " ") + word;
        isEmpty = false;
    }
    return text + line + '\n';
}

/// "- " or "12. " at the beginning of a line; empty: it is no list item.
std::string_view itemMark(std::string_view line) {
    if (line.starts_with("- ") || line.starts_with("* ") || line.starts_with("> ")) return line.substr(0, 2);
    const auto digits = std::min(line.find_first_not_of("0123456789"), line.size());
    return digits > 0 && line.substr(digits).starts_with(". ") ? line.substr(0, digits + 2) : std::string_view();
}

/// What is read until a blank line, the next item or a block ends it.
class Paragraph {
public:
    explicit Paragraph(std::size_t columns) : m_columns(columns) {}

    void add(std::string_view line) {
        const std::string_view mark = itemMark(line);
        if (!mark.empty()) {
            flush();
            m_first = mark;
            m_others = std::string(mark.size(), ' ');
            line.remove_prefix(mark.size());
        }
        m_text.append(line).append("\n");
    }

    void flush() {
        if (!m_text.empty()) m_shown += wrapped(m_text, m_columns, m_first, m_others);
        m_text.clear();
        m_first.clear();
        m_others.clear();
    }

    void addPlain(const std::string& line) {
        flush();
        m_shown += line + '\n';
    }

    /// One empty line, however many there are.
    void addGap() {
        flush();
        if (!m_shown.empty() && !m_shown.ends_with("\n\n")) m_shown += '\n';
    }

    std::string shown() {
        flush();
        return m_shown;
    }

private:
    std::size_t m_columns;
    std::string m_text;
    std::string m_first;   // before its first line
    std::string m_others;  // before its other lines
    std::string m_shown;
};

}  // namespace

std::string plainText(std::string_view markdown, std::size_t columns) {
    Paragraph paragraph(columns);
    bool isCode = false;
    while (!markdown.empty()) {
        const auto end = std::min(markdown.find('\n'), markdown.size());
        const std::string_view line = markdown.substr(0, end);
        markdown.remove_prefix(std::min(end + 1, markdown.size()));
        if (line.starts_with("```")) {
            isCode = !isCode;
            paragraph.flush();
        } else if (isCode) {
            paragraph.addPlain("    " + std::string(line));
        } else if (line.find_first_not_of(' ') == line.npos) {
            paragraph.addGap();
        } else if (line.starts_with('|')) {
            paragraph.addPlain(std::string(line));
        } else {
            paragraph.add(line.substr(itemMark(line).empty() ? line.find_first_not_of(' ') : 0));
        }
    }
    return paragraph.shown();
}

std::string underlined(const std::string& heading) {
    std::string line;
    for (std::size_t i = 0; i < columnsOf(heading); ++i)
        line += "─";
    return heading + '\n' + line + '\n';
}

std::size_t textColumns() {
    winsize size = {};
    if (::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_col == 0) return AssumedColumns;
    return std::clamp<std::size_t>(size.ws_col, 20, WidestText);
}

}  // namespace breakeven
