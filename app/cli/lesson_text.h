/// What the terminal shows of a lesson beside its own text.
#pragma once

#include "core/experiment/plan.h"
#include "core/io/sentences.h"
#include "core/lessons/prose.h"

#include <filesystem>
#include <string>

namespace breakeven {

/// The line that asks for the prediction, with the places of a curve. plan: of lesson.before.
std::string predictionQuestion(const Lesson& lesson, const Plan& plan, const LessonWords& words,
                               const Sentences& sentences);

/// A curve that was predicted and what was measured, a line for each place with both marked on a logarithmic strip;
/// ends with a newline. Empty for a number, and while nothing is measured.
std::string comparisonText(const Lesson& lesson, const LessonFacts& facts, const LessonWords& words,
                           const Sentences& sentences);

/// The comparisons of a check, each with the values that decide it; ends with a newline.
std::string checkText(const CheckAnswer& answered, const LessonWords& words);

/// What the run of a bigger machine says of the lesson's question, in one line that names that machine. before: of the
/// reference.
std::string referenceText(const Lesson& lesson, const LessonFacts& facts, const Results& before,
                          const LessonWords& words);

/// What is predicted: seconds, items, a factor.
LessonUnit predictedUnit(const Lesson& lesson);

}  // namespace breakeven
