/// ChartPage: one entry of plots() as a tab, with its scale switches. Draws only while it can be seen.
#pragma once

#include "core/plots/plots.h"

#include <QWidget>

class QCheckBox;

namespace breakeven {

class ChartView;

class ChartPage : public QWidget {
    Q_OBJECT

public:
    /// Both must outlive the page. Object names come from the entry's id: runtimeChart, runtimeXLog, runtimeYLog.
    ChartPage(const PlotEntry& entry, const Results& results, QWidget* parent = nullptr);

    void resultsChanged();
    const ChartView& view() const { return *m_view; }

protected:
    void showEvent(QShowEvent* event) override;

private:
    void redraw();

    const PlotEntry& m_entry;
    const Results& m_results;
    ChartView* m_view;
    QCheckBox* m_xLog;
    QCheckBox* m_yLog;
    Selection m_selection;
    bool m_stale = true;
};

}  // namespace breakeven
