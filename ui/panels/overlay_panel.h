/// OverlayPanel: several runs on one chart.
#pragma once

#include "core/plots/overlay.h"

#include <QWidget>

#include <vector>

class QComboBox;

namespace breakeven {

class ChartView;
class ChartWithSwitches;

class OverlayPanel : public QWidget {
    Q_OBJECT

public:
    explicit OverlayPanel(QWidget* parent = nullptr);

    void showRuns(const std::vector<NamedResults>& runs);
    ChartView& view();
    QString headline() const;  ///< which runs they are

private:
    void startAnew();  ///< another picture: what was chosen belonged to the one before
    Plot draw(const Selection& selection) const;

    std::vector<NamedResults> m_runs;
    std::vector<const PlotEntry*> m_entries;
    QComboBox* m_plot;
    ChartWithSwitches* m_chart;
};

}  // namespace breakeven
