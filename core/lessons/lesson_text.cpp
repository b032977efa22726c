#include "core/lessons/lesson_text.h"

#include "core/experiment/wording.h"

#include <algorithm>

namespace breakeven {

namespace {

/// The first line without its end, which is taken off the text.
std::string_view takeLine(std::string_view& text) {
    const auto end = std::min(text.find('\n'), text.size());
    std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (line.ends_with('\r')) line.remove_suffix(1);
    return line;
}

Result<void> takeFrontMatter(std::string_view& text, LessonText& cut) {
    constexpr std::string_view Fence = "---";
    constexpr std::string_view Allowed = "KEY: VALUE in each line, between two lines of ---";
    if (takeLine(text) != Fence) return notAllowed("front matter", "another first line than ---", Allowed);
    while (!text.empty()) {
        const std::string_view line = takeLine(text);
        if (line == Fence) return {};
        if (trimmed(line).empty()) continue;
        const auto colon = line.find(':');
        if (colon == line.npos) return notAllowed("front matter", inQuotes(line), Allowed);
        cut.frontMatter.emplace_back(trimmed(line.substr(0, colon)), trimmed(line.substr(colon + 1)));
    }
    return notAllowed("front matter", "no second ---", Allowed);
}

/// Without empty lines at its ends.
void strip(std::string& text) {
    const auto first = text.find_first_not_of("\n");
    text = first == text.npos ? "" : text.substr(first, text.find_last_not_of("\n ") - first + 1);
}

/// Behind "## ", absent from any other line.
bool isHeading(std::string_view line, std::string_view marks, std::string& heading) {
    if (!line.starts_with(marks)) return false;
    heading = trimmed(line.substr(marks.size()));
    return true;
}

}  // namespace

Result<LessonText> cutLesson(std::string_view text) {
    LessonText cut;
    BREAKEVEN_CHECK(takeFrontMatter(text, cut));
    std::string above;  // the first of the second headings
    std::string* open = &above;
    bool isCode = false;
    while (!text.empty()) {
        const std::string_view line = takeLine(text);
        if (trimmed(line).starts_with("```")) isCode = !isCode;
        std::string heading;
        if (!isCode && isHeading(line, "# ", heading)) {
            if (!cut.title.empty()) return notAllowed("heading", inQuotes(heading), "one first heading, the title");
            cut.title = heading;
        } else if (!isCode && isHeading(line, "## ", heading)) {
            cut.parts.push_back({{heading, {}}, {}});
            open = &cut.parts.back().section.text;
        } else if (!isCode && isHeading(line, "### ", heading)) {
            if (cut.parts.empty()) return notAllowed("heading", inQuotes(heading), "third headings below a second one");
            cut.parts.back().answers.push_back({heading, {}});
            open = &cut.parts.back().answers.back().text;
        } else {
            open->append(line).append("\n");
        }
    }
    if (isCode) return notAllowed("code", "no closing ```", "fences in pairs");
    if (!trimmed(above).empty() && above.find_first_not_of(" \n") != above.npos)
        return notAllowed("text", inQuotes(above), "none above the first second heading");
    for (LessonText::Part& part : cut.parts) {
        strip(part.section.text);
        for (LessonSection& answer : part.answers)
            strip(answer.text);
    }
    return cut;
}

}  // namespace breakeven
