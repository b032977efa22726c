#include "core/lessons/lesson_chart.h"

#include "core/base/numbers.h"
#include "core/experiment/wording.h"
#include "core/plots/plots.h"
#include "core/plots/x_axis.h"

#include <set>

namespace breakeven {

Plot lessonChart(const Lesson& lesson, const Results& results) {
    return findPlot(lesson.chart)->draw(results, {});
}

Plot unmeasuredChart(const Lesson& lesson) {
    RunStarted started;
    started.spec = lesson.before;
    Results none;
    none.apply(started);
    return lessonChart(lesson, none);
}

std::vector<double> predictedPlaces(const Lesson& lesson, const Plan& plan) {
    const bool isOverWorkers = unmeasuredChart(lesson).x.quantity == Quantity::Workers;
    const XAxis x = xAxisOf(isOverWorkers ? "workers" : lesson.before.x);
    std::vector<const Trial*> trials;
    for (const Trial& trial : plan.trials)
        trials.push_back(&trial);
    std::set<double> places;
    for (const Trial* trial : filtered(trials, lesson.prediction.series)) {
        if (const auto place = xOf(*trial, x)) places.insert(*place);
    }
    return {places.begin(), places.end()};
}

LessonUnit unitOf(Quantity quantity) {
    switch (quantity) {
        case Quantity::Duration:
            return LessonUnit::Time;
        case Quantity::Speedup:
        case Quantity::Share:
            return LessonUnit::Factor;
        case Quantity::Items:
        case Quantity::Chunk:
        case Quantity::Workers:
        case Quantity::Number:
            break;
    }
    return LessonUnit::Size;
}

std::string placeText(double x, Quantity quantity) {
    switch (quantity) {
        case Quantity::Items:
        case Quantity::Chunk:
            return formatItems(x);
        case Quantity::Duration:
            return formatSeconds(Seconds(x));
        default:
            return numberText(x);
    }
}

}  // namespace breakeven
