/// Which lessons there are, for people and for scripts.
#pragma once

#include "core/lessons/lesson.h"
#include "core/lessons/progress.h"
#include "core/lessons/words.h"

#include <string>
#include <vector>

namespace breakeven {

/// "   1  small-lists  Why small lists lose (done: holds)": a line for each; words: of the lessons' language.
std::string lessonsText(const std::vector<Lesson>& lessons, const LessonProgress& progress, const LessonWords& words);

/// {"schema":1,"lessons":[{"number","id","title","language","chart","done","outcome"}]}, ends with a
/// newline. outcome: of the last check, where there was one.
std::string lessonsJson(const std::vector<Lesson>& lessons, const LessonProgress& progress);

}  // namespace breakeven
