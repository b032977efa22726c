/// The chart of a lesson: its axes before anything is measured, the learner's prediction, both runs, and a bigger
/// machine's where one comes with the lesson.
#pragma once

#include "core/base/catalog.h"
#include "core/experiment/ranges.h"
#include "core/lessons/lesson.h"
#include "core/plots/overlay.h"

#include <optional>
#include <span>
#include <vector>

namespace breakeven {

struct LessonCanvas {
    Plot blank;                  ///< axes and no curve; wide enough for any answer, so that it gives none away
    std::vector<double> places;  ///< on x, where the predicted curve has values; empty for a number
};

/// What the lesson's experiment will have on its chart here. Errors: those of makePlan.
Result<LessonCanvas> lessonCanvas(const Lesson& lesson, const Catalog& catalog, CpuCounts cpus);

/// runs: none, one, or several that are told apart by their names. Absent parts of the prediction are not drawn.
Plot lessonPlot(const Lesson& lesson, const LessonCanvas& canvas, std::span<const NamedResults> runs,
                const LearnerPrediction& predicted, const Selection& selection = {});

}  // namespace breakeven
