/// LessonChart: the chart that a lesson is about. The learner draws the prediction on it, the measured curves come to
/// lie beside it, and the switch's run beside those.
#pragma once

#include "ui/course.h"
#include "ui/lesson_plot.h"

#include <QWidget>

#include <optional>

namespace breakeven {

class ChartView;
class ChartWithSwitches;
class CurveDrawing;

class LessonChart : public QWidget {
    Q_OBJECT

public:
    /// Both outlive it.
    LessonChart(Course& course, const Session& session, QWidget* parent = nullptr);

    ChartView& view();
    CurveDrawing& drawing() { return *m_drawing; }
    const Axis& xAxis() const { return m_canvas.blank.x; }
    const Axis& yAxis() const { return m_canvas.blank.y; }
    const QString& problem() const { return m_problem; }  ///< why the lesson has no chart here

    QString headline() const;  ///< the lesson's title; empty while the session is at the lesson

    void setDrawn(bool on);          ///< dragging draws the prediction
    void setReference(bool wanted);  ///< the bigger machine's curves lie beside

Q_SIGNALS:
    void canvasChanged();  ///< other places and axes: another lesson

private:
    void prepare();
    void redraw();
    Plot draw(const Selection& selection) const;

    Course& m_course;
    const Session& m_session;
    LessonCanvas m_canvas;
    QString m_problem;
    ChartWithSwitches* m_chart;
    CurveDrawing* m_drawing;
    bool m_hasReference = false;
};

}  // namespace breakeven
