/// LessonPrediction: what the learner is asked for before the run, and how it compares with what was measured.
#pragma once

#include "core/lessons/quantity.h"
#include "core/plots/plot.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace breakeven {

struct LessonPrediction {
    enum class Kind { Number, Curve };
    Kind kind = Kind::Number;
    LessonQuantity number;            ///< of Number
    std::vector<TrialFilter> series;  ///< of Curve: the trials whose curve is drawn on the lesson's chart
    bool operator==(const LessonPrediction&) const = default;
};

/// "number QUANTITY" or "curve BACKEND[, FILTERS]". Errors: InvalidInput.
Result<LessonPrediction> parsePrediction(std::string_view text);

/// In the units of the lesson's chart: seconds over items, a factor over workers, …
struct PredictedPoint {
    double x = 0;
    double y = 0;
    bool operator==(const PredictedPoint&) const = default;
};

/// What the learner said. Neither: nothing.
struct LearnerPrediction {
    std::optional<double> number = {};       ///< in the quantity's unit
    std::vector<PredictedPoint> curve = {};  ///< ascending x
    bool isEmpty() const { return !number && curve.empty(); }
    bool operator==(const LearnerPrediction&) const = default;
};

/// The series of a chart of the run that is to be predicted. Errors: InvalidInput when the chart has several such, or
/// the filters' trials are not on it; absent: it has none, since nothing was measured.
Result<std::optional<Series>> measuredSeries(const LessonPrediction& prediction, const Results& results,
                                             const Plot& plot);

struct JudgedPoint {
    double x = 0;
    double predicted = 0;  ///< between the learner's points as a straight line on logarithmic axes
    double measured = 0;
    std::optional<Interval<double>> interval;  ///< of what was measured
    Ratio factor = 1;                          ///< predicted / measured
};

struct Judgement {
    enum class Word { OnTheSpot, Close, Off, FarOff };  ///< off by up to 1.1, 1.5, 4, more
    std::vector<JudgedPoint> points;                    ///< one for a number
    Ratio factor = 1;  ///< how far it is off either way: >= 1; of a curve the median over its points
    Word word = Word::OnTheSpot;
    std::size_t nearest = 0;  ///< indices in points
    std::size_t farthest = 0;
};

/// Absent when the value is not known, or either is not above 0.
std::optional<Judgement> judgeNumber(double predicted, const LessonValue& measured);

/// At the measured points within the learner's range. Absent when there is none.
std::optional<Judgement> judgeCurve(const std::vector<PredictedPoint>& predicted, const Series& measured);

/// One or two sentences. x, y: of the chart; for a number, y decides nothing.
std::string judgementText(const Judgement& judgement, LessonUnit unit, const LessonWords& words);
std::string judgementText(const Judgement& judgement, const Axis& x, const LessonWords& words);

}  // namespace breakeven
