/// LessonPanel: the list of lessons with what was done of them, and the open lesson step by step. Reads the lessons
/// when it is first shown.
#pragma once

#include "ui/course.h"

#include <QWidget>

#include <array>

class QButtonGroup;
class QCheckBox;
class QLabel;
class QListWidget;
class QPushButton;
class QStackedWidget;
class QTextBrowser;
class QToolButton;

namespace breakeven {

class ChartTabs;
class FieldNote;
class PredictionPanel;

/// What a lesson is gone through by; a step back is always possible.
enum class LessonStep { Question, Prediction, Run, Measured, Switch, Check, Next };
inline constexpr int LessonSteps = 7;

class LessonPanel : public QWidget {
    Q_OBJECT

public:
    /// Both outlive it. The tabs get the lesson's chart.
    LessonPanel(Course& course, ChartTabs& tabs, QWidget* parent = nullptr);

    LessonStep step() const { return m_step; }

Q_SIGNALS:
    void linkChosen(const QString& address);  ///< in a lesson's text; nothing is opened

protected:
    void showEvent(QShowEvent* event) override;

private:
    QWidget* makeList();
    QWidget* makeLesson();
    QWidget* makeSteps();
    void makeControls();
    void fillList();
    void openChosen();
    void showOpened();
    void showStep(LessonStep step);
    void refresh();
    void goOn();
    void runOrStop();
    bool canReach(LessonStep step) const;
    QString textOf(LessonStep step);
    QString stateText();
    bool isTrouble() const;
    LessonRun ofStep() const;  ///< the run that the step is about

    Course& m_course;
    ChartTabs& m_tabs;
    LessonStep m_step = LessonStep::Question;
    QString m_shown;  ///< text in the browser
    QStackedWidget* m_pages;
    QLabel* m_intro;
    QListWidget* m_list;
    QLabel* m_place;
    QLabel* m_title;
    QButtonGroup* m_steps;
    QTextBrowser* m_text;
    PredictionPanel* m_prediction;
    QPushButton* m_run;
    QCheckBox* m_switch;
    QCheckBox* m_reference;
    QLabel* m_answer;
    FieldNote* m_state;
    QPushButton* m_back;
    QPushButton* m_goOn;
};

}  // namespace breakeven
