#include "core/lessons/lesson_chart.h"
#include "core/lessons/prediction.h"
#include "core/plots/plots.h"
#include "tests/core/lessons/sample_lesson.h"

#include <QTest>

#include <cmath>

using namespace breakeven;

namespace {

Series lineOf(const std::vector<PredictedPoint>& points) {
    Series series;
    for (const PredictedPoint& point : points)
        series.points.push_back({point.x, point.y, {}, {}});
    return series;
}

bool isNear(double a, double b) {
    return std::fabs(a / b - 1) < 1e-9;
}

}  // namespace

class TestPrediction : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void bothKindsAreRead() {
        const auto number = parsePrediction("number break-even(before, backend=tbb)");
        QVERIFY(number && number->kind == LessonPrediction::Kind::Number);
        QCOMPARE(quantityText(number->number), std::string("break-even(before, backend=tbb)"));
        const auto curve = parsePrediction("curve tbb, chunk=1");
        QVERIFY(curve && curve->kind == LessonPrediction::Kind::Curve);
        QCOMPARE(filtersText(curve->series), std::string("backend=tbb, chunk=1"));
        QCOMPARE(filtersText(parsePrediction("curve call=imap, backend=threads")->series),
                 std::string("call=imap, backend=threads"));
    }

    void faultsAreNamed() {
        for (const char* text : {"", "curve", "line tbb", "number"})
            QVERIFY2(!parsePrediction(text), text);
        QCOMPARE(
            parsePrediction("line tbb").error().detail,
            std::string("prediction: 'line tbb' is not allowed (number QUANTITY or curve BACKEND, FIELD=VALUE, …)"));
        QVERIFY(parsePrediction("number mean(before)").error().detail.find("'mean'") != std::string::npos);
        QVERIFY(parsePrediction("curve tbb, speed=1").error().detail.find("'speed'") != std::string::npos);
    }

    void aCurveIsFoundOnItsChart() {
        const SampleResults sample = runWithOverhead(2e-6);
        const Plot plot = findPlot("runtime")->draw(sample.results, {});
        const auto series = measuredSeries(*parsePrediction("curve tbb"), sample.results, plot);
        QVERIFY(series && *series);
        QCOMPARE((*series)->label, std::string("tbb"));
        QCOMPARE((*series)->points.size(), std::size_t{4});
        const auto absent = measuredSeries(*parsePrediction("curve async"), sample.results, plot);
        QVERIFY(absent && !*absent);
    }

    void severalCurvesAreAFault() {
        SampleResults sample = runWithOverhead(2e-6);
        sample.measured("tbb", 100, around(1e-6), 4);
        sample.measured("tbb", 1000, around(1e-6), 4);
        const Plot plot = findPlot("runtime")->draw(sample.results, {});
        const auto series = measuredSeries(*parsePrediction("curve tbb"), sample.results, plot);
        QVERIFY(!series);
        QVERIFY2(series.error().detail.find("2 curves of the chart runtime match") != std::string::npos,
                 series.error().detail.c_str());
        QVERIFY(measuredSeries(*parsePrediction("curve tbb, workers=most"), sample.results, plot));
    }

    void whatIsNotOnTheChartIsAFault() {
        const SampleResults sample = runWithOverhead(2e-6);
        const Plot plot = findPlot("speedup-workers")->draw(sample.results, {});
        const auto series = measuredSeries(*parsePrediction("curve serial"), sample.results, plot);
        QVERIFY(!series);
        QCOMPARE(series.error().detail, std::string("curve backend=serial: not on the chart speedup-workers"));
    }

    void aNumberIsAFactorOff() {
        const LessonValue measured{LessonValue::Kind::Known, LessonUnit::Size, 1000, {}};
        const auto low = judgeNumber(250, measured);
        QVERIFY(low);
        QVERIFY(isNear(low->points[0].factor, 0.25) && isNear(low->factor, 4));
        QCOMPARE(low->word, Judgement::Word::Off);
        QCOMPARE(judgeNumber(950, measured)->word, Judgement::Word::OnTheSpot);
        QCOMPARE(judgeNumber(1400, measured)->word, Judgement::Word::Close);
        QCOMPARE(judgeNumber(5000, measured)->word, Judgement::Word::FarOff);
        QVERIFY(!judgeNumber(1, LessonValue{}));
        QCOMPARE(judgementText(*low, LessonUnit::Size, sampleWords()), std::string("250 1\u202f000 0.25× off"));
    }

    void aCurveIsJudgedWhereItWasMeasured() {
        const Series measured = lineOf({{10, 1}, {100, 2}, {1000, 4}, {10000, 8}});
        const auto judged = judgeCurve({{100, 4}, {10000, 4}}, measured);
        QVERIFY(judged);
        QCOMPARE(judged->points.size(), std::size_t{3});  // 10 is beyond the learner's line
        QVERIFY(isNear(judged->points[1].predicted, 4));  // straight on logarithmic axes
        QVERIFY(isNear(judged->factor, 2));               // of 2, 1 and 2
        QCOMPARE(judged->nearest, std::size_t{1});
        QVERIFY(isNear(judged->points[judged->farthest].factor, 2) ||
                isNear(judged->points[judged->farthest].factor, 0.5));
        QVERIFY(!judgeCurve({{20, 1}}, measured));
        QVERIFY(!judgeCurve({}, measured));
        QVERIFY(judgeCurve({{100, 1}}, measured)->points.size() == 1);
        Axis sizes;
        QCOMPARE(judgementText(*judgeCurve({{100, 1}}, measured), sizes, sampleWords()), std::string("100 0.50× off"));
    }

    void betweenItsPointsALineIsStraightOnLogarithmicAxes() {
        const auto judged = judgeCurve({{10, 1}, {1000, 100}}, lineOf({{100, 10}}));
        QVERIFY(judged && isNear(judged->points[0].predicted, 10));
    }
};

QTEST_GUILESS_MAIN(TestPrediction)
#include "tst_prediction.moc"
