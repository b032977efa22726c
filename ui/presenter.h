/// Presenter: one chart and its headline for a room that looks on: large letters, thick lines, black on white, and
/// nothing else. It shows what is in front in the window, which stays behind it as it is.
#pragma once

#include <QWidget>

#include <vector>

class QLabel;
class QMainWindow;
class QStackedWidget;

namespace breakeven {

class ChartTabs;
class ChartView;
class HeadlinePanel;
class DaylightRows;

class Presenter : public QWidget {
    Q_OBJECT

public:
    /// All outlive it. What it changes of the tabs, such as the chart in front, is as before once it is gone.
    Presenter(const HeadlinePanel& headline, ChartTabs& tabs, QMainWindow& window);
    ~Presenter() override;

    /// What is said in place of the headline of results, and below the chart; empty: nothing.
    void setLesson(const QString& headline, const QString& place);

    /// How many times larger than in the window everything is on a surface of that size, >= 2.
    static double magnification(QSize size);

    /// What its keys do, in lines.
    static QString keysText();

Q_SIGNALS:
    void stepped(int by);  ///< 1: the next lesson is wanted, -1: the one before
    void switchWanted();   ///< of the lesson
    void leaveWanted();

protected:
    bool event(QEvent* event) override;
    void closeEvent(QCloseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void refresh();
    void fitHeadline();
    void fitFoot();

    const HeadlinePanel& m_source;
    ChartTabs& m_tabs;
    std::vector<int> m_before;  ///< that were in front
    QString m_said;             ///< the whole headline
    QString m_lesson;           ///< in its place
    QLabel* m_headline;
    QStackedWidget* m_charts;
    ChartView* m_curves;
    DaylightRows* m_rows;
    QLabel* m_place;
    QLabel* m_keys;
};

}  // namespace breakeven
