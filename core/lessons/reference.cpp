#include "core/lessons/reference.h"

#include "core/os/user_folders.h"

namespace breakeven {

std::filesystem::path ownReferences() {
    const std::filesystem::path data = dataFolder();
    return data.empty() ? data : data / "references";
}

std::string referenceName(const std::string& lesson, LessonRun run) {
    return lesson + (run == LessonRun::Before ? ".jsonl" : ".after.jsonl");
}

Result<void> checkReference(const Lesson& lesson, LessonRun run, const Results& results) {
    if (results.run().spec.cases == lesson.spec(run).cases) return {};
    return Error{ErrorCode::InvalidInput, lesson.reference(run).string() + ": of another experiment than the lesson " +
                                              lesson.id + " (breakeven-cli lesson " + lesson.id +
                                              " --reference FOLDER measures it anew)"};
}

std::string noReferenceText(const Lesson& lesson, const LessonWords& words) {
    if (!lesson.reference(LessonRun::Before).empty()) return {};
    return withNames(words.noReference, {{"id", lesson.id}, {"folder", ownReferences().string()}});
}

}  // namespace breakeven
