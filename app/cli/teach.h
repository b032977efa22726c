/// A lesson in the terminal, from its question to its check.
#pragma once

#include "app/cli/lesson_run.h"
#include "core/base/catalog.h"
#include "core/base/result.h"
#include "core/io/sentences.h"
#include "core/lessons/lesson.h"
#include "core/lessons/progress.h"
#include "core/lessons/words.h"

#include <filesystem>
#include <optional>
#include <string>

namespace breakeven {

/// What all lessons of a command have in common.
struct Teaching {
    LessonWords words;
    Sentences sentences;  ///< how the lesson's language says what core says
    Catalog catalog;
    LessonRunSettings settings;
    std::optional<Seconds> maxTime;      ///< of each run, instead of the lesson's own
    std::optional<std::string> predict;  ///< as typed; absent: asked for where somebody can answer
    bool asks = false;                   ///< somebody sits there and wants to be asked
    std::filesystem::path progressFile;  ///< empty: no progress is kept
};

/// Plans of both runs. Errors: those of makePlan, with the lesson's id.
Result<Plan> planOf(const Lesson& lesson, LessonRun run, const Teaching& teaching);

/// What the learner typed: a number, or a value for each place of the curve, empty ones left out.
/// Errors: InvalidInput naming the value and what is allowed.
Result<LearnerPrediction> readPrediction(const std::string& text, const Lesson& lesson, const Plan& plan);

/// Prints the lesson while it is gone through, and keeps its progress. next: the one to name at the end; nullptr: this
/// is the last. The exit status: 1 when a trial failed. Errors: Interrupted, with the prediction kept; those of planOf
/// and of the runs.
Result<int> teach(const Lesson& lesson, const Lesson* next, const Teaching& teaching);

/// Measures both runs into folder/ID.jsonl and folder/ID.after.jsonl, for machines without this one to compare with.
/// The exit status: 1 when a trial failed or was refused. Errors: Unwritable; those of planOf and of the runs.
Result<int> measureReference(const Lesson& lesson, const std::filesystem::path& folder, const Teaching& teaching);

}  // namespace breakeven
