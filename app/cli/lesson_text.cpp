#include "app/cli/lesson_text.h"

#include "core/io/text_table.h"
#include "core/lessons/lesson_chart.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <vector>

namespace breakeven {
namespace {

bool isCurve(const Lesson& lesson) {
    return lesson.prediction.kind == LessonPrediction::Kind::Curve;
}

const std::string& unitText(LessonUnit unit, const LessonWords& words) {
    switch (unit) {
        case LessonUnit::Time:
            return words.inTime;
        case LessonUnit::Factor:
            return words.inFactor;
        case LessonUnit::Rate:
            return words.inRate;
        case LessonUnit::Memory:
            return words.inMemory;
        case LessonUnit::Size:
            break;
    }
    return words.inItems;
}

/// A place of the curve: what was measured there, and what was predicted if it was.
struct Place {
    const PlotPoint* measured = nullptr;
    const JudgedPoint* judged = nullptr;
};

std::vector<Place> placesOf(const Series& series, const std::optional<Judgement>& judgement) {
    std::vector<Place> places;
    for (const PlotPoint& point : series.points) {
        Place place{&point, nullptr};
        if (judgement) {
            const auto found = std::ranges::find(judgement->points, point.x, &JudgedPoint::x);
            if (found != judgement->points.end()) place.judged = &*found;
        }
        places.push_back(place);
    }
    return places;
}

/// One line of a chart whose axis is logarithmic and holds all that is drawn.
class Strip {
public:
    explicit Strip(const std::vector<Place>& places) {
        std::vector<double> all;
        for (const Place& place : places) {
            all.push_back(place.measured->y);
            if (place.judged != nullptr) all.push_back(place.judged->predicted);
        }
        std::erase_if(all, [](double y) { return y <= 0; });
        if (all.empty()) return;
        const auto [low, high] = std::ranges::minmax(all);
        m_low = std::log(low);
        m_span = std::log(high / low);
    }

    std::string line(const Place& place) const {
        std::vector<std::string> cells(Columns, " ");
        if (place.judged != nullptr) cells[cellOf(place.judged->predicted)] = "○";
        cells[cellOf(place.measured->y)] = "●";
        std::string text = "▏";
        for (const std::string& cell : cells)
            text += cell;
        return text;
    }

private:
    static constexpr std::size_t Columns = 24;

    std::size_t cellOf(double y) const {
        const double share = y > 0 && m_span > 0 ? (std::log(y) - m_low) / m_span : 0;
        return static_cast<std::size_t>(std::lround(share * (Columns - 1)));
    }

    double m_low = 0;
    double m_span = 0;
};

}  // namespace

LessonUnit predictedUnit(const Lesson& lesson) {
    return isCurve(lesson) ? unitOf(unmeasuredChart(lesson).y.quantity) : unitOf(lesson.prediction.number);
}

std::string predictionQuestion(const Lesson& lesson, const Plan& plan, const LessonWords& words,
                               const Sentences& sentences) {
    const std::string unit = unitText(predictedUnit(lesson), words);
    if (!isCurve(lesson)) return withNames(words.askNumber, {{"unit", unit}});
    const Quantity quantity = unmeasuredChart(lesson).x.quantity;
    std::string places;
    for (const double place : predictedPlaces(lesson, plan))
        places += (places.empty() ? "" : ", ") + sentences.translated(placeText(place, quantity));
    return withNames(words.askCurve, {{"positions", places}, {"unit", unit}});
}

std::string comparisonText(const Lesson& lesson, const LessonFacts& facts, const LessonWords& words,
                           const Sentences& sentences) {
    if (!isCurve(lesson) || facts.runs.before == nullptr) return {};
    const Plot chart = lessonChart(lesson, *facts.runs.before);
    const auto series = measuredSeries(lesson.prediction, *facts.runs.before, chart);
    if (!series || !*series) return {};
    const auto judgement = judgementOf(lesson, facts);
    const std::vector<Place> places = placesOf(**series, judgement);
    const Strip strip(places);
    const LessonUnit unit = unitOf(chart.y.quantity);
    std::vector<TextRow> rows;
    for (const Place& place : places) {
        const LessonValue value{LessonValue::Kind::Known, unit, place.measured->y, place.measured->interval};
        TextRow row{sentences.translated(placeText(place.measured->x, chart.x.quantity)), valueText(value, words)};
        if (judgement) {
            row.push_back(place.judged ? numberText(place.judged->predicted, unit) : "");
            row.push_back(place.judged ? numberText(place.judged->factor, LessonUnit::Factor) : "");
        }
        row.push_back(strip.line(place));
        rows.push_back(row);
    }
    std::vector<TextColumn> columns{{sentences.translated(chart.x.title)}, {sentences.translated(chart.y.title)}};
    if (judgement) columns.insert(columns.end(), {{words.predicted}, {words.factor}});
    columns.push_back({"● " + words.measured + (judgement ? "  ○ " + words.predicted : ""), true});
    return textTable(columns, rows);
}

std::string checkText(const CheckAnswer& answered, const LessonWords& words) {
    std::string text;
    for (const CheckAnswer::Part& part : answered.parts) {
        text += part.isPremise ? withNames(words.premise, {{"comparison", part.text}}) : part.text;
        text += "\n    " + valueText(part.left, words);
        if (part.right) text += " · " + valueText(*part.right, words);
        text += " → " + outcomeText(part.outcome, words) + '\n';
    }
    if (!answered.isMeasured()) text += words.notAnswered + '\n';
    return text;
}

std::string referenceText(const Lesson& lesson, const LessonFacts& facts, const Results& before,
                          const LessonWords& words) {
    const LessonFacts there{{&before, nullptr}, facts.predicted, 0};
    const std::string judged = judgementText(lesson, there, words);
    const std::string measured = isCurve(lesson) ? judged : filled("{measured}", lesson, there, words);
    return withNames(words.measuredOn, {{"machine", machineLabel(before)}}) + (measured.empty() ? "" : ": ") + measured;
}

}  // namespace breakeven
