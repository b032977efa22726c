/// Lesson: one question, taught by an experiment, a prediction and a switch. One Markdown file,
/// resources/lessons/LANGUAGE/NN-ID.md, and one experiment, resources/lessons/experiments/ID.json.
#pragma once

#include "core/base/result.h"
#include "core/experiment/spec.h"
#include "core/lessons/check.h"
#include "core/lessons/prediction.h"

#include <array>
#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace breakeven {

/// The second headings of the file, in this order whatever they are called.
enum class LessonPart { Question, Prediction, Run, Measured, NotResolved, Switch, Check, Next };
inline constexpr std::size_t LessonParts = 8;

struct LessonSection {
    std::string heading;
    std::string text;  ///< Markdown below the heading; what stands in braces is filled by prose.h
};

/// What the switch does to every case of the experiment.
struct LessonSwitch {
    std::string field;  ///< as in specs: pools, chunks, backends, workers, sizes, …, or params.NAME
    std::string value;  ///< JSON: "warm", 1, ["serial","tbb"]
    bool operator==(const LessonSwitch&) const = default;
};

struct Lesson {
    std::string id;
    int number = 0;        ///< place in the order, from 1
    std::string language;  ///< name of its folder: en, de
    std::string title;
    std::string chart;  ///< id of a plot
    LessonPrediction prediction;
    std::vector<LessonSwitch> switches;  ///< never empty
    std::string switched;                ///< what is so with the switch on, in the reader's words; may be empty
    LessonCheck check;
    std::array<LessonSection, LessonParts> sections;
    LessonSection holds;        ///< what the check's section says when it does
    LessonSection doesNotHold;  ///< and when it does not; NotResolved is a part of its own
    ExperimentSpec before;
    ExperimentSpec after;                             ///< with the switch on
    std::array<std::filesystem::path, 2> references;  ///< by LessonRun, see reference.h; empty: nobody has measured one

    const LessonSection& section(LessonPart part) const { return sections[static_cast<std::size_t>(part)]; }
    const ExperimentSpec& spec(LessonRun run) const { return run == LessonRun::Before ? before : after; }
    const std::filesystem::path& reference(LessonRun run) const { return references[static_cast<std::size_t>(run)]; }
};

/// FIELD=VALUE; a value that is no JSON is a word. Errors: InvalidInput.
Result<LessonSwitch> parseSwitch(std::string_view text);

/// The spec with the switch on. Errors: InvalidInput naming the field, its value and what is allowed.
Result<ExperimentSpec> switched(const ExperimentSpec& spec, const std::vector<LessonSwitch>& switches);

/// text: of the file NN-ID.md, which begins with its front matter:
///   ---
///   title: Why small lists lose
///   chart: runtime                                    a plot's id
///   predict: curve tbb                                or: number break-even(before, backend=tbb)
///   switch: pools=warm                                what is changed in every case; may stand several times
///   switched: the pool is kept                        may be left out: then the field and its value stand there
///   check: median(after, backend=tbb, size=smallest) < 0.5 * median(before, backend=tbb, size=smallest)
///   premise: speedup(after, backend=tbb) > 1          may be left out: see LessonCheck::premises
///   ---
/// Then the title as first heading and the LessonParts as second ones; the check has two third headings, for "it holds"
/// and "it does not hold". Errors: InvalidInput "01-small-lists.md: switch: …": file, field, value, what is allowed.
Result<Lesson> parseLesson(std::string_view text, const std::string& fileName, const ExperimentSpec& experiment);

/// Languages that have lessons: folders with a words.json, sorted. folder: resources/lessons. Errors: Unreadable.
Result<std::vector<std::string>> lessonLanguages(const std::filesystem::path& folder);

/// All lessons of a language, in their order. Errors: Unreadable; InvalidInput for a language that is not there, for
/// the first fault of a file, and when two lessons have one number or id.
Result<std::vector<Lesson>> readLessons(const std::filesystem::path& folder, const std::string& language);

}  // namespace breakeven
