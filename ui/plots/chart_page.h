/// ChartPage: one entry of plots() as a tab. Its chart is made when it is first seen, and drawn only while it can be.
/// What the reader hid and zoomed into stays while a run goes on, and is forgotten when another one comes.
#pragma once

#include "core/plots/plots.h"
#include "core/plots/what_if_overlay.h"

#include <QWidget>

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace breakeven {

class ChartView;
class ChartWithSwitches;

class ChartPage : public QWidget {
    Q_OBJECT

public:
    /// Both must outlive the page. Object names come from the entry's id, see ChartWithSwitches.
    ChartPage(const PlotEntry& entry, const Results& results, QWidget* parent = nullptr);

    void resultsChanged();
    void setPlanned(std::function<std::vector<Trial>()> planned);  ///< see Selection; asked when the page is drawn
    void setWhatIf(const std::optional<WhatIfChoice>& choice);     ///< drawn beside what was measured; absent: nothing
    void setTrial(int trialId);                                    ///< see Selection; forgotten with its run
    bool explainsOneCurve() const { return m_entry.group == PlotGroup::Why; }
    ChartView& view();

Q_SIGNALS:
    void trialChosen(int trialId);
    void changed();        ///< it shows something else
    void pictureWanted();  ///< of what is shown, in a file

protected:
    void showEvent(QShowEvent* event) override;

private:
    ChartWithSwitches& chart();
    void redraw();

    const PlotEntry& m_entry;
    const Results& m_results;
    ChartWithSwitches* m_chart = nullptr;  ///< once it is asked for
    std::optional<WhatIfChoice> m_whatIf;
    std::function<std::vector<Trial>()> m_planned;
    std::optional<int> m_trial;
    std::string m_trialRun;
    std::string m_run;  ///< that was drawn last
    bool m_stale = true;
};

}  // namespace breakeven
