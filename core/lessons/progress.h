/// Which lessons a user has been through, with what was predicted and what came of it. One small file for window and
/// terminal; what either does not know in it survives.
#pragma once

#include "core/base/result.h"
#include "core/lessons/check.h"
#include "core/lessons/prediction.h"

#include <filesystem>
#include <map>
#include <optional>
#include <string>

namespace breakeven {

struct LessonRecord {
    bool isDone = false;                  ///< its check was answered, from what was measured
    std::string when;                     ///< ISO 8601, UTC: of the last change; set where it is kept
    LearnerPrediction prediction;         ///< the last one
    std::optional<CheckOutcome> outcome;  ///< of the last answer
    bool operator==(const LessonRecord&) const = default;
};

/// By id of the lesson.
using LessonProgress = std::map<std::string, LessonRecord, std::less<>>;

/// XDG_STATE_HOME, else ~/.local/state, and there breakeven/lessons.json. Empty when there is no home.
std::filesystem::path lessonProgressFile();

/// Nothing when there is no file. Errors: Unreadable; InvalidInput for a file that is none of ours.
Result<LessonProgress> readLessonProgress(const std::filesystem::path& file);

/// Reads the file again, replaces the one lesson's record and saves it, so that what another program has kept
/// meanwhile stays. Errors: those of readLessonProgress, the file stays as it is; Unwritable; Internal.
Result<void> keepLessonRecord(const std::filesystem::path& file, const std::string& lesson, const LessonRecord& record);

}  // namespace breakeven
