/// Reference runs: of a bigger machine, shown beside the learner's own and labelled with the machine that they name.
/// They lie in the user's own folder, where a teacher puts what was measured elsewhere, or come with the program.
#pragma once

#include "core/base/result.h"
#include "core/lessons/lesson.h"
#include "core/lessons/words.h"

#include <filesystem>
#include <string>

namespace breakeven {

/// XDG_DATA_HOME, else ~/.local/share, and there breakeven/references: looked through before what comes with the
/// program. Empty when there is no home.
std::filesystem::path ownReferences();

/// "bandwidth.jsonl"; with the switch on "bandwidth.after.jsonl".
std::string referenceName(const std::string& lesson, LessonRun run);

/// Errors: InvalidInput, naming the file, for a run of anything but the lesson's experiment.
Result<void> checkReference(const Lesson& lesson, LessonRun run, const Results& results);

/// That there is none, and how one is measured; Markdown. Empty when there is one.
std::string noReferenceText(const Lesson& lesson, const LessonWords& words);

}  // namespace breakeven
