/// ChartTabs: every chart of plots(), those of a group on one tab, and the timeline. Several runs side by side get a
/// tab when they are asked for.
#pragma once

#include "core/plots/overlay.h"
#include "core/plots/what_if_overlay.h"

#include <QTabWidget>

#include <optional>
#include <string_view>
#include <vector>

class QStackedWidget;

namespace breakeven {

class ChartPage;
class ChartView;
class ClassPanel;
class ComparisonPanel;
class Course;
class LessonChart;
class OverlayPanel;
class RowView;
class Session;
class TimelinePanel;
struct Drawing;

class ChartTabs : public QTabWidget {
    Q_OBJECT

public:
    /// The session must outlive them. A chart with others on its tab has a button: runtimeChoice, …
    explicit ChartTabs(Session& session, QWidget* parent = nullptr);

    void showChart(std::string_view plotId);
    void showCurveOf(int trialId);   ///< in the charts that say why one curve is no faster
    void showSamples(int trialId);   ///< in the distribution
    void showTimeline(int trialId);  ///< of the pass in which this trial was recorded
    void followTrial(int trialId);   ///< likewise; the timeline shows it when it is looked at next
    void showOverlay(const std::vector<NamedResults>& runs);
    void showComparison(const std::vector<NamedResults>& runs);
    void showClass(const QStringList& paths);  ///< files and folders with the runs of many learners
    void showLesson(Course& course);
    LessonChart& lessonChart(Course& course);  ///< has its tab from now on
    bool showsLesson() const;                  ///< in front
    void setWhatIf(const std::optional<WhatIfChoice>& choice);

    /// Saves what is in front, by suffix. Errors: those of savePicture.
    Result<void> saveFront(const QString& path) const;
    ChartView* frontView() const;   ///< nullptr while no curves are in front
    RowView* frontRows() const;     ///< nullptr while no map or distribution is
    QString frontHeadline() const;  ///< empty while what is in front is of the session
    const Plot* frontPlot() const;  ///< nullptr while a timeline or a table is in front
    /// Which tab is in front, and which chart on each; what was chosen once can be chosen again.
    std::vector<int> chosen() const;
    void choose(const std::vector<int>& places);
    bool hasNumbers() const;  ///< a chart is in front, and not empty
    bool hasPicture() const;  ///< what is in front can be saved or copied
    void copyFront() const;   ///< to the clipboard: a chart on light paper, anything else as it is seen

Q_SIGNALS:
    void trialChosen(int trialId);
    void frontChanged();   ///< another chart is in front, or it shows something else
    void pictureWanted();  ///< of what is in front, in a file

private:
    void addGroup(PlotGroup group, Session& session);
    void tellOf(const ChartView& view);  ///< while it is in front
    QWidget* addChart(const PlotEntry& entry, Session& session, QWidget* parent);
    QWidget* front() const;  ///< the chart, timeline or table that can be seen
    Drawing frontDrawing() const;

    Session& m_session;
    std::vector<QWidget*> m_charts;  ///< as plots(): a ChartPage or a RowView each
    RowView* m_distribution = nullptr;
    TimelinePanel* m_timeline;
    OverlayPanel* m_overlay = nullptr;        ///< once it is asked for
    ComparisonPanel* m_comparison = nullptr;  ///< likewise
    ClassPanel* m_class = nullptr;            ///< likewise
    LessonChart* m_lesson = nullptr;          ///< likewise
};

}  // namespace breakeven
