/// TimelineView: what each worker did when, for the passes of a run that were recorded: one of them as lanes, and the
/// totals of what is selected, or else visible, as a table.
#pragma once

#include "core/io/run_timeline.h"
#include "ui/plots/timeline_totals.h"

#include <QWidget>

#include <vector>

class QComboBox;
class QLabel;
class QPushButton;
class QTableView;

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

    const TimelineCanvas& canvas() const { return *m_canvas; }

Q_SIGNALS:
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
    TimelineCanvas* m_canvas;
    QLabel* m_range;
    QTableView* m_table;
    QLabel* m_note;
};

}  // namespace breakeven
