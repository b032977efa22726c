/// PredictionPanel: where the learner says what will be measured: a number with its unit, or a value for each place of
/// the curve, which can be drawn on the chart as well.
#pragma once

#include "ui/course.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;
class QTableWidget;

namespace breakeven {

class FieldNote;
class LessonChart;

class PredictionPanel : public QWidget {
    Q_OBJECT

public:
    explicit PredictionPanel(Course& course, QWidget* parent = nullptr);

    void setChart(LessonChart& chart);  ///< of the open lesson; the same one each time

protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    bool asksForCurve() const;
    LessonUnit unit() const;
    void prepare();  ///< for another lesson
    void showSaid();
    void readNumber();
    void readCell(int row);
    void forget();

    Course& m_course;
    LessonChart* m_chart = nullptr;
    QLabel* m_ask;
    QLineEdit* m_number;
    QTableWidget* m_table;
    QPushButton* m_forget;
    FieldNote* m_note;
};

}  // namespace breakeven
