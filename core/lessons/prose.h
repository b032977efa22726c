/// The texts of a lesson with the learner's own numbers in them. What stands in braces is replaced, but not in `code`:
///   {QUANTITY}              its value with the interval
///   {QUANTITY / QUANTITY}   the ratio of two
///   {predicted} {measured} {measured/predicted} {predicted/measured}    of a number that was predicted
///   {judgement}             how far the prediction is off, in a sentence or two
///   {cpus} {machine}        usable CPUs, and the processor that the run was measured on
#pragma once

#include "core/lessons/lesson.h"
#include "core/lessons/words.h"

#include <string>
#include <string_view>
#include <vector>

namespace breakeven {

/// What is known when a text is shown.
struct LessonFacts {
    LessonRuns runs;
    LearnerPrediction predicted;
    WorkerCount usableCpus = 0;  ///< of this machine, until a run tells; 0: not known
};

/// Errors: InvalidInput naming what stands in braces and what is allowed.
Result<void> checkProse(std::string_view text, const LessonPrediction& prediction);

/// Still Markdown. Where what a paragraph is about was not measured, a sentence that says so stands in its place, once
/// for several in a row.
std::string filled(std::string_view text, const Lesson& lesson, const LessonFacts& facts, const LessonWords& words);

/// All that a lesson reads off its runs: of its texts, its prediction and its check.
std::vector<LessonQuantity> quantitiesOf(const Lesson& lesson);

/// How the learner's prediction compares; absent without one, or when nothing was measured that it is about.
std::optional<Judgement> judgementOf(const Lesson& lesson, const LessonFacts& facts);

/// That in words; empty when absent.
std::string judgementText(const Lesson& lesson, const LessonFacts& facts, const LessonWords& words);

/// The processor of a run and its usable CPUs: "AMD EPYC 7763, 64 CPUs". What a reference run is labelled with.
std::string machineLabel(const Results& results);

}  // namespace breakeven
