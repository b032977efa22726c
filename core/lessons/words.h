/// LessonWords: the little that the program itself says in a lesson, in the lesson's language. A language is a folder
/// of resources/lessons with a words.json; no text of a lesson is in the program.
#pragma once

#include "core/base/result.h"

#include <filesystem>
#include <map>
#include <string>
#include <string_view>

namespace breakeven {

struct LessonWords {
#define BREAKEVEN_LESSON_WORD(member, key) std::string member;
#include "core/lessons/words.def"
#undef BREAKEVEN_LESSON_WORD
};

/// Errors: Unreadable; InvalidInput "words.json: judged_curve: missing".
Result<LessonWords> readWords(const std::filesystem::path& file);

/// The text with each {name} replaced; names that are not given stay.
std::string withNames(std::string_view text, const std::map<std::string, std::string, std::less<>>& names);

}  // namespace breakeven
