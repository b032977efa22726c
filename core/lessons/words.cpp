#include "core/lessons/words.h"

#include "core/experiment/json_fields.h"
#include "core/os/files.h"

namespace breakeven {

Result<LessonWords> readWords(const std::filesystem::path& file) {
    BREAKEVEN_TRY(const std::string text, readFile(file));
    BREAKEVEN_TRY(const Json json, parseJson(text, file.string()));
    LessonWords words;
    Fields fields(json, file.string());
#define BREAKEVEN_LESSON_WORD(member, key) fields.need(key, words.member);
#include "core/lessons/words.def"
#undef BREAKEVEN_LESSON_WORD
    BREAKEVEN_CHECK(fields.result());
    return words;
}

std::string withNames(std::string_view text, const std::map<std::string, std::string, std::less<>>& names) {
    std::string replaced;
    while (!text.empty()) {
        const auto open = text.find('{');
        replaced += text.substr(0, open);
        if (open == text.npos) break;
        text.remove_prefix(open);
        const auto close = text.find('}');
        const auto name = close == text.npos ? names.end() : names.find(text.substr(1, close - 1));
        replaced += name == names.end() ? "{" : name->second;
        text.remove_prefix(name == names.end() ? 1 : close + 1);
    }
    return replaced;
}

}  // namespace breakeven
