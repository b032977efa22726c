#include "ui/panels/lesson_chart.h"

#include "ui/language.h"
#include "ui/plots/chart_view.h"
#include "ui/plots/chart_with_switches.h"
#include "ui/plots/curve_drawing.h"
#include "ui/verbatim.h"

#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace breakeven {

namespace {

LearnerPrediction drawn(const CurveDrawing& drawing) {
    LearnerPrediction said;
    for (std::size_t place = 0; place < drawing.places().size(); ++place) {
        if (const auto& value = drawing.values()[place]) said.curve.push_back({drawing.places()[place], *value});
    }
    return said;
}

}  // namespace

LessonChart::LessonChart(Course& course, const Session& session, QWidget* parent)
    : QWidget(parent),
      m_course(course),
      m_session(session),
      m_chart(new ChartWithSwitches(
          QStringLiteral("lesson"), [this](const Selection& selection) { return draw(selection); }, this)),
      m_drawing(new CurveDrawing(m_chart->view(), this)) {
    setObjectName(QStringLiteral("lessonChartPanel"));
    view().setAccessibleName(tr("Chart of the lesson"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_chart);
    setFocusProxy(m_chart);
    connect(&m_course, &Course::opened, this, &LessonChart::prepare);
    connect(&m_course, &Course::changed, this, &LessonChart::redraw);
    connect(&m_session, &Session::catalogChanged, this, &LessonChart::prepare);
    connect(m_drawing, &CurveDrawing::changed, this, [this] { m_course.predict(drawn(*m_drawing)); });
    prepare();
}

ChartView& LessonChart::view() {
    return m_chart->view();
}

QString LessonChart::headline() const {
    return m_course.lesson() && !m_course.isShown() ? verbatim(m_course.lesson()->title) : QString();
}

void LessonChart::setDrawn(bool on) {
    m_drawing->setOn(on);
}

void LessonChart::setReference(bool wanted) {
    if (std::exchange(m_hasReference, wanted) != wanted) redraw();
}

void LessonChart::prepare() {
    if (!m_course.lesson() || m_session.catalog().workloads.empty()) return;
    Result<LessonCanvas> canvas = lessonCanvas(*m_course.lesson(), m_session.catalog(), m_session.cpus());
    m_problem = canvas ? QString() : spoken(canvas.error().detail);
    m_canvas = canvas ? *std::move(canvas) : LessonCanvas{};
    m_hasReference = false;
    const QSignalBlocker alreadySaid(m_drawing);
    m_drawing->setPlaces(m_canvas.places);
    for (const PredictedPoint& point : m_course.predicted().curve) {
        const auto place = std::ranges::find(m_canvas.places, point.x);
        if (place != m_canvas.places.end())
            m_drawing->setValue(static_cast<std::size_t>(place - m_canvas.places.begin()), point.y);
    }
    m_chart->forgetCurves();
    m_chart->forgetScales();
    m_chart->redraw();
    Q_EMIT canvasChanged();
}

void LessonChart::redraw() {
    if (m_course.lesson()) m_chart->redraw();
}

Plot LessonChart::draw(const Selection& selection) const {
    if (!m_course.lesson()) return {};
    std::vector<NamedResults> runs;
    const auto add = [&](const Results* results, const QString& name) {
        if (results) runs.push_back({name.toStdString(), *results});
    };
    add(m_course.results(LessonRun::Before), tr("before"));
    add(m_course.results(LessonRun::After), tr("after"));
    for (const LessonRun which : {LessonRun::Before, LessonRun::After}) {
        const auto& reference = m_course.reference(which);
        const bool isAsked = m_hasReference && m_course.results(which);
        if (isAsked && reference)
            add(&reference->results,
                which == LessonRun::Before ? reference->machine : tr("%1, after").arg(reference->machine));
    }
    return lessonPlot(*m_course.lesson(), m_canvas, runs, m_course.predicted(), selection);
}

}  // namespace breakeven
