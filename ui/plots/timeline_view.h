/// TimelineView: what each worker did when, for the passes of a run that were recorded: one of them as lanes, and the
/// totals of what is selected, or else visible, as a table.
#pragma once

#include "core/io/run_timeline.h"
#include "ui/plots/picture.h"
#include "ui/plots/timeline_totals.h"

#include <QWidget>

#include <vector>

class QComboBox;
class QLabel;
class QPushButton;
class QTableView;
class QToolButton;

namespace breakeven {

class TimelineCanvas;

class TimelineView : public QWidget {
    Q_OBJECT

public:
    explicit TimelineView(QWidget* parent = nullptr);

    /// Keeps the trial that is shown when it is among them, else shows the first. note: why there are none, or what is
    /// wrong with some; one sentence, or empty.
    void setPasses(std::vector<TimelinePass> passes, const QString& note = {});

    /// The trial's first pass. False: there is none, and nothing changes.
    bool showTrial(int trial);
    /// Says that of what is asked for no pass was recorded, rather than show another's.
    void showNoPass();

    const TimelineCanvas& canvas() const { return *m_canvas; }
    /// The lanes with what they are of and what is told of them, on light paper.
    Drawing drawing() const;

    // The commands, see chart_commands.h.
    void zoomIn();
    void zoomOut();
    void showAll();
    void copyImage();
    void savePicture() { Q_EMIT pictureWanted(); }
    void openMenu(QPoint place);  ///< on the screen; of all commands

    bool hasTimeline() const;
    bool isZoomed() const;

Q_SIGNALS:
    void pictureWanted();        ///< what is shown, in a file
    void trialShown(int trial);  ///< by the user's choice of a pass

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void showPass(int place);
    void tellTotals();
    void placeTotals();  ///< where lanes and table both have room

    std::vector<TimelinePass> m_passes;
    TimelineTotals m_totals;
    QComboBox* m_choice;
    QPushButton* m_showAll;
    QToolButton* m_menu;
    TimelineCanvas* m_canvas;
    QLabel* m_range;
    QTableView* m_table;
    QLabel* m_note;
};

}  // namespace breakeven
