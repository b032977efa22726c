/// PlotRenderer: a Plot's curves and bands as Qt Charts series. Built against the faults of Qt Charts 6.4: points go
/// in by replace(), ranges are set before points, nothing that is not positive reaches a logarithmic axis, and axes
/// draw no labels of their own (ticks.h does).
#pragma once

#include "core/plots/palette.h"
#include "core/plots/plot.h"

#include <vector>

class QAbstractAxis;
class QAreaSeries;
class QChart;
class QLineSeries;
class QScatterSeries;

namespace breakeven {

class ChartFrame;

class PlotRenderer {
public:
    /// The chart must outlive the renderer.
    explicit PlotRenderer(QChart& chart);

    void show(const ChartFrame& frame, Ground ground);

private:
    /// What Qt Charts draws for one Series; the chart owns all of it.
    struct Curve {
        QAreaSeries* band = nullptr;
        QLineSeries* line = nullptr;
        QScatterSeries* points = nullptr;
        bool isDense = false;  ///< see CurvePoints
    };

    bool sameShape(const Plot& plot) const;
    void rebuild(const Plot& plot);
    void colour(const ChartFrame& frame, Ground ground);

    QChart& m_chart;
    std::vector<Curve> m_curves;
    QAbstractAxis* m_xAxis = nullptr;
    QAbstractAxis* m_yAxis = nullptr;
};

}  // namespace breakeven
