#include "core/lessons/prediction.h"

#include "core/analysis/curves.h"
#include "core/base/numbers.h"
#include "core/experiment/wording.h"
#include "core/lessons/lesson_chart.h"
#include "core/stats/median.h"

#include <algorithm>
#include <cmath>
#include <iterator>

namespace breakeven {

namespace {

Judgement::Word wordFor(Ratio factor) {
    if (factor <= 1.1) return Judgement::Word::OnTheSpot;
    if (factor <= 1.5) return Judgement::Word::Close;
    return factor <= 4 ? Judgement::Word::Off : Judgement::Word::FarOff;
}

const std::string& textOf(Judgement::Word word, const LessonWords& words) {
    switch (word) {
        case Judgement::Word::OnTheSpot:
            return words.onTheSpot;
        case Judgement::Word::Close:
            return words.close;
        case Judgement::Word::Off:
            return words.off;
        case Judgement::Word::FarOff:
            break;
    }
    return words.farOff;
}

/// How far off either way, >= 1.
Ratio distanceOf(const JudgedPoint& point) {
    return std::max(point.factor, 1 / point.factor);
}

Judgement summedUp(std::vector<JudgedPoint> points) {
    Judgement judgement;
    judgement.points = std::move(points);
    std::vector<double> distances;
    for (const JudgedPoint& point : judgement.points)
        distances.push_back(distanceOf(point));
    judgement.factor = median(distances);
    judgement.word = wordFor(judgement.factor);
    const auto [nearest, farthest] = std::ranges::minmax_element(distances);
    judgement.nearest = static_cast<std::size_t>(nearest - distances.begin());
    judgement.farthest = static_cast<std::size_t>(farthest - distances.begin());
    return judgement;
}

/// What the learner's line says at x; absent beyond its ends.
std::optional<double> predictedAt(const std::vector<PredictedPoint>& line, double x) {
    auto right = std::ranges::lower_bound(line, x, {}, &PredictedPoint::x);
    if (right == line.end()) return std::nullopt;
    if (right->x == x) return right->y;
    if (right == line.begin()) return std::nullopt;
    const auto left = std::prev(right);
    const double share = std::log(x / left->x) / std::log(right->x / left->x);
    return left->y * std::pow(right->y / left->y, share);
}

}  // namespace

Result<LessonPrediction> parsePrediction(std::string_view text) {
    text = trimmed(text);
    const auto blank = std::min(text.find(' '), text.size());
    const std::string_view kind = text.substr(0, blank);
    const std::string_view rest = trimmed(text.substr(blank));
    LessonPrediction prediction;
    if (kind == "number") {
        BREAKEVEN_TRY(prediction.number, parseQuantity(rest));
        return prediction;
    }
    if (kind != "curve" || rest.empty())
        return notAllowed("prediction", inQuotes(text), "number QUANTITY or curve BACKEND, FIELD=VALUE, …");
    prediction.kind = LessonPrediction::Kind::Curve;
    const bool hasBackend = trimmed(rest.substr(0, rest.find(','))).find('=') == rest.npos;
    BREAKEVEN_TRY(prediction.series, parseFilters((hasBackend ? "backend=" : "") + std::string(rest)));
    return prediction;
}

Result<std::optional<Series>> measuredSeries(const LessonPrediction& prediction, const Results& results,
                                             const Plot& plot) {
    std::vector<const Trial*> trials;
    for (const TrialResult& result : results.trials())
        trials.push_back(&result.trial);
    trials = filtered(trials, prediction.series);
    const auto isMeant = [&](const PlotPoint& point) {
        return std::ranges::any_of(trials, [&](const Trial* trial) { return point.trialId == trial->id; });
    };
    std::vector<const Series*> found;
    for (const Series& series : plot.series) {
        if (std::ranges::any_of(series.points, isMeant)) found.push_back(&series);
    }
    if (found.size() == 1) return std::optional(*found.front());
    const std::string what = "curve " + filtersText(prediction.series);
    if (found.size() > 1) {
        return Error{ErrorCode::InvalidInput, what + ": " + std::to_string(found.size()) + " curves of the chart " +
                                                  plot.id + " match, such as " + found[0]->label + " and " +
                                                  found[1]->label + " (add a filter)"};
    }
    const bool isMeasured =
        std::ranges::any_of(trials, [&](const Trial* trial) { return isComparable(*results.find(trial->id)); });
    if (isMeasured) return Error{ErrorCode::InvalidInput, what + ": not on the chart " + plot.id};
    return std::optional<Series>();
}

std::optional<Judgement> judgeNumber(double predicted, const LessonValue& measured) {
    if (!measured.isKnown() || measured.value <= 0 || predicted <= 0) return std::nullopt;
    return summedUp({{0, predicted, measured.value, measured.interval, predicted / measured.value}});
}

std::optional<Judgement> judgeCurve(const std::vector<PredictedPoint>& predicted, const Series& measured) {
    std::vector<JudgedPoint> points;
    for (const PlotPoint& point : measured.points) {
        const auto said = predictedAt(predicted, point.x);
        if (said && *said > 0 && point.y > 0)
            points.push_back({point.x, *said, point.y, point.interval, *said / point.y});
    }
    if (points.empty()) return std::nullopt;
    return summedUp(std::move(points));
}

std::string judgementText(const Judgement& judgement, LessonUnit unit, const LessonWords& words) {
    const JudgedPoint& point = judgement.points.front();
    return withNames(words.judgedNumber, {{"predicted", numberText(point.predicted, unit)},
                                          {"measured", numberText(point.measured, unit)},
                                          {"factor", formatRatio(point.factor)},
                                          {"word", textOf(judgement.word, words)}});
}

std::string judgementText(const Judgement& judgement, const Axis& x, const LessonWords& words) {
    const JudgedPoint& nearest = judgement.points[judgement.nearest];
    if (judgement.points.size() == 1) {
        return withNames(words.judgedPoint, {{"factor", formatRatio(nearest.factor)},
                                             {"word", textOf(judgement.word, words)},
                                             {"place", placeText(nearest.x, x.quantity)}});
    }
    const JudgedPoint& farthest = judgement.points[judgement.farthest];
    return withNames(words.judgedCurve, {{"factor", formatRatio(judgement.factor)},
                                         {"word", textOf(judgement.word, words)},
                                         {"nearest", placeText(nearest.x, x.quantity)},
                                         {"nearest_factor", formatRatio(nearest.factor)},
                                         {"farthest", placeText(farthest.x, x.quantity)},
                                         {"farthest_factor", formatRatio(farthest.factor)}});
}

}  // namespace breakeven
