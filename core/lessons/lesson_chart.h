/// The chart that a lesson shows, before and after anything is measured.
#pragma once

#include "core/experiment/plan.h"
#include "core/lessons/lesson.h"
#include "core/plots/plot.h"

#include <vector>

namespace breakeven {

/// Range: lesson.chart is a plot's id, as its reader sees to.
Plot lessonChart(const Lesson& lesson, const Results& results);

/// Its titles and quantities alone; ranges say nothing yet.
Plot unmeasuredChart(const Lesson& lesson);

/// Where on x the learner's curve is compared: ascending places of the trials that it is about. plan: of lesson.before.
std::vector<double> predictedPlaces(const Lesson& lesson, const Plan& plan);

/// What a chart's y is for a lesson: seconds, a factor, or a count.
LessonUnit unitOf(Quantity quantity);

/// A place on the chart's x axis, for tables and sentences: "1 000", "12 ms".
std::string placeText(double x, Quantity quantity);

}  // namespace breakeven
